"""The living page of components: up to date, complete, and without a fault."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from jinja2 import Environment
from playwright.sync_api import Browser

from audit import html
from audit.axe import engine
from audit.browser import launch, open_page
from audit.markup import read_pages
from audit.server import serve
from disclosure.resources import shell_folder, template_folder
from scripts import components
from tests.support.site import ROOT

#: Where a template of either folder stands in the repository.
PLACES = {"components": template_folder(), "partials": shell_folder()}
#: What the page has to show, whatever files it is made of.
NAMED = {
    *("summary-list", "start-box", "step-list", "flow-figure", "question", "data-table", "status"),
    *("notice", "breadcrumb", "contents", "facets", "pager", "file-list", "contact"),
    *("update-facts", "feedback", "language-notice", "easy-read", "terms", "search", "header"),
    "footer",
}


@pytest.fixture(scope="module")
def env() -> Environment:
    return components.templates()


@pytest.fixture(scope="module")
def made(env: Environment) -> dict[str, str]:
    return components.pages(env)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launch() as launched:
        yield launched


def partials() -> set[str]:
    """Every partial of pages' bodies and of the shell."""
    return {
        path.relative_to(ROOT).as_posix()
        for folder, root in PLACES.items()
        for path in (root / folder).glob("*.html")
    }


def test_the_committed_page_is_what_the_program_makes(made: dict[str, str]) -> None:
    stale = [
        name
        for name, text in made.items()
        if (components.FOLDER / name).read_text(encoding="utf-8") != text
    ]
    assert stale == [], "run: make components"


def test_every_partial_has_a_state(env: Environment, made: dict[str, str]) -> None:
    assert made
    held = components.states()["components"]
    named = {file for one in held for file in one["files"]}
    assert named == partials()
    # Jinja keeps what it has loaded: a file that is named is also used by the samples.
    assert env.cache is not None
    loaded = {
        (root / name).relative_to(ROOT).as_posix()
        for _, name in env.cache
        for folder, root in PLACES.items()
        if name.startswith(f"{folder}/")
    }
    assert loaded == partials()


def test_every_component_is_shown_with_its_states_and_its_style_sheet() -> None:
    held = components.states()["components"]
    assert {one["id"] for one in held} >= NAMED
    assert [one["id"] for one in held if not one["states"] or not one["when"].strip()] == []
    styles = shell_folder() / "styles"
    assert [one["id"] for one in held if not (styles / one["styles"]).is_file()] == []


def test_states_of_a_component_differ(env: Environment) -> None:
    """A state that looks like another one tells nothing: its values do not reach the template."""
    held = components.states()
    for voice in components.voices(held["shared"]).values():
        for one in components.rendered(env, voice, held):
            looks = [
                state["html"].replace(state["id"], "").replace(state["name"], "")
                for state in one["states"]
            ]
            assert len(set(looks)) == len(looks), one["id"]


def test_what_a_page_has_once_is_told_apart() -> None:
    sample = (
        '<nav aria-labelledby="a"><h2 id="a">甲</h2><a href="#a" accesskey="U">到甲</a>'
        '<a href="#b">到乙</a></nav><form role="search"></form><div aria-label="圖"></div>'
    )
    assert components.alone(sample, "pager-1", "很多") == (
        '<nav aria-labelledby="pager-1-a pager-1"><h2 id="pager-1-a">甲</h2>'
        '<a href="#pager-1-a">到甲</a><a href="#b">到乙</a></nav>'
        '<form role="search" aria-labelledby="pager-1"></form>'
        '<div aria-label="圖 (很多)"></div>'
    )


def test_html_conforms() -> None:
    found = html.check(components.FOLDER, read_pages(components.FOLDER))
    assert [str(one) for one in found.failures] == []


def test_nothing_is_inline() -> None:
    pages = read_pages(components.FOLDER)
    assert {page.path for page in pages} == set(components.FILES.values())
    assert {page.path: page.inline for page in pages if page.inline} == {}
    assert {page.path: page.repeated_ids for page in pages if page.repeated_ids} == {}


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(browser: Browser, width: int, scheme: str) -> None:
    with serve(ROOT) as address:
        for name in components.FILES.values():
            place = f"{address}docs/components/{name}"
            with open_page(browser, place, (width, 900), color_scheme=scheme) as page:
                page.evaluate(f"{engine()}\n;undefined")
                page.evaluate("__audit.unfold()")
                told = page.evaluate("__audit.axe()")
                assert told["failed"] == []
                assert "color-contrast" in told["passed"]
                assert page.evaluate("document.documentElement.scrollWidth") == width
