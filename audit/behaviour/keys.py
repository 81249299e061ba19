"""The skip link, and keys that must not do anything."""

from __future__ import annotations

import string

from audit.behaviour.visit import Theme, Visit, told
from audit.browser import DESKTOP, PHONE
from audit.results import Rule

SKIP = Rule("skip-link", "A", ("2.4.1",), "第一個停駐點跳到主要內容", "first, a link to main")
SHORTCUTS = Rule(
    "no-single-key-shortcuts", "A", ("2.1.4",), "沒有單鍵快速鍵", "no shortcut of a single key"
)
#: Keys of characters; space and the keys that move are the browser's own.
KEYS = (*string.ascii_lowercase, *string.digits, *"/.,?;'-=[]\\`")


def look(visit: Visit) -> None:
    """Press Tab and Enter as a reader does, then every key that has a character."""
    visit.judge(SKIP)
    visit.judge(SHORTCUTS)
    for size in (DESKTOP, PHONE):
        _skip(visit, size)
    _press_all(visit)


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


def _press_all(visit: Visit) -> None:
    with visit.open() as tab:
        tab.evaluate("__audit.keys.watch()")
        before = tab.evaluate("__audit.keys.state()")
        for key in KEYS:
            tab.keyboard.press(key)
            now = tab.evaluate("__audit.drawn().then(__audit.keys.state)")
            if now != before:
                changed = [new for old, new in zip(before, now, strict=True) if old != new]
                visit.fail(SHORTCUTS, f"key {key}", "; ".join(changed))
                before = now


THEME = Theme("keys", (SKIP, SHORTCUTS), look)
