"""Two pages at one address."""

from __future__ import annotations

import re

import pytest

from tests.unit.builders import FILES, Project, place

ABOUT = FILES["content/about/index.md"].replace("../index.md", "https://example.org")


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("content/units.md", "units/"),
        ("content/units/guard.md", "units/guard/"),
        ("content/plans/index.md", "plans/"),
        ("content/plans/plan-115/index.md", "plans/plan-115/"),
        ("content/faq/index.md", "faq/"),
        ("content/faq/visits.md", "faq/visits/"),
        ("content/faq/visits/book-a-visit/index.md", "faq/visits/book-a-visit/"),
        ("content/browse/theme/330.md", "browse/theme/330/"),
        ("content/browse/theme/330/kind/faq.md", "browse/theme/330/kind/faq/"),
        ("content/browse/kinds/plan.md", "browse/kinds/plan/"),
    ],
)
def test_a_page_at_the_address_of_a_record_is_told(
    project: Project, file: str, address: str
) -> None:
    project.write(file, ABOUT)
    problem = project.only_problem()
    assert place(problem) == (file, 0, 0, "address-taken")
    assert problem.zh.startswith(f"網址 /{address} 已經由")
    assert problem.en.startswith(f"The address /{address} is taken by")
    assert "a page made from data" in problem.en
    assert not re.search("[\u4e00-\u9fff]", problem.en)


def test_two_files_of_one_page_are_told(project: Project) -> None:
    project.write("content/about.md", ABOUT)
    problem = project.only_problem()
    assert place(problem)[0] in ("content/about.md", "content/about/index.md")
    assert problem.rule in ("address-taken", "duplicate-id")
    assert "content/about" in problem.zh
    assert "content/about" in problem.en


@pytest.mark.parametrize("home", ["of the editors", "made by itself"])
def test_a_page_at_the_root_of_a_language_is_told(project: Project, home: str) -> None:
    project.write("content/en.md", ABOUT)
    if home == "made by itself":
        project.remove("content/index.md")
        project.remove("content/en/index.md")
        project.edit("content/about/index.md", "../index.md", "https://example.org")
    problem = project.only_problem()
    assert problem.rule == "address-taken"
    assert problem.path in ("content/en.md", "content/index.md")
    assert "/en/" in problem.zh
    assert "/en/" in problem.en


@pytest.mark.parametrize(
    "file", ["content/unit.md", "content/plans/notes.md", "content/faq/how.md"]
)
def test_a_page_beside_the_records_is_fine(project: Project, file: str) -> None:
    project.write(file, ABOUT)
    assert project.problems() == []


def test_upper_and_lower_case_are_one_address(project: Project) -> None:
    """The code of a term may have capitals; on some disks two such folders are one."""
    project.write("content/browse/service/i00.md", ABOUT)
    assert place(project.only_problem()) == (
        "content/browse/service/i00.md",
        0,
        0,
        "address-taken",
    )


@pytest.mark.parametrize(
    "file",
    [
        *("search/index.json", "en/search/INDEX.json", "search/words/0.json", "search/words"),
        *("en/search/texts/note.txt", "assets/search/own.js", "assets/search", "assets/site.css"),
    ],
)
def test_a_file_where_the_search_stands_is_told(project: Project, file: str) -> None:
    project.write(f"content/{file}", "x")
    assert place(project.only_problem()) == (f"content/{file}", 0, 0, "address-taken")


@pytest.mark.parametrize(
    "file", ["search/own.json", "search/words.json", "vi/search/words/0.json", "assets/search.js"]
)
def test_a_file_beside_the_search_is_fine(project: Project, file: str) -> None:
    project.write(f"content/{file}", "x")
    assert project.problems() == []
