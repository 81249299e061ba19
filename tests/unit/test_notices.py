"""Notices for every page: what is told to editors, and which are shown on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from disclosure.model.notices import Notices
from tests.unit.builders import Project, place

FILE = "data/notices.yml"


def notices(*rows: str) -> str:
    return "notices:\n" + "".join(f"  - {{{row}}}\n" for row in rows)


def one(
    name: str = "typhoon", since: str = "2026-07-25", until: str = "2026-07-26", more: str = ""
) -> str:
    return f"id: {name}, since: {since}, until: {until}, title: {{zh: 甲, en: A}}{more}"


def shown(day: str, *rows: Mapping[str, object]) -> list[str]:
    base = {"title": {"zh": "甲"}}
    found = Notices.model_validate({"notices": [{**base, **row} for row in rows]})
    return [notice.id for notice in found.on(dt.date.fromisoformat(day))]


def test_a_notice_is_shown_from_its_first_to_its_last_day() -> None:
    notice = {"id": "a", "since": "2026-07-25", "until": "2026-07-26"}
    days = ("2026-07-24", "2026-07-25", "2026-07-26", "2026-07-27")
    assert [shown(day, notice) for day in days] == [[], ["a"], ["a"], []]
    assert Notices().on(None) == ()


def test_urgent_ones_come_first_then_the_newest() -> None:
    rows = (
        {"id": "old", "since": "2026-01-01", "until": "2026-12-31"},
        {"id": "new", "since": "2026-02-01", "until": "2026-12-31"},
        {"id": "urgent", "level": "urgent", "since": "2026-01-15", "until": "2026-12-31"},
    )
    assert shown("2026-03-01", *rows) == ["urgent", "new", "old"]


def test_a_good_file_has_no_problem(project: Project) -> None:
    link = ', level: urgent, record: plan-115, link: {title: 甲, url: "https://example.org/"}'
    project.write(FILE, notices(one(more=link), one("later", "2026-07-27", "2026-07-27")))
    assert project.problems(today=dt.date(2026, 7, 25)) == []


@pytest.mark.parametrize(
    ("rows", "where"),
    [
        ([one(until="2026-07-24")], (2, 45, "notice-order")),
        ([one(more=", record: plan-15")], (2, 88, "unknown-record")),
        ([one(), one()], (3, 10, "duplicate-id")),
        ([one(more=", text: {zh: 甲}")], (2, 86, "notice-untranslated")),
        ([one(more=f", text: {{zh: {'甲' * 121}, en: A}}")], (2, 91, "long-notice")),
        ([one(more=f", text: {{zh: 甲, en: {'a' * 361}}}")], (2, 98, "long-notice")),
        (
            [one("a", more=", level: urgent"), one("b", "2026-07-26", more=", level: urgent")],
            (3, 20, "urgent-notices-overlap"),
        ),
        (
            [one(since="2026-07-01", until="2026-08-01", more=", level: urgent")],
            (2, 45, "lasting-notice"),
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_place(
    project: Project, rows: list[str], where: tuple[int, int, str]
) -> None:
    project.write(FILE, notices(*rows))
    assert place(project.only_problem()) == (FILE, *where)


@pytest.mark.parametrize(
    "rows",
    [
        [one(more=f", text: {{zh: {'甲' * 120}, en: {'a' * 360}}}")],
        [one(since="2026-07-01", until="2026-07-31", more=", level: urgent")],
        [one(since="2026-01-01", until="2026-12-31")],
        [one("a", more=", level: urgent"), one("b", "2026-07-27", "2026-07-28", ", level: urgent")],
        [one("a", more=", level: urgent"), one("b")],
    ],
)
def test_what_is_just_right_is_not_told(project: Project, rows: list[str]) -> None:
    project.write(FILE, notices(*rows))
    assert project.problems() == []


def test_a_past_notice_needs_no_translation_any_more(project: Project) -> None:
    project.write(FILE, notices(one(more=", text: {zh: 甲}")))
    assert len(project.problems(today=dt.date(2026, 7, 26))) == 1
    assert project.problems(today=dt.date(2026, 7, 27)) == []


def test_a_notice_leads_to_nothing_that_is_not_on_the_site(project: Project) -> None:
    faq = "content/faq/visits/book-a-visit.md"
    project.edit(faq, "number: 1\n", "number: 1\nlife: draft\n")
    project.write(FILE, notices(one(more=", record: book-a-visit")))
    problem = project.only_problem()
    assert (problem.path, problem.line, problem.rule) == (FILE, 2, "unpublished-record")
