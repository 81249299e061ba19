"""Editors' pages: translations that are missing, drafts, links, damaged heads."""

from __future__ import annotations

import base64
import re

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from tests.build.minisite import Built, Minisite, differing, page, snapshot
from tests.support.site import Links

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)


def links_of(built: Built) -> Links:
    pages = [built.page(name) for name in sorted(built.files) if name.endswith(".html")]
    return Links(built.folder, pages, "https://prison.example.gov.tw/")


# -- translations ------------------------------------------------------------------------------


def test_a_page_without_translation_has_a_stand_in(minisite: Minisite) -> None:
    minisite.write({"content/visits/index.md": page("接見須知", "請帶證件。\n\n## 時間\n\n上午。")})
    built = minisite.build()
    assert built.warnings == []
    english = built.page("en/visits/")
    text = built.text("en/visits/index.html")
    assert english.lang == "en"
    assert english.h1 == "接見須知"
    assert '<h1><span lang="zh-Hant-TW">接見須知</span></h1>' in text
    assert "This page is not yet available in English. The original text follows." in text
    assert '<div lang="zh-Hant-TW"><p>請帶證件。</p>' in text
    assert '<h2 id="時間">' in text
    assert "還沒有" not in built.text("visits/index.html")
    assert dict(english.alternates)["zh-Hant-TW"] == "https://prison.example.gov.tw/visits/"


def test_a_translated_title_without_text_is_a_stand_in_too(minisite: Minisite) -> None:
    minisite.write(
        {
            "content/visits.md": page("接見須知", "請帶證件。"),
            "content/en/visits.md": "---\ntitle: Visiting\n---\n\n",
        }
    )
    built = minisite.build()
    assert built.page("en/visits/").h1 == "Visiting"
    text = built.text("en/visits/index.html")
    assert "<h1>Visiting</h1>" in text
    assert '<div lang="zh-Hant-TW"><p>請帶證件。</p>' in text
    assert "not yet available in English" in text


@pytest.mark.parametrize("name", ["visits/index.md", "visits/when.md", "visits.md"])
def test_links_and_pictures_of_a_stand_in_lead_where_those_of_the_page_do(
    minisite: Minisite, name: str
) -> None:
    up = "../" if "/" in name else ""
    body = f"""
        ![平面圖]({up}images/map.png) [檔案]({up}images/form.pdf) [首頁]({up}index.md)
        [另一頁]({up}other.md#位置) [計畫](record:plan-115) [外面](https://example.org/a)
        [這裡](#時間) [目錄](index:theme) [信](mailto:a@example.org)

        [參考][map]

        ## 時間

        [map]: {up}images/map.png
    """
    minisite.write(
        {
            f"content/{name}": page("接見須知", body),
            "content/other.md": page("另一頁", "## 位置\n\n在這裡。"),
        }
    )
    (minisite.root / "content/images").mkdir()
    (minisite.root / "content/images/map.png").write_bytes(PNG)
    (minisite.root / "content/images/form.pdf").write_bytes(b"%PDF-1.4\n")
    built = minisite.build()
    assert built.warnings == []
    links = links_of(built)
    address = name.removesuffix("index.md").replace(".md", "/")
    for prefix in ("", "en/"):
        this = built.page(f"{prefix}{address}")
        within = [one for one in (*this.links, *this.loads) if not links.leaves(this, one)]
        assert [(one, links.fault(this, one)) for one in within if links.fault(this, one)] == []
        reached = {links.target(this, one) for one in within}
        assert {
            "images/map.png",
            "images/form.pdf",
            f"{prefix}index.html",
            f"{prefix}other/index.html",
            f"{prefix}plans/plan-115/index.html",
            f"{prefix}browse/theme/index.html",
        } <= reached


def test_a_stand_in_changes_nothing_but_links(minisite: Minisite) -> None:
    body = """
        寫成 `[表格](images/form.pdf)` 即可。

        ```
        ![平面圖](images/map.png)
        ```
    """
    minisite.write({"content/visits.md": page("說明", body)})
    built = minisite.try_build()
    assert built.error is None, built.log
    chinese, english = (built.text(f"{one}visits/index.html") for one in ("", "en/"))
    for words in ("[表格](images/form.pdf)", "![平面圖](images/map.png)"):
        assert words in chinese
        assert words in english


