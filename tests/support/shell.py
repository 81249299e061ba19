"""What the shell promises on every page, as functions that name each place where it is broken.

`findings` runs them all. The tests of the built site ask that there is nothing; the tests that
damage the shell ask that each damage is found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.support.built import BuiltSite, tree_of
from tests.support.site import TREES
from tests.support.tree import Document, Node

#: What a link says that opens a new window, and what stands before a download's size.
NEW_WINDOW = {"zh-Hant-TW": "另開新視窗", "en": "opens a new window"}
KEYS = {"U": "header", "C": "main", "Z": "footer"}
#: Elements that say nothing when they have no words, and no picture with a name.
WORDED = frozenset(
    ("h1", "h2", "h3", "h4", "h5", "h6", "label", "caption", "summary", "li", "dt", "dd")
) | {"a", "button"}
SIZE = re.compile(r"\b\d+(?:\.\d+)? (?:bytes|KB|MB)\b")
ISO = re.compile(r"(?<![\w/.-])(?:19|20)\d\d-\d\d-\d\d(?![\w/-])")


Check = Callable[[BuiltSite, Document], Iterator[str]]


def skip_link(site: BuiltSite, document: Document) -> Iterator[str]:
    """The first stop of the Tab key leads to the main content."""
    stops = [one for one in document.body.walk() if one.is_focusable]
    first = stops[0]
    target = document.by_id.get(first.get("href").removeprefix("#"))
    if first.tag != "a" or not first.get("href").startswith("#"):
        yield f"the first stop is {first}"
    elif target is None or target.tag != "main":
        yield f"{first} leads to {target}"
    elif target.get("tabindex") != "-1":
        yield "main cannot take the focus"


def place_marks(site: BuiltSite, document: Document) -> Iterator[str]:
    """定位點: `:::` before each block, with its access key, a title, and an id of its own."""
    for key, block in KEYS.items():
        found = document.body.every("a", accesskey=key)
        if len(found) != 1:
            yield f"{len(found)} marks with the key {key}"
            continue
        mark = found[0]
        if mark.words != ":::":
            yield f"{key}: its words are {mark.words!r}"
        if not mark.get("id") or mark.get("href") != f"#{mark.get('id')}":
            yield f"{key}: leads to {mark.get('href')!r}, its id is {mark.get('id')!r}"
        if f"Alt+{key}" not in mark.get("title"):
            yield f"{key}: its title is {mark.get('title')!r}"
        if block not in [one.tag for one in mark.above()]:
            yield f"{key}: stands outside of {block}"


def search(site: BuiltSite, document: Document) -> Iterator[str]:
    """One search in a landmark: a labelled field with the key S, which asks the search page."""
    forms = [one for one in document.body.walk() if one.get("role") == "search"]
    if [one.tag for one in forms] != ["form"]:
        yield f"{len(forms)} search landmarks"
        return
    (form,) = forms
    wanted = f"{tree_of(document)}search/index.html"
    if site.target(document, form.get("action")) != wanted or form.get("method") != "get":
        yield f"asks {form.get('action')!r} by {form.get('method')!r}"
    fields = form.every("input")
    if [(one.get("type"), one.get("name"), one.get("accesskey")) for one in fields] != [
        ("search", "q", "S")
    ]:
        yield f"its fields are {[one.attributes for one in fields]}"
    if not form.every("button"):
        yield "it has no button"


def labels(site: BuiltSite, document: Document) -> Iterator[str]:
    """Every field has a label with words, and every label a field."""
    named = {one.get("for"): one for one in document.body.every("label")}
    for one in document.body.every("input", "select", "textarea"):
        label = named.pop(one.get("id"), None)
        if label is None or not label.name:
            yield f"no label for <{one.tag} id={one.get('id')!r}>"
    for name in named:
        yield f"a label for {name!r}, which is no field"


def languages(site: BuiltSite, document: Document) -> Iterator[str]:
    """Each other language is one link away: the same page, and marked as that language."""
    tree = tree_of(document)
    found = {one.get("hreflang"): one for one in document.body.every("a") if one.get("hreflang")}
    for other, lang in TREES.items():
        if other == tree:
            continue
        link = found.pop(lang, None)
        if link is None:
            yield f"no link to {lang}"
            continue
        inside = document.path.removeprefix(tree) if document.kind != "error" else "index.html"
        if site.target(document, link.get("href")) != f"{other}{inside}":
            yield f"{link} leads to {link.get('href')!r}"
        if link.get("lang") != lang or not link.words:
            yield f"{link} is marked as {link.get('lang')!r}"
    for lang in found:
        yield f"a link to {lang!r}"


def site_map_link(site: BuiltSite, document: Document) -> Iterator[str]:
    """網站導覽 is named at the head of every page."""
    reached = {
        site.target(document, one.get("href"))
        for header in document.body.every("header")
        for one in header.every("a")
    }
    if f"{tree_of(document)}sitemap/index.html" not in reached:
        yield "no link to the site map"


def breadcrumb(site: BuiltSite, document: Document) -> Iterator[str]:
    """Where one is: the way from the home page, and the page itself last, which is no link."""
    trails = [one for one in document.body.every("nav") if "breadcrumb" in one.classes]
    is_home = document.path == f"{tree_of(document)}index.html"
    if len(trails) != (0 if is_home or document.kind == "error" else 1):
        yield f"{len(trails)} breadcrumbs"
    for trail in trails:
        items = trail.every("li")
        last = items[-1].every("span", "a")[-1:] if items else []
        if [(one.tag, one.get("aria-current"), bool(one.words)) for one in last] != [
            ("span", "page", True)
        ]:
            yield f"its last item is {items[-1] if items else None}"
        links = [one.get("href") for item in items[:-1] for one in item.every("a")]
        if len(links) != len(items) - 1 or None in (site.target(document, one) for one in links):
            yield f"its links are {links}"
        if site.target(document, links[0] if links else "#") != f"{tree_of(document)}index.html":
            yield "it does not begin with the home page"


def nothing_is_empty(site: BuiltSite, document: Document) -> Iterator[str]:
    """No block, heading, label, list, link or button without content."""
    for one in document.body.walk():
        if any("hidden" in node.attributes for node in (one, *one.above())):
            continue  # the search page's room for results
        if one.tag in ("ul", "ol", "dl") and not one.every("li", "dt"):
            yield f"an empty list: {one.parent}"
        elif one.tag == "nav" and not one.every("a", "button"):
            yield f"an empty block: {one}"
        elif one.tag in WORDED and not one.name and not one.every("svg", "input"):
            yield f"an empty {one.tag}: in {one.parent}"


def tables(site: BuiltSite, document: Document) -> Iterator[str]:
    """Every table has a caption and tells which cells its headers are for."""
    for table in document.body.every("table"):
        captions = [one for one in table.elements if one.tag == "caption" and one.words]
        if len(captions) != 1:
            yield f"{len(captions)} captions: {table}"
        headers = table.every("th")
        if not headers or [one for one in headers if one.get("scope") not in ("col", "row")]:
            yield f"headers without a scope: {table}"


def name_of(document: Document, block: Node) -> str:
    """The name that a block has for a screen reader."""
    named = [document.by_id.get(one) for one in block.get("aria-labelledby").split()]
    return block.get("aria-label") or " ".join(one.words if one else "?" for one in named)


def navigation_names(site: BuiltSite, document: Document) -> Iterator[str]:
    """Every navigation block has a name, and no two the same."""
    names = [name_of(document, one) for one in document.body.every("nav")]
    if not all(names) or "?" in names:
        yield f"a block without a name: {names}"
    if len(set(names)) < len(names):
        yield f"two blocks of one name: {names}"


def marked_languages(site: BuiltSite, document: Document) -> Iterator[str]:
    """Only words in another language are marked with one."""
    if document.lang != TREES[tree_of(document)]:
        yield f"the page is in {document.lang!r}"
    for one in document.body.walk():
        if "lang" in one.attributes and one.get("lang") in ("", document.lang):
            yield f"lang={one.get('lang')!r}: {one}"


def new_windows(site: BuiltSite, document: Document) -> Iterator[str]:
    """What leads to another host opens a new window and says so; nothing else does."""
    for one in document.body.every("a"):
        href = one.get("href")
        outside = href.startswith(("http:", "https:")) and site.links.leaves(document.page, href)
        if outside != (one.get("target") == "_blank"):
            yield f"{one} to {href}, target={one.get('target')!r}"
        elif outside:
            if NEW_WINDOW[document.lang] not in one.get("title"):
                yield f"{one}: its title is {one.get('title')!r}"
            if "noopener" not in one.get("rel").split():
                yield f"{one}: rel={one.get('rel')!r}"


def downloads(site: BuiltSite, document: Document) -> Iterator[str]:
    """A link to a file names its format and size; a feed is followed by a program, not saved."""
    for one in document.body.every("a"):
        path = one.get("href").partition("#")[0].partition("?")[0]
        form = Path(path).suffix.lstrip(".").upper()
        inside = not site.links.leaves(document.page, one.get("href"))
        if inside and form and form != "HTML" and one.get("type") != "application/atom+xml":
            if "download" not in one.attributes or site.target(document, path) is None:
                yield f"{one} is no download, or there is no {path}"
            elif form not in one.words or not SIZE.search(one.words):
                yield f"{one} does not say {form} and size"


def dates(site: BuiltSite, document: Document) -> Iterator[str]:
    """Dates of Chinese pages are told in the calendar of the country, machines are told ISO."""
    chinese = document.lang.startswith("zh")
    for one in document.body.every("time"):
        iso = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", one.get("datetime"))
        if iso is None:
            yield f"datetime={one.get('datetime')!r}: {one}"
            continue
        year, month, day = int(iso[1]), int(iso[2]), iso[3]
        form = f"{year - 1911}-{iso[2]}-{iso[3]}" if day else f"民國 {year - 1911} 年 {month} 月"
        if (form if chinese else iso[0]) not in one.words:
            yield f"{iso[0]} is told as {one.words!r}"
    if chinese:
        yield from (f"an ISO date in Chinese words: {one!r}" for one in _iso_words(document.body))


def _iso_words(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            if ISO.search(child):
                yield child.strip()[:60]
        elif child.tag not in ("code", "pre", "script") and not child.get("lang"):
            yield from _iso_words(child)


def alternates(site: BuiltSite, document: Document) -> Iterator[str]:
    """The page names itself and its counterpart in every language, for search engines."""
    if document.kind == "error":
        return
    tree, given = tree_of(document), dict(document.page.alternates)
    inside = document.path.removeprefix(tree).removesuffix("index.html")
    expected = {lang: f"{site.address}{other}{inside}" for other, lang in TREES.items()}
    expected["x-default"] = expected[TREES[""]]
    if given != expected or len(document.page.alternates) != len(expected):
        yield f"its alternates are {document.page.alternates}"
    for href in given.values():
        if site.target(document, href) is None:
            yield f"there is no {href}"
    if document.page.canonical != [expected[document.lang]]:
        yield f"its canonical address is {document.page.canonical}"


def nothing_inline(site: BuiltSite, document: Document) -> Iterator[str]:
    """Nothing that a strict content policy refuses."""
    yield from document.page.inline


#: Looked at on every page by itself.
CHECKS: tuple[Check, ...] = (
    *(skip_link, place_marks, search, labels, languages, site_map_link, breadcrumb),
    *(nothing_is_empty, tables, navigation_names, marked_languages, new_windows, downloads),
    *(dates, alternates, nothing_inline),
)


def findings(site: BuiltSite, checks: Iterable[Check] = CHECKS) -> dict[str, list[str]]:
    """What each check finds on the pages; only checks that find something."""
    found = {
        check.__name__: [
            f"{document.path}: {fault}"
            for document in site.documents
            for fault in check(site, document)
        ]
        for check in checks
    }
    return {name: faults for name, faults in found.items() if faults}
