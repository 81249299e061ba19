"""The catalogue of Article 7: items that give their reason, categories that are not empty."""

from __future__ import annotations

import datetime as dt

import pytest

from disclosure.reading.downloads import files_of
from disclosure.site import disclosure as pages
from tests.unit.builders import (
    Project,
    catalogue,
    classified,
    item,
    not_shown,
    place,
    plan,
    rules,
    tree,
)

ITEM_FILE = "data/disclosure/statistics.yml"
ITEM = """
    id: statistics
    title: {zh: 業務統計, en: Statistics}
    classification: {theme: ["330"], cake: ["634"], service: [I00], disclosure: ["5"]}
    published: 2026-01-05
    text: {zh: 每月的人數。, en: Numbers of each month.}
"""


def say(project: Project, more: str = "", **changes: str) -> None:
    words = ITEM
    for old, new in changes.items():
        assert words.count(old) == 1
        words = words.replace(old, new)
    project.write(ITEM_FILE, f"{words}    {more}\n" if more else words)


def test_an_item_that_is_there_needs_no_reason(project: Project) -> None:
    say(project)
    assert project.problems() == []
    say(project, "state: provided")
    assert project.problems() == []


TEXT = "    text: {zh: 每月的人數。, en: Numbers of each month.}\n"


@pytest.mark.parametrize(("state", "line"), [("", 4), ("state: provided", 5)])
def test_an_item_that_holds_nothing_is_told(project: Project, state: str, line: int) -> None:
    """Where its text would stand: behind its state, if that is written."""
    say(project, state, **{TEXT: ""})
    problem = project.only_problem()
    assert place(problem) == (ITEM_FILE, line, 1, "nothing-provided")
    assert problem.severity == "error"
    assert problem.zh == (
        "這個項目沒有內容：請寫 text、files、links 或 reports 其中一項，或用 state 說明沒有的原因。"
    )
    assert problem.en == (
        "This item holds nothing: give `text`, `files`, `links` or `reports`, or say in `state` "
        "why there is none."
    )


@pytest.mark.parametrize(
    "held",
    [
        "links: [{title: 統計處, url: https://example.org/}]",
        "reports: [{period: {zh: 第一季}}]",
        "files: [{path: statistics.pdf}]",
        "state: none\n    reason: {zh: 今年沒有。, en: None this year.}",
        "state: withheld\n    withheld: {ground: 4, what: {zh: 名單}}",
    ],
)
def test_files_links_and_reports_and_a_reason_are_something(project: Project, held: str) -> None:
    path = project.root / "content/statistics.pdf"
    path.write_bytes(b"%PDF-1.7")
    say(project, held, **{TEXT: ""})
    assert project.problems() == []


@pytest.mark.parametrize("state", ["none", "not-applicable"])
def test_what_there_is_not_says_why(project: Project, state: str) -> None:
    say(project, f"state: {state}")
    problem = project.only_problem()
    assert place(problem) == (ITEM_FILE, 6, 8, "no-reason")
    assert problem.zh == f"state 是 {state}，要用 reason 說明為什麼。"
    assert problem.en == f"The state is {state}: say why in `reason`."
    say(project, f"state: {state}\n    reason: {{zh: 今年沒有。, en: None this year.}}")
    assert project.problems() == []


def test_what_is_withheld_names_its_ground(project: Project) -> None:
    say(project, "state: withheld\n    reason: {zh: 不公開。, en: No.}")
    problem = project.only_problem()
    assert place(problem) == (ITEM_FILE, 6, 8, "no-ground")
    assert "用 withheld 寫出第 18 條第 1 項的款次與內容" in problem.zh
    assert "name the ground of Article 18, paragraph 1, in `withheld`." in problem.en
    say(project, "state: withheld\n    withheld: {ground: 4, what: {zh: 名單, en: The names}}")
    assert project.problems() == []


def test_a_part_of_what_is_there_may_be_withheld(project: Project) -> None:
    say(project, "withheld: {ground: 6, what: {zh: 姓名, en: The names}}")
    assert project.problems() == []


@pytest.mark.parametrize("ground", ["0", "10", "六"])
def test_there_are_nine_grounds(project: Project, ground: str) -> None:
    say(project, f"withheld: {{ground: {ground}, what: {{zh: 姓名}}}}")
    problem = project.only_problem()
    assert (problem.path, problem.line, problem.column) == (ITEM_FILE, 6, 20)
    assert problem.rule in ("out-of-range", "wrong-type")


@pytest.mark.parametrize("given", ["", ", disclosure: []"])
def test_an_item_without_a_category_is_told(project: Project, given: str) -> None:
    say(project, **{', disclosure: ["5"]': given})
    found = project.problems()
    assert [place(one) for one in found if one.severity == "error"] == [
        (ITEM_FILE, 3, 17, "no-category")
    ]
    assert "要屬於第 7 條的一類" in found[0].zh
    assert "belongs to a category of Article 7" in found[0].en


