"""The stale translations of a site, as pages look for them: by the words themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from disclosure.model.catalogue import Catalogue
from disclosure.model.text import Text
from disclosure.translating.states import unsettled


@dataclass
class Lags:
    """Stale texts in one language: `(original, translation) → day of the original that the
    translation follows`. By words, because a text does not know which field it came from."""

    days: dict[tuple[str, str], dt.date] = field(default_factory=dict)
    count: int = 0

    def since(self, text: Text, language: str) -> dt.date | None:
        """The day that a stale text follows; None for any other text."""
        if not self.days:
            return None
        words = text.root
        return self.days.get((next(iter(words.values()), ""), words.get(language, "")))


def find_lags(catalogue: Catalogue, data: str) -> dict[tuple[str, str], Lags]:
    """`(owner, language) →` the stale texts there."""
    found: dict[tuple[str, str], Lags] = {}
    for one in unsettled(catalogue, data):
        if one.state == "stale" and one.since:
            lags = found.setdefault((one.owner, one.language), Lags())
            words = one.field.text.root
            lags.days[words[catalogue.primary], words[one.language]] = one.since
            lags.count += 1
    return found


def together(found: Mapping[tuple[str, str], Lags], owners: Iterable[str], language: str) -> Lags:
    """The stale texts of several owners, for a page that shows them all."""
    result = Lags()
    for owner in owners if found else ():
        lags = found.get((owner, language))
        if lags:
            result.days |= lags.days
            result.count += lags.count
    return result
