"""A flow is told three times, as a list, as a table and as a drawing: all say what the data says.

The drawing is read as an eye reads it: which box an arrow touches at its two ends, which arrow a
label lies beside, whether all words lie within their box.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.browser.conftest import OpenPage
from tests.support.site import ROOT, TREES

SERVICES = sorted((ROOT / "data" / "services").glob("*.yml"))
LANGUAGES = {"": "zh", "en/": "en"}
UNITS: dict[str, dict[str, str]] = {
    unit["id"]: unit["name"]
    for unit in yaml.load((ROOT / "data/units.yml").read_text("utf-8"), yaml.BaseLoader)["units"]
}

READ = """() => {
  const words = node => node ? node.textContent.replace(/\\s+/g, ' ').trim() : '';
  const steps = [...document.querySelectorAll('ol.steps > li')].map(li => ({
    id: li.id, action: words(li.querySelector('.action strong')),
    who: words(li.querySelector('.soft')),
    ways: [...li.querySelectorAll('.way a, .ways a')].map(a => a.getAttribute('href').slice(1)),
    labels: [...li.querySelectorAll('.ways li')].map(words),
  }));
  const rows = [...document.querySelectorAll('.flow-table tbody tr')].map(tr => ({
    number: words(tr.cells[0].querySelector('.number')), action: words(tr.cells[0]),
    who: words(tr.cells[1]), time: words(tr.cells[2]), documents: words(tr.cells[3]),
    next: words(tr.cells[4]),
  }));
  const svg = document.querySelector('svg.flow');
  const box = shape => {
    const b = shape.getBBox();
    return [b.x, b.y, b.x + b.width, b.y + b.height];
  };
  const texts = group => [...group.querySelectorAll('text')];
  const boxes = [...svg.querySelectorAll('.flow-box, .flow-end')].map(shape => {
    const group = shape.nextElementSibling, number = svg.querySelector('.flow-number');
    let at = group; while (at && !at.classList.contains('flow-number')) at = at.nextElementSibling;
    return {box: box(shape), number: words(at), lines: texts(group).map(words),
      extents: texts(group).map(box), kind: shape.getAttribute('class')};
  });
  const arrows = [...svg.querySelectorAll('.flow-arrow path')].map(path => {
    const length = path.getTotalLength(), points = [];
    for (let at = 0; at <= length; at += 2) points.push(path.getPointAtLength(at));
    points.push(path.getPointAtLength(length));
    return points.map(p => [p.x, p.y]);
  });
  const labels = [...svg.querySelectorAll('.flow-halo')].map(halo => ({
    box: box(halo), lines: texts(halo.nextElementSibling).map(words),
    extents: texts(halo.nextElementSibling).map(box)}));
  const lanes = [...svg.querySelectorAll('.flow-lane')].map(lane => {
    const group = lane.nextElementSibling.nextElementSibling;
    return {box: box(lane), lines: texts(group).map(words), extents: texts(group).map(box)};
  });
  return {steps, rows, boxes, arrows, labels, lanes, title: words(svg.querySelector('title')),
    desc: words(svg.querySelector('desc'))};
}"""


@dataclass
class Expected:
    """What the data file says, in one language."""

    ids: list[str]
    actions: list[str]
    who: list[str]
    lanes: list[str]
    documents: list[list[str]]
    #: `(from, to, label)`, steps by their numbers
    ways: list[tuple[int, int, str]] = field(default_factory=list)


def words(text: dict[str, str], language: str) -> str:
    return " ".join(text.get(language, text["zh"]).split())


def expected(data: dict[str, Any], language: str) -> Expected:
    """Read off the raw file, with none of the program's own code."""
    flow = data["flow"]
    names = {
        lane["id"]: words(lane["name"] if "name" in lane else UNITS[lane["unit"]], language)
        for lane in flow["lanes"]
    }
    papers = {one["id"]: words(one["name"], language) for one in data.get("documents", [])}
    steps = flow["steps"]
    number = {step["id"]: at for at, step in enumerate(steps, 1)}
    result = Expected(
        ids=[step["id"] for step in steps],
        actions=[words(step["action"], language) for step in steps],
        who=[names[step["lane"]] for step in steps],
        lanes=list(names.values()),
        documents=[[papers[one] for one in step.get("documents", [])] for step in steps],
    )
    for at, step in enumerate(steps, 1):
        for branch in step.get("branches", []):
            result.ways.append((at, number[branch["to"]], words(branch["label"], language)))
        if step.get("kind") not in ("decision", "end"):
            result.ways.append((at, number[step["next"]] if "next" in step else at + 1, ""))
    return result


