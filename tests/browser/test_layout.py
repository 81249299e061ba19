"""Narrow screens: no page has to be scrolled sideways."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenPage
from tests.support.html import Page as BuiltPage

# A box may be wider than the screen only where it, or a box around it, scrolls by itself.
OVERFLOW = """() => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= width) return [];
  const contained = element => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
      if (getComputedStyle(box).overflowX !== 'visible') return true;
    return false;
  };
  const wide = [...document.body.querySelectorAll('*')].filter(element =>
    element.getBoundingClientRect().right > width + 1 && !contained(element));
  return [`${document.scrollingElement.scrollWidth} wide`, ...wide.slice(0, 5).map(element =>
    element.outerHTML.slice(0, 100))];
}"""


@pytest.mark.parametrize("width", [320, 360])
def test_no_horizontal_overflow(
    open_page: OpenPage, address: str, samples: list[BuiltPage], width: int
) -> None:
    found: dict[str, list[str]] = {}
    for sample in samples:
        with open_page(address + sample.address, width) as page:
            if wrong := page.evaluate(OVERFLOW):
                found[sample.address] = wrong
    assert found == {}
