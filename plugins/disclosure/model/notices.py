"""`notices.yml`: what every page says at its head between two dates, such as a typhoon closure."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from disclosure.model.base import Id, Model
from disclosure.model.dates import Date
from disclosure.model.disclosure_item import Link
from disclosure.model.text import Text


class Notice(Model):
    """One notice. Both days are included."""

    id: Id
    level: Literal["urgent", "info"] = "info"
    since: Date
    until: Date
    title: Text
    text: Text | None = Field(None, description="One or two sentences, plain words")
    record: Id | None = Field(None, description="The record that says more")
    link: Link | None = Field(None, description="A page elsewhere that says more")

    def shown_on(self, day: dt.date) -> bool:
        """Is this one of its days?"""
        return self.since <= day <= self.until


class Notices(Model):
    """The file, with notices in any order."""

    notices: tuple[Notice, ...] = ()

    def on(self, day: dt.date | None) -> tuple[Notice, ...]:
        """Those of a day: urgent ones first, then the newest first."""
        shown = [one for one in self.notices if day is not None and one.shown_on(day)]
        shown.sort(key=lambda one: (one.level != "urgent", -one.since.toordinal(), one.id))
        return tuple(shown)
