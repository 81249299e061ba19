"""What every page is made of, read from its HTML."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from itertools import pairwise
from pathlib import Path

from tests.support.html import Page
from tests.support.site import TREES, tree_of
from tests.support.tools import java, npm_file


def html_errors(folder: Path) -> list[str]:
    """What the Nu HTML checker, the W3C's own, finds in all HTML files below a folder.

    Chosen over html-validate, which needs no Java but does not see e.g. an invalid `datetime` (a
    民國 year left in), rows wider than their table, wrong attributes in SVG or bad `lang` tags.
    It reads some 200 pages in three or four seconds.
    """
    checker = str(npm_file("vnu-jar/build/dist/vnu.jar"))
    done = subprocess.run(
        [java(), "-jar", checker, "--skip-non-html", "--format", "json", "--stdout", str(folder)],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    return [
        f"{message['url'].partition(folder.name + '/')[2]}:{message.get('lastLine', '')}: "
        f"{message['message']}"
        for message in json.loads(done.stdout)["messages"]
        if message["type"] != "info"
    ]


def test_html_conforms(demo_site: Path) -> None:
    assert html_errors(demo_site) == []


def test_the_html_checker_sees_errors(tmp_path: Path) -> None:
    site = tmp_path / "planted"
    site.mkdir()
    (site / "index.html").write_text(
        '<!doctype html><html lang="zh-Hant-TW"><title>頁</title>'
        '<p><time datetime="112-04-27">112-04-27</time></p>',
        encoding="utf-8",
    )
    (found,) = html_errors(site)
    assert "datetime" in found


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
