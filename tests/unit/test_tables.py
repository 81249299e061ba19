"""Tables: what a caption is, what names columns and rows, and the rule that asks for captions."""

from __future__ import annotations

import re
from collections.abc import Callable

import markdown
import pytest

from disclosure.checking.checker import Check
from disclosure.checking.table_captions import tables, tables_have_captions
from disclosure.model.captions import caption_begins
from disclosure.problems import Problem
from disclosure.reading.site import read_site
from disclosure.writing.editors_html import accessible
from disclosure.writing.prose import to_html
from tests.unit.builders import SERVICE, SERVICE_FILE, Project, place, words

ABOUT = "content/about/index.md"
ENGLISH_ABOUT = "content/en/about/index.md"
FAQ = "content/faq/visits/book-a-visit.md"
REMEDY = "remedy: {zh: 可以陳情。, en: File a petition.}\n"
TABLE = "| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |"
STRINGS = words()

Made = Callable[[str], str]


def of_record(source: str) -> str:
    """A table in the prose of a record."""
    return to_html(source, {}, "", "表").strip()


def of_page(source: str) -> str:
    """A table on an editors' page."""
    made = markdown.markdown(
        source,
        extensions=["admonition", "attr_list", "tables", "pymdownx.tabbed"],
        extension_configs={"tables": {"use_align_attribute": True}},
    )
    return accessible(made, STRINGS["zh"])


BOTH = pytest.mark.parametrize("made", [of_record, of_page], ids=["record", "page"])


# -- the caption ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("paragraph", "mark", "begins"),
    [
        ("表：時間", "表", 2),
        ("表: 時間", "表", 3),
        ("  表：時間", "表", 4),
        ("Table: hours", "Table", 7),
        ("表 1：時間", "表", 0),
        ("表二：時間", "表", 0),
        ("Table 2-1: hours", "Table", 0),
        ("表：", "表", None),
        ("表", "表", None),
        ("表格：時間", "表", None),
        ("下表：時間", "表", None),
        ("Tables: hours", "Table", None),
        ("", "表", None),
    ],
)
def test_a_caption_begins_with_its_mark(paragraph: str, mark: str, begins: int | None) -> None:
    assert caption_begins(paragraph, mark) == begins


@BOTH
@pytest.mark.parametrize(
    ("paragraph", "caption"),
    [
        ("表：時間", "時間"),
        ("表 1：時間", "表 1：時間"),
        ("表：**接見**時間", "<strong>接見</strong>時間"),
        ("表：**接見**", "<strong>接見</strong>"),
    ],
)
def test_the_paragraph_before_a_table_is_its_caption(
    made: Made, paragraph: str, caption: str
) -> None:
    html = made(f"前文。\n\n{paragraph}\n\n{TABLE}\n\n後文。")
    assert f"<table>\n<caption>{caption}</caption>\n<thead" in html
    assert html.startswith('<p>前文。</p>\n<div class="table cards">')
    assert html.endswith("<p>後文。</p>")


@BOTH
@pytest.mark.parametrize(
    "source",
    [
        f"{TABLE}\n\n表：時間",
        f"前文。\n\n{TABLE}",
        f"表：時間\n\n前文。\n\n{TABLE}",
        f"## 表：時間\n\n{TABLE}",
        f"> 表：時間\n\n{TABLE}",
        f"**表**：時間\n\n{TABLE}",
        TABLE,
    ],
)
def test_no_other_words_become_a_caption(made: Made, source: str) -> None:
    html = made(source)
    assert "<table" in html
    assert "<caption" not in html


@BOTH
def test_each_of_several_tables_takes_its_own(made: Made) -> None:
    html = made(f"表：一\n\n{TABLE}\n\n表：二\n\n{TABLE}")
    assert re.findall("<caption>(.)</caption>", html) == ["一", "二"]
    assert "<p>" not in html


# -- headers -------------------------------------------------------------------------------------


def row(html: str, number: int) -> str:
    return re.findall(r"<tr>\n(.*?)\n</tr>", html, re.DOTALL)[number]


@BOTH
def test_every_cell_has_its_header(made: Made) -> None:
    html = made("| 甲 | 乙 |\n| :-: | --: |\n| 一 | `二` **三** 四 |")
    assert row(html, 0) == (
        '<th class="center" scope="col">甲</th>\n<th class="right" scope="col">乙</th>'
    )
    assert row(html, 1) == (
        '<td class="center" data-label="甲"><div>一</div></td>\n'
        '<td class="right" data-label="乙">'
        "<div><code>二</code> <strong>三</strong> 四</div></td>"
    )
    assert "align=" not in html
    assert "role=" not in html  # HTML forbids it on rows and cells


@BOTH
def test_labels_are_plain_words(made: Made) -> None:
    html = made('| **甲** "乙" & [丙](https://a.tw/) |\n| --- |\n| 一 |')
    (label,) = re.findall('data-label="([^"]*)"', html)
    assert label == "甲 &quot;乙&quot; &amp; 丙"


