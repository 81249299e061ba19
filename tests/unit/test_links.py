"""Links in prose lead somewhere."""

from __future__ import annotations

import pytest

from tests.unit.builders import FILES, SERVICE, SERVICE_FILE, Project, odt, place, rules

PLAN = "data/plans/plan-115.yml"
FAQ = "content/faq/visits/book-a-visit.md"
ABOUT = "content/about/index.md"
LINK = "回[首頁](../index.md)。"


@pytest.mark.parametrize(
    "target",
    [
        "../index.md",
        "./index.md",
        "index.md#聯絡方式",
        "#聯絡方式",
        "index.md#%E8%81%AF%E7%B5%A1%E6%96%B9%E5%BC%8F",
        "<../index.md>",
        "record:plan-115",
        "record:plan-115#visits",
        "record:plan-115#section-service",
        "record:book-a-visit",
        "record:about#聯絡方式",
        "index:plans",
        "index:units",
        "index:theme",
        "https://example.org/",
        "mailto:a@example.org",
        "//example.org/x",
    ],
)
def test_a_link_that_leads_somewhere_is_fine(project: Project, target: str) -> None:
    project.edit(ABOUT, "../index.md", target)
    assert project.problems() == []


@pytest.mark.parametrize(
    ("target", "rule", "zh", "en"),
    [
        (
            *("../indx.md", "broken-link", "連結「../indx.md」找不到檔案，是否為「../index.md」？"),
            'The link "../indx.md" leads to no file; did you mean "../index.md"?',
        ),
        (
            "zzz.pdf",
            "broken-link",
            "連結「zzz.pdf」找不到檔案。",
            'The link "zzz.pdf" leads to no file.',
        ),
        ("../../data/units.yml", "broken-link", "找不到檔案", "leads to no file"),
        ("/about/", "broken-link", "找不到檔案", "leads to no file"),
        ("../about", "broken-link", "找不到檔案", "leads to no file"),
        (
            *("#聯絡方法", "broken-link", "那一頁沒有「聯絡方法」這個標題，是否為「聯絡方式」？"),
            'that page has no heading "聯絡方法"; did you mean "聯絡方式"?',
        ),
        ("../index.md#zzz", "broken-link", "沒有「zzz」這個標題。", 'has no heading "zzz".'),
        (
            *("record:plan-15", "unknown-record"),
            "連結 record:plan-15 找不到對應的頁面，是否為「plan-115」？",
            'The link record:plan-15 leads nowhere; did you mean "plan-115"?',
        ),
        (
            *("index:plan", "unknown-index"),
            "連結 index:plan 找不到對應的頁面，是否為「plans」？",
            'The link index:plan leads nowhere; did you mean "plans"?',
        ),
        (
            "index:",
            "unknown-index",
            "連結 index: 找不到對應的頁面。",
            "The link index: leads nowhere.",
        ),
        (
            *(
                "record:plan-115#vists",
                "broken-link",
                "那一頁沒有「vists」這個段落，是否為「visits」？",
            ),
            'that page has no part "vists"; did you mean "visits"?',
        ),
    ],
)
def test_a_broken_link_of_a_page_is_told_on_its_line(
    project: Project, target: str, rule: str, zh: str, en: str
) -> None:
    project.edit(ABOUT, "../index.md", target)
    problem = project.only_problem()
    assert place(problem) == (ABOUT, 9, 0, rule)
    assert zh in problem.zh
    assert en in problem.en


@pytest.mark.parametrize(
    "target", ["record:book-a-visit#zzz", "record:about#zzz", "index:units#zzz"]
)
def test_a_part_that_the_other_page_does_not_have_is_told(project: Project, target: str) -> None:
    project.edit(ABOUT, "../index.md", target)
    assert place(project.only_problem())[:2] == (ABOUT, 9)


def test_a_bracket_with_a_long_remark_behind_it_is_a_broken_link(project: Project) -> None:
    project.edit(ABOUT, "../index.md", "很" * 100)
    assert place(project.only_problem()) == (ABOUT, 9, 0, "broken-link")


def test_the_links_of_a_translation_are_told_in_its_file(project: Project) -> None:
    project.edit("content/en/index.md", "record:plan-115", "indx.md")
    problem = project.only_problem()
    assert place(problem) == ("content/en/index.md", 5, 0, "broken-link")
    assert "是否為「index.md」？" in problem.zh


def test_a_translation_may_link_to_a_page_that_is_not_translated_yet(project: Project) -> None:
    project.edit("content/en/index.md", "record:plan-115", "about/index.md#聯絡方式")
    assert project.problems() == []


def test_headings_of_the_same_words_are_told_apart(project: Project) -> None:
    project.edit(ABOUT, LINK, "## 聯絡方式\n\n## 乙 {#own}\n\n[a](#聯絡方式_1) [b](#own)")
    assert project.problems() == []
    project.edit(ABOUT, "_1)", "_2)")
    assert place(project.only_problem()) == (ABOUT, 13, 0, "broken-link")


