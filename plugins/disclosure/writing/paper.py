"""What a page has on paper only: its address, also as a QR code."""

from __future__ import annotations

from html import escape

import segno

#: Any of the eight masks may be read; a fixed one spares the search for the fairest, which would
#: take more time than all the rest of a page.
_MASK = 3


def paper(address: str) -> str:
    """The address of a page, as a QR code and in words."""
    code = segno.make_qr(address, error="l", boost_error=False, mask=_MASK)
    drawing = code.svg_inline(
        omitsize=True, border=2, svgclass="qr", lineclass=None, dark="#000", light="#fff"
    )
    hidden = drawing.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
    return f"{hidden}\n<p>{escape(address, quote=False)}</p>"
