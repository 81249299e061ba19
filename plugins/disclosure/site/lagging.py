"""Pages of texts whose original has changed since they were translated.

A page marks what it shows of its own record and says above it how much has changed. Where another
page merely names a record nothing is said: whoever follows the link will read it there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from disclosure.model.text import Text
from disclosure.site.spec import PageSpec
from disclosure.site.voice import Voice
from disclosure.translating.lags import together


def about(
    voice: Voice, owners: Iterable[str], title: Text | None, make: Callable[[Voice], PageSpec]
) -> PageSpec:
    """The page that `make` makes of the texts of `owners`, with marks and a notice if need be."""
    voice.lags = together(voice.site.lags, owners, voice.language)
    spec = make(voice)
    if not voice.lags.count:
        return spec
    day = voice.date(min(voice.lags.days.values()))
    assert day is not None
    notice = {
        "since": day["shown"],
        "count": voice.lags.count,
        "title": voice.since(title) if title is not None else "",
    }
    return replace(spec, lagging=notice)
