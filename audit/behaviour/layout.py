"""Small screens, wide letters, small targets, and pages that move."""

from __future__ import annotations

from playwright.sync_api import Page as Tab

from audit.behaviour.visit import Theme, Visit, told
from audit.browser import DESKTOP, NARROW, PHONE
from audit.results import Rule

REFLOW = Rule(
    "reflow",
    "AA",
    ("1.4.4", "1.4.10"),
    "放大到 400% 不用左右捲動",
    "no sideways scroll at 400 %",
)
SPACING = Rule(
    "text-spacing", "AA", ("1.4.12",), "加大文字間距不會蓋住文字", "wider spacing hides no words"
)
TARGETS = Rule(
    "target-size", "AA", ("2.5.8",), "點選目標至少 24 × 24 像素", "targets of 24 by 24 px or apart"
)
SHIFTS = Rule("no-layout-shift", "", (), "載入時版面不跳動", "nothing shifts while a page loads")
MOTION = Rule(
    "reduced-motion",
    "AAA",
    ("2.3.3",),
    "尊重減少動態效果的設定",
    "less motion where asked for",
)

MOVED = "__audit.layout.shifts()"


def look(visit: Visit) -> None:
    """Measure the page at 320, 360 and 1280 px, with everything unfolded."""
    for rule in (REFLOW, SPACING, SHIFTS, MOTION):
        visit.judge(rule)
    for size in (NARROW, PHONE, DESKTOP):
        with visit.open(size) as tab:
            for nodes, score in lasting_shifts(visit, tab, size):
                visit.fail(SHIFTS, nodes, score, told(size))
            tab.evaluate("__audit.unfold()")
            for name in tab.evaluate("__audit.layout.overflow()"):
                visit.fail(REFLOW, name, "", told(size))
            targets = tab.evaluate("__audit.layout.targets()")
            if targets["count"]:
                visit.judge(TARGETS)
            for name, measure in targets["small"]:
                visit.fail(TARGETS, name, measure, told(size))
            before = set(tab.evaluate("__audit.layout.clipped()"))
            tab.evaluate("__audit.layout.space()")
            now = tab.evaluate("__audit.layout.clipped()")
            for name in (*now, *tab.evaluate("__audit.layout.overflow()")):
                if name not in before:
                    visit.fail(SPACING, name, "", told(size))
    with visit.open(reduced_motion="reduce") as tab:
        for name, why in tab.evaluate("__audit.layout.moving()"):
            visit.fail(MOTION, name, why)


def lasting_shifts(visit: Visit, tab: Tab, size: tuple[int, int]) -> list[tuple[str, str]]:
    """What moved while the page loaded, and how far, if it moves in a second load too.

    A page arrives in pieces. Where a piece ends within a word and the browser paints just then, the
    word may go to the next line with its other half. That is the network's doing and seldom happens
    twice; what a page does by itself, it does each time.
    """
    moved = tab.evaluate(MOVED)
    if not moved:
        return []
    with visit.open(size) as second:
        again = {nodes for nodes, _ in second.evaluate(MOVED)}
    return [(nodes, score) for nodes, score in moved if nodes in again]


THEME = Theme("layout", (REFLOW, SPACING, TARGETS, SHIFTS, MOTION), look)
