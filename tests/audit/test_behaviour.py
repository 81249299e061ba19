"""Every rule about behaviour passes on a good page, and fails on a page made to break it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.sync_api import Browser

from audit import behaviour
from audit.behaviour import layout
from audit.behaviour.visit import Theme
from audit.browser import PHONE
from audit.results import Result
from audit.server import serve
from audit.site import Site
from tests.audit.faults import BEHAVIOUR, URL, planted

THEME_OF = {rule.id: theme for theme in behaviour.THEMES for rule in theme.rules}


def look(theme: Theme, folder: Path, browser: Browser) -> Result:
    result = Result.of(theme.rules)
    with serve(folder) as address, serve(folder, headers=behaviour.HEADERS) as strict:
        behaviour.one(theme, Site(folder, URL), "index.html", (address, strict), browser, result)
    return result


def test_every_rule_has_a_bad_page() -> None:
    assert sorted(BEHAVIOUR) == sorted(rule.id for rule in behaviour.RULES)


@pytest.mark.parametrize("theme", behaviour.THEMES, ids=lambda theme: theme.id)
def test_a_good_page_passes(theme: Theme, tmp_path: Path, browser: Browser) -> None:
    result = look(theme, planted(tmp_path), browser)
    assert [str(one) for one in result.failures] == []
    # None of them passes for want of anything to judge.
    assert {rule.id for rule in theme.rules} == result.judged.keys()


@pytest.mark.parametrize("rule", BEHAVIOUR)
def test_a_bad_page_fails(rule: str, tmp_path: Path, browser: Browser) -> None:
    fault = BEHAVIOUR[rule]
    result = look(THEME_OF[rule], planted(tmp_path, fault), browser)
    assert result.broken == {rule} | fault.also, [str(one) for one in result.failures]


class Once:
    """A page of which `once` moves when it is first opened, and `always` whenever it is opened."""

    def __init__(self, once: list[str], always: list[str]) -> None:
        self.loads = [once + always, always]

    @contextmanager
    def open(self, size: tuple[int, int]) -> Iterator[Once]:
        yield self

    def evaluate(self, script: str) -> list[tuple[str, str]]:
        return [(name, "0.0100") for name in self.loads.pop(0)]


@pytest.mark.parametrize(
    ("once", "always", "lasting"),
    [
        ([], [], []),
        (["half a word"], [], []),
        (["half a word"], ["late picture"], ["late picture"]),
    ],
)
def test_what_moves_but_once_is_how_the_page_arrived(
    once: list[str], always: list[str], lasting: list[str]
) -> None:
    page = cast(Any, Once(once, always))
    found = layout.lasting_shifts(page, page, PHONE)
    assert [name for name, _ in found] == lasting
