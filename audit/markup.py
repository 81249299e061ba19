"""A page of a built site, read from its HTML with the standard library alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
    *("source", "track", "wbr"),
}
#: Elements whose words no reader of the page sees as its text.
SILENT = {"head", "script", "style", "template"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
#: How a page marks that it has nothing to say but where to go, and up to where that stands.
LEADS_ON = '<body data-kind="moved">'
LONGEST_HEAD = 4000

#: `(element, attribute)` pairs that make a browser load something by itself.
LOADING = {
    ("audio", "src"),
    ("embed", "src"),
    ("feimage", "href"),
    ("iframe", "src"),
    ("image", "href"),
    ("image", "xlink:href"),
    ("img", "src"),
    ("input", "src"),
    ("object", "data"),
    ("script", "src"),
    ("source", "src"),
    ("track", "src"),
    ("use", "href"),
    ("use", "xlink:href"),
    ("video", "poster"),
    ("video", "src"),
}
#: What a `<link>` with one of these relations names is loaded by the browser.
LOADING_RELATIONS = {
    *("stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest", "preload"),
    *("modulepreload", "prefetch", "preconnect", "dns-prefetch", "prerender"),
}


@dataclass
class Page:
    """One HTML file. `path` is its file below the site, with forward slashes."""

    path: str
    lang: str = ""
    kind: str = ""
    title: str = ""
    titles: int = 0
    text: str = ""
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    metas: list[tuple[str, str]] = field(default_factory=list)
    #: `(hreflang, href)` of each `<link rel=alternate hreflang>`
    alternates: list[tuple[str, str]] = field(default_factory=list)
    canonical: list[str] = field(default_factory=list)
    #: `(level, words)`
    headings: list[tuple[int, str]] = field(default_factory=list)
    #: `(key, href or "")` of each element with an access key
    accesskeys: list[tuple[str, str]] = field(default_factory=list)
    #: what a Content-Security-Policy of `default-src 'self'` would refuse
    inline: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The page's path in the browser: `/plans/`, `/404.html`."""
        return "/" + re.sub(r"(^|/)index\.html$", r"\1", self.path)

    @property
    def is_error_page(self) -> bool:
        """The page that the server shows for an unknown address; it has no address of its own."""
        return self.path.rpartition("/")[2] == "404.html"

    @property
    def repeated_ids(self) -> list[str]:
        """The ids that stand on the page more than once."""
        return [name for name, count in Counter(self.ids).items() if count > 1]

    @property
    def h1(self) -> str:
        """The words of the first h1."""
        return next((words for level, words in self.headings if level == 1), "")

    def meta(self, name: str) -> list[str]:
        """The contents of the meta tags of this very name; names are case-bound."""
        return [content for given, content in self.metas if given == name]


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.open: list[str] = []
        self.words: list[str] = []
        self.heading: list[str] | None = None
        self.title: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self.open.append(tag)
        self._structure(tag, given)
        self._references(tag, given)
        self._inline(tag, given)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # In SVG `<path/>` is closed; on an HTML element the slash means nothing.
        self.handle_starttag(tag, attrs)
        if tag not in VOID and "svg" in self.open:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        if tag in HEADINGS and self.heading is not None:
            self.page.headings.append((int(tag[1]), squeeze("".join(self.heading))))
            self.heading = None
        if tag == "title" and self.title is not None:
            self.page.title = self.page.title or squeeze("".join(self.title))
            self.title = None

    def handle_data(self, data: str) -> None:
        if self.title is not None:
            self.title.append(data)
        if SILENT.isdisjoint(self.open):
            self.words.append(data)
            if self.heading is not None:
                self.heading.append(data)

    def _structure(self, tag: str, given: dict[str, str]) -> None:
        page = self.page
        if tag == "html":
            page.lang = given.get("lang", "")
        elif tag == "body":
            page.kind = given.get("data-kind", "")
        elif tag == "title" and "svg" not in self.open:
            page.titles += 1
            self.title = []
        elif tag in HEADINGS:
            self.heading = []
        elif tag == "meta" and "name" in given:
            page.metas.append((given["name"], given.get("content", "")))
        if "accesskey" in given:
            page.accesskeys.append((given["accesskey"], given.get("href", "")))
        if "id" in given:
            page.ids.append(given["id"])

    def _references(self, tag: str, given: dict[str, str]) -> None:
        page = self.page
        if tag in ("a", "area") and "href" in given:
            page.links.append(given["href"])
        elif tag == "a" and "xlink:href" in given:
            page.links.append(given["xlink:href"])
        elif tag == "form" and "action" in given:
            page.links.append(given["action"])
        elif tag == "link":
            relations = set(given.get("rel", "").lower().split())
            href = given.get("href", "")
            if "canonical" in relations:
                page.canonical.append(href)
            if "alternate" in relations and "hreflang" in given:
                page.alternates.append((given["hreflang"], href))
            if relations & LOADING_RELATIONS:
                page.loads.append(href)
        page.loads.extend(
            value for name, value in given.items() if (tag, name) in LOADING and value
        )
        for name in ("srcset", "imagesrcset"):
            sources = (source.split() for source in given.get(name, "").split(","))
            page.loads.extend(source[0] for source in sources if source)

    def _inline(self, tag: str, given: dict[str, str]) -> None:
        if tag == "style" or (tag == "script" and "src" not in given):
            self.page.inline.append(f"<{tag}>")
        for name, value in given.items():
            script = value.strip().lower().startswith("javascript:")
            if name == "style" or name.startswith("on") or script:
                self.page.inline.append(f"<{tag} {name}={value[:40]!r}>")


def squeeze(words: str) -> str:
    """One space where the source has several, or a line break."""
    return " ".join(words.split())


def parse(path: str, markup: str) -> Page:
    """Read one page."""
    page = Page(path)
    reader = _Reader(page)
    reader.feed(markup)
    reader.close()
    page.text = squeeze(" ".join(reader.words))
    return page


def page_markups(site: Path) -> Iterator[tuple[str, str]]:
    """`(path, markup)` of every page below `site`, by path: of every HTML file but those that only
    lead on to another page."""
    for file in sorted(site.rglob("*.html")):
        markup = file.read_text(encoding="utf-8")
        if LEADS_ON not in markup[:LONGEST_HEAD]:
            yield file.relative_to(site).as_posix(), markup


def read_pages(site: Path) -> list[Page]:
    """Every page below `site`, by path."""
    return [parse(path, markup) for path, markup in page_markups(site)]
