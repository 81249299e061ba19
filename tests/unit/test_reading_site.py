"""All files of a site → one catalogue."""

from __future__ import annotations

import pytest

from disclosure.model.faq import Faq
from disclosure.model.page import Page
from disclosure.model.plan import Plan
from tests.unit.builders import FILES, Project, place

PLAN = "data/plans/plan-115.yml"
FAQ = "content/faq/visits/book-a-visit.md"
ABOUT = "content/about/index.md"


def test_every_kind_of_record_is_read(project: Project) -> None:
    prepared = project.prepare()
    assert prepared.site is not None
    catalogue = prepared.site.catalogue
    assert {name: type(record) for name, record in catalogue.records.items()} == {
        "plan-115": Plan,
        "home": Page,
        "about": Page,
        "book-a-visit": Faq,
    }
    assert catalogue.sources["home"].path == "content/index.md"
    assert catalogue.sources["home"].translations == {"en": "content/en/index.md"}
    home, about, asked = (catalogue.records[one] for one in ("home", "about", "book-a-visit"))
    assert isinstance(home, Page)
    assert isinstance(about, Page)
    assert isinstance(asked, Faq)
    assert (home.written, about.written) == (("zh", "en"), ("zh",))
    assert home.title.root == {"zh": "歡迎", "en": "Welcome"}
    assert (asked.category, set(asked.answer.root)) == ("visits", {"zh", "en"})


@pytest.mark.parametrize(
    ("name", "rule", "zh", "en"),
    [
        (
            "data/agencys.yml",
            "unknown-file",
            "是否為「agency.yml」？",
            'did you mean "agency.yml"?',
        ),
        ("data/plan/a.yml", "unknown-file", "是否為「plans」？", 'did you mean "plans"?'),
        ("data/classification/thema.yml", "unknown-file", "是否為「theme.yml」？", '"theme.yml"?'),
        ("data/classification/theme.yaml", "unknown-file", "是否為「theme.yml」？", '"theme.yml"?'),
        ("data/plans/notes.txt", "unknown-file", "只放副檔名 .yml", "ending in .yml only"),
        ("data/plans/b.yaml", "unknown-file", "只放副檔名 .yml", "ending in .yml only"),
    ],
)
def test_a_file_that_nothing_reads_is_told(
    project: Project, name: str, rule: str, zh: str, en: str
) -> None:
    project.write(name, "x\n")
    problem = project.only_problem()
    where = "data/plan" if name.startswith("data/plan/") else name
    assert place(problem) == (where, 0, 0, rule)
    assert zh in problem.zh
    assert en in problem.en


@pytest.mark.parametrize("name", ["data/translations/zh.yaml", "data/translations/zh"])
def test_a_translation_file_that_nothing_reads_is_told(project: Project, name: str) -> None:
    project.write(name, "words: {}\n")
    assert place(project.only_problem())[0] == name


@pytest.mark.parametrize("name", ["data/.hidden.yml", "data/units.yml~", "data/plans/.a.yml.swp"])
def test_hidden_files_and_backups_are_passed_over(project: Project, name: str) -> None:
    project.write(name, "[")
    assert project.problems() == []


@pytest.mark.parametrize("name", ["plans", "classification"])
def test_a_file_in_the_place_of_a_folder_is_told(project: Project, name: str) -> None:
    folder = project.root / "data" / name
    folder.rename(project.root / "elsewhere")
    folder.write_text("x")
    assert f"data/{name}" in [problem.path for problem in project.problems()]


@pytest.mark.parametrize("name", ["units.yml", "agency.yml"])
def test_a_folder_in_the_place_of_a_file_is_told(project: Project, name: str) -> None:
    project.remove(f"data/{name}")
    (project.root / "data" / name).mkdir()
    assert (f"data/{name}", 0, 0, "unreadable-file") in map(place, project.problems())


def test_a_data_file_that_is_a_link_to_outside_is_refused(project: Project) -> None:
    outside = project.root.parent / f"{project.root.name}-outside.yml"
    (project.root / "data" / "units.yml").rename(outside)
    (project.root / "data" / "units.yml").symlink_to(outside)
    assert ("data/units.yml", 0, 0, "outside-link") in map(place, project.problems())


@pytest.mark.parametrize(
    ("file", "entry", "line", "column"),
    [
        ("data/units.yml", "  - {id: guard, name: {zh: 甲}}\n", 4, 10),
        ("data/agencies.yml", "  - {id: model-prison, name: {zh: 甲}}\n", 3, 10),
        ("data/faq.yml", "  - {id: visits, name: {zh: 甲}}\n", 3, 10),
    ],
)
def test_an_id_that_stands_twice_in_a_register_is_told(
    project: Project, file: str, entry: str, line: int, column: int
) -> None:
    path = project.root / file
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")
    problem = project.only_problem()
    assert place(problem) == (file, line, column, "duplicate-id")
    assert "出現兩次（第 1 項與第" in problem.zh
    assert "stands twice in the list (no. 1 and no." in problem.en


