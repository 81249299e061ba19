"""How pages behave in the hands of a reader, in the real browser.

One page of each kind and language stands for the rest: what is looked at here comes from the shell
and from the template of the kind.
"""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Browser

from audit.behaviour import (
    anchors,
    keyboard,
    keys,
    languages,
    layout,
    paper,
    policy,
    skip,
    structure,
)
from audit.behaviour.visit import Theme, Visit
from audit.browser import launch
from audit.parallel import in_parts
from audit.results import Result, Rule
from audit.site import Site

THEMES: tuple[Theme, ...] = tuple(
    module.THEME
    for module in (keyboard, skip, keys, layout, structure, anchors, languages, policy, paper)
)
RULES: tuple[Rule, ...] = tuple(rule for theme in THEMES for rule in theme.rules)
#: What the server says in the rules that ask for it
HEADERS = {"Content-Security-Policy": policy.POLICY}
#: A page takes its time: small parts keep both processes busy to the end.
PART = 2


def run(
    site: Site,
    paths: Sequence[str],
    addresses: tuple[str, str],
    workers: int,
    themes: Sequence[str] | None = None,
) -> Result:
    """All rules, or those of some themes, on some pages, told by their files.

    `addresses` serve the site plainly and with `HEADERS`.
    """
    wanted = [theme.id for theme in THEMES if themes is None or theme.id in themes]
    result = Result({})
    for part in in_parts(look, paths, workers, site, addresses, wanted, size=PART):
        result.add(part)
    return result


def look(
    paths: Sequence[str], site: Site, addresses: tuple[str, str], wanted: Sequence[str]
) -> Result:
    """Some themes on some pages, with a browser of its own."""
    themes = [theme for theme in THEMES if theme.id in wanted]
    result = Result.of(rule for theme in themes for rule in theme.rules)
    with launch() as browser:
        for path in paths:
            for theme in themes:
                one(theme, site, path, addresses, browser, result)
    return result


def one(
    theme: Theme,
    site: Site,
    path: str,
    addresses: tuple[str, str],
    browser: Browser,
    result: Result,
) -> None:
    """The rules of one theme on one page."""
    theme.look(Visit(site, site.by_path[path], browser, *addresses, result))
