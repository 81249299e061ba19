"""Headings, tables, labels and navigation blocks, read from the page as it stands."""

from __future__ import annotations

from itertools import pairwise

from playwright.sync_api import Page as Tab

from audit.behaviour.visit import Theme, Visit
from audit.results import Rule

HEADINGS = Rule("heading-order", "A", ("1.3.1", "2.4.6"), "標題不跳級", "no level is left out")
ONE_H1 = Rule("one-h1", "A", ("1.3.1", "2.4.6"), "一頁一個 h1，而且在最前面", "one h1, and first")
EMPTY = Rule("no-empty-heading", "A", ("2.4.6",), "標題都有文字", "every heading has words")
CAPTION = Rule("table-caption", "A", ("1.3.1",), "表格有標題", "tables have captions")
SCOPE = Rule("table-scope", "A", ("1.3.1",), "表頭說明範圍", "table headers have a scope")
LABELS = Rule("labels", "A", ("1.3.1", "3.3.2"), "欄位都有標籤", "fields have labels")
NAVIGATION = Rule("navigation", "A", ("1.3.1", "2.4.1"), "導覽區塊有名稱", "navigation is named")
RULES = (ONE_H1, HEADINGS, EMPTY, CAPTION, SCOPE, LABELS, NAVIGATION)


def look(visit: Visit) -> None:
    """Read the page once."""
    with visit.open() as tab:
        _headings(visit, tab)
        _tables(visit, tab)
        for rule, function in ((LABELS, "labels"), (NAVIGATION, "navigation")):
            found = tab.evaluate(f"__audit.structure.{function}()")
            if found["count"]:
                visit.judge(rule)
            for name, why in found["wrong"]:
                visit.fail(rule, name, why)


def _headings(visit: Visit, tab: Tab) -> None:
    headings = tab.evaluate("__audit.structure.headings()")
    for rule in (ONE_H1, HEADINGS, EMPTY):
        visit.judge(rule)
    levels = [level for level, _, _ in headings]
    if levels.count(1) != 1 or levels[0] != 1:
        first = f"the first heading is h{levels[0]}" if levels else "no heading"
        visit.fail(ONE_H1, "page", f"{levels.count(1)} h1; {first}")
    for (upper, _, _), (lower, _, name) in pairwise(headings):
        if lower > upper + 1:
            visit.fail(HEADINGS, name, f"h{lower} follows h{upper}")
    for _, words, name in headings:
        if not words:
            visit.fail(EMPTY, name)


def _tables(visit: Visit, tab: Tab) -> None:
    for table in tab.evaluate("__audit.structure.tables()"):
        visit.judge(CAPTION)
        visit.judge(SCOPE)
        if not table["caption"]:
            visit.fail(CAPTION, table["name"], "no caption")
        if not table["headers"]:
            visit.fail(SCOPE, table["name"], "no header")
        for name in table["loose"]:
            visit.fail(SCOPE, name, "no scope")


THEME = Theme("structure", RULES, look)
