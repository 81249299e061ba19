"""Where the words of branches stand: beside the start of their arrows, where nothing else runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from disclosure.flowchart.graph import Edge
from disclosure.flowchart.measure import text_width, widest_part, wrap
from disclosure.flowchart.ports import Port, Ports
from disclosure.flowchart.shapes import LABEL_LEADING, SIZES
from disclosure.flowchart.tracks import Strand
from disclosure.flowchart.ways import Route

#: Room around the words, between label and arrow, and between label and all else.
_MARGIN = 4.0
TO_ARROW = 3.0
CLEAR = 5.0
#: Longer labels than this go on in another line, even if there is room.
_WIDEST = 104.0
#: The distance of ports on a side if no label comes between, and of ports below a box.
PORT_STEP = 14.0
BELOW_STEP = 14.0

#: The room between two lanes when no arrow runs there.
GUTTER = 12.0

Place = Literal["above", "under", "left", "right"]


@dataclass(slots=True)
class Words:
    """A label before its place in the drawing is known."""

    edge: int
    place: Place
    lines: tuple[str, ...]
    width: float
    height: float

    @property
    def depth(self) -> float:
        """How far it reaches above or below its arrow."""
        return self.height + TO_ARROW


def find_words(
    edges: Sequence[Edge],
    routes: Sequence[Route],
    ports: Ports,
    box: float,
    padding: float,
    gutter: Callable[[Route], Iterable[Strand]],
) -> dict[int, Words]:
    """The labels by their edges, wrapped for the room that is always there beside a box."""
    neighbours = _neighbours(routes, ports)
    found = {}
    for way in routes:
        text = edges[way.edge].label
        if not text:
            continue
        if way.exit == "bottom":
            slot = ports.below[way.edge]
            first = min(neighbours[way.source])
            alone = len(neighbours[way.source]) == 1
            to_left = slot < 0 if alone else slot == first
            place: Place = "left" if to_left else "right"
            # In its lane, but rather over the gutter than in two parts of a word.
            room = box / 2 - abs(slot) * BELOW_STEP + padding - TO_ARROW - CLEAR
            room = max(room, widest_part(text, SIZES.label, bold=True) + 2 * _MARGIN)
        else:
            place = _place(ports.exits[way.edge], gutter(way))
            # As far as the nearest arrow in the next lane.
            slot = _slot_beside(way, routes, ports)
            room = 2 * padding + GUTTER + box / 2 - slot * BELOW_STEP - TO_ARROW - CLEAR
        lines = wrap(text, min(room, _WIDEST) - 2 * _MARGIN, SIZES.label, bold=True)
        width = max(text_width(line, SIZES.label, bold=True) for line in lines) + 2 * _MARGIN
        height = len(lines) * LABEL_LEADING + 2
        found[way.edge] = Words(way.edge, place, lines, width, height)
    return found


def _neighbours(routes: Sequence[Route], ports: Ports) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for way in routes:
        if way.exit == "bottom":
            found.setdefault(way.source, []).append(ports.below[way.edge])
    return found


def _slot_beside(way: Route, routes: Sequence[Route], ports: Ports) -> int:
    """How far from the middle of the next lane an arrow passes the row where this one begins."""
    first = way.spans[0]
    lane = first.start + (2 if way.exit == "right" else -2)
    passing = (
        abs(ports.below[other.edge])
        for other in routes
        if other.exit == "bottom"
        and other.spans[0].at == lane
        and other.spans[0].low < first.at < other.spans[0].high
    )
    return max(passing, default=0)


def _place(port: Port, strands: Iterable[Strand]) -> Place:
    """Above its arrow unless something runs there in the gutter, and only there."""
    above, below = covered(port, strands)
    return "under" if above and not below else "above"


def covered(port: Port, strands: Iterable[Strand]) -> tuple[bool, bool]:
    """Whether lines in the gutter run above an arrow, and whether any run below it."""
    above = below = False
    for strand in strands:
        above |= strand.low < port.grid <= strand.high
        below |= strand.low <= port.grid < strand.high
    return above, below


def spread(side: list[Port], words: dict[int, Words]) -> tuple[float, float, float]:
    """Sets the offsets of the ports on one side from its middle.

    Returns how far the ports spread, and how far they and their labels reach up and down.
    """
    labels = [words.get(port.edge) if port.edge is not None else None for port in side]
    offsets = [0.0]
    for upper, lower in pairwise(labels):
        between = (upper.depth if upper and upper.place == "under" else 0.0) + (
            lower.depth if lower and lower.place == "above" else 0.0
        )
        offsets.append(offsets[-1] + (between + CLEAR if between else PORT_STEP))
    middle = offsets[-1] / 2
    up = down = 0.0
    for port, label, offset in zip(side, labels, offsets, strict=True):
        port.offset = offset - middle
        above = label is not None and label.place == "above"
        depth = label.depth if label else 0.0
        up = max(up, depth - port.offset if above else 0.0)
        down = max(down, 0.0 if above else depth + port.offset)
    return offsets[-1], up, down
