"""Style sheets: sizes that the reader can change, nothing from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit import styles


def test_style_sheets(demo_site: Path) -> None:
    result = styles.check(demo_site)
    assert result.judged
    assert [str(one) for one in result.failures] == []


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
    assert len(list(styles.faults(style))) == 1


@pytest.mark.parametrize(
    "style",
    [
        "p{font-size:.875rem;border:1px solid}",
        "p { font: italic 1rem/1.5 serif; margin: 2px }",
        "/* font-size: 14px */ p { background: url(icon.svg) }",
    ],
)
def test_what_is_allowed_is_no_fault(style: str) -> None:
    assert list(styles.faults(style)) == []
