"""Input that nobody means to give, and that would end a build with a traceback or a broken page."""

from __future__ import annotations

import os

import pytest

from tests.unit.builders import Project, document, rules, spot

ABOUT = "content/about/index.md"
PLAN = "data/plans/plan-115.yml"


@pytest.mark.parametrize(
    "words",
    ["- " * 100_000 + "a", "? " * 50_000 + "a", "a:\n" + " " * 500 + "b: c\n"],
)
def test_nesting_that_the_parser_would_not_survive_is_told(words: str) -> None:
    assert rules(document(words).problems) == ["yaml-syntax"]


@pytest.mark.parametrize("words", ["a: 造\ue000字\n", 'a: "x\\u0000y"\n', 'a: "\\uE001"\n'])
def test_private_use_and_control_characters_are_told_however_written(words: str) -> None:
    (problem,) = document(words).problems
    assert spot(problem)[0] == 1
    assert problem.rule == "control-character"


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "</main>",
        '<p onclick="x()">甲</p>',
        '<p style="color:red">甲</p>',
        '<iframe src="https://example.org/"></iframe>',
    ],
)
def test_html_that_acts_or_breaks_the_page_is_told(project: Project, html: str) -> None:
    project.edit(ABOUT, "\n## 聯絡方式", f"\n{html}\n\n## 聯絡方式")
    problem = project.only_problem()
    assert (problem.path, problem.rule) == (ABOUT, "active-html")
    assert problem.line > 1


def test_html_shown_as_code_is_fine(project: Project) -> None:
    project.edit(ABOUT, "\n## 聯絡方式", "\n`<script>`\n\n## 聯絡方式")
    assert project.problems() == []


def test_a_link_that_runs_a_program_is_told(project: Project) -> None:
    project.edit(ABOUT, "../index.md", "javascript:alert(1)")
    assert project.only_problem().rule == "link-form"


@pytest.mark.parametrize(
    "name",
    ["plans/index.html", "404.html", "sitemap.xml", "assets/site.css", "plans/plan-115/index.html"],
)
def test_a_file_in_the_place_of_a_page_is_told(project: Project, name: str) -> None:
    project.write(f"content/{name}", "x")
    problem = project.only_problem()
    assert (problem.path, problem.rule) == (f"content/{name}", "address-taken")


def test_a_file_in_the_place_of_a_folder_of_pages_is_told(project: Project) -> None:
    project.write("content/plans", "x")
    assert project.only_problem().rule == "address-taken"


@pytest.mark.parametrize("name", ["content/notes.markdown", "content/NOTES.MD"])
def test_a_page_with_another_ending_is_told(project: Project, name: str) -> None:
    project.write(name, "---\ntitle: x\n---\n")
    problem = project.only_problem()
    assert (problem.path, problem.rule) == (name, "unknown-file")


def test_a_pipe_among_the_files_is_told_and_not_waited_for(project: Project) -> None:
    os.mkfifo(project.root / "content/x.pdf")
    problem = project.only_problem()
    assert (problem.path, problem.rule) == ("content/x.pdf", "unreadable-file")


def test_a_classification_with_more_levels_than_anybody_reads_is_told(project: Project) -> None:
    terms = "".join(
        f"  - code: t{number}\n    name: {{zh: 類 {number}}}\n    attested: label\n"
        + (f"    parent: t{number - 1}\n" if number else "")
        for number in range(1500)
    )
    project.write(
        "data/classification/audience.yml",
        f"scheme: audience\nname: {{zh: 對象}}\nterms:\n{terms}",
    )
    assert "too-deep" in rules(project.problems())


def test_points_below_points_without_end_are_told(project: Project) -> None:
    nested = "{text: {zh: 甲}}"
    for _ in range(30):
        nested = f"{{text: {{zh: 甲}}, items: [{nested}]}}"
    project.write(
        PLAN,
        (project.root / PLAN).read_text("utf-8")
        + f"\nother:\n  heading: {{zh: 其他}}\n  clauses: [{nested}]\n",
    )
    assert rules(project.problems()) == ["too-deep"]


def test_the_same_code_twice_is_told(project: Project) -> None:
    words = (project.root / PLAN).read_text("utf-8")
    assert '["330"]' in words
    project.write(PLAN, words.replace('["330"]', '["330", "330"]'))
    assert rules(project.problems()) == ["duplicate-code"]
