"""Frequently asked questions: one question a record, grouped by citizens' business (F-01)."""

from __future__ import annotations

from pydantic import Field

from disclosure.model.base import Id, Line, Model
from disclosure.model.record import Record
from disclosure.model.text import Text


class FaqCategory(Model):
    """A group of questions; the order in the file is the order on the page."""

    id: Id
    name: Text
    description: Text | None = None


class FaqCategories(Model):
    """`faq.yml`."""

    categories: tuple[FaqCategory, ...] = ()


class Faq(Record):
    """A question (`title`) and its answer."""

    category: Id
    answer: Text = Field(description="Markdown")
    related: tuple[Id, ...] = ()
    sources: tuple[Line, ...] = ()
