"""The time in which what a record says holds: a rule on trial, a fee until the end of the year."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from disclosure.model.base import Said
from disclosure.model.dates import Date
from disclosure.model.text import Text

#: coming = it does not hold yet; over = it holds no longer.
Standing = Literal["coming", "current", "over"]


class Validity(Said):
    """From when and until when, both days included; a side that is not known is left out."""

    since: Date | None = None
    until: Date | None = None
    note: Text | None = None

    def standing(self, day: dt.date | None) -> Standing:
        """Whether it holds on a day; without a day nothing has ended, nor is it still to come."""
        if day is not None and self.until is not None and self.until < day:
            return "over"
        if day is not None and self.since is not None and day < self.since:
            return "coming"
        return "current"
