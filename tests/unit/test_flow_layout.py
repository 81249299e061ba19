"""The layout of flow diagrams: what must hold for every graph, and that each check can fail."""

from __future__ import annotations

import json
import math
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from disclosure.flowchart.drawing import Arrow, Box, Drawing, Line, Point
from disclosure.flowchart.graph import Edge, Graph, Node, NodeKind
from disclosure.flowchart.layout import layout
from disclosure.flowchart.measure import text_width, wrap
from disclosure.resources import template_folder

Rect = tuple[float, float, float, float]

WORDS = {
    "zh": (
        "核定",
        "提出申請",
        "收文登錄並分案",
        "通知補正（7 日內）",
        "資料是否齊全？",
        "會同相關單位現場勘查，並製作紀錄、拍照存證後函復申請人",
        "通知家屬於 30 日內領回保管金錢與物品；逾期未領者，依規定辦理",
    ),
    "en": (
        "File",
        "Submit application",
        "Documents complete?",
        "Ask for a supplement within 7 days",
        "Non-prosecution, deferred prosecution, or acquittal is final",
        "Notify the family to collect money and belongings within 30 days",
        "Interdepartmental responsibilities",
    ),
}
LABELS = {
    "zh": ("是", "否", "否，移轉", "資料不齊", "逾期未補正，或不符合第 4 條規定者"),
    "en": ("Yes", "No", "No, transfer", "Incomplete", "Not supplemented within the time limit"),
}
LANES = {
    "zh": ("申請人", "收發室", "研究發展考核科", "衛生科與合作醫療院所"),
    "en": (
        "Applicant",
        "Mail room",
        "Civil Service Ethics Office",
        "Rehabilitation Administration",
    ),
}


def random_graph(seed: int) -> Graph:
    """Any graph: also such as the checks of a flow would refuse."""
    rnd = random.Random(seed)
    language = rnd.choice(("zh", "en"))
    count, lanes = rnd.randint(1, 30), rnd.randint(1, 8)
    nodes, edges = [], []
    for number in range(count):
        kind: NodeKind = "step"
        if number == 0 or rnd.random() < 0.08:
            kind = "start"
        elif number == count - 1 or rnd.random() < 0.06:
            kind = "end"
        elif rnd.random() < 0.25:
            kind = "decision"
        text = rnd.choice(WORDS[language])
        nodes.append(Node(f"n{number}", rnd.randrange(lanes), kind, text))
    for number, node in enumerate(nodes):
        if node.kind == "end":
            continue
        for _ in range(rnd.randint(2, 4) if node.kind == "decision" else 1):
            near = min(count - 1, number + rnd.randint(1, 3))
            target = near if rnd.random() < 0.65 else rnd.randrange(count)
            label = rnd.choice(LABELS[language]) if node.kind == "decision" else ""
            edges.append(Edge(node.id, f"n{target}", label))
    headings = tuple(rnd.choice(LANES[language]) for _ in range(lanes))
    return Graph(headings, tuple(nodes), tuple(edges))


def petition() -> Graph:
    """Ten steps in five lanes, with two decisions and a loop."""
    steps: tuple[tuple[int, NodeKind, str], ...] = (
        (0, "start", "提出陳情"),
        (1, "step", "收文登錄"),
        (1, "decision", "資料是否齊全？"),
        (1, "step", "通知補正"),
        (2, "step", "分案列管"),
        (3, "step", "調查辦理"),
        (3, "decision", "是否屬本機關權責？"),
        (4, "step", "核定回復"),
        (2, "step", "管考結案"),
        (0, "end", "收到回復"),
    )
    ways = ("12", "23", "34否", "35是", "41", "56", "67", "79否，移轉", "78是", "89", "9A")
    return Graph(
        ("民眾", "收發窗口", "研考單位", "業務單位", "機關首長"),
        tuple(Node(f"{n:X}", *step) for n, step in enumerate(steps, 1)),
        tuple(Edge(way[0], way[1], way[2:]) for way in ways),
    )


def joining() -> Graph:
    """Five starts that lead to one step."""
    lanes = (0, 0, 0, 1, 2)
    starts = tuple(Node(f"s{n}", lane, "start", "判決確定") for n, lane in enumerate(lanes))
    ways = tuple(Edge(one.id, "join") for one in starts)
    ends = (Node("join", 1, "step", "製作通知"), Node("end", 0, "end", "領回保證金"))
    return Graph(("具保人", "執行科", "紀錄科"), (*starts, *ends), (*ways, Edge("join", "end")))


