"""Each page and its counterparts in the other languages, in the page and in the sitemap."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.support.html import Page
from tests.support.site import ROOT, TREES, Links, tree_of

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
PRIMARY = TREES[""]


@dataclass
class Entry:
    """One `<url>` of the sitemap."""

    lastmod: str
    alternates: list[tuple[str, str]]


@pytest.fixture(scope="module")
def sitemap(demo_site: Path) -> dict[str, Entry]:
    root = ElementTree.parse(demo_site / "sitemap.xml").getroot()
    entries = {
        url.findtext("s:loc", "", NAMES): Entry(
            lastmod=url.findtext("s:lastmod", "", NAMES),
            alternates=[
                (link.get("hreflang", ""), link.get("href", ""))
                for link in url.findall("x:link[@rel='alternate']", NAMES)
            ],
        )
        for url in root.findall("s:url", NAMES)
    }
    assert len(entries) == len(root), "an address stands twice in the sitemap"
    return entries


def address(page: Page, links: Links) -> str:
    return links.address + page.address.lstrip("/")


def test_every_page_names_itself_and_every_language(
    content_pages: list[Page], demo_links: Links
) -> None:
    expected = {*TREES.values(), "x-default"}
    wrong = []
    for page in content_pages:
        alternates = dict(page.alternates)
        if set(alternates) != expected or len(page.alternates) != len(expected):
            wrong.append((page.path, page.alternates))
        elif alternates[page.lang] != address(page, demo_links):
            wrong.append((page.path, alternates[page.lang]))
        elif alternates["x-default"] != alternates[PRIMARY]:
            wrong.append((page.path, alternates["x-default"]))
    assert wrong == []


def test_alternates_exist_and_name_each_other(content_pages: list[Page], demo_links: Links) -> None:
    wrong = []
    for page in content_pages:
        for language, href in page.alternates:
            target = demo_links.target(page, href)
            if not href.startswith(demo_links.address) or target not in demo_links.pages:
                wrong.append(f"{page.path}: {language}: {href}")
                continue
            other = demo_links.pages[target]
            if language not in (other.lang, "x-default"):
                wrong.append(f"{page.path}: {href} is not in {language}")
            if set(other.alternates) != set(page.alternates):
                wrong.append(f"{page.path}: {other.path} names other pages")
    assert wrong == []


def test_counterparts_have_the_same_path(content_pages: list[Page]) -> None:
    paths: dict[str, set[str]] = {tree: set() for tree in TREES}
    for page in content_pages:
        tree = tree_of(page)
        paths[tree].add(page.path.removeprefix(tree))
    first, *rest = paths.values()
    for other in rest:
        assert first ^ other == set()


def test_the_switch_leads_to_the_same_page(content_pages: list[Page], demo_links: Links) -> None:
    """A visible link on each page goes to its counterpart, not to the other home page."""
    wrong = []
    for page in content_pages:
        linked = {
            demo_links.target(page, reference)
            for reference in page.links
            if not demo_links.leaves(page, reference)
        }
        wrong += [
            f"{page.path}: {href}"
            for language, href in page.alternates
            if language not in (page.lang, "x-default")
            and demo_links.target(page, href) not in linked
        ]
    assert wrong == []


def test_sitemap_lists_every_page(
    content_pages: list[Page], demo_links: Links, sitemap: dict[str, Entry]
) -> None:
    assert set(sitemap) == {address(page, demo_links) for page in content_pages}


def test_sitemap_has_the_alternates_of_the_pages(
    content_pages: list[Page], demo_links: Links, sitemap: dict[str, Entry]
) -> None:
    wrong = [
        page.path
        for page in content_pages
        if sorted(sitemap[address(page, demo_links)].alternates) != sorted(page.alternates)
    ]
    assert wrong == []


def test_lastmod_is_a_date_of_the_records(sitemap: dict[str, Entry]) -> None:
    """Never the day of the build: a date that an editor wrote."""
    sources = [
        file
        for folder, pattern in (("data", "*.yml"), ("content", "*.md"))
        for file in (ROOT / folder).rglob(pattern)
    ]
    written = {date for file in sources for date in DATE.findall(file.read_text(encoding="utf-8"))}
    assert {url: entry.lastmod for url, entry in sitemap.items() if not entry.lastmod} == {}
    assert {entry.lastmod for entry in sitemap.values()} - written == set()
    assert max(entry.lastmod for entry in sitemap.values()) <= dt.date.today().isoformat()
