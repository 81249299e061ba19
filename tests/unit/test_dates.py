"""Dates, months and deadlines."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import BaseModel, ValidationError

from disclosure.model.dates import (
    Date,
    DateDeadline,
    Month,
    MonthDeadline,
    RecurringDeadline,
    roc_date,
)
from tests.unit.builders import deadline


class Dated(BaseModel):
    day: Date | None = None
    month: Month | None = None


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ((2023, 4, 27), "112-04-27"),
        ((2026, 12, 1), "115-12-01"),
        ((1912, 1, 1), "1-01-01"),
        ((2010, 1, 1), "99-01-01"),
        ((2011, 1, 1), "100-01-01"),
    ],
)
def test_a_date_is_shown_in_the_years_of_the_republic(
    day: tuple[int, int, int], shown: str
) -> None:
    assert roc_date(dt.date(*day)) == shown


@pytest.mark.parametrize("words", ["2026-03-05", "2024-02-29"])
def test_an_iso_date_is_a_date(words: str) -> None:
    assert Dated(day=words).day == dt.date.fromisoformat(words)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words",
    [
        "2026-02-30",
        "2025-02-29",
        "115-03-05",
        "2026-3-5",
        "2026/03/05",
        "20260305",
        "2026-W10-1",
        "2026-03-05T00:00",
        " 2026-03-05",
        "２０２６-03-05",
        "2026-03",
        "",
    ],
)
def test_other_words_are_no_date(words: str) -> None:
    with pytest.raises(ValidationError) as failure:
        Dated(day=words)  # type: ignore[arg-type]
    assert "not_a_date" in [error["type"] for error in failure.value.errors()]
    assert words in str(failure.value)


@pytest.mark.parametrize("words", ["2026-01", "2026-12"])
def test_a_year_and_a_month_are_a_month(words: str) -> None:
    assert Dated(month=words).month == words


@pytest.mark.parametrize("words", ["2026-13", "2026-00", "2026-1", "2026-12-01", "115-12", ""])
def test_other_words_are_no_month(words: str) -> None:
    with pytest.raises(ValidationError) as failure:
        Dated(month=words)
    assert "not_a_month" in [error["type"] for error in failure.value.errors()]


@pytest.mark.parametrize(
    ("kind", "fields", "model"),
    [
        ("date", {"date": "2026-12-31"}, DateDeadline),
        ("month", {"month": "2026-12"}, MonthDeadline),
        ("monthly", {}, RecurringDeadline),
        ("quarterly", {"printed": "按季"}, RecurringDeadline),
        ("half-yearly", {}, RecurringDeadline),
        ("yearly", {}, RecurringDeadline),
        ("ongoing", {"printed": "賡續辦理"}, RecurringDeadline),
        ("as-needed", {}, RecurringDeadline),
    ],
)
def test_a_deadline_is_of_the_model_of_its_kind(
    kind: str, fields: dict[str, str], model: type
) -> None:
    made = deadline(kind, **fields)
    assert type(made) is model
    assert made.kind == kind
    assert made.printed == fields.get("printed")
