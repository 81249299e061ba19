"""The ways that an arrow may take, on a grid without sizes.

Upright lines run in the middle of a lane (`x = 2 * lane + 1`) or in the gutter on its left
(`x = 2 * lane`); level lines run through a row (`y = 2 * row + 1`) or through the channel above it
(`y = 2 * row`). A row holds one box only, so all its other lanes are free.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from disclosure.flowchart.graph import Graph

Side = Literal["top", "left", "right", "bottom"]
#: Arrows that enter the same box on the same side join; the key of such a bundle.
Bundle = tuple[int, Side]

#: What a way costs: 1 for each corner, and
_LANE = 0.3  # … going one lane sideways
_ROW = 0.1  # … going one row up or down
_SIDE_ENTRY = 0.3  # … not entering from above while going down
_OUTER = 0.3  # … using a gutter outside of all lanes


class Spot(NamedTuple):
    """A place on the grid."""

    x: int
    y: int


class Span(NamedTuple):
    """A straight part of a route, from `start` to `end` as the arrow goes."""

    level: bool
    at: int
    start: int
    end: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one arrow in straight parts; those from `shared` on are its bundle's."""

    edge: int
    source: int
    target: int
    exit: Side
    entry: Side
    spans: tuple[Span, ...]
    shared: int
    bundle: Bundle


def route(
    edge: int, source: int, target: int, spots: tuple[Spot, Spot], exit: Side, *lines: int
) -> Route:
    """The route along `lines`, which are upright and level by turns."""
    upright = exit in ("bottom", "top")
    (x0, y0), (x1, y1) = spots
    spans = []
    for number, line in enumerate(lines):
        first, last = (y0, y1) if upright else (x0, x1)
        start = lines[number - 1] if number else first
        end = lines[number + 1] if number + 1 < len(lines) else last
        spans.append(Span(not upright, line, start, end, min(start, end), max(start, end)))
        upright = not upright
    entry: Side = "top"
    if spans[-1].level:
        entry = "left" if spans[-1].start < x1 else "right"
    # The port is the arrow's own, and so is the channel that leads from it to a gutter.
    shared = min(1, len(lines) - 1)
    if exit == "bottom" and len(lines) > 2 and lines[2] % 2 == 0:
        shared = 2
    return Route(edge, source, target, exit, entry, tuple(spans), shared, (target, entry))


class Grid:
    """The boxes of a graph in their places, and the ways between them."""

    def __init__(self, graph: Graph) -> None:
        numbers = {node.id: number for number, node in enumerate(graph.nodes)}
        self.width, self.height = 2 * len(graph.lanes), 2 * len(graph.nodes)
        self.ends = [(numbers[edge.source], numbers[edge.target]) for edge in graph.edges]
        self.spots = [Spot(2 * n.lane + 1, 2 * row + 1) for row, n in enumerate(graph.nodes)]
        self._rows: dict[int, list[int]] = defaultdict(list)
        for spot in self.spots:
            self._rows[spot.x].append(spot.y)

    def ways(self, edge: int) -> list[tuple[float, Route]]:
        """All ways of an arrow with their costs, the cheap ones first."""
        found = [(self.cost(way), way) for way in self._all_ways(edge)]
        return sorted(found, key=lambda one: one[0])

    def rise(self, edge: int) -> int:
        """How far down an arrow leads; less than 0 if it leads up."""
        source, target = self.ends[edge]
        return self.spots[target].y - self.spots[source].y

    def _all_ways(self, edge: int) -> Iterator[Route]:
        source, target = self.ends[edge]
        spots = (self.spots[source], self.spots[target])
        (x0, y0), (x1, y1) = spots

        def way(exit: Side, *lines: int) -> Route:
            return route(edge, source, target, spots, exit, *lines)

        below = y0 + 1
        above = y1 - 1
        if y1 > y0:
            across: Side = "right" if x1 > x0 else "left"
            if x0 == x1:
                if self._is_free(x0, y0, y1):
                    yield way("bottom", x0)
            else:
                if self._is_free(x1, y0, y1):
                    yield way(across, y0, x1)
                if self._is_free(x0, y0, y1):
                    yield way("bottom", x0, y1)
                for channel in range(below, y1, 2):
                    if self._is_free(x0, y0, channel) and self._is_free(x1, channel, y1):
                        yield way("bottom", x0, channel, x1)
        for gutter in self._gutters(x0, x1):
            aside: Side = "right" if gutter > x0 else "left"
            if y0 != y1:
                yield way(aside, y0, gutter, y1)
            yield way(aside, y0, gutter, above, x1)
            yield way("bottom", x0, below, gutter, y1)
            if above != below:
                yield way("bottom", x0, below, gutter, above, x1)

    def _gutters(self, x0: int, x1: int) -> Iterable[int]:
        """Those between two lanes, those beside them, and the outermost ones."""
        near = range(min(x0, x1) - 1, max(x0, x1) + 2, 2)
        return sorted({0, self.width, *near})

    def _is_free(self, lane: int, low: int, high: int) -> bool:
        """Whether the middle of a lane holds no box between two heights, ends not counted."""
        rows = self._rows[lane]
        at = bisect_right(rows, low)
        return at == len(rows) or rows[at] >= high

    def cost(self, way: Route) -> float:
        """What a way costs by itself."""
        cost = float(len(way.spans) - 1)
        for span in way.spans:
            cost += (span.high - span.low) / 2 * (_LANE if span.level else _ROW)
            if not span.level and span.at in (0, self.width):
                cost += _OUTER
        if way.entry != "top" and self.rise(way.edge) > 0:
            cost += _SIDE_ENTRY
        return cost
