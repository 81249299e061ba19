"""One page in the hands of the rules about behaviour."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from audit.browser import DESKTOP, open_page
from audit.markup import Page
from audit.results import Result, Rule
from audit.site import Site


@dataclass(frozen=True)
class Visit:
    """A page, a browser to open it with, and where to write down what is found."""

    site: Site
    page: Page
    browser: Browser
    #: where the site is served, and where it is served under the strict content policy
    address: str
    strict_address: str
    result: Result

    def open(
        self, size: tuple[int, int] = DESKTOP, *, strict: bool = False, **options: Any
    ) -> AbstractContextManager[Tab]:
        """The page in a profile of its own."""
        base = self.strict_address if strict else self.address
        return open_page(self.browser, base.rstrip("/") + self.page.address, size, **options)

    def judge(self, rule: Rule) -> None:
        """A rule has something to judge on this page."""
        self.result.judge(rule.id, self.page.address)

    def fail(self, rule: Rule, target: str, what: str = "", view: str = "") -> None:
        """A rule is broken on this page."""
        self.result.fail(rule.id, self.page.address, target, what, view)


@dataclass(frozen=True)
class Theme:
    """Rules that are looked at together, since they need the same look at a page."""

    id: str
    rules: tuple[Rule, ...]
    look: Callable[[Visit], None]


def told(size: tuple[int, int]) -> str:
    """The name of a size of window, as results show it."""
    return f"{size[0]}x{size[1]}"
