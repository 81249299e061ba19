"""Finished HTML as a tree that can be changed: what is not touched is written as it was read.

The tokens are those of `html.parser`. Between two of them the source is kept to the letter, so
that a page's own entities, comments and odd tags come through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape, unescape
from html.parser import HTMLParser
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple, TypeAlias

#: Elements that have no end tag.
VOID = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input"),
        *("link", "meta", "source", "track", "wbr"),
    }
)
#: Deeper than any page is, and far from the depth at which recursion ends.
_DEEPEST = 100

Attributes: TypeAlias = dict[str, str | None]


class Element:
    """A tag with what it holds: elements, and everything else as HTML to the letter."""

    __slots__ = ("_attributes", "_written", "children", "tag")

    def __init__(
        self,
        tag: str,
        attributes: Attributes | None = None,
        children: Iterable[Node] = (),
        written: tuple[str, str] | None = None,
    ) -> None:
        self.tag = tag
        self.children: list[Node] = list(children)
        self._attributes: Attributes = attributes or {}
        self._written = written

    def get(self, name: str) -> str:
        """An attribute's value; empty when there is none."""
        return self._attributes.get(name) or ""

    def has(self, name: str) -> bool:
        """Whether an attribute is there, with or without a value."""
        return name in self._attributes

    @property
    def attributes(self) -> tuple[str, ...]:
        """The names of the attributes."""
        return tuple(self._attributes)

    @property
    def classes(self) -> list[str]:
        """The words of the attribute `class`."""
        return self.get("class").split()

    def set(self, name: str, value: str) -> None:
        """Give an attribute; an empty value takes it away."""
        self._attributes.pop(name, None)
        if value:
            self._attributes[name] = value
        self._written = None

    def become(self, tag: str, **attributes: str) -> None:
        """Turn into another element; `class_` is the attribute `class`."""
        self.tag, self._written = tag, None
        for name, value in attributes.items():
            self.set(name.rstrip("_").replace("_", "-"), value)

    def closed_by(self, end: str) -> None:
        """Take the end tag as it is written."""
        if self._written:
            self._written = (self._written[0], end)

    def elements(self, *tags: str) -> list[Element]:
        """The children that are elements, or those with one of some tags."""
        return [
            one
            for one in self.children
            if isinstance(one, Element) and (not tags or one.tag in tags)
        ]

    def walk(self) -> Iterator[tuple[Element, Element]]:
        """`(parent, element)` of everything below, in the order of the page."""
        for child in self.elements():
            yield self, child
            yield from child.walk()

    def every(self, *tags: str) -> list[Element]:
        """All elements below with one of some tags, in the order of the page."""
        return [one for _, one in self.walk() if one.tag in tags]

    def replace(self, child: Element, *others: Node) -> None:
        """Put other nodes in the place of a child."""
        at = next(at for at, one in enumerate(self.children) if one is child)
        self.children[at : at + 1] = others

    @property
    def words(self) -> str:
        """The text, without the blanks around it."""
        return unescape("".join(self._texts())).strip()

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, Element):
                yield from child._texts()
            elif not child.startswith(("<!", "</", "<?")):
                yield child

    def inner_html(self) -> str:
        """What the element holds, as HTML."""
        return "".join(one.html() if isinstance(one, Element) else one for one in self.children)

    def written_attributes(self) -> str:
        """The attributes as they stand in a tag, each with a blank before it."""
        return "".join(
            f" {name}" if value is None else f' {name}="{escape(value)}"'
            for name, value in self._attributes.items()
        )

    def html(self) -> str:
        """The element as HTML."""
        end = "" if self.tag in VOID else f"</{self.tag}>"
        written = self._written or (f"<{self.tag}{self.written_attributes()}>", end)
        return self.inner_html().join(written)


Node: TypeAlias = Element | str


class _Token(NamedTuple):
    start: int
    kind: Literal["open", "close", "leaf", "text"]
    tag: str = ""
    attributes: Attributes | None = None


class _Reader(HTMLParser):
    """The tokens of a text with the places where they begin."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.tokens: list[_Token] = []
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self.feed(html)
        self.close()

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind: Literal["open", "leaf"] = "leaf" if tag in VOID else "open"
        self.tokens.append(_Token(self._here(), kind, tag, dict(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tokens.append(_Token(self._here(), "leaf", tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tokens.append(_Token(self._here(), "close", tag))

    def handle_data(self, data: str) -> None:
        self._text()

    def handle_entityref(self, name: str) -> None:
        self._text()

    def handle_charref(self, name: str) -> None:
        self._text()

    def handle_comment(self, data: str) -> None:
        self._text()

    def handle_decl(self, decl: str) -> None:
        self._text()

    def handle_pi(self, data: str) -> None:
        self._text()

    def unknown_decl(self, data: str) -> None:
        self._text()

    def _text(self) -> None:
        self.tokens.append(_Token(self._here(), "text"))


def parse(html: str) -> Element:
    """The nodes of a piece of HTML, below an element that writes no tag."""
    root = Element("", written=("", ""))
    above = [root]
    tokens = [*_Reader(html).tokens, _Token(len(html), "text")]
    if tokens[0].start > 0:
        root.children.append(html[: tokens[0].start])
    for token, following in pairwise(tokens):
        written = html[token.start : following.start]
        if token.kind in ("open", "leaf"):
            made = Element(token.tag, token.attributes, written=(written, ""))
            above[-1].children.append(made)
            if token.kind == "open" and len(above) < _DEEPEST:
                above.append(made)
            continue
        opened = (at for at in range(len(above) - 1, 0, -1) if above[at].tag == token.tag)
        at = next(opened, 0) if token.kind == "close" else 0
        if at:
            above[at].closed_by(written)
            del above[at:]
        else:
            above[-1].children.append(written)
    return root


def text(words: str) -> str:
    """Plain words as a node."""
    return escape(words, quote=False)
