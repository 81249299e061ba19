"""Which way each arrow goes, on a grid without sizes.

Upright lines run in the middle of a lane (`x = 2 * lane + 1`) or in the gutter on its left
(`x = 2 * lane`); level lines run through a row (`y = 2 * row + 1`) or through the channel above it
(`y = 2 * row`). A row holds one box only, so all its other lanes are free. Every arrow has a few
dozen possible ways; each in turn takes the cheapest, given those of the others, until nothing
changes. Sizes and words play no part: a drawing does not jump when somebody mends a sentence.
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

_ROUNDS = 4
#: Cost of …
_CROSSING = 2.0
_LANE = 0.3  # … going one lane sideways
_ROW = 0.1  # … going one row up or down
_SIDE_ENTRY = 0.3  # … not entering from above while going down
_OUTER = 0.3  # … using a gutter outside of all lanes
_TWO_EXITS = 2.0  # … two exits on one side
_TWO_BELOW = 0.5  # … two exits below
_EXIT_BY_ENTRY = 1.0  # … an exit and an entry on one side
_OFF_CENTRE = 1.0  # … leaving below, beside the line that leads to the next box of the lane
_TRACK = 0.4  # … one more track in a gutter
_COVERED_LABEL = 0.6  # … a label where gutter lines pass
_JOINING = 0.3  # what joining a bundle saves
_SHARING = 0.6  # … and sharing its gutter or lane
_MAX_BELOW = 2  # labels of more exits would not fit side by side


class Spot(NamedTuple):
    """A place on the grid."""

    x: int
    y: int


class Span(NamedTuple):
    """A straight part of a route: `start` and `end` are in the order of the arrow."""

    level: bool
    at: int
    start: int
    end: int

    @property
    def low(self) -> int:
        """The lesser end."""
        return min(self.start, self.end)

    @property
    def high(self) -> int:
        """The greater end."""
        return max(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one arrow: its straight parts; those from `shared` on it shares with its bundle."""

    edge: int
    source: int
    target: int
    exit: Side
    entry: Side
    spans: tuple[Span, ...]
    shared: int

    @property
    def bundle(self) -> Bundle:
        """What it joins."""
        return (self.target, self.entry)


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
        spans.append(Span(not upright, line, start, end))
        upright = not upright
    entry: Side = "top"
    if spans[-1].level:
        entry = "left" if spans[-1].start < x1 else "right"
    # The port is the arrow's own, and so is the channel that leads from it to a gutter.
    shared = min(1, len(lines) - 1)
    if exit == "bottom" and len(lines) > 2 and lines[2] % 2 == 0:
        shared = 2
    return Route(edge, source, target, exit, entry, tuple(spans), shared)


