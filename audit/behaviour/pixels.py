"""How much two pictures of the same place differ, as an eye sees it."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass

from PIL import Image, ImageChops

#: A difference that an eye notices, of 255 steps of a colour channel
NOTICED = 40
#: The contrast between the two states that 2.4.13 asks for
CONTRAST = 3.0
#: It asks for the area of a line of 2 px round the element; corners may be round.
LINE, ROUNDED = 2, 0.9


@dataclass(frozen=True)
class Change:
    """Dots that differ at all, those that differ by 3:1, and how many of these are asked for."""

    dots: int
    strong: int
    needed: int


def change(first: str, second: str, perimeter: float) -> Change:
    """Compare two PNG files, as base64; `perimeter` is that of the element in them."""
    one, two = _picture(first), _picture(second)
    difference = ImageChops.difference(one, two)
    dots = strong = 0
    if box := difference.getbbox():
        old, new, apart = (picture.crop(box).tobytes() for picture in (one, two, difference))
        for at in range(0, len(apart), 3):
            if max(apart[at : at + 3]) > NOTICED:
                dots += 1
                strong += contrast(old[at : at + 3], new[at : at + 3]) >= CONTRAST
    return Change(dots, strong, round(perimeter * LINE * ROUNDED))


def contrast(one: bytes, two: bytes) -> float:
    """The contrast of two colours as WCAG defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _linear(step: int) -> float:
    value = step / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


LINEAR = tuple(_linear(step) for step in range(256))


def _luminance(colour: bytes) -> float:
    red, green, blue = (LINEAR[step] for step in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _picture(encoded: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(encoded))).convert("RGB")
