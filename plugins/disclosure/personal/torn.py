"""Numbers torn apart by what a reader does not see: `0912**345**678`, `F1&nbsp;23…`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

#: Marks of bold and italic, signs without a width, and blanks by their names, beside a digit.
_TEARING = re.compile(
    r"(?:(?<![*])[*]{1,3}(?![*])|[\u00ad\u200b-\u200f\u2060\ufeff]|</?(?:b|strong|i|em|u|span|wbr)\b"
    r"[^<>\n]{0,80}>|&(?:nbsp|#160|#xa0|#8203|shy|zwnj|zwj);)(?=[0-9(（ .)）\-]|[*<&\u200b-\u200f])"
)
_BLANKS = ("&nbsp;", "&#160;", "&#xa0;")


def mended(text: str) -> tuple[str, Callable[[int], int]] | None:
    """The text with its numbers whole, and where a place of it is in the text as given.

    None when nothing is torn.

    >>> whole, place = mended("a 09**12**3")
    >>> whole, place(whole.index("3"))
    ('a 09123', 10)
    """
    pieces: list[str] = []
    #: Where each piece begins, in the mended text and in the given one.
    here, there = [0], [0]
    length = end = 0
    for match in _TEARING.finditer(text):
        blank = " " if match[0] in _BLANKS else ""
        piece = text[end : match.start()] + blank
        pieces.append(piece)
        length += len(piece)
        end = match.end()
        here.append(length)
        there.append(end)
    if not pieces:
        return None
    pieces.append(text[end:])

    def place(at: int) -> int:
        number = bisect_right(here, at) - 1
        return there[number] + at - here[number]

    return "".join(pieces), place
