"""The steps of a flow, added up, stay within what the service promises."""

from __future__ import annotations

from disclosure.checking.checker import Check
from disclosure.model.flow import Flow, Time, TimeUnit
from disclosure.model.service import Service

#: Days in one of each unit. Where a month may be shorter or longer, and a day a working day or not,
#: steps count the least and limits the most: only what is too long in any case is told.
_LEAST: dict[TimeUnit, float] = {
    "minutes": 1 / 1440,
    "hours": 1 / 24,
    "days": 1,
    "calendar-days": 1,
    "working-days": 1,
    "months": 28,
}
_MOST: dict[TimeUnit, float] = _LEAST | {"months": 31}
#: Five of seven calendar days are working days. `days`, of which the source does not say which
#: they are, may be either.
_WORKING = 5 / 7
_MAYBE_WORKING = frozenset({"working-days", "days"})
_MAYBE_CALENDAR = frozenset({"calendar-days", "days", "months"})


def steps_fit_the_limit(check: Check) -> None:
    """The longest way through the flow does not take longer than the time limit."""
    for service in check.catalogue.every(Service):
        if not service.flow:
            continue
        limit = service.time_limit.time if service.time_limit else None
        if limit is None:
            continue
        days, steps = longest(service.flow, limit.unit)
        # A little room for fractions: 20 minutes and 40 minutes are one hour.
        if days > limit.number * _MOST[limit.unit] + 1e-6:
            numbers = [str(number + 1) for number in steps]
            path = check.catalogue.sources[service.id].path
            check.tell(
                path,
                ("time_limit", "time"),
                "steps-beyond-limit",
                f"步驟 {'、'.join(numbers)} 的時間加起來超過這裡寫的時限；"
                "請檢查是時限還是步驟寫錯。",
                f"Steps {', '.join(numbers)} together take longer than this limit: check which of "
                "them is wrong.",
            )


def longest(flow: Flow, unit: TimeUnit) -> tuple[float, list[int]]:
    """The least number of days that the longest way takes, and the steps on it that take any.

    A way back does not count: it is walked only when something is missing, and correction stops
    the clock. Nor does the time of citizens.
    """
    position = {step.id: number for number, step in reversed(list(enumerate(flow.steps)))}
    citizens = {lane.id for lane in flow.lanes if lane.citizen}
    best: list[tuple[float, list[int]]] = [(0.0, [])] * len(flow.steps)
    for number in reversed(range(len(flow.steps))):
        step = flow.steps[number]
        onward = [
            best[position[way.to]]
            for way in flow.ways[number]
            if position.get(way.to, number) > number
        ]
        days, steps = max(onward, default=(0.0, []), key=lambda one: one[0])
        own = 0.0 if step.time is None or step.lane in citizens else _days(step.time, unit)
        best[number] = (days + own, [number, *steps] if own else steps)
    return max(best, key=lambda one: one[0])


def _days(time: Time, unit: TimeUnit) -> float:
    days = time.number * _LEAST[time.unit]
    fewer = unit in _MAYBE_WORKING and time.unit in _MAYBE_CALENDAR and unit != time.unit
    return days * _WORKING if fewer else days


RULES = (steps_fit_the_limit,)
