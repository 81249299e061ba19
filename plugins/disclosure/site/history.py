"""What became of records: published, changed, withdrawn, with the days. No words yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from disclosure.model.catalogue import Catalogue
from disclosure.model.record import Record
from disclosure.model.text import Text

What = Literal["withdrawn", "note", "updated", "new"]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that became of a record. `number` tells apart those of one kind and day."""

    date: dt.date
    record: Record
    what: What
    note: Text | None = None
    number: int = 1


def of_record(catalogue: Catalogue, record: Record) -> list[Event]:
    """What became of a record, newest first."""
    return sorted(_events(catalogue, record), key=lambda one: one.date, reverse=True)


def of_site(catalogue: Catalogue) -> list[Event]:
    """What became of all records that have a page, newest first, those of one day by id."""
    records = sorted((*catalogue.shown, *catalogue.withdrawn), key=lambda one: one.id)
    events = [event for record in records for event in of_record(catalogue, record)]
    return sorted(events, key=lambda one: one.date, reverse=True)


def _events(catalogue: Catalogue, record: Record) -> Iterator[Event]:
    """Last things first, so that those of one day stand in that order."""
    if record.life == "withdrawn" and record.withdrawn:
        yield Event(record.withdrawn.date, record, "withdrawn", record.withdrawn.reason)
    told: dict[dt.date, int] = {record.published: 0}
    notes = []
    for change in record.changes:
        told[change.date] = told.get(change.date, 0) + 1
        notes.append(Event(change.date, record, "note", change.note, told[change.date]))
    yield from notes
    # The agency's own date is the last word: what git knows beyond it is told to editors only.
    days = {*catalogue.edits.get(record.id, ()), *filter(None, [record.updated])}
    for day in sorted(days):
        if record.published < day <= record.changed and day not in told:
            yield Event(day, record, "updated")
    yield Event(record.published, record, "new")
