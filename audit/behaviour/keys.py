"""Keys that must not do anything: who dictates types whole sentences into a page."""

from __future__ import annotations

import string

from audit.behaviour.visit import Theme, Visit
from audit.results import Rule

SHORTCUTS = Rule(
    "no-single-key-shortcuts", "A", ("2.1.4",), "沒有單鍵快速鍵", "no shortcut of a single key"
)
#: Keys of characters; space and the keys that move are the browser's own.
KEYS = (*string.ascii_lowercase, *string.digits, *"/.,?;'-=[]\\`")


def look(visit: Visit) -> None:
    """Press every key that has a character, and see whether anything happens."""
    visit.judge(SHORTCUTS)
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


THEME = Theme("keys", (SHORTCUTS,), look)
