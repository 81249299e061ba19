"""A page of a built site as a tree of elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

from audit.markup import VOID, Page, page_markups, squeeze
from audit.markup import parse as parse_page

#: What the words of an element do not hold.
SILENT = frozenset(("script", "style", "template", "head"))
_FOCUSABLE = frozenset(("button", "input", "select", "textarea", "summary"))


@dataclass(eq=False)
class Node:
    """An element: its attributes, and what it holds."""

    tag: str
    attributes: dict[str, str]
    parent: Node | None = None
    children: list[Node | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """An attribute's value; empty when there is none."""
        return self.attributes.get(name, "")

    @property
    def classes(self) -> list[str]:
        """The words of the attribute `class`."""
        return self.get("class").split()

    @property
    def elements(self) -> list[Node]:
        """The children that are elements."""
        return [one for one in self.children if isinstance(one, Node)]

    def walk(self) -> Iterator[Node]:
        """Every element below, in the order of the page."""
        for child in self.elements:
            yield child
            yield from child.walk()

    def every(self, *tags: str, **attributes: str) -> list[Node]:
        """The elements below with one of some tags and all of some attributes' values."""
        return [
            one
            for one in self.walk()
            if (not tags or one.tag in tags)
            and all(one.get(name.strip("_")) == value for name, value in attributes.items())
        ]

    def above(self) -> Iterator[Node]:
        """The elements that this one stands in, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    @cached_property
    def words(self) -> str:
        """The text below, with one blank where there are several."""
        return squeeze("".join(self._texts()))

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in SILENT:
                yield from child._texts()
                if child.tag in ("li", "p", "div", "dt", "dd", "tr", "td", "th"):
                    yield " "

    @property
    def name(self) -> str:
        """What a screen reader calls it, without its role: its words and those of pictures."""
        pictures = " ".join(one.get("alt") for one in self.every("img"))
        return squeeze(f"{self.words} {pictures}")

    @property
    def is_focusable(self) -> bool:
        """Is it a stop of the Tab key?"""
        stops = self.tag in _FOCUSABLE or (self.tag == "a" and "href" in self.attributes)
        return self.get("tabindex") == "0" or (stops and self.get("tabindex") != "-1")

    def __str__(self) -> str:
        marks = "".join(
            f'[{name}="{self.get(name)}"]' for name in ("id", "class") if self.get(name)
        )
        return f"<{self.tag}{marks}> {self.words[:60]}"


class _Reader(HTMLParser):
    def __init__(self, root: Node) -> None:
        super().__init__(convert_charrefs=True)
        self.here = root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(node)
        if tag not in VOID:
            self.here = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:  # a shape of an SVG
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for node in (self.here, *self.here.above()):
            if node.tag == tag and node.parent is not None:
                self.here = node.parent
                return

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


@dataclass
class Document:
    """One page. `path` is its file below the site."""

    path: str
    markup: str

    @cached_property
    def page(self) -> Page:
        """The page as a flat list of what it refers to."""
        return parse_page(self.path, self.markup)

    @cached_property
    def root(self) -> Node:
        """The element that holds `<html>`."""
        root = Node("", {})
        reader = _Reader(root)
        reader.feed(self.markup)
        reader.close()
        return root

    @cached_property
    def html(self) -> Node:
        """The element `<html>`."""
        return self.root.elements[0]

    @cached_property
    def body(self) -> Node:
        """The element `<body>`."""
        return self.html.every("body")[0]

    @property
    def lang(self) -> str:
        """The language of the page."""
        return self.html.get("lang")

    @cached_property
    def kind(self) -> str:
        """The kind of page, without reading all of it."""
        found = re.search(r'<body data-kind="([^"]*)"', self.markup)
        return found[1] if found else ""

    @property
    def address(self) -> str:
        """The page's path in the browser."""
        return "/" + re.sub(r"(^|/)index\.html$", r"\1", self.path)

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """The elements that have an id."""
        return {one.get("id"): one for one in self.root.walk() if one.get("id")}


def read_documents(site: Path) -> list[Document]:
    """Every page below `site`, by path."""
    return [Document(path, markup) for path, markup in page_markups(site)]
