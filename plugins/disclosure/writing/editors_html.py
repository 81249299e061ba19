"""What Markdown extensions make of an editor's page, turned into what everybody can use.

The extensions are written for the theme that they came with: tabs as radio buttons, tasks as check
boxes, titles in English. Here their HTML becomes that of the site's own components.
"""

from __future__ import annotations

import re
import unicodedata

from disclosure.reading.strings import Strings
from disclosure.writing.callouts import boxes_to_callouts
from disclosure.writing.editors_tables import improve_tables
from disclosure.writing.footnotes import name_footnotes
from disclosure.writing.html_tree import Element, parse
from disclosure.writing.tabs import tabs_to_sections
from disclosure.writing.tasks import boxes_to_signs

#: What the site's content policy refuses, by whatever way it came in.
_REFUSED = re.compile(r"style|on[a-z]+")
#: Columns of quoted text that fit on any screen, 320 pixels wide at the least.
_FITTING = 24


def accessible(html: str, strings: Strings) -> str:
    """Finished HTML of a page; `strings` speak the language that it is written in."""
    tree = parse(html)
    tabs_to_sections(tree)
    boxes_to_callouts(tree, strings)
    boxes_to_signs(tree, strings)
    name_footnotes(tree, strings)
    improve_tables(tree, strings["table_caption_mark"])
    _let_quoted_text_scroll(tree, strings)
    _drop_what_is_refused(tree)
    return tree.html()


def _let_quoted_text_scroll(tree: Element, strings: Strings) -> None:
    """Lines that may be too long for a screen are scrolled to by keyboard too (WCAG 2.1.1)."""
    wide = [one for one in tree.every("pre") if _columns(one.words) > _FITTING]
    for number, quoted in enumerate(wide, 1):
        quoted.set("tabindex", "0")
        quoted.set("role", "region")
        quoted.set("aria-label", strings.say("code_region", number=number))


def _columns(words: str) -> int:
    """The width of the longest line; a Chinese character takes two columns."""
    return max(
        sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in line)
        for line in words.expandtabs().split("\n")
    )


def _drop_what_is_refused(tree: Element) -> None:
    for _, one in tree.walk():
        for name in one.attributes:
            if _REFUSED.fullmatch(name):
                one.set(name, "")
