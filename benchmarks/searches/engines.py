"""The searches: where they stand, what they look through, and how a browser asks them.

A page is known by its address below the root of the site. What an engine is given to look through
is not the same to the letter (Pagefind reads our pages with their tables of facts, the theme its
own): each is judged by its own texts.
"""

from __future__ import annotations

import gzip
import html
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote, urldefrag

from playwright.sync_api import Page

from searches.programs import PAGEFINDS
from searches.sites import Content

JS = Path(__file__).resolve().parent / "js"
LANGUAGES = ("zh", "en")
#: Results on one page of our search; Pagefind is asked for as many.
SHOWN = 10
_TAG = re.compile(r"<[^>]*>")
_UNSEEN = re.compile("[\u200b\u00ad]")


class Engine(Protocol):
    """A search that is built into a site."""

    name: str
    #: addresses of files that nothing but a search loads
    files: re.Pattern[str]
    #: what is loaded does not depend on the question
    loads_all: bool

    @property
    def site(self) -> Path:
        """The built site."""

    def texts(self, language: str) -> dict[str, str]:
        """`page → all that is looked through`, of the pages that a question could find."""

    def page_of(self, path: str) -> str:
        """The page on which a document of ours stands."""

    def first(self, tab: Page, base: str, language: str, question: str) -> None:
        """Come to the site and ask; returns when the answer is shown."""

    def ask(self, tab: Page, base: str, language: str, questions: Sequence[str]) -> list[list[str]]:
        """The pages that answer each question, best first."""


def engines(content: Content) -> list[Engine]:
    """All of them."""
    return [Ours(content), Theme(content), *(Pagefind(content, one) for one in PAGEFINDS)]


def root(language: str) -> str:
    """Where the pages of a language begin."""
    return "" if language == LANGUAGES[0] else f"{language}/"


def _script(name: str) -> str:
    return (JS / f"{name}.js").read_text(encoding="utf-8")


@dataclass
class Ours:
    """The search of this project."""

    content: Content
    name = "ours"
    loads_all = False
    files = re.compile(r"^(?:en/)?(?:assets/search/.*\.js|search/.*\.json)$")

    @property
    def site(self) -> Path:
        return self.content.ours / "site"

    def texts(self, language: str) -> dict[str, str]:
        return {
            row["path"]: "\n".join(row[name] for name in ("title", "summary", "around", "body"))
            for row in self.content.rows
            if row["language"] == language
        }

    def page_of(self, path: str) -> str:
        return path

    def first(self, tab: Page, base: str, language: str, question: str) -> None:
        tab.goto(f"{base}{root(language)}search/?q={quote(question)}")
        tab.wait_for_selector("#search-found[aria-busy=false]", state="attached")

    def ask(self, tab: Page, base: str, language: str, questions: Sequence[str]) -> list[list[str]]:
        tab.goto(f"{base}{root(language)}search/")
        given = [f"{base}assets/search/", list(questions)]
        found: dict[str, Any] = tab.evaluate(_script("ours"), given)
        paths = [root(language) + path for path in found["paths"]]
        return [[paths[number] for number in answer] for answer in found["answers"]]


@dataclass
class Theme:
    """Stock Material's search. One index for both languages, and no word of which it shows."""

    content: Content
    name = "theme"
    loads_all = True
    files = re.compile(r"^(?:assets/javascripts/(?:workers|lunr)/.*|search/.*)$")

    @property
    def site(self) -> Path:
        return self.content.theme / "site"

    def texts(self, language: str) -> dict[str, str]:
        index = json.loads((self.site / "search" / "search_index.json").read_text("utf-8"))
        found: dict[str, list[str]] = {}
        for entry in index["docs"]:
            words = f"{entry['title']}\n{html.unescape(_TAG.sub('', entry['text']))}"
            found.setdefault(urldefrag(entry["location"]).url, []).append(_UNSEEN.sub("", words))
        return {page: "\n".join(words) for page, words in found.items()}

    def page_of(self, path: str) -> str:
        page, fragment = urldefrag(path)
        return f"{page}{fragment}/" if fragment else page

    def first(self, tab: Page, base: str, language: str, question: str) -> None:
        tab.goto(f"{base}{root(language)}?q={quote(question)}")
        tab.wait_for_function(_script("theme-answered"))

    def ask(self, tab: Page, base: str, language: str, questions: Sequence[str]) -> list[list[str]]:
        tab.goto(f"{base}{root(language)}")
        found: list[list[str]] = tab.evaluate(_script("theme"), list(questions))
        return found


@dataclass
class Pagefind:
    """Pagefind over our pages, asked through its interface for scripts: its own form and list of
    results would be another 30 KB."""

    content: Content
    version: str
    loads_all = False

    def __post_init__(self) -> None:
        self.name = f"pagefind {self.version}"
        self.folder = f"pagefind-{self.version}"
        self.files = re.compile(rf"^{re.escape(self.folder)}/.*")

    @property
    def site(self) -> Path:
        return self.content.pagefind / "site"

    def texts(self, language: str) -> dict[str, str]:
        return dict(self._fragments(language).values())

    def _fragments(self, language: str) -> dict[str, tuple[str, str]]:
        """`id → (page, words)`."""
        found = {}
        for file in (self.site / self.folder / "fragment").glob(f"{language}*.pf_fragment"):
            packed = gzip.decompress(file.read_bytes()).decode()
            fragment = json.loads(packed.removeprefix("pagefind_dcd"))
            words = _UNSEEN.sub("", fragment["content"])
            found[file.stem] = (fragment["url"].lstrip("/"), words)
        return found

    def page_of(self, path: str) -> str:
        return urldefrag(path).url

    def first(self, tab: Page, base: str, language: str, question: str) -> None:
        self._ask(tab, base, language, [question], SHOWN)

    def ask(self, tab: Page, base: str, language: str, questions: Sequence[str]) -> list[list[str]]:
        pages = {one: page for one, (page, _) in self._fragments(language).items()}
        answers = self._ask(tab, base, language, questions, 0)
        return [[pages[one] for one in answer] for answer in answers]

    def _ask(
        self, tab: Page, base: str, language: str, questions: Sequence[str], shown: int
    ) -> list[list[str]]:
        tab.goto(f"{base}{root(language)}")
        given = [f"{base}{self.folder}/pagefind.js", list(questions), shown]
        found: list[list[str]] = tab.evaluate(_script("pagefind"), given)
        return found
