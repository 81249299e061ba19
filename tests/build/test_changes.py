"""What was changed: on the records' pages, on the page of the site, in the feeds, by git."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.build.minisite import BASE, Built, Minisite, page, snapshot
from tests.history.repository import Repository

A = "{http://www.w3.org/2005/Atom}"
ADDRESS = "https://prison.example.gov.tw/"
PLAN = "data/plans/plan-115.yml"
NOTED = """published: 2026-01-05
changes:
  - {date: 2026-03-02, note: {zh: "改為 <每月> 一次。", en: Now once a month.}}
  - {date: 2026-02-02, note: 增加一項。}
"""
DETAILS = re.compile(r'<details class="changes">.*?</details>', re.DOTALL)


def noted(minisite: Minisite) -> Minisite:
    """The base site with notes on the changes of its plan."""
    minisite.edit(PLAN, "published: 2026-01-05\n", NOTED)
    return minisite


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The base site with notes, built."""
    made = noted(Minisite(tmp_path_factory.mktemp("changes"))).build()
    assert made.warnings == []
    return made


def entries(built: Built, name: str) -> list[tuple[str | None, ...]]:
    """Title, day and summary of the entries of a feed."""
    names = ("title", "updated", "summary")
    return [
        tuple(one.findtext(f"{A}{name}") for name in names)
        for one in ET.fromstring(built.text(name)).iter(f"{A}entry")
    ]


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_a_record_with_notes_lists_what_became_of_it(built: Built) -> None:
    (found,) = DETAILS.findall(built.text("plans/plan-115/index.html"))
    assert plain(found) == (
        "更新紀錄 115-03-02 ．更新說明：改為 <每月> 一次。 115-02-02 ．更新說明：增加一項。"
        " 115-01-05 ．新公布"
    )
    (english,) = DETAILS.findall(built.text("en/plans/plan-115/index.html"))
    assert "Now once a month." in english
    assert '<span lang="zh-Hant-TW">增加一項。</span>' in english
    assert not DETAILS.search(built.text("index.html"))


def test_the_newest_note_is_the_date_of_its_record(built: Built) -> None:
    assert '<time datetime="2026-03-02">115-03-02</time>' in built.text("plans/index.html")
    place = f"<loc>{ADDRESS}plans/plan-115/</loc><lastmod>2026-03-02</lastmod>"
    assert place in built.text("sitemap.xml")


def test_the_page_of_all_changes_stands_in_every_language(built: Built) -> None:
    main, english = built.text("changes/index.html"), built.text("en/changes/index.html")
    assert re.findall(r'<h2 id="(month-[\d-]+)">([^<]+)</h2>', main) == [
        ("month-2026-03", "民國 115 年 3 月"),
        ("month-2026-02", "民國 115 年 2 月"),
        ("month-2026-01", "民國 115 年 1 月"),
    ]
    assert "改為 &lt;每月&gt; 一次。" in main
    assert "Now once a month." in english


def test_every_page_leads_to_the_changes_and_names_the_feed(built: Built) -> None:
    # The short addresses for paper are no pages: they send on.
    pages = {n for n in built.files if n.endswith(".html") and "/id/" not in f"/{n}"}
    assert len(pages) > 40
    for name in sorted(pages):
        text = built.text(name)
        links = re.findall(r'<link rel="alternate" type="application/atom\+xml"[^>]*>', text)
        assert len(links) == 1, name
        feed = re.search(r'href="([^"]+)"', links[0])
        assert feed is not None
        language = "en/" if name.startswith("en/") else ""
        assert urljoin(f"{ADDRESS}{name}", feed[1]) == f"{ADDRESS}{language}changes/feed.xml", name
        assert f">{'What changed' if language else '更新紀錄'}</a>" in text, name


@pytest.mark.parametrize(
    ("prefix", "note"), [("", "改為 <每月> 一次。"), ("en/", "Now once a month.")]
)
def test_the_feed_of_a_language_names_pages_that_there_are(
    built: Built, prefix: str, note: str
) -> None:
    name = f"{prefix}changes/feed.xml"
    assert entries(built, name)[0][1:] == ("2026-03-02T00:00:00+08:00", note)
    links = [str(link.get("href")) for link in ET.fromstring(built.text(name)).iter(f"{A}link")]
    assert len(links) == 2 + 4
    for link in links:
        assert link.startswith(f"{ADDRESS}{prefix}")
        path = link.removeprefix(ADDRESS)
        assert (f"{path}index.html" if path.endswith("/") or not path else path) in built.files


