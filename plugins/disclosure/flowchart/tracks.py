"""Side by side: which of the lines in one gutter or channel comes first.

The same for both: a strand runs along the gutter or channel from `low` to `high` and turns off to
the one side (-1: left or up) or the other (+1: right or down).
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

#: How often each strand is tried in all places.
_ROUNDS = 3


@dataclass(slots=True)
class Strand:
    """A line, or several that are joined."""

    key: Hashable
    low: float = float("inf")
    high: float = float("-inf")
    turns: list[tuple[float, int]] = field(default_factory=list)

    def add(self, at: float, direction: int) -> None:
        """Lets it reach to `at`, where it turns off."""
        self.low = min(self.low, at)
        self.high = max(self.high, at)
        self.turns.append((at, direction))

    def mirrored(self) -> Strand:
        """The same with its two sides exchanged."""
        turns = [(at, -direction) for at, direction in self.turns]
        return Strand(self.key, self.low, self.high, turns)

    def meets(self, other: Strand, room: float) -> bool:
        """Whether the two need a track each."""
        return self.low <= other.high + room and other.low <= self.high + room


def tracks(strands: Sequence[Strand], room: float) -> dict[Hashable, int]:
    """The track of each strand, counted from 0, with as few crossings as easily found."""
    order = _order(strands, room)
    found: dict[Hashable, int] = {}
    for number, strand in enumerate(order):
        before = (found[one.key] for one in order[:number] if one.meets(strand, room))
        found[strand.key] = max(before, default=-1) + 1
    return found


def _order(strands: Sequence[Strand], room: float) -> list[Strand]:
    order = sorted(strands, key=lambda one: (one.low, one.high))
    if len(order) < 2:
        return order
    cost = {
        (a.key, b.key): _crossings(a, b) if a is not b and a.meets(b, room) else 0
        for a in order
        for b in order
    }
    for _ in range(_ROUNDS):
        moved = False
        for strand in list(order):
            at = order.index(strand)
            rest = order[:at] + order[at + 1 :]
            # The price of each place, walked from the first to the last.
            price = sum(cost[strand.key, other.key] for other in rest)
            prices = [price]
            for other in rest:
                price += cost[other.key, strand.key] - cost[strand.key, other.key]
                prices.append(price)
            best = min(prices)
            if best < prices[at]:
                rest.insert(prices.index(best), strand)
                order, moved = rest, True
        if not moved:
            break
    return order


def _crossings(first: Strand, second: Strand) -> int:
    """How often the two cross if `first` comes before `second`."""
    return sum(
        direction > 0 and second.low < at < second.high for at, direction in first.turns
    ) + sum(direction < 0 and first.low < at < first.high for at, direction in second.turns)
