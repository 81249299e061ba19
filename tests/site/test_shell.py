"""What the shell promises, on every page of the built demo site; and that each check can fail."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest

from audit.checks import CHECKS as AUDIT_CHECKS
from tests.build.minisite import Minisite
from tests.support.built import BuiltSite, read_site
from tests.support.shell import CHECKS, Check, findings
from tests.support.shell_site import SITE_CHECKS
from tests.support.site import ROOT
from tests.support.tree import Document

BY_NAME = {check.__name__: check for check in CHECKS}
SITE_BY_NAME = {check.__name__: check for check in SITE_CHECKS}


@pytest.fixture(scope="module")
def built(demo_site: Path) -> BuiltSite:
    return read_site(demo_site)


@pytest.mark.parametrize("name", BY_NAME)
def test_every_page_keeps(built: BuiltSite, name: str) -> None:
    assert findings(built, [BY_NAME[name]]) == {}


@pytest.mark.parametrize("name", SITE_BY_NAME)
def test_the_site_keeps(built: BuiltSite, name: str) -> None:
    assert list(SITE_BY_NAME[name](built))[:10] == []


# -- each check can fail ---------------------------------------------------------------------------

SERVICE = "en/services/archive-access/index.html"
HOME = "index.html"
FAULTS: dict[str, tuple[str, str, str]] = {
    "skip_link": (HOME, 'href="#site-main"', 'href="#nowhere"'),
    "place_marks": (HOME, ">:::</a>", ">::</a>"),
    "search": (HOME, 'action="search/"', 'action="browse/"'),
    "labels": (HOME, 'for="site-search"', 'for="search"'),
    "languages": (SERVICE, 'href="../../../services/archive-access/"', 'href="../../../"'),
    "site_map_link": (HOME, '<li><a href="sitemap/">網站導覽</a></li>', ""),
    "breadcrumb": (SERVICE, ' aria-current="page"', ""),
    "nothing_is_empty": (HOME, "</main>", "<ul></ul></main>"),
    "tables": ("sitemap/index.html", ' scope="col"', ""),
    "navigation_names": (HOME, 'aria-label="網站工具"', 'aria-label="主選單"'),
    "marked_languages": (HOME, "<h1>", '<h1 lang="zh-Hant-TW">'),
    "new_windows": (HOME, ' rel="noopener"', ""),
    "downloads": ("en/forms/form-petition/index.html", "(ODT, ", "(ODT"),
    "dates": (HOME, '<time datetime="', '<time datetime="1'),
    "alternates": (HOME, '<link rel="alternate" hreflang="en"', '<link rel="alternate"'),
    "nothing_inline": (HOME, "<h1>", '<h1 style="color: red">'),
}
SITE_FAULTS: dict[str, tuple[str, str, str]] = {
    "help_and_foot": (SERVICE, "<footer", "<p>more</p><footer"),
    "heads": (SERVICE, '<nav class="site-menu"', '<nav class="site-menus"'),
    "site_map": ("sitemap/index.html", "<b>2-1</b>", "<b>2-2</b>"),
    "keys_are_told": (SERVICE, 'accesskey="S"', 'accesskey="T"'),
    "error_page": ("404.html", 'href="/search/"', 'href="search/"'),
}


def test_every_check_has_a_fault() -> None:
    assert set(FAULTS) == set(BY_NAME)
    assert set(SITE_FAULTS) == set(SITE_BY_NAME)


def broken(built: BuiltSite, path: str, old: str, new: str) -> tuple[Document, BuiltSite]:
    """The site with one page changed."""
    (whole,) = (one for one in built.documents if one.path == path)
    assert old in whole.markup, old
    damaged = Document(path, whole.markup.replace(old, new))
    documents = [damaged if one is whole else one for one in built.documents]
    return damaged, dataclasses.replace(built, documents=documents)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_on_a_page_is_found(built: BuiltSite, name: str) -> None:
    check: Check = BY_NAME[name]
    damaged, site = broken(built, *FAULTS[name])
    assert list(check(site, damaged))


@pytest.mark.parametrize("name", SITE_FAULTS)
def test_a_fault_across_pages_is_found(built: BuiltSite, name: str) -> None:
    _, site = broken(built, *SITE_FAULTS[name])
    assert list(SITE_BY_NAME[name](site))


# -- the accessibility statement -------------------------------------------------------------------

STATEMENTS = ("accessibility/index.html", "en/accessibility/index.html")
TOOLS = sorted({check.tool for check in AUDIT_CHECKS} - {"audit", "gzip"})
OWN = """
    published: 2026-01-05
    reviewed: 2026-02-05
    efforts:
      - says: {zh: 只用鍵盤就能操作。, en: Everything works by keyboard.}
        rests_on: [behaviour/skip-link]
    limits:
      - {zh: 有些檔案還沒有網頁版。, en: Some files have no web version yet.}
    complaint: {zh: 請打電話。, en: Call us.}
"""


def tools_named(words: str) -> list[str]:
    """The tools of the audit that a text names."""
    return [one for one in TOOLS if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", words)]


def measured() -> set[str]:
    """The tools with a result in the demo site's own file; none before the first audit."""
    path = ROOT / "data" / "audit.json"
    if not path.exists():
        return set()
    return {check["tool"] for check in json.loads(path.read_text("utf-8"))["checks"]}


def test_every_tool_that_the_statement_names_has_a_result(built: BuiltSite) -> None:
    words = {one.path: one.page.text for one in built.documents if one.path in STATEMENTS}
    assert set(words) == set(STATEMENTS)
    for path, text in words.items():
        assert set(tools_named(text)) <= measured(), path
        assert ("還沒有測試結果" in text or "no test results yet" in text) == (not measured())


def test_without_results_nothing_is_claimed_and_with_them_what_they_show(tmp_path: Path) -> None:
    minisite = Minisite(tmp_path)
    minisite.write({"data/accessibility.yml": OWN})
    bare = minisite.build()
    zh, en = (bare.page(path).text for path in ("accessibility/", "en/accessibility/"))
    assert tools_named(zh) == tools_named(en) == []
    assert "還沒有測試結果" in zh
    assert "no test results yet" in en
    assert "鍵盤" not in zh.partition("本站怎麼做")[2].partition("已知的限制")[0]
    assert "有些檔案還沒有網頁版。" in zh
    check = {"id": "axe", "tool": "axe-core", "version": "4.14.1", "pages": 9, "failures": 2}
    found = [{"rule": "color-contrast", "pages": 1, "nodes": 2}]
    results = {
        "made": "2026-01-05",
        "commit": "abc",
        "pages": 9,
        "checks": [check | {"found": found}],
    }
    minisite.write({"data/audit.json": json.dumps(results)})
    told = minisite.build().page("en/accessibility/").text
    assert tools_named(told) == ["axe-core"]
    assert "color-contrast" in told
    assert "too few to say anything of the whole site" in told
    assert "by keyboard" not in told  # nothing has shown it
    shown = {"behaviour": {"skip-link": {"pages": 3}}}
    minisite.write({"data/audit.json": json.dumps(results | {"rules": shown})})
    assert "Everything works by keyboard." in minisite.build().page("en/accessibility/").text
