"""Frequently asked questions: one question a record, grouped by citizens' business (F-01)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from disclosure.model.base import Id, Model
from disclosure.model.citation import Citation
from disclosure.model.record import Record
from disclosure.model.text import Text

#: A number that people say on the phone; given once, never again.
Number = Annotated[int, Field(ge=1, le=9999)]


class FaqCategory(Model):
    """A group of questions; the order in the file is the order on the page."""

    id: Id
    name: Text
    description: Text | None = None
    former: tuple[Id, ...] = Field((), description="Ids of categories whose place it has taken")


class FaqCategories(Model):
    """`faq.yml`."""

    categories: tuple[FaqCategory, ...] = ()


class Faq(Record):
    """A question (`title`) and its answer."""

    category: Id
    number: Number | None = Field(None, description="Permanent within its category")
    answer: Text = Field(description="Markdown")
    easy_read: Text | None = Field(None, description="易讀版, Markdown: short and simple sentences")
    legal_basis: tuple[Citation, ...] = ()
    sources: tuple[Citation, ...] = ()
    related: tuple[Id, ...] = ()
    superseded_by: Id | None = Field(None, description="The question that replaces this one")

    @property
    def mark(self) -> str:
        """The permanent number as people quote it, e.g. `F-visiting-003`; empty without one."""
        return f"F-{self.category}-{self.number:03}" if self.number else ""