# What is wrong with a drawing


def rect(thing: Any, grow: float = 0.0) -> Rect:
    return (
        thing.x - grow,
        thing.y - grow,
        thing.x + thing.width + grow,
        thing.y + thing.height + grow,
    )


def overlap(a: Rect, b: Rect) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def parts(arrow: Arrow) -> list[Rect]:
    """The straight parts of an arrow as rectangles without a width."""
    return [
        (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
        for a, b in pairwise(arrow.points)
    ]


def radius(box: Box) -> float:
    return 5.0 if box.kind == "step" else min(box.height / 2, 26.0)


def off_outline(box: Box, at: Point) -> float:
    """How far a point is from the outline of a box."""
    if box.kind == "decision":
        numbers = [float(one) for one in re.findall(r"[\d.]+", box.outline)]
        corners = list(zip(numbers[::2], numbers[1::2], strict=True))
        return min(
            math.dist(a, at) + math.dist(at, b) - math.dist(a, b)
            for a, b in pairwise([*corners, corners[0]])
        )
    round_by = radius(box)
    aside = abs(at[0] - box.x - box.width / 2) - (box.width / 2 - round_by)
    upright = abs(at[1] - box.y - box.height / 2) - (box.height / 2 - round_by)
    if aside > 0 and upright > 0:
        return abs(math.hypot(aside, upright) - round_by)
    return min(abs(aside - round_by), abs(upright - round_by))


def room_for(box: Box, line: Line) -> float:
    """The width of a box at the upper or lower edge of a line of text, where it is less."""
    middle = box.y + box.height / 2
    away = abs(line.y - 0.36 * 15 - middle) + 8
    if box.kind == "decision":
        return box.width - 2 * 16 * away / (box.height / 2)
    straight = box.height / 2 - radius(box)
    bent = max(0.0, away - straight)
    return box.width - 2 * (radius(box) - math.sqrt(max(0.0, radius(box) ** 2 - bent**2)))


def faults(drawing: Drawing) -> Iterator[str]:
    """Everything that must not be in a drawing."""
    boxes = {box.id: box for box in drawing.boxes}
    sheet = (0.0, 0.0, drawing.width, drawing.height)
    for a, b in combinations(drawing.boxes, 2):
        if overlap(rect(a), rect(b, 20)):
            yield f"boxes {a.id} and {b.id} are too near"
    for lane in drawing.lanes:
        for line in lane.lines:
            if text_width(line.text, 15, bold=True) > lane.width - 8 or line.y > lane.rule - 6:
                yield f"heading {line.text} is cut"
    for box in drawing.boxes:
        lanes = [lane for lane in drawing.lanes if lane.x < box.x < lane.x + lane.width]
        if len(lanes) != 1 or not inside(rect(box, 8), (*rect(lanes[0]),)):
            yield f"box {box.id} is not in a lane"
        elif box.y < lanes[0].rule + 11:
            yield f"box {box.id} is in the heading"
        for line in box.lines:
            if text_width(line.text, 15) > room_for(box, line) - 4:
                yield f"words {line.text} stand out of box {box.id}"
            if not box.y + 8 < line.y - 0.36 * 15 < box.y + box.height - 8:
                yield f"words {line.text} stand above or below box {box.id}"
    for arrow in drawing.arrows:
        yield from arrow_faults(arrow, drawing, boxes)
    yield from label_faults(drawing, sheet)
    for first, second in combinations(drawing.arrows, 2):
        if first.target != second.target:
            yield from (
                f"arrows {first.source}-{first.target} and {second.source}-{second.target} touch"
                for a in parts(first)
                for b in parts(second)
                if run_together(a, b)
            )
    if len(drawing.tips) != len({arrow.points[-1] for arrow in drawing.arrows}):
        yield "a head is missing or painted twice"


def run_together(a: Rect, b: Rect) -> bool:
    """Whether two parts run side by side with less than 6 units between them."""
    for axis in (0, 1):
        if a[axis] == a[axis + 2] and b[axis] == b[axis + 2]:
            other = 1 - axis
            together = min(a[other + 2], b[other + 2]) - max(a[other], b[other])
            return abs(a[axis] - b[axis]) < 6 and together > -6
    return False


def inside(inner: Rect, outer: Rect) -> bool:
    return (
        inner[0] >= outer[0]
        and inner[1] >= outer[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )


def arrow_faults(arrow: Arrow, drawing: Drawing, boxes: dict[str, Box]) -> Iterator[str]:
    name = f"arrow {arrow.source}-{arrow.target}"
    stretches = parts(arrow)
    for part in stretches:
        if part[0] != part[2] and part[1] != part[3]:
            yield f"{name} runs aslant"
        if not inside(part, (2, 2, drawing.width - 2, drawing.height - 2)):
            yield f"{name} leaves the sheet"
        if any(part[1] < lane.rule + 4 for lane in drawing.lanes):
            yield f"{name} runs through a heading"
    if off_outline(boxes[arrow.source], arrow.points[0]) > 0.2:
        yield f"{name} does not begin at its box"
    if off_outline(boxes[arrow.target], arrow.points[-1]) > 0.2:
        yield f"{name} does not end at its box"
    if math.dist(*arrow.points[-2:]) < 16:
        yield f"{name} has no room for its head"
    for box in drawing.boxes:
        for number, part in enumerate(stretches):
            own = (box.id == arrow.source and number == 0) or (
                box.id == arrow.target and number == len(stretches) - 1
            )
            if own:
                # On the slants of a decision it begins inside the rectangle round the outline.
                length = abs(part[2] - part[0] + part[3] - part[1])
                if length < 8 or goes_into(box, part) > 26:
                    yield f"{name} runs through its own box"
            elif overlap(part_of(part), rect(box, 6)):
                yield f"{name} runs into box {box.id}"
            badge = rect(box.badge)
            if overlap(part_of(part), badge):
                yield f"{name} runs through the number of {box.id}"


def part_of(part: Rect) -> Rect:
    """A part with a little width, so that it can overlap."""
    return (part[0] - 0.01, part[1] - 0.01, part[2] + 0.01, part[3] + 0.01)


def goes_into(box: Box, part: Rect) -> float:
    """How long a stretch of a part is within the rectangle round a box."""
    across = min(part[2], box.x + box.width) - max(part[0], box.x)
    down = min(part[3], box.y + box.height) - max(part[1], box.y)
    return max(across, down) if across >= 0 and down >= 0 else 0.0


def label_faults(drawing: Drawing, sheet: Rect) -> Iterator[str]:
    for label in drawing.labels:
        name = f"label {label.lines[0].text} of {label.source}"
        here = rect(label)
        if not inside(here, sheet):
            yield f"{name} leaves the sheet"
        if any(overlap(here, rect(box)) or overlap(here, rect(box.badge)) for box in drawing.boxes):
            yield f"{name} covers a box"
        if any(label.y < lane.rule for lane in drawing.lanes):
            yield f"{name} covers a heading"
        for arrow in drawing.arrows:
            if any(overlap(here, part_of(part)) for part in parts(arrow)):
                yield f"{name} is crossed by the arrow {arrow.source}-{arrow.target}"
        for line in label.lines:
            if text_width(line.text, 14, bold=True) > label.width - 4:
                yield f"{name} is wider than its paper"
        own = [a for a in drawing.arrows if (a.source, a.target) == (label.source, label.target)]
        if not any(overlap(rect(label, 4), part_of(parts(arrow)[0])) for arrow in own):
            yield f"{name} is not beside its arrow"
    for a, b in combinations(drawing.labels, 2):
        if overlap(rect(a), rect(b)):
            yield f"labels of {a.source} and {b.source} overlap"


@pytest.mark.parametrize("start", range(0, 400, 50))
def test_any_graph_is_drawn_without_a_fault(start: int) -> None:
    wrong = {
        seed: found
        for seed in range(start, start + 50)
        if (found := list(faults(layout(random_graph(seed)))))
    }
    assert wrong == {}


@pytest.mark.parametrize("graph", [petition(), joining()], ids=["petition", "joining"])
def test_real_flows_are_drawn_without_a_fault(graph: Graph) -> None:
    assert list(faults(layout(graph))) == []


def test_a_graph_of_one_box_and_one_without_arrows() -> None:
    for nodes in ((), (Node("a", 0, "start", "核定"),)):
        drawing = layout(Graph(("申請人",), nodes, ()))
        assert list(faults(drawing)) == []
        assert drawing.arrows == ()


# Each check can fail: a drawing that is spoilt, and a layout that lacks one of its parts


def moved(thing: Any, x: float = 0.0, y: float = 0.0) -> Any:
    return replace(thing, x=thing.x + x, y=thing.y + y)


def with_points(drawing: Drawing, number: int, *points: Point) -> Drawing:
    arrows = list(drawing.arrows)
    arrows[number] = replace(arrows[number], points=points)
    return replace(drawing, arrows=tuple(arrows))


def spoilt() -> Iterator[tuple[str, Drawing]]:
    """Drawings with one fault each, and the words that tell of it."""
    good = layout(petition())
    first, second, third = good.boxes[:3]
    label = good.labels[0]
    start, end = good.arrows[0].points[0], good.arrows[0].points[-1]
    corner = (end[0], start[1])
    yield "too near", replace(good, boxes=(first, moved(second, y=40), *good.boxes[2:]))
    yield "not in a lane", replace(good, boxes=(moved(first, x=-30), *good.boxes[1:]))
    yield "in the heading", replace(good, boxes=(moved(first, y=-40), *good.boxes[1:]))
    long = replace(second, lines=(replace(second.lines[0], text="收文登錄並分案辦理完畢"),))
    yield "stand out of box", replace(good, boxes=(first, long, *good.boxes[2:]))
    high = replace(second, lines=(moved(second.lines[0], y=-20),))
    yield "above or below", replace(good, boxes=(first, high, *good.boxes[2:]))
    heading = replace(good.lanes[0], lines=(Line("衛生科與合作醫療院所單位", 60, 20),))
    yield "is cut", replace(good, lanes=(heading, *good.lanes[1:]))
    yield "aslant", with_points(good, 0, start, end)
    yield "leaves the sheet", with_points(good, 0, start, (start[0], 5000), end)
    yield "through a heading", with_points(good, 0, start, (start[0], 20), (end[0], 20), end)
    yield "does not begin", with_points(good, 0, (start[0] + 5, start[1]), corner, end)
    yield "does not end", with_points(good, 0, start, corner, (end[0], end[1] - 5))
    yield "no room for its head", with_points(good, 0, start, (end[0], end[1] - 9), end)
    through = (second.x + 40, third.y)
    yield "into box 2", with_points(good, 5, (through[0], 150), through)
    back = (first.x, start[1])
    yield "through its own box", with_points(good, 0, back, corner, end)
    number = (third.badge.x + 2, third.y - 30)
    yield "through the number", with_points(good, 5, number, (number[0], third.y))
    yield "leaves the sheet", replace(good, labels=(moved(label, x=-900),))
    yield "covers a box", replace(good, labels=(moved(label, y=-30),))
    yield "covers a heading", replace(good, labels=(moved(label, y=-900),))
    yield "is crossed", replace(good, labels=(moved(label, x=-12),))
    yield "wider than its paper", replace(good, labels=(replace(label, width=10),))
    yield "not beside", replace(good, labels=(moved(label, x=400, y=400),))
    yield "labels of", replace(good, labels=(label, moved(label, x=5)))
    yield "touch", with_points(good, 4, (start[0], start[1] + 3), (corner[0], start[1] + 3))
    yield "painted twice", replace(good, tips=(*good.tips, good.tips[0]))


def test_faults_are_seen() -> None:
    unseen = [
        words for words, drawing in spoilt() if not any(words in fault for fault in faults(drawing))
    ]
    assert unseen == []


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("placing.tracks", lambda strands, room: {one.key: 0 for one in strands}, "touch"),
        ("placing._ABOVE_BOX", 2.0, "no room for its head"),
        ("placing._TRACK", 0.0, "touch"),
        ("placing.covered", lambda port, strands: (False, False), "is crossed"),
        ("placing.TO_ARROW", -60.0, "is crossed"),
        ("placing.BELOW_STEP", 0.0, "touch"),
        ("labels.PORT_STEP", 0.0, "touch"),
        ("labels.covered", lambda port, strands: (False, False), "is crossed"),
        ("labels.wrap", lambda text, *_, **__: (text,), "covers|crossed|leaves"),
        ("placing.wrap", lambda text, *_, **__: (text,), "stand out of box"),
        ("placing.inset", lambda *_: 0.0, "does not begin"),
        ("routing._MAX_BELOW", 9, "overlap|labels of"),
        ("ways.Grid._is_free", lambda *_: True, "into box"),
        ("shapes.LEADING", 8.0, "above or below"),
    ],
)
def test_a_layout_that_lacks_a_part_is_seen(
    monkeypatch: pytest.MonkeyPatch, name: str, value: object, words: str
) -> None:
    monkeypatch.setattr(f"disclosure.flowchart.{name}", value)
    found = (fault for seed in range(60) for fault in faults(layout(random_graph(seed))))
    assert any(re.search(words, fault) for fault in found)


