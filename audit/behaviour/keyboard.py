"""The Tab key from the first to the last stop of a page, seen as a person sees it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import CDPSession, ViewportSize
from playwright.sync_api import Page as Tab

from audit.behaviour.pixels import Change, change
from audit.behaviour.visit import Theme, Visit, told
from audit.browser import DESKTOP, PHONE
from audit.results import Rule

SEEN = Rule("focus-visible", "AA", ("2.4.7",), "看得出焦點在哪裡", "the focus can be seen")
STRONG = Rule(
    "focus-strong",
    "AAA",
    ("2.4.13",),
    "焦點框夠粗、對比夠",
    "the sign of the focus is large and contrasts",
)
ON_SCREEN = Rule("focus-on-screen", "AA", ("2.4.3", "2.4.7"), "焦點在畫面內", "it is on the screen")
FREE = Rule("focus-not-covered", "AA", ("2.4.11",), "焦點沒有被遮住", "nothing covers the focus")
ORDER = Rule("focus-order", "A", ("2.4.3",), "焦點順序與內容順序相同", "Tab follows the text")
TRAP = Rule("no-keyboard-trap", "A", ("2.1.2",), "鍵盤不會卡住", "the keyboard is never caught")
REACH = Rule("keyboard", "A", ("2.1.1",), "滑鼠能用的鍵盤也能用", "keys reach what a mouse reaches")
RULES = (SEEN, STRONG, ON_SCREEN, FREE, ORDER, TRAP, REACH)

#: Fewer changed dots than this nobody notices.
FEW_DOTS = 20
#: A page whose focus has not left it after so many stops holds it.
MANY_STOPS = 1500
#: Around the element: a ring stands outside of it.
MARGIN = 8


def look(visit: Visit) -> None:
    """Walk through the page on a desktop and on a phone, with everything unfolded."""
    for rule in RULES:
        visit.judge(rule)
    for size in (DESKTOP, PHONE):
        with visit.open(size) as tab:
            tab.evaluate("__audit.unfold()")
            _walk(visit, tab, told(size))


def _walk(visit: Visit, tab: Tab, view: str) -> None:
    screen = tab.context.new_cdp_session(tab)
    tab.evaluate("__audit.keyboard.begin()")
    for _ in range(MANY_STOPS):
        tab.keyboard.press("Tab")
        stop = tab.evaluate("__audit.drawn().then(__audit.keyboard.stop)")
        if stop is None or stop["again"] == 0:
            break
        if stop["again"] > 0:
            visit.fail(TRAP, stop["name"], "the focus comes back here", view)
            break
        _judge(visit, tab, screen, stop, view)
    else:
        visit.fail(TRAP, "page", f"more than {MANY_STOPS} stops", view)
    for name in tab.evaluate("__audit.keyboard.missed()"):
        visit.fail(REACH, name, "no stop of the Tab key", view)


def _judge(visit: Visit, tab: Tab, screen: CDPSession, stop: dict[str, Any], view: str) -> None:
    name = stop["name"]
    if not stop["follows"]:
        visit.fail(ORDER, name, "stands before the stop before it", view)
    if not stop["visible"]:
        visit.fail(SEEN, name, "is not drawn", view)
    elif not stop["onScreen"]:
        visit.fail(ON_SCREEN, name, "is off the screen", view)
    elif not stop["free"]:
        visit.fail(FREE, name, "something lies over it", view)
    else:
        found = _ring(tab, screen, stop["box"], stop["edges"])
        if found.dots < FEW_DOTS:
            visit.fail(SEEN, name, f"{found.dots} dots change", view)
        elif found.strong < found.needed:
            what = f"{found.strong} of {found.needed} dots change by 3:1"
            visit.fail(STRONG, name, what, view)


def _ring(tab: Tab, screen: CDPSession, box: list[float], edges: float) -> Change:
    """What the focus changes in the picture; `edges` is the length of the element's own edges."""
    size = tab.viewport_size
    assert size is not None
    left, top = max(0.0, box[0] - MARGIN), max(0.0, box[1] - MARGIN)
    right = min(float(size["width"]), box[2] + MARGIN)
    bottom = min(float(size["height"]), box[3] + MARGIN)
    offset = tab.evaluate("[scrollX, scrollY]")
    clip = {
        **{"x": left + offset[0], "y": top + offset[1]},
        **{"width": right - left, "height": bottom - top, "scale": 1},
    }
    shot = {"clip": clip, "format": "png", "optimizeForSpeed": True}
    focused = screen.send("Page.captureScreenshot", shot)["data"]
    tab.evaluate("__audit.keyboard.blur()")
    plain = screen.send("Page.captureScreenshot", shot)["data"]
    tab.evaluate("__audit.keyboard.focus()")
    return change(focused, plain, min(edges, _edges_on_screen(box, size)))


def _edges_on_screen(box: list[float], size: ViewportSize) -> float:
    """The length of those edges of a box that a ring could be seen around."""
    left, top, right, bottom = box
    wide, high = size["width"], size["height"]
    across = min(right, wide) - max(left, 0)
    down = min(bottom, high) - max(top, 0)
    return across * ((top >= 0) + (bottom <= high)) + down * ((left >= 0) + (right <= wide))


THEME = Theme("keyboard", RULES, look)
