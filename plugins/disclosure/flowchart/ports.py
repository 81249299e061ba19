"""Where on the outline of its box each arrow begins and ends, on the grid of the routes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from disclosure.flowchart.ways import Route, Side

#: The distance of two ports on a side, in rows of the grid: small, only their order counts.
_FINE = 0.1


@dataclass(slots=True)
class Port:
    """One place on the left or right side of a box: an arrow that leaves, or all that enter.

    `turn` tells whether it goes on upwards (-1), downwards (+1) or both, and `reach` how far away.
    """

    edge: int | None
    reach: int
    turn: int = 0
    ups: int = 0
    downs: int = 0
    grid: float = 0.0
    offset: float = 0.0

    def add(self, turn: int, reach: int) -> None:
        """One more arrow that turns here."""
        self.ups += turn < 0
        self.downs += turn > 0
        self.turn = (self.downs > 0) - (self.ups > 0)
        self.reach = min(self.reach, reach)

    @property
    def rank(self) -> tuple[int, int, int]:
        """From the top: what turns up (the nearest first), what does not, what turns down."""
        nearness = self.reach * -self.turn
        return (self.turn, nearness, -1 if self.edge is None else self.edge)


@dataclass(slots=True)
class Ports:
    """All ports: on the sides from the top down, below by how many places from the middle."""

    sides: dict[tuple[int, Side], list[Port]] = field(default_factory=lambda: defaultdict(list))
    exits: dict[int, Port] = field(default_factory=dict)
    entries: dict[tuple[int, Side], Port] = field(default_factory=dict)
    below: dict[int, int] = field(default_factory=dict)


def find_ports(routes: Sequence[Route]) -> Ports:
    """The ports of all boxes."""
    ports = Ports()
    for way in routes:
        if way.exit != "bottom":
            port = _exit(way)
            ports.exits[way.edge] = port
            ports.sides[way.source, way.exit].append(port)
        if way.entry != "top":
            _enter(ports, way)
    for side in ports.sides.values():
        side.sort(key=lambda port: port.rank)
    _number(ports)
    _below(ports, routes)
    return ports


def _exit(way: Route) -> Port:
    first, second = way.spans[0], way.spans[1]
    port = Port(way.edge, abs(first.end - first.start))
    port.add(_sign(second.end - second.start), port.reach)
    return port


def _enter(ports: Ports, way: Route) -> None:
    last, before = way.spans[-1], way.spans[-2]
    port = ports.entries.get(way.bundle)
    if port is None:
        port = ports.entries[way.bundle] = Port(None, abs(last.end - last.start))
        ports.sides[way.bundle].append(port)
    port.add(_sign(before.start - before.end), abs(last.end - last.start))


def _number(ports: Ports) -> None:
    for (node, _), side in ports.sides.items():
        for number, port in enumerate(side):
            port.grid = 2 * node + 1 + _FINE * (number - (len(side) - 1) / 2)


def _below(ports: Ports, routes: Sequence[Route]) -> None:
    """Places below each box. The middle belongs to the line into the next box of the lane."""
    leaving: dict[int, list[Route]] = defaultdict(list)
    entering: dict[int, list[Route]] = defaultdict(list)
    for way in routes:
        if way.exit == "bottom":
            leaving[way.source].append(way)
        if way.entry == "top":
            entering[way.spans[-1].at].append(way)
    for ways in leaving.values():
        bent = [way for way in ways if len(way.spans) > 1]
        for way in ways:
            ports.below[way.edge] = 0
        if not bent:
            continue
        taken = len(bent) < len(ways) or any(
            _runs_beside(way, other) for way in bent for other in entering[way.spans[0].at]
        )
        _spread(ports, bent, taken=taken)


def _runs_beside(way: Route, other: Route) -> bool:
    mine, its = way.spans[0], other.spans[-1]
    return mine.start < its.high and its.low <= mine.high


def _spread(ports: Ports, bent: list[Route], *, taken: bool) -> None:
    """Each on the side to which it turns; the outer one of two turns first."""
    for direction in (-1, 1):
        same = [way for way in bent if _direction(way) == direction]
        same.sort(key=lambda way: (-way.spans[0].high, way.edge))
        alone = len(same) == len(bent)
        first = 0 if alone and not taken else 1
        for number, way in enumerate(same):
            ports.below[way.edge] = direction * (first + number)


def _direction(way: Route) -> int:
    return _sign(way.spans[1].end - way.spans[1].start)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
