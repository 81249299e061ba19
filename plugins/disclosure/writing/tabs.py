"""Tabs of `pymdownx.tabbed` become sections, each below a heading of its own.

A page without scripts has no tabs that a screen reader knows as such, what is hidden behind one is
neither found nor printed, and radio buttons promise a form. Sections say the same to everybody.
"""

from __future__ import annotations

import re

from markdown.extensions.toc import slugify_unicode, unique

from disclosure.writing.html_tree import Element, Node

HEADING = re.compile(r"h[1-6]")
_DEEPEST = 6
#: What the extension calls a tab for want of a better name.
_NUMBERED = re.compile(r"__tabbed_\d+_\d+")


def tabs_to_sections(tree: Element) -> None:
    """Every set of tabs, wherever it stands, in the order of the page."""
    ids = {one.get("id") for _, one in tree.walk()} - {""}
    _Outline(ids).follow(tree)


class _Outline:
    """The headings of a page from its top on."""

    def __init__(self, ids: set[str]) -> None:
        self._ids = ids
        self._level = 1  # of the last heading; the page's title stands above its text

    def follow(self, element: Element) -> None:
        """Go through an element, turning the sets below it."""
        for child in element.elements():
            if HEADING.fullmatch(child.tag):
                self._level = _level(child)
            elif child.tag == "div" and "tabbed-set" in child.classes:
                self._turn(element, child)
            else:
                self.follow(child)

    def _turn(self, parent: Element, tabs: Element) -> None:
        level = min(self._level + 1, _DEEPEST)
        sections: list[Node] = []
        for (name, label), section in zip(_labels(tabs), _contents(tabs), strict=True):
            _lower_headings(section, level)
            heading = Element(f"h{level}", {"id": self._id(name, label)}, label.children)
            section.become("section", class_="card")
            section.children[:0] = ["\n", heading]
            self._level = level
            self.follow(section)
            sections += [section, "\n"]
        parent.replace(tabs, *sections[:-1])

    def _id(self, given: str, label: Element) -> str:
        if given and not _NUMBERED.fullmatch(given):  # made by the extension's option `slugify`
            return given
        return unique(slugify_unicode(label.words, "-"), self._ids)


def _labels(tabs: Element) -> list[tuple[str, Element]]:
    """`(id of the radio button, label)` of each tab; the two styles nest them differently."""
    holders = [tabs, *(one for one in tabs.elements("div") if "tabbed-labels" in one.classes)]
    return [(label.get("for"), label) for one in holders for label in one.elements("label")]


def _contents(tabs: Element) -> list[Element]:
    contents = [one for one in tabs.elements("div") if "tabbed-content" in one.classes]
    if "tabbed-alternate" not in tabs.classes:
        return contents
    return [block for content in contents for block in content.elements("div")]


def _lower_headings(section: Element, level: int) -> None:
    """An editor's headings within a tab go below that of the tab."""
    headings = [one for _, one in section.walk() if HEADING.fullmatch(one.tag)]
    highest = min((_level(one) for one in headings), default=level + 1)
    by = level + 1 - highest
    for one in headings if by > 0 else ():
        one.become(f"h{min(_level(one) + by, _DEEPEST)}")


def _level(heading: Element) -> int:
    return int(heading.tag[1])
