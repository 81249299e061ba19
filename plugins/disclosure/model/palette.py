"""The site's colours: a small palette for light and dark screens, and what must stand out.

Contrast is that of WCAG 2.2 (1.4.3 for words, 1.4.11 for signs and edges); the default palette
keeps 7:1 for every word (1.4.6).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

#: `name → (on light screens, on dark ones)`. Each is a custom property of the style sheet.
COLOURS: dict[str, tuple[str, str]] = {
    "ink": ("#1b2126", "#e9edf0"),  # words
    "soft": ("#454f57", "#bcc6cd"),  # words of less weight: dates, hints
    "paper": ("#ffffff", "#14191d"),
    "tint": ("#f3f6f8", "#1d242a"),  # boxes that stand back
    "line": ("#c6cfd6", "#3d4850"),  # hairlines that only please the eye
    "edge": ("#6d7982", "#8d9aa3"),  # edges that mean something: fields, chips
    "link": ("#0b4a8f", "#a9d0ff"),
    "visited": ("#5a2d82", "#d9bff7"),
    "brand": ("#0b4a6f", "#0f3247"),  # the head of the page
    "on-brand": ("#ffffff", "#ffffff"),
    "rule": ("#0b4a6f", "#6c9cb8"),  # strokes in the agency's colour
    "notice": ("#fff4d6", "#3a2f10"),
    "on-notice": ("#3f2e00", "#ffe9b0"),
    "focus": ("#8a3b00", "#ffb265"),
}
SCHEMES = ("light", "dark")
#: Words: at least 4.5:1. `(colour, ground)`
WORDS = (
    *(("ink", "paper"), ("ink", "tint"), ("soft", "paper"), ("soft", "tint")),
    *(("link", "paper"), ("link", "tint"), ("visited", "paper"), ("visited", "tint")),
    *(("on-brand", "brand"), ("on-notice", "notice"), ("soft", "notice")),
)
#: Signs, edges and the ring around what has the focus: at least 3:1.
SIGNS = (
    *(("edge", "paper"), ("edge", "tint"), ("rule", "paper"), ("rule", "tint")),
    *(("focus", "paper"), ("focus", "tint"), ("focus", "notice")),
)
LEAST_WORDS, LEAST_SIGNS = 4.5, 3.0

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


def is_colour(value: object) -> bool:
    """Is it `#rgb` or `#rrggbb`? Other ways to write a colour cannot be measured here."""
    return isinstance(value, str) and _HEX.fullmatch(value) is not None


def luminance(colour: str) -> float:
    """The relative luminance of `#rgb` or `#rrggbb`, 0 to 1 (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = []
    for start in (0, 2, 4):
        part = int(digits[start : start + 2], 16) / 255
        parts.append(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21.

    >>> round(contrast("#000", "#ffffff"), 1)
    21.0
    """
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@dataclass(frozen=True)
class Pale:
    """Two colours that cannot be told apart well enough."""

    scheme: str
    colour: str
    ground: str
    contrast: float
    least: float


class Palette:
    """The colours of one site: the defaults, with those that the agency has chosen."""

    def __init__(self, chosen: Mapping[str, Mapping[str, str]] | None = None) -> None:
        self.colours: dict[str, dict[str, str]] = {
            scheme: {name: pair[place] for name, pair in COLOURS.items()}
            for place, scheme in enumerate(SCHEMES)
        }
        for scheme, colours in (chosen or {}).items():
            self.colours[scheme] |= colours

    def pale(self) -> Iterator[Pale]:
        """Every pair with too little contrast."""
        for scheme, colours in self.colours.items():
            for pairs, least in ((WORDS, LEAST_WORDS), (SIGNS, LEAST_SIGNS)):
                for colour, ground in pairs:
                    measured = contrast(colours[colour], colours[ground])
                    if measured < least:
                        yield Pale(scheme, colour, ground, measured, least)

    def css(self) -> str:
        """The custom properties of both schemes."""
        light, dark = (
            "".join(f"--{name}:{colour};" for name, colour in self.colours[scheme].items())
            for scheme in SCHEMES
        )
        return (
            f":root{{color-scheme:light dark;{light}}}\n"
            f"@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
        )
