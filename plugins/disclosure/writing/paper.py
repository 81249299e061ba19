"""What a page has on paper only: its address, also as a QR code."""

from __future__ import annotations

import re
from html import escape

import segno

#: Any of the eight masks may be read; a fixed one spares the search for the fairest, which would
#: take more time than all the rest of a page.
_MASK = 3
#: The white margin, in modules; the paper around it is white as well.
_QUIET = 2
_DARK = re.compile(rb"\x01+")


def paper(address: str) -> str:
    """The address of a page, as a QR code and in words."""
    code = segno.make_qr(address, error="l", boost_error=False, mask=_MASK)
    side = len(code.matrix) + 2 * _QUIET
    path = "".join(
        _bar(run.start() + _QUIET, row + _QUIET, run.end() - run.start())
        for row, line in enumerate(code.matrix)
        for run in _DARK.finditer(line)
    )
    return (
        f'<svg class="qr" viewBox="0 0 {side} {side}" aria-hidden="true" focusable="false">'
        f'<path d="{path}"/></svg>\n<p>{escape(address, quote=False)}</p>'
    )


def _bar(x: int, y: int, width: int) -> str:
    return f"M{x} {y}h{width}v1h-{width}z"