def touched(point: list[float], boxes: list[dict[str, Any]], slack: float) -> int:
    """The number of the one box on whose edge a point lies."""
    x, y = point
    found = [
        int(one["number"])
        for one in boxes
        for left, top, right, bottom in [one["box"]]
        if left - slack <= x <= right + slack and top - slack <= y <= bottom + slack
    ]
    assert len(found) == 1, (point, found)
    return found[0]


def distance(box: list[float], points: list[list[float]]) -> float:
    """From a rectangle to the nearest point of an arrow."""
    left, top, right, bottom = box
    return min(
        max(left - x, x - right, 0.0) ** 2 + max(top - y, y - bottom, 0.0) ** 2 for x, y in points
    )


def joined(lines: list[str]) -> str:
    """Wrapped words in one piece; blanks at the ends of lines are not words."""
    return re.sub(r"\s+", "", "".join(lines))


def inside(inner: list[float], outer: list[float], slack: float = 0.5) -> bool:
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.stem)
def test_list_table_and_drawing_say_what_the_data_says(
    open_page: OpenPage, address: str, path: Path, tree: str
) -> None:
    data = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    assert "flow" in data, "every service of the demo site has a flow"
    want = expected(data, LANGUAGES[tree])
    with open_page(f"{address}/{tree}services/{path.stem}/") as page:
        page.wait_for_function("document.fonts.status === 'loaded'")
        seen = page.evaluate(READ)

    # The list: its order is its numbers.
    steps = seen["steps"]
    assert [step["id"] for step in steps] == [f"step-{one}" for one in want.ids]
    assert [step["action"] for step in steps] == want.actions
    for step, who in zip(steps, want.who, strict=True):
        assert who in step["who"]
    for at, step in enumerate(steps, 1):
        own = [way for way in want.ways if way[0] == at]
        # A single way to the next step goes without saying in a list.
        said = [way for way in own if way[2] or way[1] != at + 1]
        assert step["ways"] == [f"step-{want.ids[to - 1]}" for _, to, _ in said]
        for label, way in zip(step["labels"], own, strict=bool(step["labels"])):
            assert label.startswith(way[2])
            assert str(way[1]) in label
            assert want.actions[way[1] - 1] in label

    # The table.
    rows = seen["rows"]
    assert [row["number"] for row in rows] == [str(at) for at in range(1, len(rows) + 1)]
    assert [row["action"].split(" ", 1)[1] for row in rows] == want.actions
    assert [row["who"] for row in rows] == want.who
    for at, row in enumerate(rows, 1):
        for paper in want.documents[at - 1]:
            assert paper in row["documents"]
        own = [way for way in want.ways if way[0] == at]
        assert [int(one) for one in re.findall(r"(?:步驟|step) (\d+)", row["next"])] == [
            to for _, to, _ in own
        ]
        for _, _, label in own:
            assert label in row["next"]

    # The drawing.
    boxes, arrows = seen["boxes"], seen["arrows"]
    boxes.sort(key=lambda one: int(one["number"]))
    assert [joined(one["lines"]) for one in boxes] == [joined([one]) for one in want.actions]
    assert [joined(one["lines"]) for one in seen["lanes"]] == [joined([one]) for one in want.lanes]
    for one, who in zip(boxes, want.who, strict=True):
        (lane,) = [lane for lane in seen["lanes"] if inside(one["box"], lane["box"], 2)]
        assert joined(lane["lines"]) == joined([who])
    # A line ends where its head begins, a few units before the box.
    ends = {
        (touched(points[0], boxes, 2), touched(points[-1], boxes, 12)): points for points in arrows
    }
    assert len(ends) == len(arrows)
    assert sorted(ends) == sorted((a, b) for a, b, _ in want.ways)
    labelled = {(a, b): label for a, b, label in want.ways if label}
    assert len(seen["labels"]) == len(labelled)
    for one in seen["labels"]:
        nearest = min(labelled, key=lambda way: distance(one["box"], ends[way]))
        assert joined(one["lines"]) == joined([labelled[nearest]])


