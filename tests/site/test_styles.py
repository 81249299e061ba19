"""Style sheets: sizes that the reader can change, nothing from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
#: `font-size: 14px` and the size in `font: 14px/1.5 sans-serif`, also as a custom property
FIXED_SIZE = re.compile(
    r"(?<![\w-])(?:--[\w-]*font-size|font-size|font)\s*:[^;{}]*?\d(?:px|pt|pc|cm|mm|in|Q)\b",
    re.IGNORECASE,
)
IMPORT = re.compile(r"@import\b[^;]*", re.IGNORECASE)
OUTSIDE = re.compile(
    r"""(?:url|src|image-set|image)\(\s*["']?\s*(?:[a-z][a-z0-9+.-]*:)?//[^)"']*""", re.IGNORECASE
)


def faults(style: str) -> list[str]:
    """What a style sheet does that it should not."""
    style = COMMENT.sub("", style)
    return [
        match.group().strip()
        for pattern in (FIXED_SIZE, IMPORT, OUTSIDE)
        for match in pattern.finditer(style)
    ]


def test_style_sheets(demo_site: Path) -> None:
    sheets = sorted(demo_site.rglob("*.css"))
    assert sheets
    found = {
        sheet.relative_to(demo_site).as_posix(): wrong
        for sheet in sheets
        if (wrong := faults(sheet.read_text(encoding="utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    "style",
    [
        "p{font-size:14px}",
        "p { font: italic 14px/1.5 serif }",
        ":root { --small-font-size: 12pt; }",
        '@import "other.css";',
        "p { background: url( 'https://example.org/a.png' ) }",
        "p { background: url(//example.org/a.png) }",
    ],
)
def test_faults_are_seen(style: str) -> None:
    assert len(faults(style)) == 1


@pytest.mark.parametrize(
    "style",
    [
        "p{font-size:.875rem;border:1px solid}",
        "p { font: italic 1rem/1.5 serif; margin: 2px }",
        "/* font-size: 14px */ p { background: url(icon.svg) }",
    ],
)
def test_what_is_allowed_is_no_fault(style: str) -> None:
    assert faults(style) == []