def test_a_translation_without_original_is_a_problem(minisite: Minisite) -> None:
    minisite.write({"content/en/visits.md": "---\ntitle: Visiting\n---\n\nText.\n"})
    log = minisite.try_build().log
    assert "content/en/visits.md: 這個譯文沒有原文：content/visits.md 不存在。" in log


# -- drafts ------------------------------------------------------------------------------------


#: What the head of a record says that is not shown.
LIVES = {
    "draft": "life: draft",
    "withdrawn": "life: withdrawn\nwithdrawn: {date: 2026-01-05, reason: {zh: 過時。, en: Old.}}",
}


def with_lives(minisite: Minisite) -> None:
    plan = (minisite.root / "data/plans/plan-115.yml").read_text(encoding="utf-8")
    files = {}
    for number, (life, said) in enumerate(LIVES.items(), 1):
        files[f"content/{life}-page.md"] = page(f"{life} 的頁面", "內文。", said)
        files[f"content/en/{life}-page.md"] = f"---\ntitle: A {life} page\n---\n\nText.\n"
        files[f"content/faq/visiting/{life}-question.md"] = page(
            f"{life} 的問題", "答案。", f"{said}\nnumber: {number}"
        )
        files[f"data/plans/{life}-plan.yml"] = (
            plan.replace("id: plan-115", f"id: {life}-plan\n{said}")
            .replace("year: 2026", "year: 2031")
            .replace("示範監獄 115 年度服務計畫", f"{life} 的計畫")
        )
    files["data/faq.yml"] = "categories:\n  - {id: visiting, name: {zh: 接見, en: Visiting}}\n"
    minisite.write(files)


def addresses(life: str) -> set[str]:
    found = {f"{life}-page/", f"faq/visiting/{life}-question/", f"plans/{life}-plan/"}
    return {f"{prefix}{one}index.html" for prefix in ("", "en/") for one in found}


def test_drafts_are_not_published_and_of_what_is_withdrawn_no_more_than_that(
    minisite: Minisite,
) -> None:
    with_lives(minisite)
    built = minisite.build()
    assert built.warnings == []
    assert not any("draft" in name for name in built.files)
    assert addresses("withdrawn") <= built.files
    for name in built.files:
        is_text = name.endswith((".html", ".xml", ".json"))
        is_news = name.removeprefix("en/").startswith("changes/")
        if is_text and not is_news and "withdrawn-" not in name:
            assert "draft" not in built.text(name), name
            assert "withdrawn-" not in built.text(name), name
            assert "withdrawn 的" not in built.text(name), name
    # Nothing but the draft was of that year, nor in that category.
    assert "browse/year/2031/index.html" not in built.files
    assert "faq/visiting/index.html" not in built.files


def test_a_preview_shows_drafts(minisite: Minisite) -> None:
    with_lives(minisite)
    folder = minisite.root / "preview"
    config = load_config(str(minisite.root / "mkdocs.yml"), site_dir=str(folder))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config, serve_url="http://127.0.0.1:8000/")
    config.plugins.on_shutdown()
    files = set(snapshot(folder))
    assert addresses("draft") <= files
    assert "draft 的計畫" in (folder / "browse/year/2031/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "reference",
    [
        ("content/index.md", "(record:plan-115)", "({kind}:draft-page)"),
        ("content/index.md", "(record:plan-115)", "({kind}:withdrawn-plan)"),
        ("content/index.md", "(record:plan-115)", "(draft-page.md)"),
        ("data/plans/plan-115.yml", "zh: 便民。", 'zh: "[便民](record:draft-plan)。"'),
        ("data/plans/plan-115.yml", "year: 2026", "year: 2026\ncarries_out: draft-plan"),
    ],
)
def test_a_link_from_a_published_record_to_one_that_is_not_is_no_dead_link(
    minisite: Minisite, reference: tuple[str, str, str]
) -> None:
    """Either it is a problem, with its place, or the page has no link to nowhere."""
    with_lives(minisite)
    name, old, new = reference
    minisite.edit(name, old, new.replace("{kind}", "record"))
    built = minisite.try_build()
    if built.error is not None:
        assert f"{name}:" in built.log
        return
    links = links_of(built)
    for this in links.pages.values():
        for one in this.links:
            assert links.leaves(this, one) or links.fault(this, one) is None, (this.path, one)