@pytest.mark.parametrize(
    ("file", "old", "target", "line"),
    [
        (FAQ, "(record:plan-115)", "record:plan-15", 10),
        ("content/en/faq/visits/book-a-visit.md", "(record:plan-115)", "record:plan-15", 5),
        (FAQ, "(record:plan-115)", "index:plan", 10),
    ],
)
def test_a_broken_link_of_an_answer_is_told_on_its_line(
    project: Project, file: str, old: str, target: str, line: int
) -> None:
    project.edit(file, old, f"({target})")
    problem = project.only_problem()
    assert place(problem) == (file, line, 0, f"unknown-{target.partition(':')[0]}")
    assert "找不到對應的頁面，是否為" in problem.zh
    assert "leads nowhere; did you mean" in problem.en


def test_an_answer_links_to_records_by_their_ids_only(project: Project) -> None:
    project.edit(FAQ, "(record:plan-115)", "(../../about/index.md)")
    problem = project.only_problem()
    assert place(problem) == (FAQ, 10, 0, "link-form")
    assert "請寫 record:識別碼" in problem.zh
    assert "record:<id>" in problem.en


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("goals: {zh: 便民。", "goals: {zh: '[甲](record:plan-15)'", 11),
        ("en: Shorten the waiting time.", "en: '[a](record:plan-15)'", 25),
        (
            "goals: {zh: 便民。, en: To serve.}",
            "goals:\n  zh: |\n    甲\n\n    [a](record:plan-15)",
            15,
        ),
    ],
)
def test_a_broken_link_in_a_data_file_is_told_on_its_line(
    project: Project, old: str, new: str, line: int
) -> None:
    project.edit(PLAN, old, new)
    problem = project.only_problem()
    assert place(problem) == (PLAN, line, 0, "unknown-record")
    assert "是否為「plan-115」？" in problem.zh


def test_a_relative_link_in_a_data_file_is_told(project: Project) -> None:
    """It would be published as it stands, and lead nowhere."""
    project.edit(PLAN, "goals: {zh: 便民。", "goals: {zh: '[甲](about/index.md)'")
    assert place(project.only_problem())[:2] == (PLAN, 11)


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        ("data/units.yml", "en: Guard Section}", "en: Guard Section}, duties: {zh: '%s'}", 2),
        ("data/faq.yml", "en: Visits}", "en: Visits}, description: {zh: '%s'}", 2),
        (
            "data/classification/theme.yml",
            "name: {zh: 主題}",
            "name: {zh: 主題}\nnote: {zh: '%s'}",
            3,
        ),
        (
            "data/classification/theme.yml",
            "name: {zh: 丙}",
            "name: {zh: 丙}, description: {zh: '%s'}",
            6,
        ),
        (FAQ, "units: [guard]", "units: [guard]\nsummary: '%s'", 5),
    ],
)
@pytest.mark.parametrize("target", ["record:plan-15", "index:plan"])
def test_a_broken_link_is_told_wherever_markdown_may_stand(
    project: Project, file: str, old: str, new: str, line: int, target: str
) -> None:
    """A page that shows it could not be made."""
    project.edit(file, old, new % f"[a]({target})")
    problem = project.only_problem()
    assert place(problem)[:2] == (file, line)
    assert problem.rule == f"unknown-{target.partition(':')[0]}"


def test_an_address_that_no_browser_can_open_is_told(project: Project) -> None:
    project.edit(ABOUT, "../index.md", "https://[x/")
    assert place(project.only_problem()) == (ABOUT, 9, 0, "not-an-address")


@pytest.mark.parametrize("form", ["<{}>", "> [x]: {}\n\n[x]", "- [x]: {}\n\n[x]"])
def test_a_broken_link_of_an_answer_is_told_in_whatever_form(project: Project, form: str) -> None:
    project.edit(FAQ, "請看[計畫](record:plan-115)。", form.format("record:plan-15"))
    assert place(project.only_problem()) == (FAQ, 10, 0, "unknown-record")


@pytest.mark.parametrize("target", ["record:plan-15", "index:plan"])
def test_a_broken_link_in_the_html_of_a_page_is_told(project: Project, target: str) -> None:
    """An editors' page may hold HTML; what it links to by name is resolved as well."""
    project.edit(ABOUT, LINK, f'<a href="{target}">甲</a>')
    assert place(project.only_problem())[:2] == (ABOUT, 9)


def test_a_link_within_code_is_no_link(project: Project) -> None:
    project.edit(ABOUT, LINK, "`[a](zzz.md)`\n\n```\n[a](zzz.md)\n```\n")
    assert project.problems() == []


@pytest.mark.parametrize("name", ["faq", "plans"])
def test_an_index_that_the_site_does_not_have_is_told(project: Project, name: str) -> None:
    project.edit(ABOUT, "../index.md", f"index:{name}")
    if name == "faq":
        project.remove(FAQ)
        project.remove("content/en/faq/visits/book-a-visit.md")
    else:
        project.remove(PLAN)
        project.remove("data/agencies.yml")
        for file in ("content/index.md", "content/en/index.md", FAQ):
            project.edit(file, "(record:plan-115)", "(https://example.org)")
        project.edit("content/en/faq/visits/book-a-visit.md", "record:plan-115", "mailto:a@gov.tw")
        project.edit(FAQ, "related: [plan-115]\n", "")
    found = [one for one in project.problems() if one.severity == "error"]
    assert [place(problem)[:2] for problem in found] == [(ABOUT, 9)]


