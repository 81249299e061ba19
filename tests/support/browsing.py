"""The classified indexes of a built site, as a reader meets them whose browser runs no script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from tests.support.built import BuiltSite
from tests.support.tree import Document, Node

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Counted:
    """A link, or what stands in its place on the page that it names, with the number beside it."""

    page: str
    words: str
    reference: str
    count: int
    current: bool

    def __str__(self) -> str:
        return f"{self.page}: {self.words} → {self.reference or 'this page'}"


class Browsing:
    """Reads lists and counts; pages are named by their files, and each is read once."""

    def __init__(self, site: BuiltSite) -> None:
        self._site = site
        self.documents = {document.path: document for document in site.documents}
        self._listed: dict[tuple[str, str], list[str]] = {}
        self._trees: dict[str, list[Counted]] = {}

    def parts(self, file: str) -> list[Document]:
        """A page with the further parts of its list, in order."""
        first = file.removesuffix("index.html")
        found = [self.documents[file]]
        while (path := f"{first}part/{len(found) + 1}/index.html") in self.documents:
            found.append(self.documents[path])
        return found

    def listed(self, file: str, fragment: str = "") -> list[str]:
        """The files that a list leads to, all parts of it; or only those below a heading."""
        known = self._listed.get((file, fragment))
        if known is None:
            known = self._listed[file, fragment] = [
                str(self.linked(document, item.every("a")[0].get("href")))
                for document in self.parts(file)
                for entries in _lists(document, fragment)
                for item in entries
            ]
        return known

    def facets(self, file: str) -> list[Counted]:
        """The ways to the kinds of a term's records."""
        return [
            _counted(file, item.elements[0], item)
            for nav in self.documents[file].body.every("nav", class_="facets")
            for item in nav.every("li")
        ]

    def tree(self, file: str) -> list[Counted]:
        """The terms that a page shows with their counts."""
        known = self._trees.get(file)
        if known is None:
            known = self._trees[file] = [
                _counted(file, item.elements[0], item)
                for tree in self.documents[file].body.every("ul", class_="tree")
                for item in tree.every("li")
                if any("count" in one.classes for one in item.elements)
            ]
        return known

    def behind(self, counted: Counted) -> list[str]:
        """What the page lists that a counted link leads to."""
        fragment = urlsplit(counted.reference).fragment
        return self.listed(self.target(counted), fragment)

    def target(self, counted: Counted) -> str:
        """The file of that page."""
        if counted.current:
            return re.sub(r"part/\d+/index\.html$", "index.html", counted.page)
        return str(self.linked(self.documents[counted.page], counted.reference))

    def linked(self, document: Document, reference: str) -> str | None:
        """The file that a reference of a page leads to."""
        return self._site.target(document, reference)


def _counted(file: str, link: Node, around: Node) -> Counted:
    beside = around.every("span", class_="count")[0]
    found = _NUMBER.search(beside.words)
    assert found is not None, beside
    words = link.words.removesuffix(beside.words).strip()
    current = link.get("aria-current") == "page"
    return Counted(file, words, link.get("href"), int(found[0]), current)


def _lists(document: Document, fragment: str) -> Iterator[list[Node]]:
    """The entries of each list of records on a page."""
    if fragment:
        heading = document.by_id[fragment]
        assert heading.parent is not None
        after = heading.parent.elements
        entries = after[after.index(heading) + 1]
        assert "entries" in entries.classes, f"{document.path}#{fragment}"
        yield entries.elements
        return
    for entries in document.body.every("ul", class_="entries"):
        yield entries.elements
