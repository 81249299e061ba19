"""What a page is before it is written: plain data, no HTML.

`view` holds only strings, numbers, booleans, None, dicts and lists: it is all that the page's
template sees, so its digest tells whether the page has changed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

View = dict[str, Any]
#: Words in the page's language, or `{"words": …, "lang": tag}` when they are in another one; with
#: `since`, the date of the original that they follow, when that has changed.
Phrase = str | dict[str, str]


@dataclass(frozen=True, slots=True)
class Frame:
    """What pages of one group share, apart from their own words: one shell serves them all."""

    language: str
    kind: str
    section: str
    depth: int
    crumbs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page. `path` is below the root of its language; `crumbs` are `(title, path)`."""

    path: str
    language: str
    kind: str
    section: str
    title: str
    description: str
    crumbs: tuple[tuple[str, str], ...]
    view: View
    metadata: tuple[tuple[str, str], ...]
    facts: View
    modified: dt.date
    title_lang: str = ""
    untranslated: bool = False
    lagging: View | None = None  # which texts of it follow an older original
    on_paper: str = ""  # the path that paper names, if not this page's own
    validity: View | None = None  # when its content holds

    @property
    def frame(self) -> Frame:
        """The group whose shell frames this page."""
        return Frame(self.language, self.kind, self.section, self.path.count("/"), self.crumbs)
