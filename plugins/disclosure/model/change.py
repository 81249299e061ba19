"""What the agency tells the public about a change."""

from __future__ import annotations

from pydantic import Field

from disclosure.model.base import Model
from disclosure.model.dates import Date
from disclosure.model.text import Words


class Change(Model):
    """One line of what was changed, for those who knew it as it was before."""

    date: Date
    note: Words = Field(description="What is different now, in a sentence; no Markdown")
