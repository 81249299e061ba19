"""What the shell promises across pages: help in its place, the site map, the error page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tests.support.built import BuiltSite, tree_of
from tests.support.site import TREES
from tests.support.tree import Document, Node

#: A part of a long list is one step from its first part, and a kind under a term from the term:
#: neither is an entry of the site map.
BELOW = re.compile(r"/part/\d+/|/browse/[^/]+/[^/]+/kind/[^/]+/")


def in_language(site: BuiltSite, tree: str) -> list[Document]:
    """The pages of one language that have an address."""
    return [one for one in site.documents if tree_of(one) == tree and one.kind != "error"]


def _block(site: BuiltSite, document: Document, block: Node) -> tuple[str, tuple[str, ...]]:
    """The words of a block and where its links lead, less the address of the page itself."""
    links = []
    for one in block.every("a"):
        href = one.get("href").partition("?subject=")[0]
        own = href.startswith("#") or site.links.leaves(document.page, href)
        links.append(href if own else str(site.target(document, href)))
    return block.words, tuple(links)


def help_and_foot(site: BuiltSite) -> Iterator[str]:
    """Behind the content of every page: the same help, then the same foot (WCAG 2.2, 3.2.6)."""
    for tree in TREES:
        seen: Counter[tuple[object, ...]] = Counter()
        first: dict[tuple[object, ...], str] = {}
        for document in in_language(site, tree):
            after = document.body.elements
            tags = [one.tag for one in after]
            if tags[-3:] != ["main", "aside", "footer"]:
                yield f"{document.path}: its blocks are {tags}"
                continue
            told = tuple(_block(site, document, one) for one in after[-2:])
            seen[told] += 1
            first.setdefault(told, document.path)
        if len(seen) != 1:
            yield f"{tree or 'primary'}: {len(seen)} versions, on {sorted(first.values())}"


def heads(site: BuiltSite) -> Iterator[str]:
    """Before the content of every page: skip link, head with marks, tools, search and menu."""
    for document in site.documents:
        before = [one.tag for one in document.body.elements][:2]
        if before != ["a", "header"]:
            yield f"{document.path}: begins with {before}"
    for tree in TREES:
        menus: Counter[object] = Counter()
        for document in in_language(site, tree):
            found = [one for one in document.body.every("nav") if "site-menu" in one.classes]
            menus[tuple(_block(site, document, one) for one in found)] += 1
        if len(menus) != 1 or len(next(iter(menus))) != 1:
            yield f"{tree or 'primary'}: {len(menus)} versions of the menu: {list(menus)[:2]}"


def branches(items: Node, above: str = "") -> Iterator[tuple[str, str, Node]]:
    """`(number expected, number shown, link)` of each entry of a numbered tree."""
    entries = [one for one in items.elements if one.tag == "li"]
    for number, entry in enumerate(entries, 1):
        shown = next((one.words for one in entry.elements if one.tag == "b"), "")
        (link,) = (one for one in entry.elements if one.tag == "a")
        yield f"{above}{number}", shown, link
        for below in (one for one in entry.elements if one.tag == "ul"):
            yield from branches(below, f"{above}{number}-")


def site_map(site: BuiltSite) -> Iterator[str]:
    """Every page of a language once, numbered 1, 1-1, 1-1-1."""
    by_path = {one.path: one for one in site.documents}
    for tree in TREES:
        document = by_path[f"{tree}sitemap/index.html"]
        trees = [one for one in document.body.every("ul") if "tree" in one.classes]
        listed: Counter[str | None] = Counter()
        for items in trees:
            for expected, shown, link in branches(items):
                if expected != shown:
                    yield f"{document.path}: {link} is numbered {shown}, not {expected}"
                listed[site.target(document, link.get("href"))] += 1
        pages = {one.path for one in in_language(site, tree) if not BELOW.search(one.address)}
        yield from (f"{document.path}: {one} is listed twice" for one in listed if listed[one] > 1)
        yield from (f"{document.path}: does not list {one}" for one in pages - set(listed))
        yield from (f"{document.path}: lists {one}" for one in set(listed) - pages)


def keys_are_told(site: BuiltSite) -> Iterator[str]:
    """The site map explains the very keys that the pages have, by the very titles."""
    by_path = {one.path: one for one in site.documents}
    for tree in TREES:
        table = by_path[f"{tree}sitemap/index.html"].body.every("table")[0]
        rows = [[cell.words for cell in row.elements] for row in table.every("tr")[1:]]
        told = {key.removeprefix("Alt+"): title for key, *_, title in rows}
        for one in in_language(site, tree):
            titles = {
                node.get("accesskey"): node.get("title")
                for node in one.body.walk()
                if node.get("accesskey")
            }
            if titles != told:
                yield f"{one.path}: the titles are {titles}, the site map says {told}"


def error_page(site: BuiltSite) -> Iterator[str]:
    """404.html works from any address: every link is absolute; it speaks every language."""
    found = [one for one in site.documents if one.kind == "error"]
    if [one.path for one in found] != ["404.html"]:
        yield f"the error pages are {[one.path for one in found]}"
        return
    (document,) = found
    for reference in (*document.page.links, *document.page.loads):
        if not re.match(r"/(?!/)|#|https?://|mailto:|tel:", reference):
            yield f"{reference} depends on where the page is shown"
        elif reference.startswith("/") and site.target(document, reference) is None:
            yield f"there is no {reference}"
    main = document.body.every("main")[0]
    for tree, lang in TREES.items():
        blocks = main.every("section", lang=lang) if tree else [main]
        links = [link.get("href") for block in blocks for link in block.every("a")]
        reached = {site.target(document, one) for one in links}
        for path in ("", "search/", "sitemap/"):
            if f"{tree}{path}index.html" not in reached:
                yield f"no link to /{tree}{path} in {lang}"


SITE_CHECKS = (help_and_foot, heads, site_map, keys_are_told, error_page)