@BOTH
def test_an_empty_corner_means_that_the_first_column_names_the_rows(made: Made) -> None:
    html = made("|  | 週一 |\n| --- | --- |\n| 上午 | 可 |\n|  | 否 |")
    assert row(html, 0).startswith('<td></td>\n<th scope="col"')
    assert row(html, 1).startswith('<th scope="row">上午</th>\n<td')
    assert row(html, 2).startswith("<td><div></div></td>")


@BOTH
def test_a_bold_first_column_names_the_rows(made: Made) -> None:
    html = made("| 時段 | 週一 |\n| --- | --- |\n| **上午** | 可 |\n| **下午** | 否 |")
    assert html.count('<th scope="row"><strong>') == 2


@BOTH
@pytest.mark.parametrize("first", ["**上午** 九點", "**上午** **九點**", "上午", "", "<b>上</b>午"])
def test_any_other_first_column_holds_plain_cells(made: Made, first: str) -> None:
    html = made(f"| 時段 | 週一 |\n| --- | --- |\n| **下午** | 否 |\n| {first} | 可 |")
    assert 'scope="row"' not in html


@BOTH
def test_a_header_without_words_is_no_header(made: Made) -> None:
    html = made("| 甲 |  |\n| --- | --- |\n| 一 | 二 |")
    assert row(html, 0).endswith("<td></td>")
    assert row(html, 1).endswith("<td><div>二</div></td>")


def test_a_picture_is_a_header_too() -> None:
    html = of_page("| ![甲](a.png) | 乙 |\n| --- | --- |\n| 一 | 二 |")
    assert '<th scope="col"><img alt="甲"' in html


@BOTH
def test_rows_that_are_too_short_or_too_long_do_no_harm(made: Made) -> None:
    html = made("| 甲 | 乙 |\n| --- | --- |\n| 一 |\n| 一 | 二 | 三 |")
    assert html.count("<td") == 4


def test_a_table_without_rows_is_one() -> None:
    assert of_record("| 甲 | 乙 |\n| --- | --- |").endswith("</tr>\n</thead>\n</table></div>")


def test_a_table_in_the_words_of_a_record_is_words() -> None:
    html = of_record("<table>\n<thead>\n<tr><th>甲</th></tr></thead></table>")
    assert "<table" not in html


# -- tables that editors write as HTML -----------------------------------------------------------


def test_a_table_with_cells_that_span_scrolls_and_keeps_its_headers() -> None:
    html = of_page(
        '表：時間\n\n<table><tr><th colspan="2" scope="colgroup">甲</th></tr>'
        '<tr><td align="right">一</td><td style="text-align: center;">二</td></tr></table>'
    )
    assert html.strip() == (
        '<div class="table" tabindex="0" role="region" aria-label="時間"><table>'
        '<caption>時間</caption><tr><th colspan="2" scope="colgroup">甲</th></tr>'
        '<tr><td class="right">一</td><td class="center">二</td></tr></table></div>'
    )


def test_a_table_within_a_table_is_turned_as_well() -> None:
    inner = "<table><thead><tr><th>乙</th></tr></thead><tbody><tr><td>丙</td></tr></tbody></table>"
    html = of_page(
        "<table><thead><tr><th>甲</th></tr></thead>"
        f'<tbody><tr><td id="x">{inner}</td></tr></tbody></table>'
    )
    assert html.count('<div class="table cards"><table>') == 2
    assert '<td id="x" data-label="甲"><div><div class="table cards">' in html
    assert 'data-label="乙"><div>丙</div>' in html


# -- the rule ------------------------------------------------------------------------------------


def told(project: Project) -> list[Problem]:
    settings = project.settings()
    reading = read_site(settings)
    assert reading.problems == []
    assert reading.catalogue is not None
    check = Check(reading.catalogue, settings, reading.strings)
    tables_have_captions(check)
    return check.problems


def append(project: Project, name: str, words: str) -> int:
    """Add to a file after a blank line; returns the line on which the words begin."""
    path = project.root / name
    text = path.read_text(encoding="utf-8").rstrip("\n") + "\n\n"
    path.write_text(f"{text}{words}\n", encoding="utf-8")
    return text.count("\n") + 1


def test_a_page_with_a_table_without_caption_is_told_on_its_line(project: Project) -> None:
    line = append(project, ABOUT, f"前文。\n\n{TABLE}")
    (problem,) = told(project)
    assert place(problem) == (ABOUT, line + 2, 0, "table-without-caption")
    assert problem.severity == "error"
    assert problem.zh == (
        "表格「| 甲 | 乙 |」沒有標題；請在它前面空一行，單獨寫一段「表：這張表的內容」。"
    )
    assert problem.en == (
        "The table `| 甲 | 乙 |` has no caption: write a paragraph `表: what it shows` "
        "right before it, with a blank line between."
    )