def test_a_link_to_a_draft_is_told(project: Project) -> None:
    project.edit(ABOUT, "published: 2026-01-05", "published: 2026-01-05\nlife: draft")
    project.edit("content/index.md", "record:plan-115", "about/index.md")
    project.edit("content/en/index.md", "record:plan-115", "record:about")
    assert [place(problem) for problem in project.problems()] == [
        ("content/index.md", 7, 0, "unpublished-record"),
        ("content/en/index.md", 5, 0, "unpublished-record"),
    ]


RECORDS = {
    "book-a-visit": FAQ,
    "certificate": SERVICE_FILE,
    "letter-form": "data/forms/letter-form.yml",
    "statistics": "data/disclosure/statistics.yml",
}
HEAD = """
    id: {}
    title: {{zh: 甲, en: A}}
    classification: {{theme: ["330"], cake: ["634"], service: [I00], disclosure: ["5"]}}
    published: 2026-01-05
"""
LAW = "legal_basis: [{title: {zh: 監獄行刑法, en: Prison Act}}]\n"
NOTICE = "sources: [{title: {zh: 公告, en: Notice}}]\n"


@pytest.fixture
def linking(project: Project) -> Project:
    """A record of each kind, and a page whose one link each test changes."""
    project.write(SERVICE_FILE, SERVICE)
    for name, more in (
        ("letter-form", "    files: [{path: forms/letter.odt}]\n"),
        ("statistics", "    text: {zh: 人數。, en: Numbers.}\n"),
    ):
        project.write(RECORDS[name], HEAD.format(name) + more)
    (project.root / "content/forms").mkdir()
    (project.root / "content/forms/letter.odt").write_bytes(odt())
    assert project.problems() == []
    return project


def add(project: Project, name: str, more: str) -> None:
    """Give a record a field that it does not have."""
    project.edit(RECORDS[name], "published: 2026-01-05\n", f"published: 2026-01-05\n{more}")


@pytest.mark.parametrize(
    ("name", "part", "more"),
    [
        ("book-a-visit", "legal-basis", LAW),
        ("book-a-visit", "sources", NOTICE),
        ("certificate", "legal-basis", LAW),
        ("certificate", "sources", NOTICE),
        ("certificate", "content", "content: {zh: 甲, en: A}\n"),
        ("certificate", "forms", "forms: [letter-form]\n"),
        ("certificate", "notes", "notes: {zh: 甲, en: A}\n"),
        ("certificate", "related", "related: [plan-115]\n"),
        ("letter-form", "how", "how: {zh: 甲, en: A}\n"),
        ("letter-form", "sources", NOTICE),
        ("statistics", "legal-basis", LAW),
        ("statistics", "sources", NOTICE),
    ],
)
def test_a_part_that_a_page_has_only_where_its_record_says_so(
    linking: Project, name: str, part: str, more: str
) -> None:
    """What a record leaves out is no heading of its page: a link to it would lead to the top."""
    linking.edit(ABOUT, "../index.md", f"record:{name}#{part}")
    problem = linking.only_problem()
    assert place(problem) == (ABOUT, 9, 0, "broken-link")
    assert problem.severity == "error"
    assert f"連結 record:{name}#{part}：那一頁沒有「{part}」這個段落" in problem.zh
    assert f'The link record:{name}#{part}: that page has no part "{part}"' in problem.en
    add(linking, name, more)
    assert linking.problems() == []


def test_what_a_question_names_is_a_part_of_its_page(linking: Project) -> None:
    linking.edit(ABOUT, "../index.md", "record:book-a-visit#related")
    assert linking.problems() == []
    linking.edit(FAQ, "related: [plan-115]\n", "")
    assert rules(linking.problems()) == ["broken-link"]


@pytest.mark.parametrize("name", RECORDS)
def test_every_page_of_a_record_says_how_it_is_classified_and_by_whom(
    linking: Project, name: str
) -> None:
    linking.edit(ABOUT, LINK, f"[甲](record:{name}#codes) [乙](record:{name}#page-facts)")
    assert linking.problems() == []


@pytest.mark.parametrize(
    "target",
    ["certificate#flow", "certificate#steps", "certificate#flow-table", "certificate#step-come"],
)
def test_a_service_without_a_flow_has_no_steps_to_lead_to(linking: Project, target: str) -> None:
    linking.edit(ABOUT, "../index.md", f"record:{target}")
    assert linking.problems() == []
    path = linking.root / SERVICE_FILE
    path.write_text(path.read_text(encoding="utf-8").partition("flow:\n")[0], encoding="utf-8")
    found = [one for one in linking.problems() if one.severity == "error"]
    assert [place(one) for one in found] == [(ABOUT, 9, 0, "broken-link")]


def test_the_files_of_the_small_site_link_to_one_another() -> None:
    assert sum(words.count("](") for words in FILES.values()) >= 5
