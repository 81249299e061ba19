"""What every page is made of, read from its HTML."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

from audit import html
from tests.support.html import Page
from tests.support.site import TREES, tree_of


def test_html_conforms(demo_site: Path, demo_pages: list[Page]) -> None:
    assert [str(one) for one in html.check(demo_site, demo_pages).failures] == []


def test_language_is_that_of_the_tree(demo_pages: list[Page]) -> None:
    wrong = [(page.path, page.lang) for page in demo_pages if page.lang != TREES[tree_of(page)]]
    assert wrong == []


def test_every_language_has_pages(demo_pages: list[Page]) -> None:
    assert {tree_of(page) for page in demo_pages} == set(TREES)


def test_kind_is_told(demo_pages: list[Page]) -> None:
    assert [page.path for page in demo_pages if not page.kind] == []


def test_ids_are_unique(demo_pages: list[Page]) -> None:
    assert {page.path: page.repeated_ids for page in demo_pages if page.repeated_ids} == {}


def test_one_h1_and_no_level_left_out(demo_pages: list[Page]) -> None:
    faults = []
    for page in demo_pages:
        levels = [level for level, _ in page.headings]
        if levels.count(1) != 1 or levels[0] != 1:
            faults.append(f"{page.path}: {levels.count(1)} h1, the first heading is h{levels[:1]}")
        faults += [
            f"{page.path}: h{lower} follows h{upper}: {words}"
            for (upper, _), (lower, words) in pairwise(page.headings)
            if lower > upper + 1
        ]
        faults += [f"{page.path}: empty h{level}" for level, words in page.headings if not words]
    assert faults == []


def test_titles_are_unique(demo_pages: list[Page]) -> None:
    assert [page.path for page in demo_pages if page.titles != 1 or not page.title] == []
    used = Counter((page.lang, page.title) for page in demo_pages)
    assert [title for title, count in used.items() if count > 1] == []


def test_title_holds_the_heading(content_pages: list[Page]) -> None:
    wrong = [
        (page.path, page.title, page.h1) for page in content_pages if page.h1 not in page.title
    ]
    assert wrong == []


def test_nothing_inline_that_a_strict_policy_refuses(demo_pages: list[Page]) -> None:
    assert {page.path: page.inline for page in demo_pages if page.inline} == {}