# What stays when something else changes


def test_two_layouts_are_the_same() -> None:
    for seed in range(20):
        assert layout(random_graph(seed)) == layout(random_graph(seed))


def across(drawing: Drawing) -> list[object]:
    """All places from left to right."""
    return [
        [lane.x for lane in drawing.lanes],
        [(box.x, box.width) for box in drawing.boxes],
        [[x for x, _ in arrow.points] for arrow in drawing.arrows if arrow.points],
        [(label.x, label.width) for label in drawing.labels],
    ]


@pytest.mark.parametrize("seed", range(0, 60, 3))
def test_other_words_in_a_step_move_nothing_sideways_and_nothing_above(seed: int) -> None:
    graph = random_graph(seed)
    at = len(graph.nodes) // 2
    # A pill or hexagon that grows bends away from its ports; only rectangles have straight sides.
    before = replace(graph, nodes=tuple(replace(node, kind="step") for node in graph.nodes))
    longer = replace(before.nodes[at], text="通知家屬於 30 日內領回保管金錢與物品，逾期依規定辦理")
    after = replace(before, nodes=(*before.nodes[:at], longer, *before.nodes[at + 1 :]))
    old, new = layout(before), layout(after)
    assert across(old) == across(new)
    assert [box.y for box in old.boxes[:at]] == [box.y for box in new.boxes[:at]]
    moves = {
        round(b.y - a.y, 6) for a, b in zip(old.boxes[at + 1 :], new.boxes[at + 1 :], strict=True)
    }
    assert len(moves) <= 1


