"""The report: everything that somebody has to look at, as plain rows, most urgent first."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from disclosure.model.catalogue import Catalogue
from disclosure.model.disclosure_item import DisclosureItem
from disclosure.model.plan import Plan
from disclosure.model.record import Record, kind_of
from disclosure.model.settings import Settings
from disclosure.model.text import Text
from disclosure.reporting.duties import Duty, duties
from disclosure.reporting.reviews import is_replaced, review_due, review_months

#: What a row is about.
Topic = Literal["review", "update", "validity", "plan", "first", "second", "draft", "notice"]
#: In the order of the report. never = never reviewed; over = its time has ended.
State = Literal["overdue", "over", "due", "never", "waiting", "done"]
STATES: tuple[State, ...] = get_args(State)
#: How many days ahead the report looks, unless told otherwise.
WITHIN = 30


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to look at. `days` counts from the day that matters: late, or waiting."""

    topic: Topic
    state: State
    path: str
    kind: str
    id: str
    title: Text
    units: tuple[str, ...]
    last: dt.date | None
    due: dt.date | None
    days: int
    year: int = 0

    @property
    def unit(self) -> str:
        """The unit that answers for it, which a record names first; empty without one."""
        return self.units[0] if self.units else ""


@dataclass(frozen=True, slots=True)
class Report:
    """All rows of a day."""

    day: dt.date
    within: int
    rows: tuple[Row, ...]

    @property
    def counts(self) -> dict[State, int]:
        """How many rows there are of each state, also of those that do not occur."""
        counted = Counter(row.state for row in self.rows)
        return {state: counted[state] for state in STATES}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of the report: of one unit or kind (empty: all), and how far ahead."""

    unit: str = ""
    kind: str = ""
    within: int = WITHIN


def report(catalogue: Catalogue, settings: Settings, wanted: Wanted | None = None) -> Report:
    """What there is to look at on the day of the settings."""
    day = settings.today
    assert day is not None
    wanted = wanted or Wanted()
    order = {unit: number for number, unit in enumerate(catalogue.units)}
    rows = [
        row
        for row in _rows(catalogue, settings.data, day, wanted.within)
        if (not wanted.unit or wanted.unit in row.units)
        and (not wanted.kind or wanted.kind == row.kind)
    ]
    rows.sort(
        key=lambda row: (
            order.get(row.unit, len(order)),
            STATES.index(row.state),
            row.due or row.last or day,
            row.path,
            row.topic,
        )
    )
    return Report(day, wanted.within, tuple(rows))


def by_unit(found: Report) -> dict[str, tuple[Row, ...]]:
    """The rows of each unit, in the order of the register; at last those of none."""
    groups: dict[str, list[Row]] = {}
    for row in found.rows:
        groups.setdefault(row.unit, []).append(row)
    return {unit: tuple(rows) for unit, rows in groups.items()}


def _rows(catalogue: Catalogue, data: str, day: dt.date, within: int) -> Iterator[Row]:
    for record in catalogue.records.values():
        if record.life == "draft":
            yield _of(catalogue, record, "draft", "waiting", last=record.changed, day=day)
        elif record.life == "published":
            yield from _of_record(catalogue, record, day, within)
    for duty in duties(catalogue, day):
        row = _of_duty(catalogue, data, duty, day, within)
        if row:
            yield row
    for notice in catalogue.notices.notices:
        if notice.until < day:
            yield Row(
                topic="notice",
                state="over",
                path=f"{data}/notices.yml",
                kind="notice",
                id=notice.id,
                title=notice.title,
                units=(),
                last=None,
                due=notice.until,
                days=(day - notice.until).days,
            )


def _of_record(catalogue: Catalogue, record: Record, day: dt.date, within: int) -> Iterator[Row]:
    due = review_due(record, catalogue.freshness)
    state = _state(due, day, within)
    if due and state:
        yield _of(catalogue, record, "review", state, due=due, last=record.reviewed, day=day)
    elif record.reviewed is None and _wants_review(catalogue, record):
        yield _of(catalogue, record, "review", "never", last=None, day=day)
    if isinstance(record, DisclosureItem):
        state = _state(record.due, day, within)
        if state:
            last = record.changed
            yield _of(catalogue, record, "update", state, due=record.due, last=last, day=day)
    until = record.validity.until if record.validity else None
    state = _state(until, day, within)
    if state and not is_replaced(record):
        ended: State = "over" if state == "overdue" else state
        yield _of(catalogue, record, "validity", ended, due=until, last=None, day=day)


def _wants_review(catalogue: Catalogue, record: Record) -> bool:
    """Unless an editor has said, or the kind says, that there is nothing to look at again."""
    if record.review_months is None and kind_of(record) not in catalogue.freshness.review_months:
        return not is_replaced(record)
    return review_months(record, catalogue.freshness) > 0


def _state(due: dt.date | None, day: dt.date, within: int) -> State | None:
    """late, soon, or nothing to say yet."""
    if due is None or (due - day).days > within:
        return None
    return "overdue" if due < day else "due"


def _of(
    catalogue: Catalogue,
    record: Record,
    topic: Topic,
    state: State,
    *,
    day: dt.date,
    last: dt.date | None,
    due: dt.date | None = None,
) -> Row:
    since = due or last
    return Row(
        topic=topic,
        state=state,
        path=catalogue.sources[record.id].path,
        kind=kind_of(record),
        id=record.id,
        title=record.title,
        units=tuple(one.unit for one in record.units),
        last=last,
        due=due,
        days=max((day - since).days, 0) if since else 0,
        year=record.year if isinstance(record, Plan) else 0,
    )


def _of_duty(catalogue: Catalogue, data: str, duty: Duty, day: dt.date, within: int) -> Row | None:
    """A duty that is late, soon due, or was done this year or last year."""
    state = _state(duty.due, day, within)
    if duty.done:
        state = "done" if duty.year >= day.year - 1 else None
    if state is None:
        return None
    late = (duty.done or day) - duty.due
    agency = catalogue.agencies.get(duty.agency)
    name = agency.name if agency else Text.model_construct(root={catalogue.primary: duty.agency})
    return Row(
        topic=duty.what,
        state=state,
        path=catalogue.sources[duty.plan.id].path if duty.plan else f"{data}/freshness.yml",
        kind="plan",
        id=duty.plan.id if duty.plan else "",
        title=duty.plan.title if duty.plan else name,
        units=tuple(one.unit for one in duty.plan.units) if duty.plan else (),
        last=duty.done,
        due=duty.due,
        days=max(late.days, 0),
        year=duty.year,
    )
