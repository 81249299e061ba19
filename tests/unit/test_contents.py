"""The list of what a long page holds."""

from __future__ import annotations

from disclosure.writing.contents import before_first_part, parts_of

BODY = """<p>總說</p>
<h2 id="a">甲 <span class="count">3 筆</span></h2><p>…</p>
<h3 id="a-1">甲一</h3>
<h2 id="b" class="x"><a class="term" href="#x">乙</a></h2>
<h2>沒有名稱</h2>
<h2 id="c"><span class="mark" lang="en">C</span></h2>
"""


def test_the_headings_with_an_id_are_the_parts() -> None:
    assert [part.id for part in parts_of(BODY, 1)] == ["a", "b", "c"]


def test_counts_links_and_ids_do_not_stand_in_the_list() -> None:
    """The words of a heading become a link, and ids must not stand twice on a page."""
    first, second, third = (part.words for part in parts_of(BODY, 1))
    assert first == "甲"
    assert second == "乙"
    assert third == '<span lang="en">C</span>'


def test_a_short_page_has_no_list() -> None:
    assert len(parts_of(BODY, 3)) == 3
    assert parts_of(BODY, 4) == []
    assert parts_of("<p>甲</p>", 1) == []


def test_the_list_stands_behind_the_summary() -> None:
    made = before_first_part(BODY, "<nav></nav>")
    assert made == BODY.replace('<h2 id="a">', '<nav></nav>\n<h2 id="a">')


def test_the_easy_version_stands_below_the_list() -> None:
    easy = '<section class="easy" aria-labelledby="easy">\n<h2 id="easy">易讀</h2></section>\n'
    made = before_first_part(f"<p>總說</p>\n{easy}{BODY}", "<nav></nav>")
    assert made == f"<p>總說</p>\n<nav></nav>\n{easy}{BODY}"
