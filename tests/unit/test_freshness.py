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


def test_a_withdrawal_on_a_day_that_has_not_come_is_told(project: Project) -> None:
    project.write(
        ITEM_FILE,
        f"{ITEM}    life: withdrawn\n    withdrawn: {{date: 2026-07-01, reason: {{zh: 過時。}}}}\n",
    )
    found = project.problems(today=day("2026-06-30"))
    told = [one for one in found if one.rule == "future-date"]
    assert [place(one)[1:] for one in told] == [(7, 19, "future-date")]
    assert told[0].severity == "warning"
    assert "2026-07-01" in told[0].zh
    assert "future-date" not in rules(project.problems(today=day("2026-07-01")))


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


@pytest.mark.parametrize("months", ["-1", "121", "半年"])
def test_a_term_is_at_most_ten_years(project: Project, months: str) -> None:
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


# -- intervals by kind -----------------------------------------------------------------------

BY_KIND = "data/freshness.yml"


@pytest.mark.parametrize(
    ("dates", "where"),
    [
        ("", (6, 12)),
        ("updated: 2026-01-05\n", (4, 10)),
        ("updated: 2026-01-05\nreviewed: 2026-01-05\n", (5, 11)),
    ],
)
def test_an_interval_of_the_kind_is_told_at_the_day_that_counts(
    project: Project, dates: str, where: tuple[int, int]
) -> None:
    project.write(BY_KIND, "review_months: {faq: 6}\n")
    project.edit(FAQ, "number: 1\n", f"number: 1\n{dates}")
    assert project.problems(today=day("2026-07-05")) == []
    problem = project.only_problem(today=day("2026-07-06"))
    assert place(problem) == (FAQ, *where, "review-overdue")


def test_a_record_may_say_that_nobody_needs_to_look_again(project: Project) -> None:
    project.write(BY_KIND, "review_months: {faq: 6}\n")
    project.edit(FAQ, "number: 1\n", "number: 1\nreview_months: 0\n")
    assert project.problems(today=day("2199-01-01")) == []


def test_a_kind_that_does_not_exist_is_told(project: Project) -> None:
    project.write(BY_KIND, "review_months: {faqs: 6}\n")
    problem = project.only_problem()
    assert (problem.path, problem.line) == (BY_KIND, 1)


# -- validity --------------------------------------------------------------------------------


def test_a_rule_that_has_ended_is_told(project: Project) -> None:
    project.edit(
        FAQ, "number: 1\n", "number: 1\nvalidity: {since: 2026-01-05, until: 2026-06-30}\n"
    )
    assert project.problems(today=day("2026-06-30")) == []
    assert project.problems() == []
    problem = project.only_problem(today=day("2026-07-01"))
    assert place(problem) == (FAQ, 4, 38, "validity-over")
    assert problem.severity == "warning"
    project.edit(FAQ, "number: 1\n", "number: 1\nlife: draft\n")
    assert project.problems(today=day("2026-07-01")) == []


def test_a_rule_ends_after_it_has_begun(project: Project) -> None:
    project.edit(
        FAQ, "number: 1\n", "number: 1\nvalidity: {since: 2026-01-06, until: 2026-01-05}\n"
    )
    problem = project.only_problem(today=day("2026-07-01"))
    assert place(problem) == (FAQ, 4, 38, "validity-order")
    assert problem.severity == "error"


# -- plans -----------------------------------------------------------------------------------

PLAN = "data/plans/plan-115.yml"
DUTIES = "plan_duties: {agencies: [model-prison], since: 2026}\n"


def test_nobody_is_reminded_of_plans_who_owes_none(project: Project) -> None:
    for on in ("2026-04-01", "2027-02-01", "2030-12-31"):
        assert project.problems(today=day(on)) == []


def test_a_plan_that_is_late_is_told_at_the_agency_that_owes_it(project: Project) -> None:
    project.write(BY_KIND, DUTIES)
    project.edit(PLAN, "year: 2026", "year: 2025")
    assert project.problems(today=day("2026-03-31")) == []
    problem = project.only_problem(today=day("2026-04-01"))
    assert place(problem) == (BY_KIND, 1, 26, "plan-not-published")
    assert problem.zh.startswith("「示範監獄」2026 年的服務計畫應在 2026-03-31 前公開")


def test_results_that_are_late_are_told_at_the_plan_in_the_year_of_their_day(
    project: Project,
) -> None:
    project.write(BY_KIND, DUTIES)
    assert project.problems(today=day("2026-07-20")) == []
    problem = project.only_problem(today=day("2026-07-21"))
    assert (problem.path, problem.rule) == (PLAN, "results-not-reported")
    assert problem.severity == "warning"
    assert "{half: first, submitted: 提報的日期}" in problem.zh
    text = (project.root / PLAN).read_text("utf-8")
    project.write(PLAN, f"{text}reports: [{{half: first, submitted: 2026-07-20}}]\n")
    assert project.problems(today=day("2026-07-21")) == []
    assert rules(project.problems(today=day("2027-01-21"))) == ["results-not-reported"]
    # Only what this year has brought; the rest stands in the report.
    assert rules(project.problems(today=day("2028-04-01"))) == ["plan-not-published"]


def test_reports_stand_once_and_were_handed_in_on_a_day_that_has_come(project: Project) -> None:
    text = (project.root / PLAN).read_text("utf-8")
    half = "{half: first, submitted: 2026-07-20}"
    project.write(PLAN, f"{text}reports: [{half}, {half}]\n")
    problem = project.only_problem(today=day("2026-07-21"))
    assert (problem.path, problem.rule) == (PLAN, "report-twice")
    assert rules(project.problems(today=day("2026-07-19"))) == [
        "future-date",
        "future-date",
        "report-twice",
    ]


def test_agencies_that_owe_plans_are_registered(project: Project) -> None:
    project.write(BY_KIND, DUTIES.replace("model-prison", "modle-prison"))
    problem = project.only_problem()
    assert place(problem) == (BY_KIND, 1, 26, "unknown-agency")
    assert "model-prison" in problem.zh


def test_an_agency_that_owes_its_first_plan_is_used(project: Project) -> None:
    project.write(
        "data/agencies.yml",
        """
        agencies:
          - {id: model-prison, name: {zh: 示範監獄, en: Model Prison}}
          - {id: other-prison, name: {zh: 另一監獄, en: Other Prison}}
        """,
    )
    assert rules(project.problems()) == ["unused-agency"]
    project.write(BY_KIND, "plan_duties: {agencies: [other-prison], since: 2027}\n")
    assert project.problems(today=day("2026-12-31")) == []