@pytest.mark.parametrize("seed", range(40))
def test_a_step_more_at_the_end_leaves_the_others_where_they_are(seed: int) -> None:
    graph = random_graph(seed)
    last = graph.nodes[-1]
    more = Node("more", last.lane, "end", "結案")
    longer = replace(graph, nodes=(*graph.nodes, more), edges=(*graph.edges, Edge(last.id, "more")))
    old, new = layout(graph), layout(longer)
    # The last step has one arrow more: its own other arrows may make room for it.
    assert [box for box in old.boxes[:-1] if box not in new.boxes] == []
    changed = [arrow for arrow in old.arrows if arrow not in new.arrows]
    assert [one for one in changed if last.id not in (one.source, one.target)] == []


# How the drawing reads


def test_a_flow_goes_straight_down_within_its_lane() -> None:
    nodes = tuple(Node(str(n), 0, "step", "核定") for n in range(4))
    drawing = layout(Graph(("申請人",), nodes, tuple(Edge(str(n), str(n + 1)) for n in range(3))))
    assert [len(arrow.points) for arrow in drawing.arrows] == [2, 2, 2]
    assert len({box.y - before.y for before, box in pairwise(drawing.boxes)}) == 1


def test_numbers_are_the_places_of_the_steps() -> None:
    drawing = layout(petition())
    assert [box.badge.line.text for box in drawing.boxes] == [str(n) for n in range(1, 11)]


