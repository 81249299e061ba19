"""Chromium, driven over the built demo site. Nothing is downloaded: the installed one is used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from tests.support.html import Page as BuiltPage
from tests.support.server import serve
from tests.support.site import TREES, tree_of
from tests.support.tools import chromium

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

#: `open_page(address, width=…, **context options)`: a page of the site in a context of its own
OpenPage = Callable[..., AbstractContextManager[Page]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = chromium()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def address(demo_site: Path) -> Iterator[str]:
    """The demo site on a local web server."""
    with serve(demo_site) as base:
        yield base.rstrip("/")


@pytest.fixture(scope="session")
def samples(demo_pages: list[BuiltPage]) -> list[BuiltPage]:
    """The first page of every kind in every language."""
    found: dict[tuple[str, str], BuiltPage] = {}
    for page in demo_pages:
        found.setdefault((tree_of(page), page.kind), page)
    assert {tree for tree, _ in found} == set(TREES)
    return list(found.values())


@pytest.fixture
def open_page(browser: Browser) -> OpenPage:
    """Opens an address; no request to another host gets through.

    Such requests are added to `trouble`, with what the console and the network complain of.
    """

    @contextmanager
    def open_address(
        address: str,
        width: int = 1280,
        *,
        trouble: list[str] | None = None,
        until: Literal["load", "networkidle"] = "load",
        **options: Any,
    ) -> Iterator[Page]:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            locale="zh-TW",
            reduced_motion="reduce",  # no measurement in the middle of a transition
            **options,
        )
        found = [] if trouble is None else trouble
        try:
            _stay(context, urlsplit(address).netloc, found)
            page = context.new_page()
            page.on(
                "console", lambda said: found.append(said.text) if said.type == "error" else None
            )
            page.on("pageerror", lambda error: found.append(str(error)))
            page.on("requestfailed", lambda request: found.append(f"failed: {request.url}"))
            page.goto(address, wait_until=until)
            yield page
        finally:
            context.close()

    return open_address


def _stay(context: BrowserContext, host: str, trouble: list[str]) -> None:
    def decide(route: Route) -> None:
        parts = urlsplit(route.request.url)
        if parts.scheme in ("http", "https") and parts.netloc != host:
            trouble.append(f"another host: {route.request.url}")
            route.abort()
        else:
            route.continue_()

    context.route("**/*", decide)
