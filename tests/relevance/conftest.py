"""The search page of the demo site, asked in the browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from audit.browser import launch, open_page
from audit.server import serve
from tests.relevance.asking import Answer, Question, ask, questions

#: Asks a question, and tells what the page lists.
Ask = Callable[[Question], Answer]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def ask_page(demo_site: Path) -> Iterator[Ask]:
    """A search page that stays open for all tests."""
    with serve(demo_site) as base, launch() as browser, open_page(browser, base) as tab:
        yield lambda question: ask(tab, base, question)


@pytest.fixture(scope="session")
def answers(ask_page: Ask) -> list[Answer]:
    """What the search page lists for every question, asked once for all tests."""
    return [ask_page(question) for question in questions()]