def test_arrows_that_join_end_at_few_points() -> None:
    drawing = layout(joining())
    ends = {arrow.points[-1] for arrow in drawing.arrows if arrow.target == "join"}
    assert len(ends) <= 2


def test_nothing_crosses_in_a_common_flow() -> None:
    drawing = layout(petition())
    crossings = [
        (first.source, second.source)
        for first, second in combinations(drawing.arrows, 2)
        if first.target != second.target
        for a in parts(first)
        for b in parts(second)
        if overlap(part_of(a), part_of(b))
    ]
    assert crossings == []


def test_six_lanes_fit_on_a_page_and_few_are_wider() -> None:
    widths = []
    for count in range(1, 7):
        nodes = tuple(Node(str(n), n, "step", "核定") for n in range(count))
        edges = tuple(Edge(str(n), str(n + 1)) for n in range(count - 1))
        drawing = layout(Graph(("申請人",) * count, nodes, edges))
        assert drawing.width <= 1000
        widths.append(drawing.boxes[0].width)
    assert widths == sorted(widths, reverse=True)


# Lines of text


@pytest.mark.parametrize("seed", range(40))
def test_lines_follow_the_rules_of_chinese(seed: int) -> None:
    rnd = random.Random(seed)
    text = "".join(rnd.choice("機關民眾申請補正，。、；：「」（）？30 日 VPN ") for _ in range(40))
    text = re.sub(r"(?<=[，。、；：？」）])[，。、；：？」）]+|[「（]+(?=[「（])", "", text)
    text = text.lstrip("，。、；：？」） ").rstrip("「（ ")
    lines = wrap(text, 120, 15)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
    for line in lines:
        assert text_width(line, 15) <= 120
        assert line[0] not in "，。、；：？」）"
        assert line[-1] not in "「（"


