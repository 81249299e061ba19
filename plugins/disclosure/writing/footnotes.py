"""Footnotes: a heading over their list, and links there and back that say where they lead."""

from __future__ import annotations

from markdown.extensions.toc import unique

from disclosure.reading.strings import Strings
from disclosure.writing.html_tree import Element, text


def name_footnotes(tree: Element, strings: Strings) -> None:
    """The references in the text, and the list at its end. Ids stay, for links from elsewhere."""
    for link in tree.every("a"):
        if "footnote-ref" in link.classes:
            link.children = [text(strings.say("footnote_ref", number=link.words))]
    for box in tree.every("div"):
        if box.classes == ["footnote"]:
            _name_list(tree, box, strings)


def _name_list(tree: Element, box: Element, strings: Strings) -> None:
    ids = {one.get("id") for _, one in tree.walk()} - {""}
    name = unique("footnotes", ids)
    title = Element("h2", {"id": name}, [text(strings["footnotes"])])
    for line in box.elements("hr"):
        box.replace(line, title)
    box.become("section", class_="footnotes", aria_labelledby=name)
    for notes in box.elements("ol"):
        for number, note in enumerate(notes.elements("li"), 1):
            _name_ways_back(note, number, strings)


def _name_ways_back(note: Element, number: int, strings: Strings) -> None:
    links = [link for link in note.every("a") if "footnote-backref" in link.classes]
    for time, link in enumerate(links, 1):
        key = "footnote_back" if time == 1 else "footnote_back_again"
        said = text(strings.say(key, number=number, time=time))
        link.children = [Element("span", {"class": "unseen"}, [said])]
        link.set("title", "")
