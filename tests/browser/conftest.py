"""Chromium, driven over the built demo site. Nothing is downloaded: the installed one is used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from audit import behaviour
from audit import browser as audit_browser
from audit.server import serve
from audit.site import samples as samples_of
from tests.support.html import Page as BuiltPage
from tests.support.searching import SearchPage, search_page
from tests.support.site import TREES, tree_of

#: `open_page(address, width=…, **context options)`: a page of the site in a context of its own
OpenPage = Callable[..., AbstractContextManager[Page]]
#: `search(tree, size=…, prepare=…, **context options)`: a profile to ask the search page in
Search = Callable[..., AbstractContextManager[SearchPage]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with audit_browser.launch() as launched:
        yield launched


@pytest.fixture(scope="session")
def address(demo_site: Path) -> Iterator[str]:
    """The demo site on a local web server."""
    with serve(demo_site) as base:
        yield base.rstrip("/")


@pytest.fixture(scope="session")
def strict_address(demo_site: Path) -> Iterator[str]:
    """The demo site, served with the strict content policy."""
    with serve(demo_site, headers=behaviour.HEADERS) as base:
        yield base.rstrip("/")


@pytest.fixture(scope="session")
def samples(demo_pages: list[BuiltPage]) -> list[BuiltPage]:
    """The first page of every kind in every language."""
    found = samples_of(demo_pages)
    assert {tree_of(page) for page in found} == set(TREES)
    return found


@pytest.fixture
def open_page(browser: Browser) -> OpenPage:
    """Opens an address; no request to another host gets through."""

    def open_address(
        address: str, width: int = 1280, **options: Any
    ) -> AbstractContextManager[Page]:
        return audit_browser.open_page(browser, address, (width, 900), **options)

    return open_address


@pytest.fixture
def search(browser: Browser, strict_address: str) -> Search:
    """The search under the strict content policy, in a profile of its own."""

    def open_search(tree: str = "", **options: Any) -> AbstractContextManager[SearchPage]:
        return search_page(browser, strict_address, tree, **options)

    return open_search
