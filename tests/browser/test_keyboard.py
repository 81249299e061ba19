"""The skip link is the first stop of the Tab key, and it moves the focus (GN1240100E)."""

from __future__ import annotations

from tests.browser.conftest import OpenPage
from tests.support.html import Page as BuiltPage

FOCUS = """() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  return {
    href: element.getAttribute('href') || '',
    words: element.innerText.trim(),
    main: element.closest('main') !== null,
    visible: box.width > 1 && box.height > 1 && box.left >= 0 && box.top >= 0
      && box.right <= innerWidth && box.bottom <= innerHeight,
  };
}"""


def test_skip_link_leads_to_main(
    open_page: OpenPage, address: str, samples: list[BuiltPage]
) -> None:
    faults = []
    for sample in samples:
        with open_page(address + sample.address, 360) as page:
            page.keyboard.press("Tab")
            first = page.evaluate(FOCUS)
            if not (first["href"].startswith("#") and first["words"] and first["visible"]):
                faults.append(f"{sample.address}: the first stop is {first}")
                continue
            page.keyboard.press("Enter")
            if not page.evaluate(FOCUS)["main"]:
                faults.append(f"{sample.address}: the focus is not in main after {first['href']}")
    assert faults == []
