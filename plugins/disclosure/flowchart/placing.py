"""Sizes for the grid of the routes: where each lane, row and track is.

Across, only the lanes, the arrows and their labels count, so changing the words of a step moves
nothing sideways. Down, each row is as high as its own words need, and each channel between two
rows as its own arrows need.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable

from disclosure.flowchart.drawing import Point
from disclosure.flowchart.graph import Graph
from disclosure.flowchart.labels import (
    BELOW_STEP,
    CLEAR,
    GUTTER,
    TO_ARROW,
    covered,
    find_words,
    spread,
)
from disclosure.flowchart.measure import wrap
from disclosure.flowchart.ports import find_ports
from disclosure.flowchart.routing import Router
from disclosure.flowchart.shapes import (
    LEADING,
    SIZES,
    box_height,
    box_width,
    inset,
    text_room,
)
from disclosure.flowchart.tracks import Strand, tracks
from disclosure.flowchart.ways import Route, Side

_EDGE = 1.0  # around everything: half of a stroke stands out
_HEADING_PADDING = 12.0
_GUTTER_PAD = 10.0
_TRACK = 14.0
_CHANNEL = 42.0
_FIRST_CHANNEL = 28.0
_LAST_CHANNEL = 22.0
_BELOW_BOX = 14.0  # from a box to the first arrow that runs across below it
_ABOVE_BOX = 20.0  # from such an arrow to the next box: room for a head and a number
_ACROSS = 12.0  # between two of them


class Placing:
    """The places of one drawing; the steps of `__init__` build on each other."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self.routes = Router(graph).routes()
        self._ports = find_ports(self.routes)
        self.box, self._padding = box_width(len(graph.lanes))
        self.lane = self.box + 2 * self._padding
        self._gutters = self._gutter_strands()
        self.words = find_words(
            graph.edges, self.routes, self._ports, self.box, self._padding, self._beside
        )
        self._across()
        self.headings = [
            wrap(lane, self.lane - 2 * _HEADING_PADDING, SIZES.text, bold=True)
            for lane in graph.lanes
        ]
        self.texts = [
            wrap(node.text, text_room(node.kind, self.box), SIZES.text) for node in graph.nodes
        ]
        self._channels = self._channel_strands()
        self._down()

    # Across: gutters, lanes

    def _gutter_strands(self) -> dict[int, dict[Hashable, Strand]]:
        found: dict[int, dict[Hashable, Strand]] = defaultdict(dict)
        for way in self.routes:
            for number, span in enumerate(way.spans):
                if span.level or span.at % 2:
                    continue
                before, after = way.spans[number - 1], way.spans[number + 1]
                start, end = float(span.start), float(span.end)
                if number == 1:
                    start = self._ports.exits[way.edge].grid
                if number == len(way.spans) - 2:
                    end = self._ports.entries[way.bundle].grid
                strand = found[span.at // 2].setdefault(way.bundle, Strand(way.bundle))
                strand.add(start, -1 if before.start < span.at else 1)
                strand.add(end, -1 if after.end < span.at else 1)
        return found

    def _beside(self, way: Route) -> list[Strand]:
        """What runs in the gutter next to the side on which an arrow begins."""
        lane = self._graph.nodes[way.source].lane
        return list(self._gutters[lane + (way.exit == "right")].values())

    def _across(self) -> None:
        """Sets the left edge of each lane and the place of each track in the gutters."""
        count = len(self._graph.lanes)
        pads = self._pads()
        self.lane_x: list[float] = []
        self._track_x: dict[tuple[int, Hashable], float] = {}
        x = _EDGE
        for gutter in range(count + 1):
            strands = list(self._gutters[gutter].values())
            # Outside on the left the first track is the one next to the lanes.
            found = tracks([one.mirrored() for one in strands] if gutter == 0 else strands, 0.0)
            last = max(found.values(), default=0)
            if gutter == 0:
                found = {key: last - track for key, track in found.items()}
            left, right = pads[gutter]
            for key, track in found.items():
                self._track_x[gutter, key] = x + left + track * _TRACK
            width = left + last * _TRACK + right if strands else max(left, right)
            x += max(width, GUTTER if 0 < gutter < count else 0.0)
            if gutter < count:
                self.lane_x.append(x)
                x += self.lane
        self.width = x + _EDGE

    def _pads(self) -> list[tuple[float, float]]:
        """The room in each gutter before the first track and after the last one.

        It grows where a label would else be crossed, or would stand out of the drawing.
        """
        count = len(self._graph.lanes)
        pads = [
            [_GUTTER_PAD, _GUTTER_PAD] if self._gutters[gutter] else [0.0, 0.0]
            for gutter in range(count + 1)
        ]
        for way in self.routes:
            words = self.words.get(way.edge)
            if not words:
                continue
            if way.exit == "bottom":
                to_right = words.place == "right"
                begins = abs(self._ports.below[way.edge]) * BELOW_STEP - self.box / 2
            else:
                to_right, begins = way.exit == "right", 0.0
            gutter = self._graph.nodes[way.source].lane + to_right
            # How far the label reaches over the edge of its lane.
            over = begins + TO_ARROW + words.width + CLEAR - self._padding
            if over > 0 and (gutter in (0, count) or self._is_crossed(way, gutter)):
                near = 0 if to_right else 1
                pads[gutter][near] = max(pads[gutter][near], over)
        return [(left, right) for left, right in pads]

    def _is_crossed(self, way: Route, gutter: int) -> bool:
        """Whether lines in a gutter pass the place where the label of an arrow is."""
        strands = self._gutters[gutter].values()
        if way.exit == "bottom":
            channel = 2 * way.source + 2
            return any(strand.low < channel <= strand.high for strand in strands)
        return all(covered(self._ports.exits[way.edge], strands))

    def middle(self, lane: int) -> float:
        """The middle of a lane."""
        return self.lane_x[lane] + self._padding + self.box / 2

    # Down: rows, channels

    def _channel_strands(self) -> dict[int, dict[Hashable, Strand]]:
        found: dict[int, dict[Hashable, Strand]] = defaultdict(dict)
        for way in self.routes:
            for number, span in enumerate(way.spans):
                if not span.level or span.at % 2:
                    continue
                before, after = way.spans[number - 1], way.spans[number + 1]
                key = self._key(way, number)
                strand = found[span.at // 2].setdefault(key, Strand(key))
                strand.add(self._x(way, number - 1), -1 if before.start < span.at else 1)
                strand.add(self._x(way, number + 1), -1 if after.end < span.at else 1)
        return found

    @staticmethod
    def _key(way: Route, number: int) -> Hashable:
        return way.bundle if number >= way.shared else way.edge

    def _down(self) -> None:
        """Sets the upper edge and height of each row and the place of each track across."""
        lines = max((len(one) for one in self.headings), default=0)
        self.rule = _EDGE + lines * LEADING + 2 * _HEADING_PADDING
        self.row_y: list[float] = []
        self.row_height: list[float] = []
        self._row_above: list[float] = []  # from the upper edge of a row to the middle of its box
        self.box_height: list[float] = []
        self._track_y: dict[tuple[int, Hashable], float] = {}
        y = self.rule
        for row in range(len(self._graph.nodes)):
            y += self._channel(row, y)
            self.row_y.append(y)
            self._row(row)
            y += self.row_height[row]
        y += self._channel(len(self._graph.nodes), y)
        self.height = y + _EDGE

    def _row(self, row: int) -> None:
        """Sets the height of a row: as its words, its ports and the labels beside them need."""
        node = self._graph.nodes[row]
        ports = up = down = 0.0
        sides: tuple[Side, Side] = ("left", "right")
        for side in sides:
            if here := self._ports.sides.get((row, side)):
                wide, over, under = spread(here, self.words)
                ports, up, down = max(ports, wide), max(up, over), max(down, under)
        height = box_height(node.kind, len(self.texts[row]), ports)
        self.box_height.append(height)
        self._row_above.append(max(height / 2, up))
        self.row_height.append(self._row_above[row] + max(height / 2, down))

    def _channel(self, row: int, y: float) -> float:
        """The height of the channel above a row, whose arrows get their places."""
        strands = list(self._channels[row].values())
        found = tracks(strands, _ACROSS)
        labels = [
            words.depth
            for words in self.words.values()
            if words.place in ("left", "right") and self.routes[words.edge].source == row - 1
        ]
        first, last = row == 0, row == len(self._graph.nodes)
        strip = max(labels, default=0.0) + CLEAR if labels else 0.0
        upper = max(strip + 3, 8.0 if first else _BELOW_BOX)
        least = _FIRST_CHANNEL if first else _LAST_CHANNEL if last else _CHANNEL
        if not found:
            return max(least, strip + (0.0 if last else _ABOVE_BOX))
        between = max(found.values()) * _ACROSS
        lower = _BELOW_BOX if last else _ABOVE_BOX
        height = max(least, upper + between + lower)
        # In the middle of what is left.
        top = y + upper + (height - upper - between - lower) / 2
        for key, track in found.items():
            self._track_y[row, key] = top + track * _ACROSS
        return height

    def middle_of(self, row: int) -> float:
        """The middle of a box, across."""
        return self.middle(self._graph.nodes[row].lane)

    def row_bottom(self, row: int) -> float:
        """Where the channel below a row begins."""
        return self.row_y[row] + self.row_height[row]

    def box_y(self, row: int) -> float:
        """The upper edge of a box."""
        return self.row_middle(row) - self.box_height[row] / 2

    def row_middle(self, row: int) -> float:
        """The middle of a row, which is that of its box."""
        return self.row_y[row] + self._row_above[row]

    # The places of one arrow

    def points(self, way: Route) -> tuple[Point, ...]:
        """The corners of an arrow, from the outline of its box to that of its target."""
        points = [self._begin(way)]
        for number in range(1, len(way.spans)):
            before = number - 1
            level, upright = (before, number) if way.spans[before].level else (number, before)
            points.append((self._x(way, upright), self._y(way, level)))
        points.append(self._finish(way))
        return tuple(points)

    def _begin(self, way: Route) -> Point:
        if way.exit == "bottom":
            return (self._x(way, 0), self.box_y(way.source) + self.box_height[way.source])
        return self._on_side(way.source, way.exit, self._ports.exits[way.edge].offset)

    def _finish(self, way: Route) -> Point:
        if way.entry == "top":
            return (self.middle(self._graph.nodes[way.target].lane), self.box_y(way.target))
        return self._on_side(way.target, way.entry, self._ports.entries[way.bundle].offset)

    def _on_side(self, node: int, side: Side, offset: float) -> Point:
        kind, lane = self._graph.nodes[node].kind, self._graph.nodes[node].lane
        aside = self.box / 2 - inset(kind, self.box_height[node], offset)
        x = self.middle(lane) + (aside if side == "right" else -aside)
        return (x, self.row_middle(node) + offset)

    def _x(self, way: Route, number: int) -> float:
        """Where an upright part of an arrow runs."""
        span = way.spans[number]
        if span.at % 2 == 0:
            return self._track_x[span.at // 2, self._key(way, number)]
        slot = self._ports.below.get(way.edge, 0) if number == 0 else 0
        return self.middle(span.at // 2) + slot * BELOW_STEP

    def _y(self, way: Route, number: int) -> float:
        """Where a level part of an arrow runs."""
        span = way.spans[number]
        if span.at % 2 == 0:
            return self._track_y[span.at // 2, self._key(way, number)]
        port = self._ports.entries[way.bundle] if number else self._ports.exits[way.edge]
        return self.row_middle(span.at // 2) + port.offset