FITS = """() => {
  const found = [];
  const box = shape => {
    const b = shape.getBBox();
    return [b.x, b.y, b.x + b.width, b.y + b.height];
  };
  const out = (words, frame, what) => {
    const [a, b, c, d] = box(words), [e, f, g, h] = box(frame);
    if (a < e || b < f - 1 || c > g || d > h + 1) found.push(`${what}: ${words.textContent}`);
  };
  for (const svg of document.querySelectorAll('svg.flow')) {
    for (const shape of svg.querySelectorAll('.flow-box, .flow-end'))
      for (const text of shape.nextElementSibling.querySelectorAll('text')) out(text, shape, 'box');
    for (const halo of svg.querySelectorAll('.flow-halo'))
      for (const text of halo.nextElementSibling.querySelectorAll('text')) out(text, halo, 'label');
    for (const lane of svg.querySelectorAll('.flow-lane'))
      for (const text of lane.nextElementSibling.nextElementSibling.querySelectorAll('text'))
        out(text, lane, 'lane');
  }
  const size = document.querySelector('svg.flow').getBoundingClientRect().width /
    document.querySelector('svg.flow').viewBox.baseVal.width * parseFloat(
      document.querySelector('svg.flow g').getAttribute('font-size'));
  if (size < 12) found.push(`words of ${size.toFixed(1)} px`);
  return found;
}"""


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_words_leave_their_box(open_page: OpenPage, address: str, width: int) -> None:
    found: dict[str, list[str]] = {}
    for tree in TREES:
        for path in SERVICES:
            name = f"{tree}services/{path.stem}/"
            with open_page(f"{address}/{name}", width) as page:
                if wrong := page.evaluate(FITS):
                    found[name] = wrong
    assert found == {}


def test_the_drawing_scrolls_in_a_region_that_the_keyboard_reaches(
    open_page: OpenPage, address: str
) -> None:
    with open_page(f"{address}/services/petition/", 360) as page:
        region = page.locator(".flow-scroll")
        assert region.get_attribute("tabindex") == "0"
        assert region.get_attribute("role") == "region"
        assert "流程圖" in str(region.get_attribute("aria-label"))
        assert region.evaluate("one => one.scrollWidth > one.clientWidth")
        region.focus()
        for _ in range(8):
            page.keyboard.press("ArrowRight")
        page.wait_for_timeout(400)
        assert region.evaluate("one => one.scrollLeft") > 0
        # The words come first: nobody has to scroll to learn the steps.
        order = "one => one.compareDocumentPosition(document.querySelector('.steps'))"
        assert region.evaluate(order) & 2


@pytest.mark.parametrize("name", ["services/petition/#step-register", "services/bail-refund/"])
def test_a_link_to_a_step_leads_to_it(open_page: OpenPage, address: str, name: str) -> None:
    with open_page(f"{address}/{name.partition('#')[0]}") as page:
        link = page.locator(".steps .way a, .steps .ways a").first
        wanted = str(link.get_attribute("href")).removeprefix("#")
        link.click()
        assert page.evaluate("document.querySelector(':target').id") == wanted


@pytest.mark.parametrize("tree", TREES)
def test_the_sheet_fits_one_side_of_paper(open_page: OpenPage, address: str, tree: str) -> None:
    """Printed as it is, with the page's own margins: one A4 side for every service."""
    pages: dict[str, int] = {}
    for path in SERVICES:
        with open_page(f"{address}/{tree}services/{path.stem}/sheet/") as page:
            printed = page.pdf(format="A4", prefer_css_page_size=True)
            pages[path.stem] = len(re.findall(rb"/Type\s*/Page\b(?!s)", printed))
    assert {name: count for name, count in pages.items() if count != 1} == {}
