"""axe-core finds nothing: WCAG 2.0, 2.1 and 2.2, levels A and AA, and its best practices."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.support.html import Page as BuiltPage
from tests.support.server import serve
from tests.support.tools import npm_file

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# Rules that are off by default, such as `target-size` of WCAG 2.2, are switched on as well.
RUN = """async tags => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const wanted = axe.getRules(tags).map(rule => [rule.ruleId, {enabled: true}]);
  const found = await axe.run(document, {
    runOnly: {type: 'tag', values: tags},
    rules: Object.fromEntries(wanted),
    resultTypes: ['violations'],
  });
  return found.violations.flatMap(rule => rule.nodes.map(node => {
    const [check] = [...node.any, ...node.all, ...node.none];
    return `${rule.id} ${node.target.flat().join(' ')}: ${check ? check.message : rule.help}`;
  }));
}"""


def violations(page: Page) -> list[str]:
    """What axe-core says about a page as it stands, with everything unfolded."""
    page.evaluate(npm_file("axe-core/axe.min.js").read_text(encoding="utf-8") + "\n;undefined")
    found: list[str] = page.evaluate(RUN, TAGS)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_no_violation(
    open_page: OpenPage, address: str, samples: list[BuiltPage], width: int, scheme: str
) -> None:
    found: dict[str, list[str]] = {}
    for sample in samples:
        with open_page(address + sample.address, width, color_scheme=scheme) as page:
            if wrong := violations(page):
                found[sample.address] = wrong
    assert found == {}


def test_axe_sees_violations(open_page: OpenPage, tmp_path: Path) -> None:
    """The negative control: each of these was planted."""
    (tmp_path / "index.html").write_text(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Planted</title>"
        "<meta name=viewport content='width=device-width'>"
        "<body><main><h1>Planted</h1><h3>a level left out</h3>"
        "<p style='color:#999;background:#fff'>pale words</p>"
        "<details><summary>folded</summary><img src=a.png></details>"
        "<button style='width:9px;height:9px;padding:0'>1</button>"
        "<button style='width:9px;height:9px;padding:0'>2</button></main>",
        encoding="utf-8",
    )
    with serve(tmp_path) as base, open_page(base) as page:
        found = {line.split()[0] for line in violations(page)}
    assert found >= {"heading-order", "color-contrast", "image-alt", "target-size"}