def test_lines_are_even_and_words_whole() -> None:
    assert wrap("收到回復文書喔", 90, 15) == ("收到回", "復文書喔")
    assert wrap("判決有罪，被告到案執行", 120, 15) == ("判決有罪，", "被告到案執行")
    assert wrap("通知於 30 日內補正", 90, 15) == ("通知於", "30 日內補正")
    assert wrap("Ask for a supplement", 96, 15) == ("Ask for a", "supplement")
    assert wrap("Interdepartmental", 100, 15)[0].endswith("-")


def test_a_word_is_not_cut_for_a_letter() -> None:
    for room in range(60, 150):
        lines = wrap("Interdepartmental", room, 15)
        assert all(len(line.rstrip("-")) >= 3 for line in lines)
        assert "".join(line.rstrip("-") for line in lines) == "Interdepartmental"


# The template


def render(drawing: Drawing, title: str = "流程") -> str:
    environment = Environment(
        loader=FileSystemLoader(template_folder()), autoescape=True, undefined=StrictUndefined
    )
    template = environment.from_string(
        '{% from "components/flow-drawing.html" import drawing %}{{ drawing(d) }}'
    )
    # As JSON and back: it must be plain data.
    plain = json.loads(json.dumps(drawing.as_dict()))
    return template.render(d=plain | {"uid": "flow", "title": title, "desc": "共 10 個步驟。"})


def test_the_svg_is_well_formed_and_named() -> None:
    root = ElementTree.fromstring(render(layout(petition())))
    name = {child.get("id"): child.text for child in root[:2]}
    assert root.get("role") == "img"
    assert name == {
        root.get("aria-labelledby"): "流程",
        root.get("aria-describedby"): "共 10 個步驟。",
    }
    assert root[2].get("aria-hidden") == "true"
    assert len(root) == 3


@pytest.mark.parametrize("seed", range(10))
def test_the_svg_says_all_words_and_carries_no_style(seed: int) -> None:
    graph = random_graph(seed)
    svg = render(layout(graph))
    root = ElementTree.fromstring(svg)
    said = re.sub(r"[\s-]", "", "".join(one.text or "" for one in root.iter() if "text" in one.tag))
    for words in (*graph.lanes, *(node.text for node in graph.nodes)):
        assert re.sub(r"[\s-]", "", words) in said
    assert not re.search(r"style|var\(|url\(|<script|nan|inf\b|e-\d", svg)
    ids = re.findall(r'\bid="([^"]+)"', svg)
    assert len(ids) == len(set(ids)) == 2


def test_words_are_escaped() -> None:
    nodes = (Node("a", 0, "start", "<b>&\"'"), Node("b", 0, "end", "結案"))
    svg = render(layout(Graph(("<i>",), nodes, (Edge("a", "b", "<u>"),))), "<title>")
    assert not re.search(r"<[biu]>|<title>", svg)
    assert "&lt;b&gt;&amp;" in svg
