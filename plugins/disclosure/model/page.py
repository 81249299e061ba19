"""An ordinary page that an editor writes in Markdown; MkDocs converts its prose."""

from __future__ import annotations

from disclosure.model.record import Record


class Page(Record):
    """What the front matter of a content page says. `path` is its Markdown file below `content/`
    in the primary language; `written` names the languages in which the page exists."""

    path: str
    written: tuple[str, ...]
