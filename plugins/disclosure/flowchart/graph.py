"""A flow as a graph in one language, which the layout draws; and questions about its shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

NodeKind = Literal["start", "step", "decision", "end"]


@dataclass(frozen=True, slots=True)
class Node:
    """One box. `lane` counts from 0; the place among the nodes, from 1, is the number drawn."""

    id: str
    lane: int
    kind: NodeKind
    text: str


@dataclass(frozen=True, slots=True)
class Edge:
    """One arrow; `label` is empty where the way is the only one."""

    source: str
    target: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Graph:
    """Lanes by their headings, nodes in reading order (one row each), and the arrows."""

    lanes: tuple[str, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def reachable(origins: Iterable[str], ways: Mapping[str, Iterable[str]]) -> set[str]:
    """All that can be reached from `origins` along `ways`, the origins themselves included."""
    found: set[str] = set()
    waiting = list(origins)
    while waiting:
        at = waiting.pop()
        if at not in found:
            found.add(at)
            waiting.extend(ways.get(at, ()))
    return found


def turned(ways: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """The same ways, walked backwards."""
    back: dict[str, list[str]] = {}
    for source, targets in ways.items():
        for target in targets:
            back.setdefault(target, []).append(source)
    return back
