"""Chromium as the checks use it: nothing is downloaded, and no request leaves the local server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    Request,
    Route,
    sync_playwright,
)

from audit.tools import chromium

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",  # no page is 15 px narrower than the width it is measured at
]
SCRIPTS = Path(__file__).parent / "js"
#: Milliseconds until a page counts as hanging; a busy computer is slow, not broken.
PATIENCE = 180_000
DESKTOP, PHONE, NARROW = (1280, 900), (360, 740), (320, 256)


class _Driver:
    """Playwright's own process: a thread can hold but one, so that all browsers share it.

    It ends with the last browser, in whatever order they are closed.
    """

    def __init__(self) -> None:
        self._running = ExitStack()
        self._playwright: Playwright | None = None
        self._users = 0

    @contextmanager
    def held(self) -> Iterator[Playwright]:
        if self._playwright is None:
            self._playwright = self._running.enter_context(sync_playwright())
        self._users += 1
        try:
            yield self._playwright
        finally:
            self._users -= 1
            if not self._users:
                self._playwright = None
                self._running.close()


_driver = _Driver()


@contextmanager
def launch() -> Iterator[Browser]:
    """A browser of its own."""
    executable = chromium()
    with _driver.held() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


@lru_cache(maxsize=1)
def helpers() -> str:
    """The functions of `js/`, as one script; `base.js` comes first."""
    files = sorted(SCRIPTS.glob("*.js"), key=lambda file: (file.name != "base.js", file.name))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@contextmanager
def open_context(
    browser: Browser,
    address: str,
    size: tuple[int, int] = DESKTOP,
    *,
    trouble: list[str] | None = None,
    **options: Any,
) -> Iterator[BrowserContext]:
    """A fresh profile that reaches nothing but the host of `address`.

    Refused requests are added to `trouble`, as `another host: …`.
    """
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        **({"locale": "zh-TW", "reduced_motion": "reduce"} | options),
    )
    try:
        _stay(context, urlsplit(address).netloc, [] if trouble is None else trouble)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(helpers())
        yield context
    finally:
        context.close()


def failure(request: Request) -> Iterator[str]:
    """What failed, unless the page was left before it came: that is no fault of the site."""
    if request.failure != "net::ERR_ABORTED":
        yield f"failed: {request.url}"


@contextmanager
def open_page(
    browser: Browser,
    address: str,
    size: tuple[int, int] = DESKTOP,
    *,
    trouble: list[str] | None = None,
    until: Literal["load", "networkidle"] = "load",
    **options: Any,
) -> Iterator[Page]:
    """An address in a profile of its own.

    What the console, the page's scripts and the network say is added to `trouble`.
    """
    found: list[str] = [] if trouble is None else trouble
    with open_context(browser, address, size, trouble=found, **options) as context:
        page = context.new_page()
        page.on("console", lambda said: found.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: found.append(f"script: {error}"))
        page.on("requestfailed", lambda request: found.extend(failure(request)))
        page.goto(address, wait_until=until)
        if options.get("java_script_enabled") is False:
            # Only the page's own scripts are off; ours did not come in by themselves then.
            page.evaluate(f"() => {{ {helpers()} }}")
        yield page


def _stay(context: BrowserContext, host: str, trouble: list[str]) -> None:
    def refuse(route: Route) -> None:
        trouble.append(f"another host: {route.request.url}")
        route.abort()

    # The pattern is matched in the browser's own process: only what leaves comes to Python.
    context.route(re.compile(rf"^(?:http|ws)s?://(?!{re.escape(host)}/)"), refuse)
