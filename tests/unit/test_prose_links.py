"""Links in Markdown source."""

from __future__ import annotations

import pytest

from disclosure.prose_links import links, targets, without_markup


def found(words: str) -> list[tuple[str, int]]:
    return [(link.target, link.line) for link in links(words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[甲](a.md)", [("a.md", 0)]),
        (
            "一\n\n[甲](a.md) 與 [乙](b.md#c)\n![圖](x.png)",
            [("a.md", 2), ("b.md#c", 2), ("x.png", 3)],
        ),
        ('[甲](a.md "標題")', [("a.md", 0)]),
        ("[甲]( <a.md> )", [("a.md", 0)]),
        ("[甲](\na.md)", [("a.md", 1)]),
        ("[甲][x]\n\n[x]: record:a 'b'\n", [("record:a", 2)]),
        ("   [x]: <a.md>", [("a.md", 0)]),
        ("[![圖](x.png)](a.md)", [("x.png", 0), ("a.md", 0)]),
    ],
)
def test_links_are_found_with_their_lines(words: str, expected: list[tuple[str, int]]) -> None:
    assert found(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "沒有連結",
        "[甲] (a.md)",
        "`[甲](a.md)`",
        "```\n[甲](a.md)\n```\n",
        "~~~ md\n[甲](a.md)\n[x]: a.md\n~~~\n",
        "[^1]: 註腳",
        "[甲]()",
    ],
)
def test_code_and_footnotes_hold_no_links(words: str) -> None:
    assert found(words) == []


def test_code_before_a_link_does_not_shift_its_line() -> None:
    assert found("```\na\nb\n```\n`x` [甲](a.md)\n") == [("a.md", 4)]


def test_targets_are_record_and_index_links_each_once_in_order() -> None:
    words = "[a](record:b#c) [a](x.md) [a](index:plans) [a](record:a) [a](record:b#c)"
    assert targets(words) == ("record:b#c", "index:plans", "record:a")
    assert targets("[a](x.md)") == ()


@pytest.mark.parametrize(
    "words", ["<record:a>", "> [x]: record:a\n\n[x]", "- [x]: record:a\n\n[x]"]
)
def test_every_form_of_a_link_that_markdown_knows_is_found(words: str) -> None:
    """Otherwise the converter makes a link of it that nobody has checked or resolved."""
    assert targets(words) == ("record:a",)


# -- words -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("請看[證件](record:papers)。", "請看證件。"),
        ('[甲](a.md "標題")與[乙](b(c).md)', "甲與乙"),
        ("[a [b] c](x.md)", "a [b] c"),
        ("![圖](x.png)", "圖"),
        ("[![圖](x.png)](a.md)", "圖"),
        ("[甲][x]\n\n[x]: record:a 'b'", "甲"),
        ("[甲]與[註]", "[甲]與[註]"),
        ("**注意：**請*帶*證件", "注意：請帶證件"),
        ("_甲_ 與 snake_case_name", "甲 與 snake_case_name"),
        ("~~舊~~新，`code`", "舊新，code"),
        ("## 標題\n\n- 一\n* 二\n+ 三\n1. 四\n2) 五\n> 六\n> - 七", "標題 一 二 三 四 五 六 七"),
        ("2026-01-05 - 3 * 4 # 5", "2026-01-05 - 3  4 # 5"),
        ("|甲|乙|\n|---|:-:|\n|一|二|", "甲 乙 一 二"),
        ("上\n\n---\n\n下", "上 下"),
        (r"3\*4 \# 5", "3*4 # 5"),
        ("R&amp;D&nbsp;&lt;科&gt;", "R&D\u00a0<科>"),
        ("", ""),
    ],
)
def test_the_words_of_a_text_are_left(words: str, expected: str) -> None:
    lines = (line.strip(" ") for line in without_markup(words).splitlines())
    assert " ".join(filter(None, lines)) == expected


@pytest.mark.parametrize(
    "words",
    [
        *("-" * 5000 + "x", "- " * 5000 + "x", "[" * 5000, "[](" * 5000, "[a](" * 5000),
        *("*" * 5000, "_" * 5000 + "x", ">" * 5000 + "x", "|" * 5000 + "x", "[a](x " * 5000),
    ],
)
def test_no_text_takes_the_build_long(words: str) -> None:
    """A pattern that tries every way to divide a row of signs would never come to an end."""
    assert len(without_markup(words)) <= len(words)
