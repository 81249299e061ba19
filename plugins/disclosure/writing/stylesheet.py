"""The one style sheet of a site: the agency's palette, then `styles/` of the shell in order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from disclosure.model.palette import Palette

FOLDER = "styles"
#: A comment, or words between quotes, which stay as they are.
_QUOTED = r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
_COMMENT = re.compile(rf"{_QUOTED}|/\*.*?\*/", re.DOTALL)
_WORDS = re.compile(_QUOTED, re.DOTALL)
_BLANK = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,]) ?")


def stylesheet(palette: Palette, folders: Iterable[str | Path]) -> str:
    """The style sheet. `folders` are those of the theme: of two files of one name the first is
    taken, so that an agency's `overrides/styles/` replaces a component's look or adds to it."""
    sheets: dict[str, Path] = {}
    for folder in folders:
        styles = Path(folder) / FOLDER
        for path in sorted(styles.rglob("*.css")):
            sheets.setdefault(path.relative_to(styles).as_posix(), path)
    joined = "\n".join(squeezed(path.read_text("utf-8-sig")) for _, path in sorted(sheets.items()))
    return f"{palette.css()}{joined}\n"


def squeezed(css: str) -> str:
    """The same rules with fewer blanks. Blanks around `:` stay: a selector may need them."""
    pieces = _WORDS.split(_COMMENT.sub(lambda match: match[1] or "", css))
    pieces[::2] = (_AROUND.sub(r"\1", _BLANK.sub(" ", piece)) for piece in pieces[::2])
    return "".join(pieces).strip()
