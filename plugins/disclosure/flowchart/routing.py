"""Which of its ways each arrow takes.

Each in turn takes the cheapest, given those of the others, until nothing changes; then those that
enter or leave the same box try it together. Sizes and words play no part: a drawing does not jump
when somebody mends a sentence.
"""

from __future__ import annotations

from collections import defaultdict

from disclosure.flowchart.graph import Graph
from disclosure.flowchart.ways import Bundle, Grid, Route, Span

_ROUNDS = 3
#: Cost of …
_CROSSING = 2.0
_TWO_EXITS = 2.0  # … two exits on one side
_TWO_BELOW = 0.5  # … two exits below
_EXIT_BY_ENTRY = 1.6  # … an exit and an entry on one side
_OFF_CENTRE = 1.0  # … leaving below, beside the line that leads to the next box of the lane
_TRACK = 0.4  # … one more track in a gutter
_COVERED_LABEL = 0.6  # … a label where gutter lines pass
_JOINING = 0.3  # what joining a bundle saves
_SHARING = 0.6  # … and sharing its gutter or lane
_MAX_BELOW = 2  # labels of more exits would not fit side by side


#: A straight part of a chosen route: its ends, and what it joins.
Line = tuple[int, int, Bundle]


class Router:
    """Finds the routes of one graph."""

    def __init__(self, graph: Graph) -> None:
        self._grid = Grid(graph)
        self._spots = self._grid.spots
        self._labelled = [bool(edge.label) for edge in graph.edges]
        self._chosen: dict[int, Route] = {}
        self._level: list[list[Line]] = [[] for _ in range(self._grid.height + 1)]
        self._upright: list[list[Line]] = [[] for _ in range(self._grid.width + 1)]
        self._leaving: dict[int, list[Route]] = defaultdict(list)
        self._entering: dict[int, list[Route]] = defaultdict(list)
        self._ways = [self._grid.ways(edge) for edge in range(len(graph.edges))]
        #: The arrows that enter the same box, and all arrows at one box.
        entering: list[list[int]] = [[] for _ in graph.nodes]
        leaving: list[list[int]] = [[] for _ in graph.nodes]
        for edge, (source, target) in enumerate(self._grid.ends):
            entering[target].append(edge)
            if source != target:
                leaving[source].append(edge)
        both = [[*first, *then] for first, then in zip(entering, leaving, strict=True)]
        self._groups = [group for group in (*entering, *both) if len(group) > 1]

    def routes(self) -> list[Route]:
        """One for each edge, in their order."""
        # Short ones first: they have the fewest ways to choose from and look worst when bent.
        short_first = sorted(
            range(len(self._ways)), key=lambda edge: (abs(self._grid.rise(edge)), edge)
        )
        for edge in short_first:
            self._add(self._cheapest(edge)[1])
        for _ in range(_ROUNDS):
            before = dict(self._chosen)
            for edge in short_first:
                self._remove(edge)
                self._add(self._cheapest(edge)[1])
            for group in self._groups:
                self._again(group)
            if self._chosen == before:
                break
        return [self._chosen[edge] for edge in range(len(self._ways))]

    def _again(self, group: list[int]) -> None:
        """Looks for better ways of several arrows at once, which one by one they do not find."""
        olds = [self._chosen[edge] for edge in group]
        for edge in group:
            self._remove(edge)
        best, found = 0.0, olds
        for way in olds:
            best += self._cost(way)
            self._add(way)
        for order in (group, group[::-1]):
            for edge in group:
                self._remove(edge)
            total = 0.0
            for edge in order:
                cost, way = self._cheapest(edge)
                total += cost
                self._add(way)
            if total < best - 1e-9:
                best, found = total, [self._chosen[edge] for edge in group]
        for way in found:
            self._remove(way.edge)
        for way in found:
            self._add(way)

    def _add(self, way: Route) -> None:
        self._chosen[way.edge] = way
        for span in way.spans:
            (self._level if span.level else self._upright)[span.at].append(
                (span.low, span.high, way.bundle)
            )
        self._leaving[way.source].append(way)
        self._entering[way.target].append(way)

    def _remove(self, edge: int) -> None:
        way = self._chosen.pop(edge)
        for span in way.spans:
            (self._level if span.level else self._upright)[span.at].remove(
                (span.low, span.high, way.bundle)
            )
        self._leaving[way.source].remove(way)
        self._entering[way.target].remove(way)

    # The cost of a way beside the others

    def _cheapest(self, edge: int) -> tuple[float, Route]:
        best, found = float("inf"), self._ways[edge][0][1]
        for length, way in self._ways[edge]:
            if length - _JOINING - 2 * _SHARING >= best:
                break
            cost = length + self._at_ports(way)
            if cost - 2 * _SHARING < best:
                cost += self._on_the_way(way, best - cost)
            if cost < best:
                best, found = cost, way
        return best, found

    def _cost(self, way: Route) -> float:
        return self._grid.cost(way) + self._at_ports(way) + self._on_the_way(way, float("inf"))

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
            meeting = [one for one in self._entering[way.source] if one.entry == way.exit]
            cost += _EXIT_BY_ENTRY * bool(meeting) + _CROSSING * _from_both(meeting)
        joined = [one for one in self._entering[way.target] if one.entry == way.entry]
        if joined:
            cost -= _JOINING
        if way.entry != "top":
            leaving = sum(one.exit == way.entry for one in self._leaving[way.target])
            if not joined:
                cost += _EXIT_BY_ENTRY * leaving
            elif leaving and not _from_both(joined):
                cost += _CROSSING * _from_both([*joined, way])
        return cost

    def _on_the_way(self, way: Route, most: float) -> float:
        """The cost along a way; not all of it if it is more than `most` anyway."""
        cost = 0.0
        for span in way.spans:
            cost += _CROSSING * self._crossings(span)
            if cost - 2 * _SHARING > most:
                return cost
            if not span.level:
                cost += self._beside(way, span)
        if self._labelled[way.edge] and way.exit in ("left", "right"):
            spot = self._spots[way.source]
            gutter = spot.x + (1 if way.exit == "right" else -1)
            if any(low < spot.y < high for low, high, _ in self._upright[gutter]):
                cost += _COVERED_LABEL
        return cost

    def _crossings(self, span: Span) -> int:
        lines = self._upright if span.level else self._level
        at, count = span.at, 0
        for across in lines[span.low + 1 : span.high]:
            for low, high, _ in across:
                if low < at < high:
                    count += 1
        return count

    def _beside(self, way: Route, span: Span) -> float:
        """The cost of running beside other bundles in the same gutter or lane."""
        others: set[Bundle] = set()
        joins = False
        for start, end, bundle in self._upright[span.at]:
            if bundle == way.bundle:
                joins = True
            else:
                low, high = max(start, span.low), min(end, span.high)
                # Two that only meet in a row use different ports of its box.
                if low < high or (low == high and low % 2 == 0):
                    others.add(bundle)
        each = _OFF_CENTRE if span.at % 2 else _TRACK
        return each * len(others) - (_SHARING if joins else 0.0)


def _from_both(entering: list[Route]) -> bool:
    """Whether arrows come to one side from above and from below: what leaves there crosses them."""
    return len({way.spans[-2].start < way.spans[-2].end for way in entering}) > 1
