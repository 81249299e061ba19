"""What is overdue on the day of the build; for editors only."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest

from disclosure.model.disclosure_item import later
from tests.unit.builders import FILES, SERVICE, SERVICE_FILE, Project, place, rules

FAQ = "content/faq/visits/book-a-visit.md"
ITEM_FILE = "data/disclosure/statistics.yml"
ITEM = """
    id: statistics
    title: {zh: 業務統計, en: Statistics}
    classification: {theme: ["330"], cake: ["634"], service: [I00], disclosure: ["5"]}
    published: 2026-01-05
    text: {zh: 每月的人數。, en: Numbers of each month.}
"""


def day(words: str) -> dt.date:
    return dt.date.fromisoformat(words)


@pytest.mark.parametrize(
    ("dates", "due"),
    [
        ("", "2026-07-05"),
        ("updated: 2026-02-28\n", "2026-08-28"),
        ("updated: 2026-02-10\nreviewed: 2026-03-31\n", "2026-09-30"),
        ("reviewed: 2026-08-31\n", "2027-02-28"),
    ],
)
def test_a_review_is_due_so_many_months_after_the_last(
    project: Project, dates: str, due: str
) -> None:
    project.edit(FAQ, "number: 1\n", f"number: 1\nreview_months: 6\n{dates}")
    assert project.problems(today=day(due)) == []
    problem = project.only_problem(today=day(due) + dt.timedelta(days=1))
    assert place(problem) == (FAQ, 4, 16, "review-overdue")
    assert problem.severity == "warning"
    assert problem.zh == (f"這筆資料應在 {due} 前再檢視一次；內容仍正確就把 reviewed 改成今天。")
    assert problem.en == (
        f"This record was due for review on {due}; if it is still right, set `reviewed` to today."
    )


@pytest.mark.parametrize(
    ("more", "due"),
    [
        ("frequency: monthly", "2026-02-05"),
        ("frequency: yearly\n    updated: 2026-03-01", "2027-03-01"),
    ],
)
def test_an_update_that_is_overdue_is_told_at_its_frequency(
    project: Project, more: str, due: str
) -> None:
    project.write(ITEM_FILE, f"{ITEM}    {more}\n")
    assert project.problems(today=day(due)) == []
    problem = project.only_problem(today=day(due) + dt.timedelta(days=1))
    assert place(problem) == (ITEM_FILE, 6, 12, "update-overdue")
    assert problem.severity == "warning"
    assert problem.zh == f"這筆資料應在 {due} 前更新；更新後把 updated 改成今天。"
    assert problem.en == (
        f"This record was due for an update on {due}; once done, set `updated` to today."
    )


@pytest.mark.parametrize(
    ("more", "line"), [("frequency: yearly\n    next_due", 7), ("next_due", 6)]
)
def test_a_day_that_an_editor_named_is_told_where_it_stands(
    project: Project, more: str, line: int
) -> None:
    """To set `updated` would not help: the day stays the one that is written there."""
    project.write(ITEM_FILE, f"{ITEM}    {more}: 2026-04-30\n")
    assert project.problems(today=day("2026-04-30")) == []
    problem = project.only_problem(today=day("2026-05-01"))
    assert place(problem) == (ITEM_FILE, line, 11, "next-due-passed")
    assert problem.severity == "warning"
    assert problem.zh == "這筆資料應在 2026-04-30 前更新；更新後把 next_due 改成下一次的日期。"
    assert problem.en == (
        "This record was due for an update on 2026-04-30; once done, set `next_due` to the next "
        "day."
    )


@pytest.mark.parametrize("field", ["reviewed", "updated"])
def test_what_is_said_to_be_done_on_a_day_that_has_not_come_is_told(
    project: Project, field: str
) -> None:
    project.edit(FAQ, "number: 1\n", f"number: 1\n{field}: 2026-06-02\n")
    assert project.problems(today=day("2026-06-02")) == []
    problem = project.only_problem(today=day("2026-06-01"))
    assert place(problem) == (FAQ, 4, len(field) + 3, "future-date")
    assert problem.severity == "warning"
    assert problem.zh == "這筆資料寫的 2026-06-02 還沒有到；請寫已經檢視或更新的那一天。"
    assert problem.en == (
        "This record bears 2026-06-02, which has not come yet; write the day on which it was done."
    )
    assert project.problems() == []  # without a day nothing is yet to come


def test_each_day_that_has_not_come_is_told(project: Project) -> None:
    project.write(ITEM_FILE, f"{ITEM}    updated: 2026-07-01\n    reviewed: 2026-07-02\n")
    found = project.problems(today=day("2026-06-01"))
    assert sorted(place(one)[1:] for one in found) == [
        (6, 10, "future-date"),
        (7, 11, "future-date"),
    ]


@pytest.mark.parametrize("life", ["draft", "withdrawn"])
def test_a_day_to_come_of_what_is_not_shown_is_not_told(project: Project, life: str) -> None:
    project.write(ITEM_FILE, f"{ITEM}    life: {life}\n    updated: 2026-07-01\n")
    assert "future-date" not in rules(project.problems(today=day("2026-06-01")))


@pytest.mark.parametrize("more", ["", "frequency: as-needed", "frequency: once"])
def test_what_is_updated_when_something_changes_is_never_overdue(
    project: Project, more: str
) -> None:
    project.write(ITEM_FILE, f"{ITEM}    {more}\n" if more else ITEM)
    assert project.problems(today=day("2199-01-01")) == []


def overdue(project: Project) -> None:
    project.edit(FAQ, "number: 1\n", "number: 1\nreview_months: 1\n")
    project.write(SERVICE_FILE, SERVICE.replace("number: 1\n", "number: 1\n    review_months: 1\n"))
    project.write(ITEM_FILE, f"{ITEM}    review_months: 1\n    frequency: monthly\n")


def test_without_a_day_nothing_is_overdue(project: Project) -> None:
    overdue(project)
    assert project.problems() == []


def test_every_kind_of_record_is_measured_and_the_build_goes_on(project: Project) -> None:
    overdue(project)
    prepared = project.prepare(today=day("2026-06-01"))
    assert sorted((one.path, one.rule) for one in prepared.problems) == [
        (FAQ, "review-overdue"),
        (ITEM_FILE, "review-overdue"),
        (ITEM_FILE, "update-overdue"),
        (SERVICE_FILE, "review-overdue"),
    ]
    assert prepared.site is not None


@pytest.mark.parametrize("life", ["draft", "withdrawn"])
def test_what_is_not_shown_is_not_overdue(project: Project, life: str) -> None:
    overdue(project)
    for name in (FAQ, SERVICE_FILE):
        project.edit(name, "number: 1\n", f"number: 1\nlife: {life}\n")
    project.edit(ITEM_FILE, "id: statistics\n", f"id: statistics\nlife: {life}\n")
    found = rules(project.problems(today=day("2026-06-01")))
    assert [rule for rule in found if "overdue" in rule] == []


def test_without_a_term_nothing_is_overdue(project: Project) -> None:
    assert "review_months" not in "".join(FILES.values())
    assert project.problems(today=day("2199-01-01")) == []


@pytest.mark.parametrize("months", ["0", "121", "半年"])
def test_a_term_is_one_month_to_ten_years(project: Project, months: str) -> None:
    project.edit(FAQ, "number: 1\n", f"number: 1\nreview_months: {months}\n")
    assert place(project.only_problem())[:3] == (FAQ, 4, 16)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-05", 0, "2026-01-05"),
        ("2026-01-05", 1, "2026-02-05"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-03-31", 3, "2026-06-30"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-01-15", 120, "2036-01-15"),
    ],
)
def test_some_months_later_is_the_same_day_or_the_last_of_the_month(
    start: str, months: int, end: str
) -> None:
    assert later(day(start), months) == day(end)


def test_no_day_and_no_number_of_months_is_too_much() -> None:
    for number in range(366):
        start = dt.date(2028, 1, 1) + dt.timedelta(days=number)
        for months in range(37):
            end = later(start, months)
            ahead = (end.year - start.year) * 12 + end.month - start.month
            last = calendar.monthrange(end.year, end.month)[1]
            assert (ahead, end.day) == (months, min(start.day, last))
