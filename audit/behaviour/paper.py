"""What a printer makes of a page: nothing folded, nothing cut off, and whose page it is."""

from __future__ import annotations

from audit.behaviour.visit import Theme, Visit
from audit.results import Rule

UNFOLDED = Rule("print-unfolded", "", (), "列印時展開所有內容", "nothing is folded on paper")
AGENCY = Rule("print-agency", "", (), "列印時看得到機關名稱", "paper tells whose page it is")
WHOLE = Rule("print-not-clipped", "", (), "列印時文字不會被切掉", "no words are cut off on paper")
#: The width of an A4 page between margins of 15 mm, in CSS px
PAPER = (680, 1000)


def look(visit: Visit) -> None:
    """Show the page as it is printed, on paper as wide as A4, with and without scripts."""
    for scripts in (True, False):
        with visit.open(PAPER, java_script_enabled=scripts) as tab:
            tab.emulate_media(media="print")
            view = "print" if scripts else "print, no script"
            if tab.evaluate("__audit.paper.foldable()"):
                visit.judge(UNFOLDED)
            for name in tab.evaluate("__audit.paper.folded()"):
                visit.fail(UNFOLDED, name, "is not printed", view)
            if scripts:
                _head(visit, tab.evaluate("__audit.paper.head()"))
                visit.judge(WHOLE)
                wide = tab.evaluate("__audit.layout.overflow()")
                for name in (*tab.evaluate("__audit.layout.clipped(true)"), *wide):
                    visit.fail(WHOLE, name, "is cut off")


def _head(visit: Visit, words: list[str]) -> None:
    names = [name for name in visit.page.meta("DC.Publisher") if name.strip()]
    visit.judge(AGENCY)
    if not names:
        visit.fail(AGENCY, "head", "DC.Publisher does not name an agency")
    elif not any(name in line for name in names for line in words):
        visit.fail(AGENCY, "page", f"{names[0]} does not stand above the main part")


THEME = Theme("paper", (UNFOLDED, AGENCY, WHOLE), look)
