"""The heads (front matter) of Markdown files, as models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from disclosure.model.base import Id, Line, Model
from disclosure.model.change import Change
from disclosure.model.citation import Citation
from disclosure.model.dates import Date
from disclosure.model.faq import Number
from disclosure.model.record import Classification, Life, ReviewMonths, UnitRef, Withdrawn
from disclosure.model.validity import Validity

#: A text of several lines in the language of its file.
Block = Annotated[str, StringConstraints(min_length=1, max_length=4000)]


class Head(Model):
    """Front matter of a file in the primary language."""

    title: Line
    summary: Line | None = None
    units: tuple[UnitRef, ...] = ()
    classification: Classification
    keywords: tuple[Line, ...] = ()
    life: Life = "published"
    withdrawn: Withdrawn | None = None
    former: tuple[Id, ...] = ()
    published: Date
    updated: Date | None = None
    reviewed: Date | None = None
    review_months: ReviewMonths | None = None
    validity: Validity | None = None
    changes: tuple[Change, ...] = ()


class FaqHead(Head):
    """Front matter of a question."""

    number: Number | None = None
    legal_basis: tuple[Citation, ...] = ()
    sources: tuple[Citation, ...] = ()
    related: tuple[Id, ...] = ()
    superseded_by: Id | None = None
    easy_read: Block | None = None


class TranslatedHead(Model):
    """Front matter of a translation: what differs. A draft is passed over: the page shows the
    original until the translation is written."""

    title: Line
    life: Literal["draft", "published"] = "published"
    summary: Line | None = None
    keywords: tuple[Line, ...] = Field(())


class TranslatedFaqHead(TranslatedHead):
    """Front matter of a question's translation."""

    easy_read: Block | None = None
