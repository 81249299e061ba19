"""What a service must say, and what it names."""

from __future__ import annotations

from textwrap import dedent

import pytest

from disclosure.site.citations import size
from tests.unit.builders import (
    FILES,
    SERVICE,
    SERVICE_FILE,
    Project,
    not_shown,
    odt,
    place,
    rules,
    service,
    spot,
    voice,
)

FAQ = "content/faq/visits/book-a-visit.md"
FORM = """
    id: letter-form
    title: {zh: 委託書, en: Letter of authority}
    classification: {theme: ["330"], cake: ["634"], service: [I00]}
    published: 2026-01-05
    files:
      - {path: forms/letter.odt}
"""


@pytest.fixture
def serving(project: Project) -> Project:
    project.write(SERVICE_FILE, SERVICE)
    return project


def with_form(project: Project, life: str = "") -> None:
    more = f"    {not_shown(life, '    ')}\n" if life else ""
    project.write("data/forms/letter-form.yml", f"{FORM}{more}")
    path = project.root / "content/forms/letter.odt"
    path.parent.mkdir()
    path.write_bytes(odt())


def test_a_service_is_read_and_told_of_nothing(serving: Project) -> None:
    prepared = serving.prepare()
    assert prepared.problems == []
    assert prepared.site is not None
    (made,) = prepared.site.catalogue.services
    assert (made.id, made.mark) == ("certificate", "S-001")
    own = {"services/", "services/certificate/", "services/certificate/sheet/", "transparency/"}
    assert own <= {one.path for one in prepared.planned}


@pytest.mark.parametrize(
    ("old", "line", "rule", "severity", "zh", "en"),
    [
        ("units: [guard]\n", 2, "no-unit", "error", "沒有寫承辦單位", "No unit answers"),
        (
            "remedy: {zh: 可以陳情。, en: File a petition.}\n",
            *(11, "no-remedy", "warning"),
            *("沒有寫救濟方式（remedy）", "No `remedy`"),
        ),
        (
            "contact:\n  - {unit: guard}\n",
            *(12, "no-contact", "warning", "沒有寫聯絡方式（contact）", "No `contact`"),
        ),
    ],
)
def test_what_a_service_lacks_is_told_where_it_would_stand(
    serving: Project, old: str, line: int, rule: str, severity: str, zh: str, en: str
) -> None:
    serving.edit(SERVICE_FILE, old, "")
    problem = serving.only_problem()
    assert (problem.path, problem.line, problem.rule) == (SERVICE_FILE, line, rule)
    assert problem.severity == severity
    assert zh in problem.zh
    assert en in problem.en


def test_what_may_be_unknown_does_not_stop_the_build(serving: Project) -> None:
    serving.edit(SERVICE_FILE, "remedy: {zh: 可以陳情。, en: File a petition.}\n", "")
    serving.edit(SERVICE_FILE, "contact:\n  - {unit: guard}\n", "")
    prepared = serving.prepare()
    assert rules(prepared.problems) == ["no-contact", "no-remedy"]
    assert prepared.site is not None


CHANNEL = (
    "time_limit:\n",
    "channels:\n  - {kind: post, documents: [identity, idenity]}\ntime_limit:\n",
)


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "rule", "zh", "en"),
    [
        (
            *("number: 1\n", "number: 1\nagency: modelprison\n", 7, 9, "unknown-agency"),
            "沒有「modelprison」這個機關（登記在 data/agencies.yml），是否為「model-prison」？",
            'There is no agency "modelprison" (registered in data/agencies.yml); did you mean',
        ),
        (
            *("- {unit: guard}", "- {unit: gaurd}", 14, 12, "unknown-unit"),
            *("沒有「gaurd」這個科室", 'There is no unit "gaurd"'),
        ),
        (
            *("units: [guard]", "units: [guard, {unit: gaurd}]", 3, 23, "unknown-unit"),
            *("是否為「guard」？", 'did you mean "guard"?'),
        ),
        (
            *("number: 1\n", "number: 1\nforms: [leter-form]\n", 7, 9, "unknown-form"),
            *("沒有「leter-form」這個表單", 'There is no form "leter-form"'),
        ),
        (
            *("id: letter, name", "id: letter, form: zzz, name", 9, 24, "unknown-form"),
            *("沒有「zzz」這個表單", 'There is no form "zzz"'),
        ),
        (
            *(*CHANNEL, 11, 40, "unknown-document"),
            *("沒有「idenity」這個文件（documents），是否為「identity」？", "did you mean"),
        ),
        (
            *("number: 1\n", "number: 1\nrelated: [book-a-vsit]\n", 7, 11, "unknown-record"),
            *("沒有「book-a-vsit」這個資料，是否為「book-a-visit」？", "There is no record"),
        ),
        (
            *("number: 1\n", "number: 1\nrelated: [plan-115, certificate]\n"),
            *(7, 21, "names-itself"),
            *("這裡寫的「certificate」就是這筆資料自己。", '"certificate" is this very record.'),
        ),
    ],
)  # fmt: skip
def test_what_a_service_names_exists(
    serving: Project, old: str, new: str, line: int, column: int, rule: str, zh: str, en: str
) -> None:
    serving.edit(SERVICE_FILE, old, new)
    problem = serving.only_problem()
    assert place(problem) == (SERVICE_FILE, line, column, rule)
    assert zh in problem.zh
    assert en in problem.en


