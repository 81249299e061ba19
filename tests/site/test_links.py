"""Everything that a page refers to is there, on the site's own host."""

from __future__ import annotations

from tests.support.html import Page
from tests.support.site import Links


def test_internal_references_resolve(demo_pages: list[Page], demo_links: Links) -> None:
    faults = [
        f"{page.path}: {reference}: {fault}"
        for page in demo_pages
        for reference in dict.fromkeys((*page.links, *page.loads))
        if not demo_links.leaves(page, reference)
        and (fault := demo_links.fault(page, reference)) is not None
    ]
    assert faults == []


def test_nothing_is_loaded_from_another_host(demo_pages: list[Page], demo_links: Links) -> None:
    outside = [
        f"{page.path}: {reference}"
        for page in demo_pages
        for reference in page.loads
        if demo_links.leaves(page, reference)
    ]
    assert outside == []


def test_pages_are_reached_from_the_home_page(content_pages: list[Page], demo_links: Links) -> None:
    seen = {"index.html"}
    waiting = ["index.html"]
    while waiting:
        page = demo_links.pages[waiting.pop()]
        for reference in page.links:
            if demo_links.leaves(page, reference):
                continue
            target = demo_links.target(page, reference)
            if target in demo_links.pages and target not in seen:
                seen.add(target)
                waiting.append(target)
    assert [page.path for page in content_pages if page.path not in seen] == []


def test_canonical_address_is_the_pages_own(content_pages: list[Page], demo_links: Links) -> None:
    wrong = [
        (page.path, page.canonical)
        for page in content_pages
        if page.canonical != [demo_links.address + page.address.lstrip("/")]
    ]
    assert wrong == []