def test_an_item_without_a_category_that_others_link_to_has_no_traceback(project: Project) -> None:
    """It has no address: nothing may ask for one before the problem is told."""
    say(project, **{', disclosure: ["5"]': ""})
    project.edit("content/about/index.md", "../index.md", "record:statistics#codes")
    project.edit("content/faq/visits/book-a-visit.md", "(record:plan-115)", "(record:statistics)")
    assert {one.rule for one in project.problems() if one.severity == "error"} == {"no-category"}


@pytest.mark.parametrize("life", ["draft", "withdrawn"])
def test_an_item_that_is_not_shown_is_checked_as_well(project: Project, life: str) -> None:
    say(project, f"state: none\n    life: {life}")
    assert "no-reason" in rules(project.problems())


# -- empty categories ----------------------------------------------------------------------------

CATEGORIES = """
    scheme: disclosure
    name: {zh: 類別}
    official: false
    terms:
      - {code: "5", name: {zh: 計畫與統計}, attested: label}
      - {code: "6", name: {zh: 預算}, attested: label}
"""


def test_an_empty_category_is_pointed_out(project: Project) -> None:
    project.write("data/classification/disclosure.yml", CATEGORIES)
    say(project)
    prepared = project.prepare()
    (problem,) = prepared.problems
    assert place(problem) == ("data/disclosure", 0, 0, "empty-category")
    assert problem.severity == "warning"
    assert problem.zh.startswith("第 7 條第 6 款「預算」還沒有任何資料；")
    assert problem.en.startswith("Category 6 of Article 7 holds nothing yet: ")
    assert prepared.site is not None


@pytest.mark.parametrize("state", ["none", "not-applicable"])
def test_an_item_that_says_that_there_is_nothing_fills_its_category(
    project: Project, state: str
) -> None:
    project.write("data/classification/disclosure.yml", CATEGORIES)
    say(project)
    say_no = ITEM.replace("statistics", "budget").replace('["5"]', '["6"]')
    project.write(
        "data/disclosure/budget.yml", f"{say_no}    state: {state}\n    reason: {{zh: 無}}\n"
    )
    assert project.problems() == []


def test_any_record_fills_its_category(project: Project) -> None:
    project.write("data/classification/disclosure.yml", CATEGORIES)
    say(project)
    project.edit("data/plans/plan-115.yml", "service: [I00]}", 'service: [I00], disclosure: ["6"]}')
    assert project.problems() == []


@pytest.mark.parametrize("life", ["draft", "withdrawn"])
def test_what_is_not_shown_fills_no_category(project: Project, life: str) -> None:
    say(project, not_shown(life, "    "))
    assert rules(project.problems()) == ["empty-category"]


def test_a_site_that_keeps_no_such_catalogue_is_told_of_nothing(project: Project) -> None:
    project.write("data/classification/disclosure.yml", CATEGORIES)
    assert project.problems() == []


# -- the order of a category, and the next day ---------------------------------------------------


def test_what_there_is_stands_before_what_there_is_not() -> None:
    made = catalogue(
        item("b"),
        item("a", state="none", reason={"zh": "無"}),
        item("c", state="withheld", withheld={"ground": 1, "what": {"zh": "密"}}),
        item("d"),
        plan(classification=classified(disclosure=("5",))),
    )
    assert [one.id for one in pages.items(made, "5")] == ["b", "d", "a", "c"]


def test_a_category_without_items_has_none() -> None:
    made = catalogue(plan(), trees={"disclosure": tree("disclosure", ("5", None))})
    assert pages.items(made, "5") == []


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        ({}, None),
        ({"frequency": "as-needed"}, None),
        ({"frequency": "once"}, None),
        ({"frequency": "monthly"}, dt.date(2026, 2, 5)),
        ({"frequency": "quarterly"}, dt.date(2026, 4, 5)),
        ({"frequency": "half-yearly"}, dt.date(2026, 7, 5)),
        ({"frequency": "yearly"}, dt.date(2027, 1, 5)),
        ({"frequency": "monthly", "updated": "2026-01-31"}, dt.date(2026, 2, 28)),
        ({"frequency": "yearly", "next_due": "2026-08-31"}, dt.date(2026, 8, 31)),
        ({"next_due": "2026-08-31"}, dt.date(2026, 8, 31)),
    ],
)
def test_the_next_update_follows_from_the_last(fields: dict[str, str], due: dt.date | None) -> None:
    assert item(**fields).due == due


def test_the_files_of_an_item_are_its_own_and_those_of_its_reports() -> None:
    made = item(
        files=[{"path": "a.pdf"}],
        reports=[{"period": {"zh": "一"}, "files": [{"path": "b.pdf"}, {"path": "c.odt"}]}],
    )
    assert [(place, one.path, one.extension) for place, one in files_of(made)] == [
        (("files", 0), "a.pdf", "pdf"),
        (("reports", 0, "files", 0), "b.pdf", "pdf"),
        (("reports", 0, "files", 1), "c.odt", "odt"),
    ]