def test_a_translation_is_told_with_its_own_mark(project: Project) -> None:
    project.write(ENGLISH_ABOUT, f"---\ntitle: About\n---\n\n表：時間\n\n{TABLE}\n")
    (problem,) = told(project)
    assert place(problem) == (ENGLISH_ABOUT, 7, 0, "table-without-caption")
    assert "`Table: what it shows`" in problem.en
    project.edit(ENGLISH_ABOUT, "表：時間", "Table: hours")
    assert told(project) == []


def test_an_answer_with_a_table_without_caption_is_told_on_its_line(project: Project) -> None:
    line = append(project, FAQ, f"表：一\n\n{TABLE}\n\n前文。\n\n{TABLE}")
    assert [place(one) for one in told(project)] == [
        (FAQ, line + 8, 0, "table-without-caption")  # the first has the same headers
    ]


def test_a_text_of_a_data_file_is_told_on_its_line(project: Project) -> None:
    project.write(SERVICE_FILE, SERVICE)
    block = "".join(f"    {line}\n" for line in f"一\n\n{TABLE}".split("\n"))
    project.edit(SERVICE_FILE, REMEDY, f"remedy:\n  zh: |\n{block}  en: |\n{block}")
    found = [place(one) for one in told(project)]
    assert found == [(SERVICE_FILE, line, 0, "table-without-caption") for line in (16, 22)]


def test_html_on_a_page_is_asked_for_its_caption(project: Project) -> None:
    line = append(project, ABOUT, "<table><tr><td>甲</td></tr></table>")
    assert [place(one) for one in told(project)] == [(ABOUT, line, 0, "table-without-caption")]
    project.edit(ABOUT, "<table>", "<table><caption>甲</caption>")
    assert told(project) == []


#: `(a text, whether its table has a caption)`.
TEXTS = [
    (TABLE, False),
    (f"表：時間\n\n{TABLE}", True),
    (f"表：時間\n\n\n{TABLE}", True),
    (f"表 3: 時間\n\n{TABLE}", True),
    (f"表：\n\n{TABLE}", False),
    (f"表格：時間\n\n{TABLE}", False),
    (f"{TABLE}\n\n表：時間", False),
    (f"前文\n表：時間\n\n{TABLE}", False),
    (f"表：時間\n第二行\n\n{TABLE}", True),
    (f"# 表：時間\n\n{TABLE}", False),
    (f"- 表：時間\n\n{TABLE}", False),
    ("> 表：時間\n>\n> " + TABLE.replace("\n", "\n> "), True),
    ("> 表：時間\n\n" + TABLE, False),
    ("- 甲\n\n    表：時間\n\n    " + TABLE.replace("\n", "\n    "), True),
    ("- 甲\n\n    " + TABLE.replace("\n", "\n    "), False),
    ("甲 | 乙\n--- | ---\n一 | 二", False),
    ("表：時間\n\n甲 | 乙\n:-- | --:\n一 | 二", True),
    ("| 甲 |\n|---|\n| 一 |", False),
]
PAGE_TEXTS = [
    ('=== "甲"\n\n    表：時間\n\n    ' + TABLE.replace("\n", "\n    "), True),
    ('=== "甲"\n\n    ' + TABLE.replace("\n", "\n    "), False),
    ("!!! note\n    " + TABLE.replace("\n", "\n    "), False),
    ("!!! note\n    表：時間\n\n    " + TABLE.replace("\n", "\n    "), True),
]


@pytest.mark.parametrize(("source", "captioned"), TEXTS)
def test_what_the_rule_accepts_has_a_caption_in_a_record(source: str, captioned: bool) -> None:
    assert [table.captioned for table in tables(source, "表")] == [captioned]
    html = of_record(source)
    assert html.count("<table") == 1
    assert ("<caption>" in html) == captioned


@pytest.mark.parametrize(("source", "captioned"), [*TEXTS, *PAGE_TEXTS])
def test_what_the_rule_accepts_has_a_caption_on_a_page(source: str, captioned: bool) -> None:
    assert [table.captioned for table in tables(source, "表")] == [captioned]
    html = of_page(source)
    assert html.count("<table") == 1
    assert ("<caption>" in html) == captioned


@pytest.mark.parametrize(
    "source",
    [
        f"```\n{TABLE}\n```",
        f"前文。\n\n    {TABLE}".replace("\n|", "\n    |"),
        "甲 | 乙\n\n---",
        "甲\n---",
        "| 甲 | 乙 |\n| --- |",
        "`| --- |`",
        "甲 | 乙",
        "",
    ],
)
def test_what_is_no_table_is_not_told(source: str) -> None:
    assert tables(source, "表") == []
    assert "<table" not in of_record(source)
    assert "<table" not in of_page(source)


def test_a_site_with_such_a_table_is_not_built(project: Project) -> None:
    append(project, ABOUT, TABLE)
    prepared = project.prepare()
    assert [problem.rule for problem in prepared.problems] == ["table-without-caption"]
    assert prepared.site is None
