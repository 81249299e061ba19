"""From a graph to a drawing: everything in its place, as numbers and strings."""

from __future__ import annotations

from disclosure.flowchart.drawing import Arrow, Box, Drawing, Label, Lane, Point, Tip
from disclosure.flowchart.graph import Edge, Graph
from disclosure.flowchart.labels import TO_ARROW, Words
from disclosure.flowchart.placing import Placing
from disclosure.flowchart.shapes import (
    LABEL_LEADING,
    LEADING,
    SIZES,
    badge,
    outline,
    rounded,
    stacked,
    tip,
)

_EDGE = 1.0


def layout(graph: Graph) -> Drawing:
    """The drawing of a flow. The number of a step is its place among the nodes, from 1."""
    placing = Placing(graph)
    corners = {way.edge: placing.points(way) for way in placing.routes}
    return Drawing(
        width=placing.width,
        height=placing.height,
        sizes=SIZES,
        lanes=_lanes(placing),
        arrows=tuple(
            Arrow(edge.source, edge.target, corners[number], rounded(corners[number]))
            for number, edge in enumerate(graph.edges)
        ),
        # In the order of the arrows, each once: arrows that join end at the same point.
        tips=tuple(Tip(path) for path in dict.fromkeys(tip(one) for one in corners.values())),
        boxes=_boxes(graph, placing),
        labels=tuple(
            _label(graph.edges[number], words, corners[number], placing)
            for number, words in sorted(placing.words.items())
        ),
    )


def _lanes(placing: Placing) -> tuple[Lane, ...]:
    return tuple(
        Lane(
            x=x,
            y=_EDGE,
            width=placing.lane,
            height=placing.height - 2 * _EDGE,
            rule=placing.rule,
            lines=stacked(
                words, placing.middle(lane), (_EDGE + placing.rule) / 2, SIZES.text, LEADING
            ),
        )
        for lane, (x, words) in enumerate(zip(placing.lane_x, placing.headings, strict=True))
    )


def _boxes(graph: Graph, placing: Placing) -> tuple[Box, ...]:
    boxes = []
    for row, node in enumerate(graph.nodes):
        middle = placing.middle(node.lane)
        x, y = middle - placing.box / 2, placing.box_y(row)
        width, height = placing.box, placing.box_height[row]
        boxes.append(
            Box(
                id=node.id,
                kind=node.kind,
                x=x,
                y=y,
                width=width,
                height=height,
                outline=outline(node.kind, x, y, width, height),
                badge=badge(row + 1, x, y),
                lines=stacked(
                    placing.texts[row], middle, placing.row_middle(row), SIZES.text, LEADING
                ),
            )
        )
    return tuple(boxes)


def _label(edge: Edge, words: Words, points: tuple[Point, ...], placing: Placing) -> Label:
    """A label at its place beside the first part of its arrow."""
    (x, y), (on, _) = points[0], points[1]
    if words.place in ("left", "right"):
        x += TO_ARROW if words.place == "right" else -TO_ARROW - words.width
        y = placing.row_bottom(placing.routes[words.edge].source) + TO_ARROW
    else:
        # From the edge of the box, also where the arrow begins on a slant.
        middle = placing.middle_of(placing.routes[words.edge].source)
        aside = placing.box / 2 + TO_ARROW
        x = middle + aside if on > x else middle - aside - words.width
        y += TO_ARROW if words.place == "under" else -TO_ARROW - words.height
    return Label(
        source=edge.source,
        target=edge.target,
        x=x,
        y=y,
        width=words.width,
        height=words.height,
        lines=stacked(
            words.lines, x + words.width / 2, y + words.height / 2, SIZES.label, LABEL_LEADING
        ),
    )
