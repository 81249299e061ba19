"""Markdown files: the head between its two lines, and the prose behind it."""

from __future__ import annotations

import pytest

from disclosure.reading.front_matter import read_markdown
from tests.unit.builders import place, spot


def test_head_and_prose_are_told_apart_with_the_line_of_the_prose() -> None:
    file = read_markdown("---\ntitle: 甲\nlife: draft\n---\n\n內文\n", "a.md")
    assert file.head.problems == []
    assert file.head.data == {"title": "甲", "life": "draft"}
    assert (file.body, file.body_line) == ("\n內文\n", 5)


def test_blanks_behind_the_fences_and_a_fence_in_the_prose_do_no_harm() -> None:
    file = read_markdown("--- \ntitle: a\n---\t\nx\n---\ny\n", "a.md")
    assert file.head.data == {"title": "a"}
    assert (file.body, file.body_line) == ("x\n---\ny\n", 4)


@pytest.mark.parametrize(
    "words", ["", "內文\n", "title: a\n---\n", "\n---\ntitle: a\n---\n", "---"]
)
def test_a_file_without_a_head_is_told_at_its_first_line(words: str) -> None:
    file = read_markdown(words, "content/a.md")
    assert [place(problem) for problem in file.head.problems] == [
        ("content/a.md", 1, 1, "no-front-matter")
    ]
    assert "「---」" in file.head.problems[0].zh
    assert "two `---` lines" in file.head.problems[0].en
    assert (file.body, file.body_line) == (words, 1)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("---\ntitle: a\n\n內文在這裡\n", 4),
        ("---\ntitle: a\nunits:\n  - x\n內文\n", 5),
        ("---\ntitle: a", 2),
        ("---\n內文\n", 2),
    ],
)
def test_a_head_that_never_ends_is_told_where_it_stops_looking_like_one(
    words: str, line: int
) -> None:
    file = read_markdown(words, "a.md")
    assert [spot(problem) for problem in file.head.problems] == [
        (line, 0, "front-matter-not-closed")
    ]
    assert "沒有結束" in file.head.problems[0].zh
    assert "never end" in file.head.problems[0].en
    assert file.body == ""


def test_a_rule_in_the_prose_is_not_taken_for_the_end_of_the_head() -> None:
    file = read_markdown("---\ntitle: a\n\n內文：在這裡\n\n---\n\n後面\n", "a.md")
    assert [spot(problem) for problem in file.head.problems] == [(3, 0, "front-matter-not-closed")]


def test_a_problem_in_the_head_has_its_line_in_the_file() -> None:
    file = read_markdown("---\ntitle: a\ntitle: b\n---\n", "a.md")
    assert [spot(problem) for problem in file.head.problems] == [(3, 1, "duplicate-field")]


def test_an_empty_head_is_told_on_its_line() -> None:
    file = read_markdown("---\n---\nx\n", "a.md")
    assert [spot(problem) for problem in file.head.problems] == [(2, 0, "empty-file")]
    assert (file.body, file.body_line) == ("x\n", 3)


@pytest.mark.parametrize("before", ["", "---\ntitle: a\n", "---\ntitle: a\n---\n\n內文\n"])
def test_the_marks_of_a_merge_are_told_wherever_they_stand(before: str) -> None:
    file = read_markdown(f"{before}<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> b\n---\n", "content/a.md")
    assert [place(problem) for problem in file.head.problems] == [
        ("content/a.md", before.count("\n") + 1, 0, "merge-mark")
    ]


def test_equals_signs_below_a_heading_and_quotes_in_quotes_are_no_marks_of_a_merge() -> None:
    file = read_markdown("---\ntitle: a\n---\n標題\n=======\n> > > > > > > 引文\n", "a.md")
    assert file.head.problems == []