def test_an_id_that_differs_from_the_name_of_its_file_is_told(project: Project) -> None:
    project.write("data/plans/plan-114.yml", FILES[PLAN].replace("id: plan-115", "id: plan-113"))
    problem = project.only_problem()
    assert place(problem) == ("data/plans/plan-114.yml", 1, 0, "id-differs")
    assert "id 是「plan-113」，檔名卻是「plan-114」" in problem.zh
    assert 'The id is "plan-113" but the file is named "plan-114"' in problem.en


def test_two_records_of_one_id_are_told(project: Project) -> None:
    project.write("content/plan-115.md", FILES[ABOUT].replace("../index", "index"))
    problem = project.only_problem()
    assert place(problem) == ("content/plan-115.md", 0, 0, "duplicate-id")
    assert f"「plan-115」已由 {PLAN} 使用" in problem.zh
    assert f'"plan-115" is taken by {PLAN}' in problem.en


@pytest.mark.parametrize("name", ["About", "a_b", "關於", "a b", "a--b", "a.b"])
def test_a_name_that_makes_no_good_address_is_told(project: Project, name: str) -> None:
    project.write(f"content/{name}.md", FILES[ABOUT].replace("../index", "index"))
    problem = project.only_problem()
    assert place(problem) == (f"content/{name}.md", 0, 0, "file-name")
    assert f"「{name}」" in problem.zh
    assert f'"{name}"' in problem.en


def test_a_translation_without_an_original_is_told(project: Project) -> None:
    project.write("content/en/abuot/index.md", FILES["content/en/index.md"])
    problem = project.only_problem()
    assert place(problem) == ("content/en/abuot/index.md", 0, 0, "translation-without-original")
    assert "content/abuot/index.md 不存在" in problem.zh
    assert "content/abuot/index.md does not exist" in problem.en


def test_a_field_of_the_original_in_a_translation_is_told(project: Project) -> None:
    project.edit("content/en/index.md", "title: Welcome", "title: Welcome\nupdated: 2026-01-05")
    assert place(project.only_problem()) == ("content/en/index.md", 3, 1, "unknown-field")


@pytest.mark.parametrize("fence", ["", "text\n\n"])
def test_a_title_in_the_text_is_told(project: Project, fence: str) -> None:
    project.edit(ABOUT, "\n## 聯絡方式", f"{fence}# 聯絡方式")
    problem = project.only_problem()
    assert place(problem) == (ABOUT, 6 + fence.count("\n"), 1, "second-title")
    assert "一級標題" in problem.zh
    assert "No `# ` heading" in problem.en


@pytest.mark.parametrize(
    "words",
    [
        "\n```sh\n# a remark\n```\n",
        "```sh\n# a remark\n```\n",
        "\n~~~\n# a remark\n~~~\n",
        "\n````\n```\n# a remark\n````\n",
        "\n#tag\n\n    # indented\n",
    ],
)
def test_a_remark_in_a_block_of_code_is_no_title(project: Project, words: str) -> None:
    project.edit(ABOUT, "\n## 聯絡方式", f"{words}\n## 聯絡方式")
    assert project.problems() == []


def test_a_site_without_an_agency_goes_by_its_name_and_is_told(project: Project) -> None:
    project.remove("data/agency.yml")
    prepared = project.prepare()
    (problem,) = prepared.problems
    assert place(problem) == ("data/agency.yml", 0, 0, "no-agency")
    assert problem.severity == "warning"
    assert prepared.site is not None
    assert prepared.site.catalogue.agency.name.root == {"zh": "示範監獄"}


def test_a_site_without_records_is_told(project: Project) -> None:
    for name in FILES:
        if name.startswith(("content/", "data/plans", "data/agencies", "data/units")):
            project.remove(name)
    problem = project.only_problem()
    assert place(problem) == ("content", 0, 0, "no-records")
    assert "index.md" in problem.zh
    assert "index.md" in problem.en


def test_the_problems_of_all_files_are_told_at_once(project: Project) -> None:
    project.edit("data/units.yml", "name: {zh: 戒護科", "nmae: {zh: 戒護科")
    project.edit(PLAN, "year: 2026", "year: 115")
    project.edit(ABOUT, "title: 關於", "titel: 關於")
    project.edit(FAQ, "(record:plan-115)", "(x.md)")
    assert sorted(place(one) for one in project.problems()) == [
        (ABOUT, 2, 1, "unknown-field"),
        (FAQ, 10, 0, "link-form"),
        (PLAN, 7, 7, "out-of-range"),
        ("data/units.yml", 2, 17, "unknown-field"),
    ]


def test_workers_read_the_same(project: Project) -> None:
    words = FILES[ABOUT].replace("../index.md", "index.md")
    for number in range(210):
        project.write(f"content/p-{number}.md", words if number % 50 else words + "[a](zzz.md)\n")
    one, two = (project.prepare(workers=count) for count in (1, 2))
    assert one.problems == two.problems
    assert len(one.problems) == 5