def test_an_agency_that_only_a_service_names_is_used(serving: Project) -> None:
    entry = "  - {id: other-prison, name: {zh: 他監, en: Other Prison}}\n"
    serving.edit("data/agencies.yml", "agencies:\n", f"agencies:\n{entry}")
    assert rules(serving.problems()) == ["unused-agency"]
    serving.edit(SERVICE_FILE, "number: 1\n", "number: 1\nagency: other-prison\n")
    assert serving.problems() == []


def test_a_unit_that_only_a_lane_or_a_contact_names_is_used(serving: Project) -> None:
    entry = "  - {id: mail, name: {zh: 收發室, en: Mail Room}}\n"
    serving.edit("data/units.yml", "units:\n", f"units:\n{entry}")
    assert rules(serving.problems()) == ["unused-unit"]
    serving.edit(SERVICE_FILE, "{id: back, unit: guard}", "{id: back, unit: mail}")
    assert serving.problems() == []


def test_a_form_that_a_service_names_is_found(serving: Project) -> None:
    with_form(serving)
    serving.edit(SERVICE_FILE, "number: 1\n", "number: 1\nforms: [letter-form]\n")
    serving.edit(SERVICE_FILE, "id: letter, name", "id: letter, form: letter-form, name")
    asked = "documents: [letter]\n"
    serving.edit(SERVICE_FILE, asked, f"{asked}      form: letter-form\n")
    assert serving.problems() == []


def test_a_published_service_names_no_form_that_is_not_on_the_site(serving: Project) -> None:
    with_form(serving, "draft")
    serving.edit(SERVICE_FILE, "number: 1\n", "number: 1\nforms: [letter-form]\n")
    problem = serving.only_problem()
    assert place(problem)[:3] == (SERVICE_FILE, 7, 9)


@pytest.mark.parametrize("life", ["draft", "withdrawn"])
def test_a_service_that_is_not_on_the_site_may_name_a_form_that_is_not(
    serving: Project, life: str
) -> None:
    """Both are being written, or both were taken off together."""
    with_form(serving, life)
    serving.edit(
        SERVICE_FILE, "number: 1\n", f"number: 1\n{not_shown(life)}\nforms: [letter-form]\n"
    )
    assert serving.problems() == []


# -- superseded questions ------------------------------------------------------------------------


def newer(project: Project, more: str = "") -> str:
    path = "content/faq/visits/new.md"
    words = dedent(FILES[FAQ]).replace("number: 1", f"number: 2\n{more}".rstrip())
    project.write(path, words)
    return path


def test_a_question_may_be_superseded_by_another(project: Project) -> None:
    newer(project)
    project.edit(FAQ, "number: 1\n", "number: 1\nsuperseded_by: new\n")
    assert project.problems() == []


@pytest.mark.parametrize(
    ("named", "rule"),
    [
        ("nwe", "unknown-record"),
        ("book-a-visit", "names-itself"),
        ("plan-115", "superseded-by-other"),
        ("about", "superseded-by-other"),
    ],
)
def test_what_supersedes_a_question_is_another_question(
    project: Project, named: str, rule: str
) -> None:
    newer(project)
    project.edit(FAQ, "number: 1\n", f"number: 1\nsuperseded_by: {named}\n")
    assert place(project.only_problem()) == (FAQ, 4, 16, rule)


def test_questions_do_not_supersede_each_other_in_a_circle(project: Project) -> None:
    """None of them would stand in its category any more."""
    path = newer(project, "superseded_by: book-a-visit")
    project.edit(FAQ, "number: 1\n", "number: 1\nsuperseded_by: new\n")
    assert sorted(place(one) for one in project.problems()) == [
        (FAQ, 4, 16, "superseded-in-circle"),
        (path, 4, 16, "superseded-in-circle"),
    ]


