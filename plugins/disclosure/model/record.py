"""What every record has: an id, a title, units, classifications, dates and a life (DESIGN §1)."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from disclosure.model.base import Id, Line, Model
from disclosure.model.change import Change
from disclosure.model.dates import Date
from disclosure.model.text import Text, known_languages
from disclosure.model.validity import Standing, Validity

Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(?:-[a-z0-9]+)*$", max_length=40)]
Codes = tuple[Code, ...]
RequiredCodes = Annotated[Codes, Field(min_length=1)]

#: Search words by language, not shown as prose.
Keywords = Annotated[dict[str, tuple[Line, ...]], AfterValidator(known_languages)]

#: 0 = need not be reviewed.
ReviewMonths = Annotated[int, Field(ge=0, le=120)]
Life = Literal["draft", "published", "withdrawn"]
#: `DisclosureItem` → `disclosure-item`
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


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


class Withdrawn(Model):
    """What the page of a withdrawn record says instead of its content: rules that no longer hold
    would mislead whoever reads them."""

    date: Date = Field(description="The day from which it no longer holds")
    reason: Text = Field(description="Why, in plain words")
    successor: Id | None = Field(None, description="The record to read instead")


class Record(Model):
    """Something that the agency publishes."""

    id: Id
    title: Text
    summary: Text | None = None
    units: tuple[UnitRef, ...] = ()
    classification: Classification
    keywords: Keywords = Field(default_factory=dict)
    life: Life = "published"
    withdrawn: Withdrawn | None = Field(None, description="Since when and why; `life: withdrawn`")
    former: tuple[Id, ...] = Field((), description="Ids it had before; their addresses lead here")
    published: Date
    updated: Date | None = None
    reviewed: Date | None = None
    review_months: ReviewMonths | None = Field(
        None, description="So many months after `reviewed` somebody must look again (F-05)"
    )
    validity: Validity | None = Field(None, description="When what it says holds")
    changes: tuple[Change, ...] = Field((), description="What was changed, told to the public")

    @property
    def changed(self) -> dt.date:
        """The day of its last change: of its update, or else of the newest note on what was
        changed, or else of its publication."""
        return self.updated or max((self.published, *(one.date for one in self.changes)))

    def standing(self, day: dt.date | None) -> Standing:
        """Whether what it says holds on a day."""
        return self.validity.standing(day) if self.validity else "current"


def kind_of(record: Record) -> str:
    """The word for a record's kind in data, translations, templates and `data-kind`."""
    return _CAPITAL.sub("-", type(record).__name__).lower()
