"""The first stop of the Tab key leads past the header, and is seen when it is reached."""

from __future__ import annotations

from audit.behaviour.visit import Theme, Visit, told
from audit.browser import DESKTOP, PHONE
from audit.results import Rule

SKIP = Rule("skip-link", "A", ("2.4.1",), "第一個停駐點跳到主要內容", "first, a link to main")


def look(visit: Visit) -> None:
    """Press Tab and Enter, as a reader does."""
    visit.judge(SKIP)
    for size in (DESKTOP, PHONE):
        _skip(visit, size)


def _skip(visit: Visit, size: tuple[int, int]) -> None:
    with visit.open(size) as tab:
        tab.evaluate("__audit.keyboard.begin()")
        tab.keyboard.press("Tab")
        first = tab.evaluate("__audit.drawn().then(__audit.keyboard.stop)")
        if first is None or not first["href"].startswith("#"):
            visit.fail(SKIP, first["name"] if first else "page", "is no skip link", told(size))
            return
        if not (first["visible"] and first["onScreen"] and first["free"]):
            visit.fail(SKIP, first["name"], "cannot be seen", told(size))
        tab.keyboard.press("Enter")
        there = tab.evaluate("__audit.drawn().then(__audit.keyboard.stop)")
        if there is None or not there["main"]:
            visit.fail(SKIP, first["name"], "does not move the focus to main", told(size))


THEME = Theme("skip", (SKIP,), look)
