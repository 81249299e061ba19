"""What a search loads, and that nothing moves while it does."""

from __future__ import annotations

import re
from pathlib import Path
from time import sleep
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response, Route

from audit.browser import DESKTOP, NARROW, PHONE
from audit.server import compressed, is_text
from tests.browser.conftest import OpenPage, Search
from tests.support.html import Page as BuiltPage
from tests.support.searching import SearchPage, search_page
from tests.support.site import TREES

#: Bytes of one search, with page, styles, scripts and all: what a phone in the countryside gets
#: in two or three seconds.
LIMIT = 300 * 1024
LONG = "家人被關在監獄裡，我要怎麼寄錢給他，一次可以寄多少，需要帶什麼證件"
QUESTIONS = {
    "": ["接見", "怎麼寄錢給收容人", "假釋", "的", "xyzzyqq", "監獄 看守所 接見 電話", LONG],
    "en/": ["visit", "how to send money to an inmate", "parole", "a", "xyzzyqq"],
}
#: Files that only a search needs.
OWN = re.compile(r"/assets/search/|/search/(?:index|words/\d+|texts/\d+)\.json")


def wire(answer: Response) -> int:
    """Bytes as the server sends them: text compressed with gzip."""
    body = answer.body()
    return len(compressed(body) if is_text(answer.headers.get("content-type", "")) else body)


@pytest.mark.parametrize("tree", TREES)
def test_a_search_is_light(
    browser: Browser, strict_address: str, tree: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first one of a visit, with nothing kept from other pages."""
    figures = {}
    for question in QUESTIONS[tree]:
        answers: list[Response] = []

        def listen(page: Page, answers: list[Response] = answers) -> None:
            page.on("response", lambda answer: answers.append(answer))

        with search_page(browser, strict_address, tree, prepare=listen) as seen:
            seen.ask(question)
            seen.page.wait_for_load_state("networkidle")
            sizes = {urlsplit(one.url).path: wire(one) for one in answers}
            assert seen.trouble == []
        assert f"/{tree}search/index.json" in sizes
        assert "/assets/search/page.js" in sizes
        own = sum(size for path, size in sizes.items() if OWN.search(path))
        figures[question] = (sum(sizes.values()), own, len(sizes))
    with capsys.disabled():
        for question, (total, own, files) in figures.items():
            print(
                f"\n{total:7} bytes in {files:2} files, {own:6} of the search: {question}", end=""
            )
    assert {one: figure for one, figure in figures.items() if figure[0] > LIMIT} == {}


def test_no_other_page_loads_anything_of_the_search(
    demo_site: Path, open_page: OpenPage, address: str, samples: list[BuiltPage]
) -> None:
    naming = [
        page.relative_to(demo_site).as_posix()
        for page in demo_site.rglob("*.html")
        if OWN.search(page.read_text(encoding="utf-8"))
    ]
    assert sorted(naming) == sorted(f"{tree}search/index.html" for tree in TREES)
    looked_at = [one for one in samples if one.kind in ("home", "faq-category", "service", "page")]
    assert len(looked_at) > 3
    for sample in looked_at:
        asked: list[str] = []
        with open_page(address) as page:
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            page.goto(address + sample.address, wait_until="networkidle")
        assert asked
        assert [url for url in asked if OWN.search(url)] == []


#: Each answer with data waits for a while, all at once.
SLOWLY = """{
  const real = window.fetch;
  window.fetch = async (...all) => {
    await new Promise(done => setTimeout(done, 400));
    return real(...all);
  };
}"""


def slow_data(page: Page) -> None:
    """Data arrive late."""
    page.add_init_script(SLOWLY)


def slow_scripts(page: Page) -> None:
    """Scripts arrive late, long after the page is drawn."""

    def later(route: Route) -> None:
        sleep(0.4)
        route.continue_()

    page.route("**/assets/search/page.js", later)
    slow_data(page)


def shifts(seen: SearchPage) -> list[object]:
    found: list[object] = seen.page.evaluate("__audit.layout.shifts()")
    return found


@pytest.mark.parametrize("size", [NARROW, PHONE, (768, 1024), DESKTOP, (1920, 1440)], ids=str)
@pytest.mark.parametrize("question", ["接見", "監獄 看守所 接見 電話", "禁止接見", "xyzzyqq"])
def test_nothing_moves_while_the_results_arrive(
    search: Search, size: tuple[int, int], question: str
) -> None:
    with search(size=size, prepare=slow_scripts) as seen:
        seen.page.goto(seen.address(question))
        seen.settle()
        assert shifts(seen) == []
        assert seen.trouble == []


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=str)
def test_nothing_moves_in_other_states(search: Search, size: tuple[int, int], tree: str) -> None:
    """With choices, with what a word was taken for, and without a question."""
    states: list[tuple[str | None, list[tuple[str, str]]]] = [
        ("會客" if not tree else "jail", [("kind", "faq"), ("theme", "330")]),
        ("接見" if not tree else "bail", [("kind", "no-such-kind")]),
        (None, []),
    ]
    for question, more in states:
        with search(tree, size=size, prepare=slow_data) as seen:
            seen.ask(question, *more)
            assert (question, shifts(seen)) == (question, [])


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=str)
def test_nothing_moves_when_the_search_fails(search: Search, size: tuple[int, int]) -> None:
    def prepare(page: Page) -> None:
        slow_data(page)
        page.route("**/search/index.json", lambda route: route.abort())

    with search(size=size, prepare=prepare) as seen:
        seen.page.goto(seen.address("接見"))
        seen.settle()
        assert shifts(seen) == []


def test_the_indexes_wait_for_the_results(search: Search) -> None:
    """While something is looked for, what would be pushed down is not shown yet."""
    with search() as seen:
        held: list[Route] = []
        seen.page.route("**/search/index.json", lambda route: held.append(route))
        seen.page.goto(seen.address("接見"))
        seen.page.get_by_text("搜尋中…").wait_for()
        assert seen.page.locator("#ways").is_hidden()
        assert seen.page.locator("#search-found[aria-busy=true]").count() == 1
        while not held:
            seen.page.wait_for_timeout(20)
        held[0].continue_()
        seen.settle()
        assert seen.page.locator("#ways").is_visible()
