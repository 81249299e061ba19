"""The search when things go wrong: nothing found, odd questions, files missing, no scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route

from tests.browser.conftest import Search
from tests.support.searching import SearchPage
from tests.support.site import TREES

NOTHING = "xyzzyqq"
NONE = {"": "沒有找到「{}」。", "en/": "Nothing was found for “{}”."}
FAILED = {
    "": "現在無法搜尋，請從下面的目錄查找，或稍後再試。",
    "en/": "The search does not work at the moment. "
    "Look through the indexes below, or try again later.",
}
NO_SCRIPT = {"": "搜尋需要 JavaScript", "en/": "The search needs JavaScript"}

MARKUP = "<img src=x onerror=\"document.title='hurt'\"><script>alert(1)</script>"
#: Questions that are no words, or mean something to a program.
NO_WORDS = ["，。！？", "---", '"', "''", "&&&", "%%%", "😀🎉", "\u200b", "(", "[", "\\", "*", "$&"]
PATTERN = ".*+?^${}()|[]\\"
NAMES = ["constructor", "__proto__", "toString", "hasOwnProperty", "undefined", "null"]
UNKNOWN = [*NO_WORDS, PATTERN, *NAMES]
ODD = [
    *UNKNOWN,
    *("{words}", "{count}", "$1", "%00", "../../", "&lt;b&gt;", "javascript:alert(1)"),
    *(MARKUP, "</section><h1>", "a" * 200, "監" * 200),
]


def indexes_are_there(seen: SearchPage) -> None:
    """The ways to all content are in sight."""
    assert seen.page.locator("#ways").is_visible()
    ways = seen.page.locator("#ways + .choices a")
    assert ways.count() > 5
    assert all(one.is_visible() for one in ways.all())


def nothing_is_listed(seen: SearchPage) -> None:
    """No list, no pager, no facets, and nothing that is busy."""
    for part in ("#search-found ol", "#search-pager", "#search-facets", "#search-clear"):
        assert seen.page.locator(part).is_hidden(), part
    assert seen.page.locator("[aria-busy=true]").count() == 0


@pytest.mark.parametrize("tree", TREES)
def test_who_finds_nothing_is_told_what_to_try(search: Search, tree: str) -> None:
    with search(tree) as seen:
        seen.ask(NOTHING)
        assert seen.status == NONE[tree].format(NOTHING)
        tips = seen.page.locator("#search-help")
        assert tips.locator("h3").is_visible()
        assert tips.locator("li:visible").count() == 4
        telephone = seen.page.locator(".site-help dd").first.inner_text()
        assert telephone in tips.inner_text()
        tips.locator("a[href='#ways']").click()
        assert seen.page.locator("#ways:target").is_visible()
        indexes_are_there(seen)
        nothing_is_listed(seen)
        assert seen.trouble == []


@pytest.mark.parametrize(("tree", "question"), [("", "囚衣"), ("en/", "jailbreak")])
def test_who_finds_nothing_is_offered_words_that_do(
    search: Search, tree: str, question: str
) -> None:
    with search(tree) as seen:
        seen.ask(question)
        assert seen.status == NONE[tree].format(question)
        offered = seen.page.locator("#search-try a")
        words = offered.all_inner_texts()
        assert words
        for word in words:
            seen.ask(question)
            offered.get_by_text(word, exact=True).click()
            seen.page.wait_for_url(seen.address(word))
            seen.settle()
            assert seen.entries, word
        seen.ask(NOTHING)
        assert seen.page.locator("#search-try").is_hidden()
        assert seen.trouble == []


@pytest.mark.parametrize("question", ODD)
def test_an_odd_question_is_words_like_any_other(search: Search, question: str) -> None:
    with search() as seen:
        seen.ask(question)
        assert question in seen.page.title()
        assert seen.page.locator("#search-words").input_value() == question
        if not seen.entries:
            assert seen.status == NONE[""].format(question)
            nothing_is_listed(seen)
        assert seen.page.locator("main :is(img, script:not([src]), h1 + h1)").count() == 0
        assert seen.page.locator("h1").count() == 1
        indexes_are_there(seen)
        assert seen.trouble == []


def test_what_is_no_word_of_the_texts_is_not_found(search: Search) -> None:
    """Punctuation, pictures, and the names that every object of a program has."""
    with search() as seen:
        for question in UNKNOWN:
            seen.ask(question)
            assert (question, seen.status) == (question, NONE[""].format(question))


@pytest.mark.parametrize(
    ("tree", "question"),
    [("", "的"), ("", "請問怎麼"), ("", "藥"), ("en/", "the"), ("en/", "how to"), ("en/", "a")],
)
def test_a_question_of_hardly_anything_finds_something(
    search: Search, tree: str, question: str
) -> None:
    """Words that are skipped otherwise, and words of one character."""
    with search(tree) as seen:
        seen.ask(question)
        assert seen.entries
        assert seen.trouble == []


@pytest.mark.parametrize("question", ["", " ", "\u3000 \t"])
def test_no_question_is_no_search(search: Search, question: str) -> None:
    def forbid(page: Page) -> None:
        page.route("**/*.json*", lambda route: route.abort())

    with search(prepare=forbid) as seen:
        seen.ask(question)
        seen.page.wait_for_load_state("networkidle")
        assert seen.page.locator("#search-results").is_hidden()
        assert seen.page.locator("#search-words").input_value() == ""
        indexes_are_there(seen)
        assert seen.trouble == []


@pytest.mark.parametrize("tree", TREES)
def test_a_page_without_scripts_says_so_and_offers_the_indexes(search: Search, tree: str) -> None:
    with search(tree, java_script_enabled=False) as seen:
        page = seen.page
        page.goto(f"{seen.base}/{tree}faq/")
        page.locator("#site-search").fill(NOTHING)
        page.locator(".site-search button").click()
        page.wait_for_url(seen.address(NOTHING))
        assert page.locator("main noscript p").is_visible()
        assert page.locator("main noscript").inner_text().startswith(NO_SCRIPT[tree])
        assert page.locator("#search-results").is_hidden()
        assert page.get_by_role("status").count() == 0
        indexes_are_there(seen)
        page.locator("#search-words").fill("two")
        page.locator("#search-words").press("Enter")
        page.wait_for_url(seen.address("two"))
        assert seen.trouble == []


def abort(pattern: str) -> Callable[[Page], None]:
    """Some files do not arrive."""
    return lambda page: page.route(pattern, lambda route: route.abort())


def fail(pattern: str, status: int, body: str = "") -> Callable[[Page], None]:
    """Some files are answered with an error, or with something else."""

    def answer(route: Route) -> None:
        route.fulfill(status=status, body=body, content_type="application/json")

    return lambda page: page.route(pattern, answer)


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize(
    "break_it",
    [
        abort("**/search/words/*.json*"),
        abort("**/search/texts/*.json*"),
        abort("**/search/index.json"),
        fail("**/search/index.json", 500),
        fail("**/search/index.json", 404, "{}"),
        fail("**/search/index.json", 200, "<!doctype html>"),
        fail("**/search/words/*.json*", 503),
        abort("**/assets/search/page.js"),
        abort("**/assets/search/words.js"),
        fail("**/assets/search/ranking.js", 404),
    ],
    ids=lambda broken: "",
)
def test_a_file_that_does_not_come_is_told(
    search: Search, tree: str, break_it: Callable[[Page], None]
) -> None:
    with search(tree, prepare=break_it) as seen:
        seen.ask("接見" if not tree else "bail")
        assert seen.status == FAILED[tree]
        assert seen.page.locator("#search-help").is_hidden()
        nothing_is_listed(seen)
        indexes_are_there(seen)
        assert seen.trouble


def test_what_failed_after_a_tick_works_after_the_next(search: Search) -> None:
    """What was listed before no longer answers; what did not come is asked for again."""
    with search() as seen:
        seen.ask("接見")
        seen.unfold()
        boxes = seen.page.locator("#search-boxes")
        seen.page.route("**/search/texts/*.json*", lambda route: route.abort())
        boxes.locator("[value=strategy]").click()
        seen.page.get_by_text(FAILED[""]).wait_for()
        nothing = ("#search-found ol", "#search-pager", "#search-help")
        assert [part for part in nothing if seen.page.locator(part).is_visible()] == []
        indexes_are_there(seen)
        seen.page.unroute("**/search/texts/*.json*")
        with seen.change():
            boxes.locator("[value=unit], [value=page]").last.click()
        assert seen.entries
        assert seen.page.locator("#search-found ol").is_visible()
        assert FAILED[""] not in seen.status


def test_a_missing_picture_is_no_failure(search: Search) -> None:
    with search() as seen:
        seen.ask("接見")
        before = seen.status
        seen.page.evaluate(
            "new Promise(done => { const image = new Image(); image.onerror = done;"
            " image.src = 'no-such.png'; document.body.append(image); })"
        )
        assert seen.status == before
        assert seen.page.locator("#search-found ol").is_visible()