class Router:
    """Finds the routes of one graph."""

    def __init__(self, graph: Graph) -> None:
        numbers = {node.id: number for number, node in enumerate(graph.nodes)}
        self._ends = [(numbers[edge.source], numbers[edge.target]) for edge in graph.edges]
        self._labelled = [bool(edge.label) for edge in graph.edges]
        self._spots = [Spot(2 * n.lane + 1, 2 * row + 1) for row, n in enumerate(graph.nodes)]
        self._right = 2 * len(graph.lanes)
        self._rows: dict[int, list[int]] = defaultdict(list)
        for spot in self._spots:
            self._rows[spot.x].append(spot.y)
        self._level: dict[int, list[tuple[Span, Route]]] = defaultdict(list)
        self._upright: dict[int, list[tuple[Span, Route]]] = defaultdict(list)
        self._leaving: dict[int, list[Route]] = defaultdict(list)
        self._entering: dict[int, list[Route]] = defaultdict(list)

    def routes(self) -> list[Route]:
        """One for each edge, in their order."""
        possible = [self._possible(edge) for edge in range(len(self._ends))]
        # Short ones first: they have the fewest ways to choose from and look worst when bent.
        order = sorted(possible, key=lambda ways: (abs(self._rise(ways[0][1])), ways[0][1].edge))
        chosen: dict[int, Route] = {}
        for _ in range(_ROUNDS):
            before = dict(chosen)
            for ways in order:
                edge = ways[0][1].edge
                if edge in chosen:
                    self._remove(chosen[edge])
                chosen[edge] = self._cheapest(ways)
                self._add(chosen[edge])
            if chosen == before:
                break
        return [chosen[edge] for edge in range(len(self._ends))]

    def _rise(self, way: Route) -> int:
        return self._spots[way.target].y - self._spots[way.source].y

    def _add(self, way: Route) -> None:
        for span in way.spans:
            (self._level if span.level else self._upright)[span.at].append((span, way))
        self._leaving[way.source].append(way)
        self._entering[way.target].append(way)

    def _remove(self, way: Route) -> None:
        for span in way.spans:
            (self._level if span.level else self._upright)[span.at].remove((span, way))
        self._leaving[way.source].remove(way)
        self._entering[way.target].remove(way)

    # All ways of one arrow, the cheap ones first

    def _possible(self, edge: int) -> list[tuple[float, Route]]:
        found = [(self._length(way), way) for way in self._ways(edge)]
        return sorted(found, key=lambda one: one[0])

    def _ways(self, edge: int) -> Iterator[Route]:
        source, target = self._ends[edge]
        spots = (self._spots[source], self._spots[target])
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
        return sorted({0, self._right, *near})

    def _is_free(self, lane: int, low: int, high: int) -> bool:
        """Whether the middle of a lane holds no box between two heights, ends not counted."""
        rows = self._rows[lane]
        at = bisect_right(rows, low)
        return at == len(rows) or rows[at] >= high

    def _length(self, way: Route) -> float:
        cost = float(len(way.spans) - 1)
        for span in way.spans:
            cost += (span.high - span.low) / 2 * (_LANE if span.level else _ROW)
            if not span.level and span.at in (0, self._right):
                cost += _OUTER
        if way.entry != "top" and self._rise(way) > 0:
            cost += _SIDE_ENTRY
        return cost

    # The cost of a way beside the others

    def _cheapest(self, ways: list[tuple[float, Route]]) -> Route:
        best, found = float("inf"), ways[0][1]
        for length, way in ways:
            if length - _JOINING - 2 * _SHARING >= best:
                break
            cost = length + self._at_ports(way)
            if cost - 2 * _SHARING < best:
                cost += self._on_the_way(way)
            if cost < best:
                best, found = cost, way
        return found

    def _at_ports(self, way: Route) -> float:
        cost = 0.0
        exits = sum(other.exit == way.exit for other in self._leaving[way.source])
        if way.exit == "bottom":
            straight = len(way.spans) == 1 and any(
                len(other.spans) == 1 for other in self._leaving[way.source]
            )
            if exits >= _MAX_BELOW or straight:
                return float("inf")
            cost += exits * _TWO_BELOW
        else:
            cost += exits * _TWO_EXITS
            cost += _EXIT_BY_ENTRY * any(
                other.entry == way.exit for other in self._entering[way.source]
            )
        joined = any(other.entry == way.entry for other in self._entering[way.target])
        if joined:
            cost -= _JOINING
        elif way.entry != "top":
            cost += _EXIT_BY_ENTRY * sum(
                other.exit == way.entry for other in self._leaving[way.target]
            )
        return cost

    def _on_the_way(self, way: Route) -> float:
        cost = 0.0
        for span in way.spans:
            cost += _CROSSING * self._crossings(way, span)
            if not span.level:
                cost += self._beside(way, span)
        if self._labelled[way.edge] and way.exit in ("left", "right"):
            spot = self._spots[way.source]
            gutter = spot.x + (1 if way.exit == "right" else -1)
            if any(span.low < spot.y < span.high for span, _ in self._upright[gutter]):
                cost += _COVERED_LABEL
        return cost

    def _crossings(self, way: Route, span: Span) -> int:
        count = 0
        lines = self._upright if span.level else self._level
        for at in range(span.low + 1, span.high):
            for other, its in lines.get(at, ()):
                if other.low < span.at < other.high and its.bundle != way.bundle:
                    count += 1
        return count

    def _beside(self, way: Route, span: Span) -> float:
        """The cost of running beside other bundles in the same gutter or lane."""
        others: set[Bundle] = set()
        joins = False
        for other, its in self._upright[span.at]:
            if its.bundle == way.bundle:
                joins = True
            else:
                low, high = max(other.low, span.low), min(other.high, span.high)
                # Two that only meet in a row use different ports of its box.
                if low < high or (low == high and low % 2 == 0):
                    others.add(its.bundle)
        each = _OFF_CENTRE if span.at % 2 else _TRACK
        return each * len(others) - (_SHARING if joins else 0.0)
