"""How one page of each kind and language behaves, by the rules of the audit.

`make audit` takes the Tab key through all of these pages, and presses every key on them; that takes
minutes, so that here it is done on a few.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from audit import behaviour
from audit.results import Result
from audit.server import serve
from audit.site import Site
from tests.support.html import Page as BuiltPage
from tests.support.site import site_url

WORKERS = 2
LONG = {"keyboard", "keys"}
SHORT = {theme.id for theme in behaviour.THEMES} - LONG
FEW = {"error", "faq", "page"}


def look(site: Path, pages: list[BuiltPage], themes: set[str]) -> Result:
    paths = [page.path for page in pages]
    with serve(site) as plain, serve(site, headers=behaviour.HEADERS) as strict:
        return behaviour.run(
            Site(site, site_url()), paths, (plain, strict), WORKERS, sorted(themes)
        )


@pytest.fixture(scope="module")
def found(demo_site: Path, samples: list[BuiltPage]) -> Result:
    """All that can be found quickly, and the rest on a few pages."""
    result = look(demo_site, samples, SHORT)
    result.add(look(demo_site, [page for page in samples if page.kind in FEW], LONG))
    return result


@pytest.mark.parametrize("rule", [rule.id for rule in behaviour.RULES])
def test_rule_is_kept(rule: str, found: Result) -> None:
    assert [str(one) for one in found.failures if one.rule == rule] == []
    assert found.judged[rule]
