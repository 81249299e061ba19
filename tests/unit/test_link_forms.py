"""What was meant as a link and is none, and addresses that nobody can open, are told."""

from __future__ import annotations

import pytest

from disclosure.prose_links import misshapen, tag_links
from tests.unit.builders import FILES, Project, place

FAQ = "content/faq/visits/book-a-visit.md"
ABOUT = "content/about/index.md"
PLAN = "data/plans/plan-115.yml"


@pytest.mark.parametrize(
    "text",
    [
        "[a]（record:b）",
        "[a] （https://example.org/）",
        "[a] (record:b)",
        "[a]()",
        "[a]( )",
        "[a](record:b",
        "[a](https://example.org/x_(y)",
        "[a](https://example.org/a b)",
        "![a](gate.html b)",
    ],
)
def test_what_is_no_link(text: str) -> None:
    (found,) = misshapen(f"words\n\n{text}\nmore")
    assert found.line == 2
    assert text.partition("]")[2] in found.target


@pytest.mark.parametrize(
    "text",
    [
        "[a](record:b)",
        '[a](https://example.org/ "title")',
        "[a](https://example.org/x_(y))",
        "[a](<https://example.org/a b>)",
        "[a](record:b)（請先預約）",
        "[a](record:b) (and more)",
        "附件 [1]（見下表）",
        "[1] (https://example.org/)",  # a note in the manner of papers
        "`[a]（record:b）`",
        "- [ ] (optional)",
        "[a][b]\n\n[b]: https://example.org/",
    ],
)
def test_what_is_fine(text: str) -> None:
    assert list(misshapen(text)) == []


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ('<a href="x.html">a</a> <img alt="" src=y.png>', ["x.html", "y.png"]),
        ("<a class='b' href='../x/'>a</a>", ["../x/"]),
        ('<a href="https://example.org/">a</a> <a href="#b">b</a>', []),
        ('<a href="record:b">a</a> `<a href="x">`', []),
    ],
)
def test_addresses_within_the_site_in_tags(text: str, targets: list[str]) -> None:
    assert [link.target for link in tag_links(text)] == targets


@pytest.mark.parametrize(
    ("path", "old"), [(ABOUT, "回[首頁](../index.md)。"), (FAQ, "請看[計畫](record:plan-115)。")]
)
@pytest.mark.parametrize(
    ("link", "rule"),
    [
        ("[a]（record:plan-115）", "link-syntax"),
        ("[a]()", "link-syntax"),
        ("[a](htps://example.org/)", "link-form"),
        ("[a](ftp://example.org/)", "link-form"),
        ("[a](https://)", "not-an-address"),
        ("[a](http:/example.org)", "not-an-address"),
        ("[a](https://example.org，謝謝)", "not-an-address"),
        ("[a](mailto:)", "not-an-address"),
    ],
)
def test_it_is_told_on_its_line(
    project: Project, path: str, old: str, link: str, rule: str
) -> None:
    before = FILES[path].lstrip("\n")
    project.edit(path, old, f"甲\n\n{link}")
    line = before[: before.index(old)].count("\n") + 3
    assert place(project.only_problem()) == (path, line, 0, rule)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("[a]（record:plan-115）", "link-syntax"),
        ("[a](htps://example.org/)", "link-form"),
    ],
)
def test_it_is_told_in_a_data_file(project: Project, words: str, rule: str) -> None:
    project.edit(PLAN, "text: {zh: 縮短等候時間。", f"text: {{zh: '{words}'")
    problem = project.only_problem()
    assert (problem.path, problem.rule) == (PLAN, rule)


def test_a_link_in_a_tag_of_a_page_is_told(project: Project) -> None:
    project.edit(ABOUT, "回[首頁](../index.md)。", '<a href="nope.html">a</a>')
    problem = project.only_problem()
    assert place(problem) == (ABOUT, 9, 0, "link-form")
    assert "HTML 標籤" in problem.zh


def test_the_own_address_of_the_site_is_told(project: Project) -> None:
    project.edit(ABOUT, "../index.md", "https://prison.example.org/plans/")
    assert project.problems() == []
    (problem,) = project.problems(site_url="https://prison.example.org/")
    assert place(problem) == (ABOUT, 9, 0, "link-form")
