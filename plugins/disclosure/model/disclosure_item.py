"""Items of the catalogue of Article 7: what the law wants published without being asked (D-02)."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from disclosure.model.base import Model
from disclosure.model.citation import Citation, Url
from disclosure.model.dates import Date
from disclosure.model.file import File
from disclosure.model.record import Record
from disclosure.model.text import Text, Words

#: provided; none = the duty applies, but there is nothing to show; not-applicable = the duty does
#: not apply to this agency; withheld = restricted by Article 18.
State = Literal["provided", "none", "not-applicable", "withheld"]
Frequency = Literal["monthly", "quarterly", "half-yearly", "yearly", "as-needed", "once"]

#: How many months after an update the next one is due.
MONTHS: dict[str, int] = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}


class Link(Model):
    """A page elsewhere that holds the information."""

    title: Words
    url: Url


class Withheld(Model):
    """What is not shown, and on which of the nine grounds of Article 18, paragraph 1 (D-04)."""

    ground: Annotated[int, Field(ge=1, le=9)]
    what: Text


class Report(Model):
    """One report of a series with a deadline of its own, e.g. of an inspection team (D-08a)."""

    period: Text
    due: Date | None = None
    received: Date | None = None
    published: Date | None = None
    response: Text | None = Field(None, description="What the agency answers; Markdown")
    files: tuple[File, ...] = ()
    links: tuple[Link, ...] = ()


class DisclosureItem(Record):
    """One thing that the agency discloses, or says why it does not."""

    state: State = "provided"
    reason: Text | None = Field(None, description="Why there is none, or why it does not apply")
    withheld: Withheld | None = Field(None, description="All of it, or the part that is left out")
    text: Text | None = Field(None, description="Markdown")
    frequency: Frequency | None = None
    next_due: Date | None = Field(None, description="Where it is not `frequency` after `updated`")
    reports: tuple[Report, ...] = ()
    files: tuple[File, ...] = ()
    links: tuple[Link, ...] = ()
    legal_basis: tuple[Citation, ...] = ()
    sources: tuple[Citation, ...] = ()

    @property
    def due(self) -> dt.date | None:
        """The day by which the next update is due; None when there is no such day."""
        if self.next_due or self.frequency not in MONTHS:
            return self.next_due
        return later(self.changed, MONTHS[self.frequency])


def later(day: dt.date, months: int) -> dt.date:
    """The same day some months later, or that month's last day.

    >>> later(dt.date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
