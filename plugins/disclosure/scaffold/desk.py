"""What a new record is begun from: the site as it is, and the day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from disclosure.model.catalogue import FILED_SCHEMES, Catalogue
from disclosure.model.record import Record
from disclosure.model.settings import Settings
from disclosure.reading.files import read_text, walk

_NUMBER = re.compile(r"^number:\s*(\d{1,4})\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Desk:
    """The site that gets a new record."""

    settings: Settings
    catalogue: Catalogue
    today: dt.date
    #: What each language calls itself.
    names: Mapping[str, str]

    @property
    def others(self) -> tuple[str, ...]:
        """The languages into which texts are translated."""
        return self.settings.languages[1:]

    def shown(self, path: Path) -> str:
        """A path as editors write it."""
        return path.relative_to(self.settings.root).as_posix()

    def data(self, *steps: str) -> Path:
        """A path below `data/`."""
        return self.settings.data_folder.joinpath(*steps)

    def content(self, *steps: str) -> Path:
        """A path below `content/`."""
        return self.settings.content_folder.joinpath(*steps)

    def next_number(self, folder: Path) -> int:
        """One more than the largest number that was ever given in a folder."""
        return max(self._numbers(folder), default=0) + 1

    def _numbers(self, folder: Path) -> Iterator[int]:
        """Also those of files that are being worked on and cannot be read."""
        for path in walk(folder, self.settings.root, []):
            text = read_text(path, self.settings.root, []) or ""
            yield from (int(found) for found in _NUMBER.findall(text))

    def codes(self, like: Record | None) -> dict[str, tuple[str, ...]]:
        """The codes to begin with: of a record that is like it, or of the agency, or of any
        record, or else the first of each scheme that must have one."""
        catalogue = self.catalogue
        anybody = next(iter(catalogue.records.values()), None)
        agency = catalogue.agency.classification
        known = like.classification if like else agency or (anybody and anybody.classification)
        if known:
            return {scheme: getattr(known, scheme) for scheme in FILED_SCHEMES}
        return {
            scheme: tuple(term.code for term in catalogue.tree(scheme).scheme.terms[:1])
            if scheme in ("theme", "cake", "service")
            else ()
            for scheme in FILED_SCHEMES
        }

    def term(self, scheme: str, code: str) -> str:
        """The name of a code; the code itself where nobody knows it."""
        term = self.catalogue.tree(scheme).terms.get(code)
        return term.name.best(self.settings.primary)[0] if term else code
