"""What is due on a day, as rows; and the rows as text, CSV and JSON."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json

import pytest

from disclosure.model.catalogue import Catalogue
from disclosure.reading.site import read_site
from disclosure.reporting.duties import due_on
from disclosure.reporting.formats import as_csv, as_json, as_text
from disclosure.reporting.report import Report, Row, Wanted, by_unit, report
from tests.unit.builders import SERVICE, SERVICE_FILE, Project

FAQ = "content/faq/visits/book-a-visit.md"
PLAN = "data/plans/plan-115.yml"
ITEM_FILE = "data/disclosure/statistics.yml"
ITEM = """
    id: statistics
    title: {zh: 業務統計, en: Statistics}
    units: [guard]
    classification: {theme: ["330"], cake: ["634"], service: [I00], disclosure: ["5"]}
    published: 2026-01-05
    reviewed: 2026-01-05
    frequency: monthly
    text: {zh: 每月的人數。, en: Numbers of each month.}
"""
DUTIES = "plan_duties: {agencies: [model-prison], since: 2026}\n"


def day(words: str) -> dt.date:
    return dt.date.fromisoformat(words)


def read(project: Project, on: str, wanted: Wanted | None = None) -> tuple[Report, Catalogue]:
    settings = project.settings(today=day(on))
    reading = read_site(settings)
    assert reading.problems == []
    assert reading.catalogue is not None
    return report(reading.catalogue, settings, wanted), reading.catalogue


def rows(project: Project, on: str, wanted: Wanted | None = None) -> list[Row]:
    return list(read(project, on, wanted)[0].rows)


def of(project: Project, on: str, name: str, topic: str = "review") -> tuple[str, int] | None:
    """State and days of the one row of a record and a topic."""
    found = [one for one in rows(project, on) if (one.id, one.topic) == (name, topic)]
    assert len(found) <= 1
    return (found[0].state, found[0].days) if found else None


# -- reviews ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "told"),
    [
        ("2026-06-04", None),  # 31 days ahead
        ("2026-06-05", ("due", 0)),
        ("2026-07-05", ("due", 0)),
        ("2026-07-06", ("overdue", 1)),
        ("2026-08-05", ("overdue", 31)),
    ],
)
def test_a_review_is_told_a_month_before_and_for_ever_after(
    project: Project, on: str, told: tuple[str, int] | None
) -> None:
    project.edit(FAQ, "number: 1\n", "number: 1\nreview_months: 6\nreviewed: 2026-01-05\n")
    assert of(project, on, "book-a-visit") == told


def test_an_interval_is_that_of_the_record_else_that_of_its_kind(project: Project) -> None:
    project.write("data/freshness.yml", "review_months: {faq: 12, plan: 0}\n")
    assert of(project, "2027-01-06", "book-a-visit") == ("overdue", 1)
    assert of(project, "2027-01-06", "plan-115") is None  # the kind need not be reviewed
    project.edit(FAQ, "number: 1\n", "number: 1\nreview_months: 24\nreviewed: 2026-01-05\n")
    assert of(project, "2027-01-06", "book-a-visit") is None
    project.edit(FAQ, "review_months: 24", "review_months: 0")
    assert of(project, "2199-01-01", "book-a-visit") is None


def test_what_nobody_has_reviewed_yet_is_told_unless_nobody_needs_to(project: Project) -> None:
    assert of(project, "2026-01-06", "book-a-visit") == ("never", 0)
    project.write("data/freshness.yml", "review_months: {faq: 0, page: 24}\n")
    assert of(project, "2026-01-06", "book-a-visit") is None
    assert of(project, "2026-01-06", "home") == ("never", 0)
    project.edit("content/index.md", "published:", "reviewed: 2026-01-05\npublished:")
    assert of(project, "2026-01-06", "home") is None


def test_a_question_that_is_replaced_is_not_looked_at_again(project: Project) -> None:
    other = project.root / FAQ
    words = other.read_text("utf-8").replace("number: 1", "number: 2")
    project.write(FAQ.replace("book-a-visit", "new-one"), words)
    project.edit(
        FAQ,
        "number: 1\n",
        "number: 1\nreview_months: 1\nsuperseded_by: new-one\nvalidity: {until: 2026-01-31}\n",
    )
    assert [one.id for one in rows(project, "2026-06-01") if one.kind == "faq"] == ["new-one"]


# -- everything else -------------------------------------------------------------------------


def test_updates_of_disclosed_items(project: Project) -> None:
    project.write(ITEM_FILE, ITEM)
    assert of(project, "2026-01-05", "statistics", "update") is None
    assert of(project, "2026-01-06", "statistics", "update") == ("due", 0)
    assert of(project, "2026-02-07", "statistics", "update") == ("overdue", 2)


def test_drafts_wait_and_what_is_withdrawn_does_not(project: Project) -> None:
    project.edit(FAQ, "number: 1\n", "number: 1\nlife: draft\n")
    assert of(project, "2026-01-15", "book-a-visit", "draft") == ("waiting", 10)
    assert of(project, "2026-01-15", "book-a-visit") is None
    project.write(ITEM_FILE, f"{ITEM}    life: withdrawn\n")
    assert of(project, "2027-01-15", "statistics", "update") is None


def test_rules_that_end_and_have_ended(project: Project) -> None:
    project.edit(FAQ, "number: 1\n", "number: 1\nvalidity: {until: 2026-06-30}\n")
    assert of(project, "2026-05-30", "book-a-visit", "validity") is None
    assert of(project, "2026-06-30", "book-a-visit", "validity") == ("due", 0)
    assert of(project, "2026-07-03", "book-a-visit", "validity") == ("over", 3)


def test_a_notice_whose_days_are_over_may_be_removed(project: Project) -> None:
    project.write(
        "data/notices.yml",
        """
        notices:
          - {id: typhoon, since: 2026-07-01, until: 2026-07-02, title: {zh: 颱風, en: Typhoon}}
        """,
    )
    assert of(project, "2026-07-02", "typhoon", "notice") is None
    assert of(project, "2026-07-05", "typhoon", "notice") == ("over", 3)


# -- plans -----------------------------------------------------------------------------------


def test_the_days_of_the_ministry() -> None:
    assert due_on(2027, "plan") == day("2027-03-31")
    assert due_on(2027, "first") == day("2027-07-20")
    assert due_on(2027, "second") == day("2028-01-20")


def duties(project: Project, on: str) -> list[tuple[str, int, str, int]]:
    found = [row for row in rows(project, on) if row.topic in ("plan", "first", "second")]
    return [(row.topic, row.year, row.state, row.days) for row in found]


def test_without_an_agency_that_owes_plans_none_is_due(project: Project) -> None:
    assert duties(project, "2030-01-01") == []


def test_a_plan_is_owed_by_the_end_of_march(project: Project) -> None:
    project.write("data/freshness.yml", DUTIES)
    assert duties(project, "2026-03-01") == [("plan", 2026, "done", 0)]
    project.edit(PLAN, "published: 2026-01-05", "published: 2026-04-10")
    assert duties(project, "2026-03-01") == [("plan", 2026, "due", 0)]  # to come is not done
    assert duties(project, "2026-04-05") == [("plan", 2026, "overdue", 5)]
    assert duties(project, "2026-04-20") == [("plan", 2026, "done", 10)]  # ten days late
    project.edit(PLAN, "year: 2026", "year: 2027")
    assert duties(project, "2026-12-31") == [("plan", 2026, "overdue", 275)]  # and no results


def test_results_are_owed_twice(project: Project) -> None:
    project.write("data/freshness.yml", DUTIES)
    assert duties(project, "2026-07-21")[0] == ("first", 2026, "overdue", 1)
    text = (project.root / PLAN).read_text("utf-8")
    project.write(PLAN, f"{text}reports:\n  - {{half: first, submitted: 2026-07-22}}\n")
    assert ("first", 2026, "done", 2) in duties(project, "2026-08-01")
    assert ("first", 2026, "overdue", 1) in duties(project, "2026-07-21")
    found = duties(project, "2027-01-25")
    assert ("second", 2026, "overdue", 5) in found
    assert ("plan", 2027, "overdue", 0) not in found
    # What was done is told for a year, what was not for ever.
    assert [one[:3] for one in duties(project, "2028-05-01")] == [
        ("second", 2026, "overdue"),
        ("plan", 2027, "overdue"),
        ("plan", 2028, "overdue"),
    ]


def test_drafts_of_a_plan_are_no_plan(project: Project) -> None:
    project.write("data/freshness.yml", DUTIES)
    project.edit(PLAN, "agency:", "life: draft\nagency:")
    project.edit(FAQ, "related: [plan-115]\n", "")
    assert duties(project, "2026-04-01") == [("plan", 2026, "overdue", 1)]


# -- the order, the choice -------------------------------------------------------------------


def test_rows_stand_by_unit_in_the_order_of_the_register(project: Project) -> None:
    project.write(SERVICE_FILE, SERVICE.replace("number: 1\n", "number: 1\n    review_months: 1\n"))
    found, _ = read(project, "2026-06-01")
    groups = by_unit(found)
    assert list(groups) == ["guard", "secretary", ""]
    assert [(one.id, one.state) for one in groups["guard"]] == [
        ("certificate", "overdue"),
        ("book-a-visit", "never"),
    ]
    assert found.counts["overdue"] == 1
    assert found.counts["done"] == 0
    assert sum(found.counts.values()) == len(found.rows)


def test_one_unit_or_one_kind(project: Project) -> None:
    project.edit(FAQ, "units: [guard]", "units: [guard, secretary]")
    names = {one.id for one in rows(project, "2026-06-01", Wanted(unit="secretary"))}
    assert names == {"plan-115", "book-a-visit"}  # also where it is named second
    assert {one.id for one in rows(project, "2026-06-01", Wanted(kind="page"))} == {"home", "about"}
    assert rows(project, "2026-06-01", Wanted(unit="guard", kind="plan")) == []


# -- formats ---------------------------------------------------------------------------------


def test_text_says_everything_twice(project: Project) -> None:
    project.edit(FAQ, "number: 1\n", "number: 1\nreview_months: 6\n")
    text = as_text(*read(project, "2026-07-06"))
    assert text.startswith("2026-07-06 的到期清單（往後看 30 天）：逾期 1 件、已結束 0 件、")
    assert (
        f"{FAQ}: 怎麼預約接見？：檢視內容：期限 2026-07-05，逾期 1 天\n"
        "    How do I book a visit?: Review: due on 2026-07-05, 1 day late"
    ) in text
    assert "\n\n戒護科 Guard Section\n" in text
    assert "\n\n沒有寫科室 no unit named\n" in text


def test_a_spreadsheet_opens_the_csv_and_runs_nothing(project: Project) -> None:
    project.edit(FAQ, "title: 怎麼預約接見？", 'title: "=HYPERLINK(1)，還有引號\\"、逗號,"')
    found, known = read(project, "2026-07-06")
    text = as_csv(found, known)
    assert text.startswith("\ufeff科室識別碼 unit,")
    table = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(table) == len(found.rows) + 1
    assert {len(row) for row in table} == {13}
    line = next(row for row in table if row[5] == "book-a-visit")
    assert line[6] == "'=HYPERLINK(1)，還有引號\"、逗號,"
    assert line[:5] == ["guard", "戒護科", "檢視內容", "從未檢視", "faq"]


def test_json_holds_what_the_rows_hold(project: Project) -> None:
    project.write("data/freshness.yml", DUTIES)
    found, known = read(project, "2026-07-21")
    told = json.loads(as_json(found, known))
    assert told["day"] == "2026-07-21"
    assert told["counts"] == found.counts
    assert len(told["rows"]) == len(found.rows)
    late = next(row for row in told["rows"] if row["topic"] == "first")
    assert late == {
        "topic": "first",
        "state": "overdue",
        "unit": "secretary",
        "units": ["secretary"],
        "kind": "plan",
        "id": "plan-115",
        "title": {"zh": "115 年度服務計畫", "en": "Service Plan for 2026"},
        "file": PLAN,
        "year": 2026,
        "last": None,
        "due": "2026-07-20",
        "days": 1,
    }


def test_a_unit_that_is_not_registered_goes_by_its_id(project: Project) -> None:
    project.edit("data/units.yml", "id: guard", "id: gaurd")
    assert "\nguard guard\n" in as_text(*read(project, "2026-07-06"))
