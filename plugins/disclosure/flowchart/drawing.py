"""A drawn flow: plain numbers and strings, which a template turns into SVG."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from disclosure.flowchart.graph import NodeKind

Point = tuple[float, float]

#: A wider drawing is not shrunk to the width of a page: its words would get small.
_PAGE = 1120


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words, centred on `x`; `y` is its baseline."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Lane:
    """A column and its heading; `rule` is the height of the line below the heading."""

    x: float
    y: float
    width: float
    height: float
    rule: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Badge:
    """The number of a step, on the upper edge of its box."""

    x: float
    y: float
    width: float
    height: float
    line: Line


@dataclass(frozen=True, slots=True)
class Box:
    """A step. `outline` is its shape as the data of an SVG path."""

    id: str
    kind: NodeKind
    x: float
    y: float
    width: float
    height: float
    outline: str
    badge: Badge
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """The way from one box to another: its corners, and the same with the corners rounded."""

    source: str
    target: str
    points: tuple[Point, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Tip:
    """An arrowhead; arrows that join share one."""

    path: str


@dataclass(frozen=True, slots=True)
class Label:
    """The words of a branch beside the start of its arrow; the rectangle is to be paper."""

    source: str
    target: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sizes:
    """Font sizes with which all was measured: steps and headings, labels, numbers."""

    text: float
    label: float
    number: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that is to be seen, in the order in which it is painted."""

    width: float
    height: float
    sizes: Sizes
    lanes: tuple[Lane, ...]
    arrows: tuple[Arrow, ...]
    tips: tuple[Tip, ...]
    boxes: tuple[Box, ...]
    labels: tuple[Label, ...]

    def as_dict(self) -> dict[str, Any]:
        """The same as plain dictionaries, lists, strings and numbers."""
        plain: dict[str, Any] = _plain(asdict(self))
        for arrow in plain["arrows"]:
            del arrow["points"]
        return plain | {"wide": self.width > _PAGE}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return tidy(value) if isinstance(value, float) else value


def tidy(number: float) -> int | float:
    """A coordinate with at most one decimal, and none that says nothing."""
    short = round(number, 1)
    return int(short) if short == int(short) else short


def point(x: float, y: float) -> str:
    """A point as it stands in the data of a path."""
    return f"{tidy(x)} {tidy(y)}"
