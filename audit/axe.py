"""axe-core on every page, in every view that a reader may have."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from audit.browser import DESKTOP, NARROW, PHONE, launch, open_context
from audit.parallel import in_parts
from audit.results import Level, Result, Rule
from audit.tools import npm_file, npm_version


@dataclass(frozen=True)
class View:
    """How a page is looked at: `unfolded` with all open, `scripts` whether the site's own run."""

    id: str
    size: tuple[int, int]
    media: dict[str, Any] = field(default_factory=dict)
    unfolded: bool = False
    scripts: bool = True


PLAIN = {"color_scheme": "light", "forced_colors": "none"}
#: In the order in which one loaded page is taken through them: once unfolded, it stays so. What is
#: folded is looked at folded and unfolded in the two usual views, and unfolded in all others.
VIEWS = (
    View("desktop-light", DESKTOP),
    View("mobile-light", PHONE),
    View("unfolded-mobile", PHONE, unfolded=True),
    View("mobile-dark", PHONE, {"color_scheme": "dark"}, unfolded=True),
    View("reflow", NARROW, unfolded=True),
    View("unfolded-desktop", DESKTOP, unfolded=True),
    View("desktop-dark", DESKTOP, {"color_scheme": "dark"}, unfolded=True),
    View("forced-colours", DESKTOP, {"forced_colors": "active"}, unfolded=True),
    View("no-script", DESKTOP, unfolded=True, scripts=False),
)
#: The unfolded forms of views that come before them.
AGAIN = {"unfolded-mobile": "mobile-light", "unfolded-desktop": "desktop-light"}
SCRIPT = re.compile(rb"<script\b.*?</script\s*>", re.DOTALL | re.IGNORECASE)
NOSCRIPT = re.compile(rb"</?noscript\b[^>]*>", re.IGNORECASE)
LEVELS: dict[str, Level] = {"a": "A", "aa": "AA", "aaa": "AAA"}


def without_scripts(page: bytes) -> bytes:
    """A page as a browser without scripts takes it; axe-core itself still runs on it."""
    return NOSCRIPT.sub(b"", SCRIPT.sub(b"", page))


def version() -> str:
    """The version of axe-core."""
    return npm_version(npm_file("axe-core/package.json"))


@lru_cache(maxsize=1)
def engine() -> str:
    """The source of axe-core."""
    return npm_file("axe-core/axe.min.js").read_text(encoding="utf-8")


def run(
    paths: Sequence[str], addresses: tuple[str, str], views: Sequence[str], workers: int
) -> Result:
    """All rules on all pages; `addresses` serve the site as it is and without its scripts."""
    wanted = [view.id for view in VIEWS if view.id in views]
    result = Result({})
    counted = dict.fromkeys(wanted, 0)
    for part in in_parts(examine, paths, workers, addresses, wanted):
        for view, pages in part.facts["view_pages"].items():
            counted[view] += pages
        result.add(part)
    result.facts = {"views": wanted, "view_pages": counted}
    return result


def examine(paths: Sequence[str], addresses: tuple[str, str], wanted: Sequence[str]) -> Result:
    """Some pages in some views, with a browser of its own."""
    with launch() as browser:
        result = Result.of(rules(browser, addresses[0]))
        counted = dict.fromkeys(wanted, 0)
        for scripts, address in zip((True, False), addresses, strict=True):
            views = [view for view in VIEWS if view.id in wanted and view.scripts == scripts]
            if not views:
                continue
            with open_context(browser, address) as context:
                for path in paths:
                    for view in _page(context, address, path, views, result):
                        counted[view] += 1
    result.facts = {"view_pages": counted}
    return result


def rules(browser: Browser, address: str) -> list[Rule]:
    """The rules that are applied, told in both languages by axe-core itself."""
    words = json.loads(npm_file("axe-core/locales/zh_TW.json").read_text(encoding="utf-8"))
    with open_context(browser, address) as context, _loaded(context, "about:blank") as page:
        listed = page.evaluate("__audit.axeRules()")
    return [
        Rule(
            one["id"],
            _level(one["tags"]),
            tuple(sorted(filter(None, map(_criterion, one["tags"])))),
            words["rules"].get(one["id"], {}).get("help", one["help"]),
            one["help"],
        )
        for one in listed
    ]


def _level(tags: Sequence[str]) -> Level:
    for tag in tags:
        if found := re.fullmatch(r"wcag\d+(a+)", tag):
            return LEVELS[found[1]]
    return "best-practice"


def _criterion(tag: str) -> str:
    found = re.fullmatch(r"wcag(\d)(\d)(\d+)", tag)
    return ".".join(found.groups()) if found else ""


@contextmanager
def _loaded(context: BrowserContext, address: str) -> Iterator[Page]:
    page = context.new_page()
    try:
        page.goto(address, wait_until="load")
        page.evaluate(f"{engine()}\n;undefined")
        yield page
    finally:
        page.close()


def _page(
    context: BrowserContext, address: str, path: str, views: Sequence[View], result: Result
) -> Iterator[str]:
    """Take one page through its views; yields those that it was really measured in."""
    with _loaded(context, address.rstrip("/") + path) as page:
        foldable = page.evaluate("document.querySelector('details:not([open])') !== null")
        for view in views:
            # With nothing to unfold, this would be the view that was measured before.
            if not foldable and any(AGAIN.get(view.id) == one.id for one in views):
                continue
            page.set_viewport_size({"width": view.size[0], "height": view.size[1]})
            page.emulate_media(**(PLAIN | view.media))
            if view.unfolded:
                page.evaluate("__audit.unfold()")
            _note(page.evaluate("__audit.axe()"), path, view.id, result)
            yield view.id


def _note(found: dict[str, Any], path: str, view: str, result: Result) -> None:
    for rule in found["passed"]:
        result.judge(rule, path)
    for rule in found["failed"]:
        for target, what in rule["nodes"]:
            result.fail(rule["id"], path, target, what, view)
    for rule in found["undecided"]:
        for target, what in rule["nodes"]:
            result.doubt(rule["id"], path, target, what, view)
