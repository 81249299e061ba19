"""Questions as people type them, the records that answer them, and what the search page lists.

`python -m tests.relevance.asking SITE [WORDS]` asks those of a built site and prints what fails.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import yaml
from playwright.sync_api import Page as Tab

from audit.browser import launch, open_page
from audit.server import serve
from disclosure.model.catalogue import Catalogue
from disclosure.model.settings import Settings
from disclosure.reading.site import read_site
from disclosure.site import urls

FILE = Path(__file__).with_name("queries.yml")
ROOT = FILE.parents[2]
LANGUAGES = ("zh", "en")
FIRST, SECOND = 3, 10


@dataclass(frozen=True)
class Question:
    """One row of `queries.yml`."""

    words: str
    language: str
    #: addresses below the language's root; a strategy of a plan counts as the plan
    expected: frozenset[str]
    source: str
    same_as: str = ""

    def __str__(self) -> str:
        return f"{self.language}: {self.words}"


@dataclass(frozen=True)
class Answer:
    """What the search page lists for a question, best first."""

    question: Question
    found: tuple[str, ...]
    #: how many results the page says that there are
    status: str

    @property
    def place(self) -> int | None:
        """The place of the first right answer, from 1."""
        right = (at for at, path in enumerate(self.found, 1) if path in self.question.expected)
        return next(right, None)

    def among(self, count: int) -> bool:
        """Is a right answer among the first so many?"""
        return self.place is not None and self.place <= count

    def __str__(self) -> str:
        listed = ", ".join(self.found[:FIRST]) or "nothing"
        wanted = " or ".join(sorted(self.question.expected))
        return f"{self.question} ({self.place}): wanted {wanted}; first: {listed}"


@cache
def catalogue() -> Catalogue:
    """The demo site's records."""
    read = read_site(Settings(root=ROOT, languages=LANGUAGES)).catalogue
    assert read is not None
    return read


def questions() -> list[Question]:
    """All questions, in the order of the file."""
    return [_question(row) for row in yaml.safe_load(FILE.read_text(encoding="utf-8"))]


def _question(row: dict[str, Any]) -> Question:
    expected = frozenset(_address(one) for one in row["expect"])
    words, same_as = str(row["query"]), str(row.get("same_as", ""))
    return Question(words, row["language"], expected, row["from"], same_as)


def _address(name: str) -> str:
    kind, _, rest = name.partition(":")
    if kind == "unit":
        assert rest in catalogue().units, name
        return urls.unit(rest)
    if kind == "term":
        assert rest in {term.id for term in catalogue().glossary}, name
        return f"{urls.GLOSSARY}#term-{rest}"
    return rest if kind == "page" else urls.record(catalogue().records[name])


def ask(tab: Tab, base: str, question: Question) -> Answer:
    """Open the search page as the form would, and read its results."""
    root = base if question.language == LANGUAGES[0] else f"{base}{question.language}/"
    tab.goto(f"{root}{urls.SEARCH}?q={quote(question.words)}")
    tab.wait_for_selector("#search-found[aria-busy=false]", state="attached")
    links = tab.eval_on_selector_all(
        "#search-results ol a", "links => links.map((link) => link.href)"
    )
    found = tuple(_below(link, root) for link in links)
    return Answer(question, found, tab.inner_text("#search-status"))


def _below(link: str, root: str) -> str:
    """The address below the root of the language; of a part of a plan, that of the plan."""
    assert link.startswith(root), link
    parts = urlsplit(link[len(root) :])
    keep = parts.fragment and parts.path == urls.GLOSSARY
    return f"{parts.path}#{parts.fragment}" if keep else parts.path


def main(site: Path, words: str = "") -> None:
    """Ask, and print what is not answered as it should be."""
    with serve(site) as base, launch() as browser, open_page(browser, base) as tab:
        answers = [ask(tab, base, one) for one in questions() if words in one.words]
    for answer in answers:
        if not answer.among(FIRST):
            print(answer)
    for count in (1, FIRST, SECOND):
        print(f"first {count}: {sum(one.among(count) for one in answers)} of {len(answers)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
