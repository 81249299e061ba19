"""What visitors of Taiwan's public sites look for: `:::` before each block, and access keys."""

from __future__ import annotations

from typing import Any

from audit.behaviour.visit import Theme, Visit
from audit.results import Rule

BLOCKS = Rule(
    "block-anchors",
    "AAA",
    ("2.4.1",),
    "有「:::」定位點與快速鍵 U、C、Z",
    "the anchors ::: have the access keys U, C and Z",
)
SEARCH = Rule("search-key", "AAA", ("2.4.5",), "快速鍵 S 到搜尋", "access key S: search")
UNIQUE = Rule("unique-keys", "AAA", ("2.4.1",), "快速鍵不重複", "no access key is used twice")
#: Top, centre and bottom block
KEYS = "UCZ"


def look(visit: Visit) -> None:
    """Read the elements with access keys."""
    for rule in (BLOCKS, SEARCH, UNIQUE):
        visit.judge(rule)
    with visit.open() as tab:
        found = tab.evaluate("__audit.structure.keys()")
    by_key: dict[str, list[dict[str, Any]]] = {}
    for one in found:
        by_key.setdefault(one["key"], []).append(one)
    for key in KEYS:
        if not by_key.get(key):
            visit.fail(BLOCKS, f"accesskey={key}", "is missing")
        for one in by_key.get(key, ()):
            if fault := _anchor(one):
                visit.fail(BLOCKS, f"accesskey={key}", fault)
    if not by_key.get("S"):
        visit.fail(SEARCH, "accesskey=S", "is missing")
    for one in by_key.get("S", ()):
        if not (one["title"] or one["label"]):
            visit.fail(SEARCH, one["name"], "has neither title nor label")
        if one["local"] and not one["found"]:
            visit.fail(SEARCH, one["name"], f"there is no {one['href']}")
    for key, all_ in by_key.items():
        if len(all_) > 1:
            visit.fail(UNIQUE, f"accesskey={key}", ", ".join(one["name"] for one in all_))


def _anchor(one: dict[str, Any]) -> str:
    if one["words"] != ":::":
        return f"its words are {one['words']!r}"
    if not one["title"]:
        return "has no title"
    if not one["found"]:
        return f"there is no {one['href'] or 'target'}"
    return ""


THEME = Theme("anchors", (BLOCKS, SEARCH, UNIQUE), look)
