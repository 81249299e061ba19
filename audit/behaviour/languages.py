"""The way to the other language: it leads to the same page, and is marked as what it is."""

from __future__ import annotations

from urllib.parse import unquote

from audit.behaviour.visit import Theme, Visit
from audit.markup import Page
from audit.results import Rule

SWITCH = Rule(
    "language-switch",
    "AA",
    ("3.1.2", "3.2.3"),
    "語言切換到同一頁",
    "the switch of language leads to the same page",
)
MARKED = Rule(
    "language-marked", "AA", ("3.1.2",), "語言連結標示語言", "its words are marked as that language"
)


def look(visit: Visit) -> None:
    """Every other language of the site is one link away."""
    others = [lang for lang in visit.site.roots if lang != visit.page.lang]
    if not others:
        return
    visit.judge(SWITCH)
    visit.judge(MARKED)
    with visit.open() as tab:
        links = tab.evaluate("__audit.structure.languages()")
    for lang in others:
        own = [link for link in links if _same(link["hreflang"], lang)]
        # A page that is not translated still leads to the beginning of that language.
        wanted = visit.site.counterpart(visit.page, lang) or visit.site.home(lang)
        leads = [Page(unquote(link["path"]).lstrip("/")).address for link in own]
        if wanted.address not in leads:
            found = ", ".join(leads) or "nowhere"
            visit.fail(SWITCH, lang, f"leads to {found}, not to {wanted.address}")
        if wanted.lang != lang:
            visit.fail(SWITCH, lang, f"{wanted.address} is in {wanted.lang}")
        for link in own:
            if not link["own"] or not _same(link["lang"], lang):
                visit.fail(MARKED, link["name"], f"its lang is {link['lang']}, not {lang}")


def _same(one: str, other: str) -> bool:
    return one.partition("-")[0].lower() == other.partition("-")[0].lower()


THEME = Theme("languages", (SWITCH, MARKED), look)