def test_a_question_that_leads_into_a_circle_is_no_part_of_it(project: Project) -> None:
    newer(project, "superseded_by: book-a-visit")
    project.edit(FAQ, "number: 1\n", "number: 1\nsuperseded_by: new\n")
    words = dedent(FILES[FAQ]).replace("number: 1", "number: 3\nsuperseded_by: new")
    project.write("content/faq/visits/third.md", words)
    assert {one.path for one in project.problems()} == {FAQ, "content/faq/visits/new.md"}


def test_one_question_after_another_may_be_superseded(project: Project) -> None:
    newer(project, "superseded_by: newest")
    project.edit(FAQ, "number: 1\n", "number: 1\nsuperseded_by: new\n")
    words = dedent(FILES[FAQ]).replace("number: 1", "number: 3")
    project.write("content/faq/visits/newest.md", words)
    assert project.problems() == []


@pytest.mark.parametrize("life", ["draft", "withdrawn"])
def test_a_published_question_is_not_superseded_by_one_that_is_not(
    project: Project, life: str
) -> None:
    newer(project, not_shown(life))
    project.edit(FAQ, "number: 1\n", "number: 1\nsuperseded_by: new\n")
    assert place(project.only_problem()) == (FAQ, 4, 16, "unpublished-record")


def test_a_question_does_not_name_itself(project: Project) -> None:
    project.edit(FAQ, "related: [plan-115]", "related: [plan-115, book-a-visit]")
    problem = project.only_problem()
    assert place(problem) == (FAQ, 7, 21, "names-itself")


# -- what a record rests on ----------------------------------------------------------------------

SOURCES = """sources:
  - 本監接見須知
  - title: 羈押法
    article: 第 59 條
    url: https://example.org/law
    date: 2020-01-15
    says: {zh: 一次三十分鐘。, en: Thirty minutes.}
  - title: {zh: 公告, en: Notice}
"""


def test_a_citation_may_be_a_plain_line(serving: Project) -> None:
    path = serving.root / SERVICE_FILE
    path.write_text(path.read_text("utf-8") + SOURCES, "utf-8")
    prepared = serving.prepare()
    assert prepared.problems == []
    assert prepared.site is not None
    plain, law, notice = prepared.site.catalogue.services[0].sources
    assert plain.title.root == {"zh": "本監接見須知"}
    assert (law.title.root, law.article and law.article.root) == (
        {"zh": "羈押法"},
        {"zh": "第 59 條"},
    )
    assert notice.title.root == {"zh": "公告", "en": "Notice"}


def test_a_plain_line_is_in_the_main_language_of_the_site() -> None:
    made = service(sources=["本監接見須知"])
    speaking = voice("en", made)
    named = speaking.named(made.sources[0].title)
    assert named == {"words": "本監接見須知", "lang": "zh-Hant-TW"}
    # A source in Chinese is no missing translation.
    assert not speaking.fell_back


@pytest.mark.parametrize(
    ("source", "line", "rule"),
    [
        ("- [a]", 2, "wrong-type"),
        ("- ''", 2, "empty-text"),
        ("- {article: 第 1 條}", 2, "missing-field"),
        ("- {title: 甲, url: example.org}", 2, "not-an-address"),
        ("- {title: 甲, date: 115-01-01}", 2, "not-a-date"),
        ("- {title: 甲, says: 乙}", 2, "wrong-type"),
        ("- {title: {en: A}}", 2, "missing-language"),
        ("- {title: {zh: 甲, vi: A}}", 2, "unknown-language"),
    ],
)
def test_a_slip_in_a_citation_is_told_on_its_line(
    serving: Project, source: str, line: int, rule: str
) -> None:
    path = serving.root / SERVICE_FILE
    words = path.read_text("utf-8")
    path.write_text(f"{words}sources:\n  {source}\n", "utf-8")
    problem = serving.only_problem()
    assert spot(problem)[::2] == (words.count("\n") + line, rule)


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        *((0, "0 B"), (1, "1 B"), (999, "999 B"), (1000, "1 KB"), (12_345, "12 KB")),
        *((999_499, "999 KB"), (999_500, "1.0 MB"), (1_000_000, "1.0 MB"), (3_400_000, "3.4 MB")),
        *((9_949_999, "9.9 MB"), (10_000_000, "10 MB"), (25_000_000, "25 MB")),
        *((999_999_999, "1.0 GB"), (10**12, "1000 GB")),
    ],
)  # fmt: skip
def test_bytes_are_said_as_people_read_them(count: int, shown: str) -> None:
    assert size(count) == shown
