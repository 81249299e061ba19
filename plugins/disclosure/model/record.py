"""What every record has: an id, a title, units, classifications, dates and a life (DESIGN §1)."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from disclosure.model.base import Id, Line, Model
from disclosure.model.dates import Date
from disclosure.model.text import Text, known_languages

Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(?:-[a-z0-9]+)*$", max_length=40)]
Codes = tuple[Code, ...]
RequiredCodes = Annotated[Codes, Field(min_length=1)]

#: Search words by language, not shown as prose.
Keywords = Annotated[dict[str, tuple[Line, ...]], AfterValidator(known_languages)]

ReviewMonths = Annotated[int, Field(ge=1, le=120)]
Life = Literal["draft", "published", "withdrawn"]


class Classification(Model):
    """The codes of a record. MyEGov's three are required of every record (C-14)."""

    theme: RequiredCodes = Field(description="主題分類 Category.Theme")
    cake: RequiredCodes = Field(description="施政分類 Category.Cake")
    service: RequiredCodes = Field(description="服務分類 Category.Service")
    audience: Codes = Field((), description="對象")
    disclosure: Codes = Field((), description="政府資訊公開法第 7 條之類別")


class UnitRef(Model):
    """A unit that answers for something, with the note that the source prints in brackets."""

    unit: Id
    note: Text | None = Field(None, description="e.g. 接見室 in 戒護科(接見室)")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: object) -> object:
        """`units: [guard-control]` for `units: [{unit: guard-control}]`."""
        return {"unit": value} if isinstance(value, str) else value


class Record(Model):
    """Something that the agency publishes."""

    id: Id
    title: Text
    summary: Text | None = None
    units: tuple[UnitRef, ...] = ()
    classification: Classification
    keywords: Keywords = Field(default_factory=dict)
    life: Life = "published"
    published: Date
    updated: Date | None = None
    reviewed: Date | None = None
    review_months: ReviewMonths | None = Field(
        None, description="So many months after `reviewed` somebody must look again (F-05)"
    )

    @property
    def changed(self) -> dt.date:
        """The day of its last change: of its update, or else of its publication."""
        return self.updated or self.published
