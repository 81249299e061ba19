"""Slips of a Chinese keyboard are told where they were typed, and by their names."""

from __future__ import annotations

import pytest

from disclosure.reading.yaml_reader import read_yaml


@pytest.mark.parametrize(
    ("text", "place", "right"),
    [
        ("a: 1\nb：2\nc: 3\n", (2, 2), "b: 2"),
        ("title：題名\nid: x\n", (1, 6), "title: 題名"),
        ("id: x\nlast：9\n", (2, 5), "last: 9"),
        ("id: x\nlast：9", (2, 5), "last: 9"),
        ("who:\n  zh：說明\n  en: x\n", (2, 5), "zh: 說明"),
        ("list:\n  - id：x\n    b: 1\n", (2, 7), "id: x"),
        ("a: 1\n\n# note\nb：2\n\nc: 3\n", (4, 2), "b: 2"),
    ],
)
def test_a_wide_colon(text: str, place: tuple[int, int], right: str) -> None:
    (problem,) = read_yaml(text, "a.yml").problems
    assert (problem.line, problem.column) == place
    assert "全形冒號" in problem.zh
    assert f"「{right}」" in problem.zh
    assert "full-width colon" in problem.en


def test_a_wide_colon_within_braces() -> None:
    (problem,) = read_yaml("t: {zh：一, en: x}\n", "a.yml").problems
    assert (problem.line, problem.rule) == (1, "yaml-comma")
    assert "「zh: 一」" in problem.zh


@pytest.mark.parametrize(
    ("text", "place", "right"),
    [
        ("a: 1\nnumber:5\nc: 3\n", (2, 8), "number: 5"),
        ("a:\n  - x:1\n    y: 2\n", (2, 7), "x: 1"),
    ],
)
def test_a_colon_without_a_blank(text: str, place: tuple[int, int], right: str) -> None:
    (problem,) = read_yaml(text, "a.yml").problems
    assert (problem.line, problem.column) == place
    assert f"少了空格；請寫成「{right}」" in problem.zh


@pytest.mark.parametrize("blank", ["\u3000\u3000", "\u00a0\u00a0", "  \u3000"])
def test_blanks_that_cannot_indent(blank: str) -> None:
    (problem,) = read_yaml(f"a:\n  c: 1\n{blank}bcd\nd: 1\n", "a.yml").problems
    assert problem.line == 3
    assert "全形空格" in problem.zh


@pytest.mark.parametrize("text", ["a: 1\n\t\nb: 2\n", "a: >-\n  b\n\tc\nd: 1\n", "a: 1\n\t"])
def test_a_tab_is_called_a_tab(text: str) -> None:
    (problem,) = read_yaml(text, "a.yml").problems
    assert problem.line == text[: text.index("\t")].count("\n") + 1
    assert "Tab" in problem.zh


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nabc\nb: 2\n", 2),  # the colon is missing there, and not on the next line
        ("url: https://example.gov.tw/\nb\n", 2),
        ("a: >-\n  說明：x\n b: c\n", 3),  # within a text it is right
    ],
)
def test_other_slips_are_told_where_they_are(text: str, line: int) -> None:
    (problem,) = read_yaml(text, "a.yml").problems
    assert problem.line == line
    assert "全形" not in problem.zh
