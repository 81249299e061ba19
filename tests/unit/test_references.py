"""What one record names of the others."""

from __future__ import annotations

import pytest

from disclosure.problems import Severity
from tests.unit.builders import FILES, Project, not_shown, place, rules

PLAN = "data/plans/plan-115.yml"
FAQ = "content/faq/visits/book-a-visit.md"
STRATEGY = "        units: [guard]"


def other_plan(project: Project, **changes: str) -> None:
    words = FILES[PLAN].replace("id: plan-115", "id: plan-114").replace("year: 2026", "year: 2025")
    for old, new in changes.items():
        words = words.replace(f"{old}: ", f"{new}\n        {old}: ", 1)
    project.write("data/plans/plan-114.yml", words)


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "column", "rule", "zh", "en"),
    [
        (
            *(PLAN, "units: [guard]", "units: [guard, gaurd]", 26, 24, "unknown-unit"),
            "沒有「gaurd」這個科室（登記在 data/units.yml），是否為「guard」？",
            'There is no unit "gaurd" (registered in data/units.yml); did you mean "guard"?',
        ),
        (
            *(PLAN, "units: [guard]", "units: [guard, {unit: zzz}]", 26, 31, "unknown-unit"),
            "沒有「zzz」這個科室（登記在 data/units.yml）。",
            'There is no unit "zzz" (registered in data/units.yml).',
        ),
        (
            *(PLAN, "agency: model-prison", "agency: modelprison", 6, 9, "unknown-agency"),
            "沒有「modelprison」這個機關（登記在 data/agencies.yml），是否為「model-prison」？",
            'There is no agency "modelprison" (registered in data/agencies.yml); did you mean',
        ),
        (
            *(PLAN, "year: 2026", "year: 2026\ncarries_out: book-a-visit"),
            *(8, 14, "unknown-record", "沒有「book-a-visit」這個資料。", "There is no record"),
        ),
        (
            *(FAQ, "related: [plan-115]", "related: [plan-115, plan-15]"),
            *(7, 21, "unknown-record"),
            "沒有「plan-15」這個資料，是否為「plan-115」？",
            'There is no record "plan-15"; did you mean "plan-115"?',
        ),
    ],
)
def test_a_name_that_nothing_has_is_told_at_its_place(
    project: Project,
    file: str,
    old: str,
    new: str,
    line: int,
    column: int,
    rule: str,
    zh: str,
    en: str,
) -> None:
    project.edit(file, old, new)
    found = [one for one in project.problems() if one.severity == "error"]
    assert [place(problem) for problem in found] == [(file, line, column, rule)]
    assert zh in found[0].zh
    assert en in found[0].en


def test_the_folder_of_a_question_must_be_a_category(project: Project) -> None:
    project.write("content/faq/vists/other.md", FILES[FAQ])
    problem = project.only_problem()
    assert place(problem) == ("content/faq/vists/other.md", 1, 0, "unknown-category")
    assert "「vists」這個常見問題類別（登記在 data/faq.yml），是否為「visits」？" in problem.zh
    assert 'FAQ category "vists" (registered in data/faq.yml); did you mean "visits"?' in problem.en


@pytest.mark.parametrize(
    ("file", "entry", "line", "column", "rule", "zh", "en"),
    [
        (
            "data/units.yml",
            "  - {id: idle, name: {zh: 閒}}\n",
            4,
            10,
            "unused-unit",
            "科室「idle」",
            'the unit "idle"',
        ),
        (
            "data/agencies.yml",
            "  - {id: idle, name: {zh: 閒}}\n",
            3,
            10,
            "unused-agency",
            "機關「idle」",
            'the agency "idle"',
        ),
    ],
)
def test_an_entry_of_a_register_that_nothing_names_is_a_hint(
    project: Project, file: str, entry: str, line: int, column: int, rule: str, zh: str, en: str
) -> None:
    path = project.root / file
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")
    prepared = project.prepare()
    assert prepared.site is not None
    (problem,) = prepared.problems
    warning: Severity = "warning"
    assert place(problem) == (file, line, column, rule)
    assert problem.severity == warning
    assert zh in problem.zh
    assert en in problem.en


