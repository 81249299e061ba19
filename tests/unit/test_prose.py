"""Markdown prose of records → HTML."""

from __future__ import annotations

import pytest

from disclosure.prose_links import targets
from disclosure.writing.prose import mark_han, resolve_links, to_html


def html(source: str, links: dict[str, str] | None = None, base: str = "../") -> str:
    return to_html(source, links or {}, base, "表").strip()


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "甲 <b onclick=x>乙</b>",
        "<!-- x -->",
        "<img src=x onerror=alert(1)>",
        "<div>\n\n甲\n\n</div>",
    ],
)
def test_raw_html_is_shown_as_text(source: str) -> None:
    made = html(source)
    assert "&lt;" in made
    assert made.replace("<p>", "").replace("</p>", "").count("<") == 0


@pytest.mark.parametrize("address", ["javascript:alert(1)", "vbscript:x", "data:text/html,x"])
def test_an_address_that_runs_a_script_is_dropped(address: str) -> None:
    assert html(f"[甲]({address})") == '<p><a href="">甲</a></p>'


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("**注意：**請", "<p><strong>注意：</strong>請</p>"),
        ("請**「甲」**乙", "<p>請<strong>「甲」</strong>乙</p>"),
        ("~~甲~~", "<p><del>甲</del></p>"),
        (
            "https://example.org/a",
            '<p><a href="https://example.org/a">https://example.org/a</a></p>',
        ),
        ("a & b < c", "<p>a &amp; b &lt; c</p>"),
        ("甲\n乙", "<p>甲\n乙</p>"),
    ],
)
def test_prose_is_commonmark_that_knows_chinese(source: str, made: str) -> None:
    assert html(source) == made


def test_a_table_has_its_caption_headers_and_no_style() -> None:
    made = html("表：各地時間\n\n| 甲 | 乙 | 丙 |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n")
    assert "<caption>各地時間</caption>" in made
    assert made.count('scope="col"') == 3
    assert [name for name in ("left", "center", "right") if f'class="{name}"' in made] == [
        *("left", "center", "right"),
    ]
    assert "align=" not in made
    assert "style=" not in made


@pytest.mark.parametrize(
    ("base", "path", "href"),
    [
        ("../../", "plans/a/", "../../plans/a/"),
        ("", "plans/a/", "plans/a/"),
        ("", "", "./"),
        ("../", "", "../"),
    ],
)
def test_links_by_name_are_relative_to_the_page(base: str, path: str, href: str) -> None:
    assert html("[甲](record:a)", {"record:a": path}, base) == f'<p><a href="{href}">甲</a></p>'
    assert (
        resolve_links('<a href="index:home">', {"index:home": path}, base) == f'<a href="{href}">'
    )


@pytest.mark.parametrize(
    "source",
    [
        "[甲](record:a)",
        "[甲](record:a#part)",
        "[甲](record:a#聯絡方式)",
        "[甲](<record:a>)",
        '[甲](record:a "題")',
        "[甲][x]\n\n[x]: record:a",
        "[甲](index:theme) [乙](record:a)",
        "> [x]: record:b\n\n[x] [乙](record:a)",
        "<record:b> [乙](record:a)",
        "<record:b>",
    ],
)
def test_no_link_by_name_is_left_unresolved(source: str) -> None:
    links = dict.fromkeys(targets(source), "x/")
    assert "record:" not in html(source, links).replace(">record:b<", "><")


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("秘書室 is", '<span lang="zh-Hant-TW">秘書室</span> is'),
        ("「甲、乙（1）」 x", '「<span lang="zh-Hant-TW">甲、乙（1）」</span> x'),
        ("no Chinese", "no Chinese"),
        ('<a title="甲">a</a>', '<a title="甲">a</a>'),
        (
            "<b>甲</b>乙",
            '<b><span lang="zh-Hant-TW">甲</span></b><span lang="zh-Hant-TW">乙</span>',
        ),
    ],
)
def test_chinese_words_are_marked_within_another_language(source: str, made: str) -> None:
    assert mark_han(source, "zh-Hant-TW") == made
    assert mark_han(source, "") == source


def test_chinese_words_are_marked_in_prose_but_not_in_addresses() -> None:
    made = mark_han(html("[甲](https://example.org/乙)"), "zh-Hant-TW")
    assert made.count("<span") == 1
    assert '<span lang="zh-Hant-TW">甲</span>' in made
