"""The search page in a browser: how it is opened, and what stands in it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from playwright.sync_api import Browser, Page

from audit.browser import DESKTOP, failure, open_context

#: In the page: is everything there that was asked for?
DONE = """() => {
  const found = document.getElementById('search-found');
  return found && found.getAttribute('aria-busy') === 'false';
}"""

#: Something in the list that goes when the list is filled anew.
MARK = """() => {
  const mark = document.createElement('li');
  Object.assign(mark, {hidden: true, id: 'before'});
  document.querySelector('#search-found > ol').append(mark);
}"""
IS_NEW = "() => !document.getElementById('before')"

READ = """() => [...document.querySelectorAll('#search-found > ol > li:not([id])')].map(li => {
  const slot = name => li.querySelector(`[data-slot=${name}]`);
  const words = name => slot(name) ? slot(name).textContent : '';
  const marked = name => slot(name)
    ? [...slot(name).querySelectorAll('mark')].map(mark => mark.textContent) : [];
  const lang = name => slot(name) ? slot(name).lang : '';
  return {
    title: words('title'), address: slot('title').href, kind: words('kind'),
    trail: words('trail'), excerpt: words('excerpt'), facts: words('facts'),
    title_marked: marked('title'), excerpt_marked: marked('excerpt'),
    title_lang: lang('title'), excerpt_lang: lang('excerpt'),
  };
})"""

#: The status, the titles, and the boxes that are ticked: what a reload has to bring back.
Shown = tuple[str, tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class Entry:
    """One result as it is shown; `…_lang` where a line is in another language than the page."""

    title: str
    address: str
    kind: str
    trail: str
    excerpt: str
    facts: str
    title_marked: list[str]
    excerpt_marked: list[str]
    title_lang: str
    excerpt_lang: str


@dataclass(frozen=True)
class SearchPage:
    """An open search page; `trouble` is what console, scripts and network complained of."""

    page: Page
    base: str
    tree: str = ""
    trouble: list[str] = field(default_factory=list)

    def address(self, question: str | None = None, *more: tuple[str, str]) -> str:
        """The address of a question; `more` are facets and the part of the results."""
        asked = [] if question is None else [("q", question)]
        query = urlencode([*asked, *more])
        return f"{self.base}/{self.tree}search/" + (f"?{query}" if query else "")

    def ask(self, question: str | None = None, *more: tuple[str, str]) -> None:
        """Go to the page of a question."""
        self.page.goto(self.address(question, *more))
        if question and question.strip():
            self.settle()

    def settle(self) -> None:
        """Wait until the results are there, or are known not to come."""
        self.page.wait_for_function(DONE)

    @property
    def query(self) -> list[tuple[str, str]]:
        """What stands in the address."""
        return parse_qsl(urlsplit(self.page.url).query, keep_blank_values=True)

    @property
    def words(self) -> dict[str, Any]:
        """What the scripts say, as the page hands it to them."""
        found: dict[str, Any] = json.loads(
            self.page.locator("#search-results").get_attribute("data-words") or ""
        )
        return found

    @property
    def status(self) -> str:
        """What the status says."""
        return self.page.get_by_role("status").inner_text()

    @property
    def number(self) -> int:
        """How many results the status tells of."""
        if self.status == self.words["nothing"]:
            return 0
        told = re.search(r"\d+", self.status)
        assert told, self.status
        return int(told[0])

    @property
    def entries(self) -> list[Entry]:
        """The results of this part."""
        return [Entry(**one) for one in self.page.evaluate(READ)]

    def all_entries(self) -> list[Entry]:
        """The results of all parts, from this one on, by way of the pager."""
        found = self.entries
        following = self.page.locator("#search-pager a[rel=next]:visible")
        while following.count():
            following.click()
            self.settle()
            found += self.entries
        return found

    @property
    def shown(self) -> Shown:
        """Status, titles and ticked boxes."""
        titles = tuple(one.title for one in self.entries)
        return self.status, titles, tuple(f"{facet}={code}" for facet, code in self.ticked)

    @property
    def ticked(self) -> list[tuple[str, str]]:
        """The boxes that are ticked, by facet and code."""
        found = self.page.eval_on_selector_all(
            "#search-boxes input:checked", "all => all.map(one => [one.name, one.value])"
        )
        return [(facet, code) for facet, code in found]

    def counts(self) -> dict[tuple[str, str], int]:
        """What stands beside each box."""
        found = self.page.eval_on_selector_all(
            "#search-boxes label",
            "all => all.map(one => [one.control.name, one.control.value,"
            " one.querySelector('.count').textContent])",
        )
        return {(facet, code): int(re.findall(r"\d+", told)[0]) for facet, code, told in found}

    def unfold(self) -> None:
        """Open the facets, and what is folded in them."""
        self.page.evaluate("__audit.unfold()")

    @contextmanager
    def change(self) -> Iterator[None]:
        """Do something that fills the list anew without a new page, and wait until it is filled."""
        self.page.evaluate(MARK)
        yield
        self.page.wait_for_function(IS_NEW)

    def tick(self, *boxes: tuple[str, str]) -> None:
        """Press boxes, one after the other."""
        for facet, code in boxes:
            with self.change():
                self.page.locator(f'#search-boxes [name="{facet}"][value="{code}"]').click()


@contextmanager
def search_page(
    browser: Browser,
    base: str,
    tree: str = "",
    *,
    size: tuple[int, int] = DESKTOP,
    prepare: Callable[[Page], object] = lambda page: None,
    **options: Any,
) -> Iterator[SearchPage]:
    """A profile of its own, in which nothing was asked yet; `prepare` may set up routes."""
    trouble: list[str] = []
    with open_context(browser, base, size, trouble=trouble, **options) as context:
        page = context.new_page()
        page.on("console", lambda said: trouble.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: trouble.append(f"script: {error}"))
        page.on("requestfailed", lambda request: trouble.extend(failure(request)))
        prepare(page)
        yield SearchPage(page, base, tree, trouble)


@dataclass(frozen=True)
class BuiltIndex:
    """The files of the search, read off a built site."""

    folder: Path

    @cached_property
    def rows(self) -> list[list[str]]:
        """What is shown of each document."""
        chunks = sorted(self.folder.glob("texts/*.json"), key=lambda one: int(one.stem))
        return [row for chunk in chunks for row in json.loads(chunk.read_text("utf-8"))]
