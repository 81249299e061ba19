"""Services: what a citizen applies for, and how it is handled (申辦項目; E-02).

The fields hold the eleven rows of an agency's bilingual service table and those of the service
registration of MyEGov; `docs/editors/services.md` shows which is which.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from disclosure.model.base import Id, Line, Model, Said
from disclosure.model.citation import Citation, Email, Url
from disclosure.model.faq import Number
from disclosure.model.flow import Flow, Time
from disclosure.model.record import Record
from disclosure.model.text import Text

ChannelKind = Literal["online", "counter", "post", "phone", "fax", "email"]


class Document(Model):
    """A paper that the applicant brings or sends."""

    id: Id
    name: Text
    why: Text | None = None
    where: Text | None = Field(None, description="Where to get it")
    when: Text | None = Field(None, description="Needed only then, e.g. 由代理人申請時")
    form: Id | None = Field(None, description="The form to fill in")
    mydata: Line | None = Field(None, description="Its MyData resource, where it has one")


class Channel(Model):
    """One way to apply, with what is its own."""

    kind: ChannelKind
    how: Text | None = Field(None, description="Markdown")
    documents: tuple[Id, ...] | None = Field(None, description="All of the service's if left out")
    hours: Text | None = None
    address: Text | None = None
    phone: Line | None = None
    fax: Line | None = None
    email: Email | None = None
    url: Url | None = None
    time: Time | None = Field(None, description="Where this way has its own time limit")


class Fee(Said):
    """What it costs. `free: true`, or an amount in New Taiwan dollars, or words."""

    free: bool = False
    amount: Annotated[Decimal, Field(ge=0, max_digits=9)] | None = None
    text: Text | None = None
    pay: Text | None = Field(None, description="How to pay")


class TimeLimit(Said):
    """How long the agency may take, and how the days are counted (E-03)."""

    time: Time | None = None
    text: Text | None = Field(None, description="Where the limit is not one number")
    starts: Text | None = Field(None, description="What starts the clock")
    stops: Text | None = Field(None, description="What stops it or starts it anew")
    correction: Text | None = Field(None, description="補正: what is missing, by when")
    late: Text | None = Field(None, description="What happens when the agency is late")


class Contact(Said):
    """Somebody who answers questions about the service."""

    unit: Id | None = None
    name: Text | None = None
    phone: Line | None = None
    fax: Line | None = None
    email: Email | None = None
    hours: Text | None = None


class Progress(Said):
    """How an applicant finds out how far the case is (E-01)."""

    url: Url | None = None
    phone: Line | None = None
    text: Text | None = Field(None, description="Markdown")


class Service(Record):
    """An application that citizens make."""

    number: Number | None = Field(None, description="Permanent")
    agency: Id | None = Field(None, description="Whose practice this is, if not the site's own")
    content: Text | None = Field(None, description="What it is about; Markdown")
    who: Text | None = Field(None, description="Who may apply; Markdown")
    period: Text | None = Field(None, description="When one may apply")
    documents: tuple[Document, ...] = ()
    channels: tuple[Channel, ...] = ()
    accepted_by: Text | None = Field(None, description="Where the application must arrive")
    fee: Fee | None = None
    time_limit: TimeLimit | None = None
    decided_by: Text | None = Field(None, description="Who decides, and how; Markdown")
    result: Text | None = Field(None, description="What the applicant gets")
    easy_read: Text | None = Field(None, description="易讀版, Markdown: short and simple sentences")
    remedy: Text | None = Field(None, description="What to do against the decision; Markdown")
    notes: Text | None = Field(None, description="What else one must know; Markdown")
    legal_basis: tuple[Citation, ...] = ()
    forms: tuple[Id, ...] = ()
    contact: tuple[Contact, ...] = ()
    progress: Progress | None = None
    flow: Flow | None = None
    related: tuple[Id, ...] = ()
    sources: tuple[Citation, ...] = ()

    @property
    def mark(self) -> str:
        """The permanent number as people quote it, e.g. `S-005`; empty without one."""
        return f"S-{self.number:03}" if self.number else ""