@pytest.mark.parametrize(
    ("old", "new", "line", "column"),
    [
        ("- id: visits", "- id: service", 22, 13),
        (
            "units: [guard]\n",
            'units: [guard]\n      - {id: visits, number: "2", title: {zh: 甲}, text: {zh: 乙}}\n',
            27,
            14,
        ),
    ],
)
def test_an_id_that_a_plan_uses_twice_is_told_at_the_second(
    project: Project, old: str, new: str, line: int, column: int
) -> None:
    project.edit(PLAN, old, new)
    problem = project.only_problem()
    assert place(problem) == (PLAN, line, column, "duplicate-id")
    assert "用了兩次" in problem.zh
    assert "used twice in this plan" in problem.en


@pytest.mark.parametrize(
    "name",
    ["codes", "basis", "goals", "facts", "contents", "site-main", "section-service", "page-facts"],
)
def test_an_id_that_the_page_itself_uses_is_told(project: Project, name: str) -> None:
    """It would stand on the page twice: a link to it leads to the wrong place."""
    project.edit(PLAN, "- id: visits", f"- id: {name}")
    problem = project.only_problem()
    assert place(problem)[:3] == (PLAN, 22, 13)


def test_the_id_of_every_pages_main_part_is_reserved(project: Project) -> None:
    """Questions and items stand under their ids on the page of their category."""
    faq = "content/faq/visits/site-main.md"
    item = "data/disclosure/site-main.yml"
    head = FILES["content/faq/visits/book-a-visit.md"]
    project.write(faq, head.replace("number: 1", "number: 2"))
    assert [place(one) for one in project.problems()] == [(faq, 1, 0, "reserved-id")]
    project.remove(faq)
    project.write(
        item,
        """
        id: site-main
        title: {zh: 甲, en: A}
        classification: {theme: ["330"], cake: ["634"], service: [I00], disclosure: ["5"]}
        published: 2026-01-05
        text: {zh: 乙, en: B}
        """,
    )
    problem = project.only_problem()
    assert place(problem) == (item, 1, 0, "reserved-id")
    assert problem.zh == "識別碼「site-main」是網頁本身要用的，請換一個。"
    assert problem.en == 'The id "site-main" is used by the page itself: choose another.'


@pytest.mark.parametrize("life", ["draft", "withdrawn"])
def test_what_is_published_may_not_lead_to_what_is_not(project: Project, life: str) -> None:
    other_plan(project, year=not_shown(life, "        "))
    project.edit(PLAN, "year: 2026", "year: 2026\ncarries_out: plan-114")
    project.edit(FAQ, "related: [plan-115]", "related: [plan-115, plan-114]")
    found = project.problems()
    assert [place(problem) for problem in found] == [
        (PLAN, 8, 14, "unpublished-record"),
        (FAQ, 7, 21, "unpublished-record"),
    ]
    assert all("「plan-114」還是草稿或已經撤下" in problem.zh for problem in found)
    assert all('"plan-114" is a draft or withdrawn' in problem.en for problem in found)


def test_a_draft_may_lead_to_a_draft_and_a_preview_to_any(project: Project) -> None:
    other_plan(project, year="life: draft\n        carries_out: plan-115")
    assert project.problems() == []
    project.edit(PLAN, "year: 2026", "year: 2026\ncarries_out: plan-114")
    assert rules(project.problems()) == ["unpublished-record"]
    assert project.problems(drafts=True) == []


def test_a_plan_does_not_carry_out_itself(project: Project) -> None:
    project.edit(PLAN, "year: 2026", "year: 2026\ncarries_out: plan-115")
    assert place(project.only_problem())[:3] == (PLAN, 8, 14)


def test_a_damaged_register_does_not_make_all_that_name_it_wrong(project: Project) -> None:
    project.write("data/units.yml", "units: [\n")
    assert [one.path for one in project.problems()] == ["data/units.yml"]


def test_a_damaged_record_does_not_make_those_that_name_it_wrong(project: Project) -> None:
    project.edit(PLAN, "year: 2026", "year: x")
    assert [place(one) for one in project.problems()] == [(PLAN, 7, 7, "wrong-type")]