def test_without_an_address_there_are_changes_but_no_feed(minisite: Minisite) -> None:
    minisite.edit("mkdocs.yml", f"site_url: {ADDRESS}\n", "")
    built = minisite.build()
    assert "changes/index.html" in built.files
    assert "changes/feed.xml" not in built.files
    assert "atom" not in built.text("changes/index.html") + built.text("index.html")


def test_prose_and_the_foot_name_the_changes(minisite: Minisite) -> None:
    minisite.write({"content/about.md": page("關於", "看[改了什麼](index:changes)。")})
    minisite.option(footer="[changes]")
    built = minisite.build()
    assert '<a href="../changes/">改了什麼</a>' in built.text("about/index.html")


# -- with git ------------------------------------------------------------------------------------


@pytest.fixture
def repository(minisite: Minisite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """The base site under git, without `updated` anywhere; committed on its first day."""
    home = tmp_path / "home"
    home.mkdir()
    for name, value in (("HOME", str(home)), ("GIT_CONFIG_NOSYSTEM", "1")):
        monkeypatch.setenv(name, value)
    repository = Repository(minisite.root, home)
    repository.write(".gitignore", "home/\nsite/\n.cache/\n.site.*/\n")
    minisite.option(history="true")
    repository.commit("2026-01-05")
    return repository


def test_a_commit_dates_its_record_everywhere(minisite: Minisite, repository: Repository) -> None:
    for day in ("2026-04-10", "2026-05-20"):
        minisite.edit(PLAN, "縮短等候時間", f"縮短等候時間（{day}）")
        repository.commit(day, message="內部訊息")
    built = minisite.build()
    assert built.warnings == []
    record = built.text("plans/plan-115/index.html")
    assert 'name="DC.Date" content="2026-05-20"' in record
    assert plain(DETAILS.findall(record)[0]) == (
        "更新紀錄 115-05-20 ．內容更新 115-04-10 ．內容更新 115-01-05 ．新公布"
    )
    assert "<lastmod>2026-05-20</lastmod>" in built.text("sitemap.xml")
    days = [day for title, day, _ in entries(built, "changes/feed.xml") if "計畫" in str(title)]
    assert days == [f"{day}T00:00:00+08:00" for day in ("2026-05-20", "2026-04-10", "2026-01-05")]
    published = b"".join(snapshot(built.folder).values()).decode(errors="replace")
    for internal in (
        "內部訊息",
        "承辦人",
        "staff@example.gov.tw",
        repository.git("rev-parse", "HEAD"),
    ):
        assert internal not in published


def test_a_clone_makes_the_same_site(
    minisite: Minisite, repository: Repository, tmp_path_factory: pytest.TempPathFactory
) -> None:
    minisite.edit(PLAN, "縮短等候時間", "減少等候時間")
    repository.commit("2026-04-10")
    clone = tmp_path_factory.mktemp("clone") / "site"
    repository.git("clone", "--quiet", str(minisite.root), str(clone))
    assert snapshot(Minisite(clone, {}).build().folder) == snapshot(minisite.build().folder)


def test_a_shallow_clone_is_no_site(
    repository: Repository, minisite: Minisite, tmp_path_factory: pytest.TempPathFactory
) -> None:
    repository.commit("2026-04-10", {"content/index.md": BASE["content/index.md"] + "\n好。\n"})
    clone = tmp_path_factory.mktemp("clone") / "site"
    repository.git("clone", "--quiet", "--depth", "1", minisite.root.as_uri(), str(clone))
    built = Minisite(clone, {}).try_build()
    assert built.error is not None
    assert "git fetch --unshallow" in built.log


def test_without_a_repository_a_strict_build_says_so_and_goes_by_the_data(
    minisite: Minisite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(minisite.root.parent))
    minisite.option(history="true")
    built = minisite.build()
    assert built.log.count("[no-history]") == 1
    assert built.warnings == []
