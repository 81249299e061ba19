"""Dates, months, and the deadlines that plans print.

Data holds ISO dates. A page shows 民國 years in Chinese and ISO in other languages; which of the
two is a property of the language's translation file, not of this module.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from disclosure.model.base import Line, Model

ROC_OFFSET = 1911
#: From the first years of the Republic on: an earlier one is a slip, often a year of the Republic.
_DATE = re.compile(r"(?:19[1-9][0-9]|2[01][0-9]{2})-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"(?:19[1-9][0-9]|2[01][0-9]{2})-(?:0[1-9]|1[0-2])")


def _date(value: object) -> object:
    if isinstance(value, str):
        if _DATE.fullmatch(value):
            try:
                return dt.date.fromisoformat(value)
            except ValueError:
                pass
        raise PydanticCustomError("not_a_date", "{value} is not a date", {"value": value})
    return value


def _month(value: object) -> object:
    if not isinstance(value, str) or not _MONTH.fullmatch(value):
        raise PydanticCustomError("not_a_month", "{value} is not a month", {"value": str(value)})
    return value


Date = Annotated[
    dt.date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "format": "date", "pattern": f"^{_DATE.pattern}$"}),
]
#: A calendar month, `2022-12`.
Month = Annotated[
    str,
    BeforeValidator(_month),
    WithJsonSchema({"type": "string", "pattern": f"^{_MONTH.pattern}$"}),
]


def roc_date(day: dt.date) -> str:
    """The date as Taiwanese agencies print it (C-06).

    >>> roc_date(dt.date(2023, 4, 27))
    '112-04-27'
    """
    return f"{day.year - ROC_OFFSET}-{day:%m-%d}"


class _Deadline(Model):
    printed: Line | None = Field(None, description="The words of the source, e.g. 賡續辦理")


class DateDeadline(_Deadline):
    """Due on one day."""

    kind: Literal["date"]
    date: Date


class MonthDeadline(_Deadline):
    """Due in one month."""

    kind: Literal["month"]
    month: Month


class RecurringDeadline(_Deadline):
    """Due again and again (按季, 每半年), ongoing (賡續辦理) or as needed (不定期)."""

    kind: Literal["monthly", "quarterly", "half-yearly", "yearly", "ongoing", "as-needed"]


Deadline = Annotated[DateDeadline | MonthDeadline | RecurringDeadline, Field(discriminator="kind")]
