"""The sizes of a drawing, and the shapes of boxes."""

from __future__ import annotations

import math

from disclosure.flowchart.drawing import Badge, Line, Point, Sizes, point, tidy
from disclosure.flowchart.graph import NodeKind
from disclosure.flowchart.measure import text_width

SIZES = Sizes(text=15, label=14, number=14)
LEADING = 21.0
LABEL_LEADING = 18.0
#: How far below the middle of a line its baseline is, in font sizes, for Chinese and capitals.
_BASELINE = 0.36

#: Box width and the room between box and edge of the lane, by the number of lanes: few lanes are
#: wide, six still fit on a page of the site, more of them are to be scrolled.
_WIDTHS = {1: (260.0, 24.0), 2: (240.0, 24.0), 3: (208.0, 22.0), 4: (174.0, 20.0), 5: (142.0, 18.0)}
_NARROWEST = (126.0, 15.0)

_TEXT_PADDING = 8.0
_BOX_PADDING = 13.0
_DECISION_PADDING = 15.0
#: How far the points of a decision stand out, and the greatest radius of a start or end.
_POINT = 16.0
_PILL = 26.0
_CORNER = 5.0
_BADGE_HEIGHT = 22.0
_BADGE_AT = 16.0
#: Between the outermost ports on a side and the corners of the box.
_PORT_MARGIN = 14.0

#: Corners of arrows and their heads.
_BEND = 7.0
_TIP_LENGTH = 9.0
_TIP_HALF = 4.5


def box_width(lanes: int) -> tuple[float, float]:
    """How wide boxes are, and the room on both sides of them."""
    return _WIDTHS.get(lanes, _NARROWEST)


def text_room(kind: NodeKind, width: float) -> float:
    """How wide a line of text may be in a box."""
    if kind == "decision":
        return width - 2 * (_POINT * 0.75 + 4)
    return width - 2 * (_TEXT_PADDING if kind == "step" else _TEXT_PADDING + 6)


def box_height(kind: NodeKind, lines: int, ports: float) -> float:
    """The height for so many lines, and for ports that spread so far on a side."""
    padding = _DECISION_PADDING if kind == "decision" else _BOX_PADDING
    return max(lines * LEADING + 2 * padding, ports + 2 * _PORT_MARGIN if ports else 0.0)


def inset(kind: NodeKind, height: float, offset: float) -> float:
    """How far the outline is inside the box's left and right edge, `offset` from the middle."""
    away = abs(offset)
    if kind == "decision":
        return _POINT * away / (height / 2)
    if kind == "step":
        return 0.0
    radius = min(height / 2, _PILL)
    within = away - (height / 2 - radius)
    return radius - math.sqrt(max(0.0, radius**2 - within**2)) if within > 0 else 0.0


def outline(kind: NodeKind, x: float, y: float, width: float, height: float) -> str:
    """The shape of a box as the data of a path."""
    right, bottom, middle = x + width, y + height, y + height / 2
    if kind == "decision":
        corners = (
            (x + _POINT, y),
            (right - _POINT, y),
            (right, middle),
            (right - _POINT, bottom),
            (x + _POINT, bottom),
            (x, middle),
        )
        return "M" + "L".join(point(*corner) for corner in corners) + "Z"
    radius = _CORNER if kind == "step" else min(height / 2, _PILL)
    arc = f"A{tidy(radius)} {tidy(radius)} 0 0 1 "
    return (
        f"M{point(x + radius, y)}H{tidy(right - radius)}{arc}{point(right, y + radius)}"
        f"V{tidy(bottom - radius)}{arc}{point(right - radius, bottom)}"
        f"H{tidy(x + radius)}{arc}{point(x, bottom - radius)}"
        f"V{tidy(y + radius)}{arc}{point(x + radius, y)}Z"
    )


def badge(number: int, x: float, y: float) -> Badge:
    """The number of the step whose box begins at `x`, `y`."""
    text = str(number)
    width = max(_BADGE_HEIGHT, text_width(text, SIZES.number, bold=True) + 8)
    centre = x + _BADGE_AT
    return Badge(
        x=centre - width / 2,
        y=y - _BADGE_HEIGHT / 2,
        width=width,
        height=_BADGE_HEIGHT,
        line=Line(text, centre, y + SIZES.number * _BASELINE),
    )


def stacked(
    texts: tuple[str, ...], x: float, middle: float, size: float, leading: float
) -> tuple[Line, ...]:
    """Lines below each other, around a middle height."""
    top = middle - leading * (len(texts) - 1) / 2 + size * _BASELINE
    return tuple(Line(text, x, top + leading * number) for number, text in enumerate(texts))


def rounded(points: tuple[Point, ...]) -> str:
    """The line of an arrow as the data of a path; it ends inside the arrowhead."""
    path = "M" + point(*points[0])
    for number in range(1, len(points) - 1):
        before, corner, after = points[number - 1 : number + 2]
        # The last part keeps a straight piece for the arrowhead, others share with the next bend.
        last = number == len(points) - 2
        room = min(
            math.dist(before, corner) / (1 if number == 1 else 2),
            math.dist(corner, after) - _TIP_LENGTH if last else math.dist(corner, after) / 2,
        )
        bend = max(0.0, min(_BEND, room))
        path += f"L{point(*_towards(corner, before, bend))}"
        path += f"Q{point(*corner)} {point(*_towards(corner, after, bend))}"
    return path + "L" + point(*_towards(points[-1], points[-2], _TIP_LENGTH - 2))


def tip(points: tuple[Point, ...]) -> str:
    """The arrowhead at the end of an arrow."""
    end = points[-1]
    back = _towards(end, points[-2], _TIP_LENGTH)
    aside = (
        (end[1] - back[1]) * _TIP_HALF / _TIP_LENGTH,
        (back[0] - end[0]) * _TIP_HALF / _TIP_LENGTH,
    )
    left = (back[0] + aside[0], back[1] + aside[1])
    right = (back[0] - aside[0], back[1] - aside[1])
    return f"M{point(*end)}L{point(*left)}L{point(*right)}Z"


def _towards(start: Point, end: Point, distance: float) -> Point:
    length = math.dist(start, end)
    if not length:
        return start
    part = distance / length
    return (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
