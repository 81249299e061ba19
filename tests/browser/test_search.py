"""The full-text search in the browser: from the box in the head to the page that was looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest
from playwright.sync_api import Browser

from audit.browser import DESKTOP, PHONE
from tests.browser.conftest import Search
from tests.support.searching import BuiltIndex, Entry, SearchPage, search_page
from tests.support.site import TREES

#: A question of each language that many documents answer.
MANY = {"": "接見", "en/": "remote visit"}
#: A word that stands in documents of every kind.
EVERYWHERE = {"": "檢察", "en/": "prosecutor"}
DATED = {"": r"更新日期 \d{2,3}-\d\d-\d\d", "en/": r"updated \d{4}-\d\d-\d\d"}
#: A page deep below the root.
DEEP = "faq/sending/"


@pytest.fixture(params=TREES)
def tree(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@dataclass(frozen=True)
class Answers:
    """All results of `MANY`, and what the files of the index hold of each."""

    kinds: dict[str, str]
    entries: list[Entry]
    rows: dict[str, list[str]]
    root: str

    def row(self, entry: Entry) -> list[str]:
        return self.rows[entry.address.removeprefix(self.root)]


@pytest.fixture(scope="module")
def answers(browser: Browser, strict_address: str, demo_site: Path) -> dict[str, Answers]:
    found = {}
    for tree in TREES:
        with search_page(browser, strict_address, tree) as seen:
            seen.ask(MANY[tree])
            rows = BuiltIndex(demo_site / tree / "search").rows
            found[tree] = Answers(
                seen.words["kinds"],
                seen.all_entries(),
                {row[0]: row for row in rows},
                f"{seen.base}/{tree}",
            )
            assert seen.trouble == []
    return found


@pytest.mark.parametrize("path", ["", DEEP])
def test_the_box_in_the_head_leads_to_the_search_page(search: Search, tree: str, path: str) -> None:
    with search(tree) as seen:
        page = seen.page
        page.goto(f"{seen.base}/{tree}{path}")
        page.locator("#site-search").fill(MANY[tree])
        page.locator("#site-search").press("Enter")
        page.wait_for_url(seen.address(MANY[tree]))
        seen.settle()
        assert page.locator("#search-words").input_value() == MANY[tree]
        assert MANY[tree] in page.title()
        assert page.title() != MANY[tree]
        assert seen.entries
        assert seen.trouble == []


def test_the_page_itself_asks_another_question(search: Search, tree: str) -> None:
    with search(tree) as seen:
        seen.ask()
        assert seen.page.locator("#search-results").is_hidden()
        title = seen.page.title()
        for question in (MANY[tree], MANY[tree].split()[0]):
            seen.page.locator("#search-words").fill(question)
            seen.page.locator(".search-form button").click()
            seen.page.wait_for_url(seen.address(question))
            seen.settle()
            assert seen.page.title().endswith(title)
            assert question in seen.page.title().removesuffix(title)
        assert seen.trouble == []


def test_a_result_tells_what_it_is(answers: dict[str, Answers], tree: str) -> None:
    all_, kinds = answers[tree], answers[tree].kinds
    assert len({one.kind for one in all_.entries}) > 3
    assert {one.kind for one in all_.entries} <= set(kinds.values())
    # Units and words of the glossary have no date of their own.
    undated = {kinds["unit"], kinds["term"]}
    assert any(one.kind in undated for one in all_.entries)
    for one in all_.entries:
        path, title, _, summary, body, _, trail, unit, date = all_.row(one)
        assert one.title == title, path
        text = one.excerpt.strip("…")
        assert text, path
        assert text in summary or text in body, path
        assert one.trail in trail, path
        assert one.trail != one.kind, path
        assert one.facts == " · ".join(filter(None, (unit, date and said_date(tree, date)))), path
        assert bool(re.search(DATED[tree], one.facts)) == (one.kind not in undated), path
    assert any(" › " in one.trail for one in all_.entries)


def said_date(tree: str, date: str) -> str:
    return f"updated {date}" if tree else f"更新日期 {date}"


def test_the_words_of_the_question_are_marked(answers: dict[str, Answers], tree: str) -> None:
    everywhere = 0
    for one in answers[tree].entries:
        row = answers[tree].row(one)
        for word in MANY[tree].split():
            # The title is shown whole, so that every place in it is marked.
            marked = [word in mark.lower() for mark in one.title_marked]
            assert sum(marked) == (word in row[1].lower()), one
            if word in f"{row[3]} {row[4]}".lower():
                everywhere += 1
                assert one.excerpt_marked, one
        marks = {mark.lower() for mark in one.title_marked + one.excerpt_marked}
        assert all(mark in one.title.lower() + one.excerpt.lower() for mark in marks)
    assert everywhere > 5


def test_no_line_of_a_result_is_empty(search: Search, tree: str) -> None:
    """A word of the glossary has no unit and no date, a unit no way above it."""
    with search(tree) as seen:
        for kind in ("term", "unit"):
            seen.ask(EVERYWHERE[tree], ("kind", kind))
            assert seen.entries
            empty = "#search-found > ol :is(h3, p, span, a):empty"
            assert seen.page.locator(empty).count() == 0


def test_every_result_leads_somewhere(search: Search, demo_site: Path, tree: str) -> None:
    """To a page that exists; a strategy and a word of the glossary to their place in it."""
    with search(tree) as seen:
        for kind, name in seen_kinds(seen):
            seen.ask(EVERYWHERE[tree], ("kind", kind))
            assert seen.entries, kind
            for one in seen.entries:
                assert one.kind == name
                address, part = urldefrag(one.address)
                file = demo_site / urlsplit(address).path.lstrip("/") / "index.html"
                assert file.is_file(), one
                assert bool(part) == (kind in ("strategy", "term")), one
                assert not part or f'id="{part}"' in file.read_text(encoding="utf-8"), one
        assert seen.trouble == []


def seen_kinds(seen: SearchPage) -> list[tuple[str, str]]:
    """Every kind and its name."""
    seen.ask()
    return list(seen.words["kinds"].items())


@pytest.mark.parametrize("kind", ["strategy", "term"])
def test_a_part_of_a_page_is_shown_where_it_stands(search: Search, kind: str) -> None:
    with search() as seen:
        seen.ask(MANY[""], ("kind", kind))
        first = seen.entries[0]
        seen.page.locator("#search-found ol a").first.click()
        seen.page.wait_for_url(first.address)
        part = seen.page.locator(":target")
        assert first.title in part.inner_text()
        assert part.evaluate("one => one.getBoundingClientRect().top") < 900
        assert seen.trouble == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=str)
def test_a_search_comes_back_where_it_was_left(search: Search, size: tuple[int, int]) -> None:
    """«Back» from a result, and a reload: the same results at the same place."""
    with search(size=size) as seen:
        page = seen.page
        seen.ask(MANY[""], ("page", "2"))
        page.locator("#search-facets").evaluate("one => { one.open = !one.open; }")
        link = page.locator("#search-found ol a").nth(7)
        link.focus()
        before, top = seen.shown, page.evaluate("scrollY")
        assert top > 500
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "/search/" not in url)
        page.go_back()
        seen.settle()
        assert (seen.shown, page.evaluate("scrollY")) == (before, top)
        page.reload()
        seen.settle()
        assert (seen.shown, page.evaluate("scrollY")) == (before, top)
        # Another question begins at the top.
        page.locator("#search-words").fill("寄錢")
        page.locator("#search-words").press("Enter")
        page.wait_for_url(seen.address("寄錢"))
        seen.settle()
        assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize(("part", "at"), [("999", -1), ("abc", 0), ("-1", 0), ("1.9", 0)])
def test_a_part_that_does_not_exist_is_the_nearest_one(
    search: Search, answers: dict[str, Answers], part: str, at: int
) -> None:
    everything = [one.title for one in answers[""].entries]
    start = 0 if at == 0 else (len(everything) - 1) // 10 * 10
    with search() as seen:
        seen.ask(MANY[""], ("page", part))
        shown = [one.title for one in seen.entries]
        assert len(everything) == seen.number > 10
        assert shown == everything[start : start + 10]
        assert str(start + 1) in seen.status
        assert str(start + len(shown)) in seen.status
        assert seen.trouble == []


def test_parts_of_the_results_are_told_apart(search: Search) -> None:
    with search() as seen:
        seen.ask(MANY[""], ("kind", "faq"))
        pager = seen.page.get_by_role("navigation", name=re.compile("結果"))
        assert pager.locator("a:visible").all_inner_texts() == ["下一頁"]
        assert "第 1 至 10 筆" in seen.status
        pager.locator("[rel=next]").click()
        seen.settle()
        assert pager.locator("a:visible").all_inner_texts() == ["上一頁", "下一頁"]
        assert "第 11 至 20 筆" in seen.status
        assert seen.page.locator("#search-found ol").get_attribute("start") == "11"
        assert dict(seen.query) == {"q": MANY[""], "kind": "faq", "page": "2"}
        pager.locator("[rel=prev]").click()
        seen.settle()
        assert "page" not in dict(seen.query)


def test_an_excerpt_ends_with_a_whole_word(answers: dict[str, Answers]) -> None:
    cut = 0
    for one in answers["en/"].entries:
        assert one.excerpt.strip("…") == one.excerpt.strip("… "), one
        if not one.excerpt.endswith("…"):
            continue
        cut += 1
        row, shown = answers["en/"].row(one), one.excerpt.strip("…")
        text = row[3] if shown in row[3] else row[4]
        assert re.match(r"\W", text[text.index(shown) + len(shown) :]), one
    assert cut > 3


def test_a_question_is_taken_for_what_the_texts_say(search: Search) -> None:
    with search() as seen:
        seen.ask("會客")
        also = seen.page.locator("#search-also")
        assert also.inner_text() == "「會客」也找了「接見」。"
        assert "接見" in {mark for one in seen.entries for mark in one.title_marked}
        seen.ask("接見")
        assert also.is_hidden()
    with search("en/") as seen:
        also = seen.page.locator("#search-also")
        seen.ask("prisoon")
        assert "similar words were looked for: prison" in also.inner_text()