# -- heads -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "line", "rule"),
    [
        ("title: 接見須知", "title: 接見: 須知", 2, "yaml-syntax"),
        ("published: 2026-01-05", "published: 2026-13-05", 5, "not-a-date"),
        ("published: 2026-01-05", "publishd: 2026-01-05", 5, "unknown-field"),
        ("published: 2026-01-05", "published: '2026-01-05", 5, "yaml-syntax"),
        ("units: [secretary]", "units: [secretary", 3, "yaml-syntax"),
        ("units: [secretary]", "units: [secretery]", 3, "unknown-unit"),
        ("2026-01-05\n---\n", "2026-01-05\n----\n", 5, "front-matter-not-closed"),
        ("---\ntitle", "--\ntitle", 1, "no-front-matter"),
        ("---\ntitle", "\n---\ntitle", 1, "no-front-matter"),
    ],
)
def test_a_damaged_head_is_a_problem_with_its_line(
    minisite: Minisite, old: str, new: str, line: int, rule: str
) -> None:
    minisite.build()
    before = snapshot(minisite.site)
    minisite.write({"content/visits.md": page("接見須知", "請帶證件。")})
    minisite.edit("content/visits.md", old, new)
    built = minisite.try_build()
    assert built.error is not None
    lines = [int(one) for one in re.findall(r"^content/visits\.md:(\d+):", built.log, re.MULTILINE)]
    assert any(abs(one - line) <= 1 for one in lines), built.log
    assert f"[{rule}]" in built.log
    assert differing(snapshot(minisite.site), before) == []


def test_a_damaged_head_of_a_translation_is_a_problem_with_its_line(minisite: Minisite) -> None:
    minisite.edit("content/en/index.md", "summary: The", "sumary: The")
    log = minisite.try_build().log
    assert "content/en/index.md:3:1: 沒有「sumary」這個欄位，是否為「summary」？" in log


def test_the_head_is_not_printed_into_the_page(minisite: Minisite) -> None:
    minisite.write(
        {
            "content/visits.md": page(
                "接見須知", "請帶證件。", "keywords: [甲乙丙丁]\nreviewed: 2026-02-03"
            )
        }
    )
    built = minisite.build()
    for name in ("visits/index.html", "en/visits/index.html"):
        text = built.text(name)
        assert "classification:" not in text
        assert "keywords:" not in text
        assert "---" not in text


def test_titles_that_look_like_something_else_stay_text(minisite: Minisite) -> None:
    """`title: 2026-01-05` and `title: no` are words, whatever MkDocs makes of YAML."""
    titles = {"a": "2026-01-05", "b": "no", "c": "115", "d": "1:30", "e": '"<b> & {{ x }} %"'}
    minisite.write({f"content/{one}.md": page(words, "內文。") for one, words in titles.items()})
    built = minisite.build()
    for one, words in titles.items():
        assert built.page(f"{one}/").h1 == words.strip('"')
    assert "&lt;b&gt; &amp; {{ x }} %" in built.text("e/index.html")


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (["visits.md", "visits/index.md"], "content/visits.md"),
        (["plans/index.md"], "content/plans/index.md"),
        (["browse/theme.md"], "content/browse/theme.md"),
        (["plans/plan-115.md"], "content/plans/plan-115.md"),
        (["units.md"], "content/units.md"),
    ],
)
def test_two_sources_of_one_address_are_a_problem(
    minisite: Minisite, files: list[str], told: str
) -> None:
    minisite.write({f"content/{name}": page("甲", "內文。") for name in files})
    built = minisite.try_build()
    assert built.error is not None
    assert f"\n{told}: " in built.log
    assert "1 problem in 1 file." in built.log
