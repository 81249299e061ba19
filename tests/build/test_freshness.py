"""What pages say by the day of the build: rules that hold for a time, notices, nothing else."""

from __future__ import annotations

import calendar
import datetime as dt
import re

import pytest

from tests.build.minisite import Built, Minisite, differing, snapshot
from tests.build.test_serve import Preview

FAQ = "content/faq/visits/trial.md"
FILES = {
    "data/faq.yml": """
        categories:
          - {id: visits, name: {zh: 接見, en: Visits}}
    """,
    FAQ: """
        ---
        title: 試辦期間可以帶寵物嗎？
        number: 1
        units: [guard]
        classification: {theme: ["330"], cake: ["634"], service: [I00]}
        published: 2026-01-05
        validity:
          since: 2026-03-01
          until: 2026-06-30
          note: {zh: "請看[計畫](record:plan-115)。", en: "See [the plan](record:plan-115)."}
        ---

        可以。
    """,
    "content/en/faq/visits/trial.md": """
        ---
        title: May I bring a pet during the trial?
        ---

        Yes.
    """,
    "data/notices.yml": """
        notices:
          - id: typhoon
            level: urgent
            since: 2026-07-25
            until: 2026-07-26
            title: {zh: 颱風<停止>上班, en: Offices are closed}
            text: {zh: 接見暫停。}
            record: plan-115
            link: {title: 停班資訊, url: "https://example.org/closed"}
          - id: system
            since: 2026-07-26
            until: 2026-07-31
            title: {zh: 系統維護, en: Maintenance}
    """,
}
ZH, EN = "faq/visits/trial/", "en/faq/visits/trial/"
LIST = "faq/visits/"


@pytest.fixture
def site(minisite: Minisite) -> Minisite:
    minisite.write(FILES)
    return minisite


def build(site: Minisite, monkeypatch: pytest.MonkeyPatch, day: str) -> Built:
    """As on a day, at noon in Taiwan."""
    noon = dt.datetime.fromisoformat(f"{day}T04:00:00")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(calendar.timegm(noon.timetuple())))
    return site.build()


def main(built: Built, address: str) -> str:
    """The text of a page's own part."""
    html = built.text(f"{address}index.html").partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


# -- rules that hold for a time ----------------------------------------------------------------


def test_a_page_says_whether_its_content_holds(
    site: Minisite, monkeypatch: pytest.MonkeyPatch
) -> None:
    holds = (
        "自 115-03-01 起適用，到 115-06-30 為止。 請看計畫。",
        "In effect from 2026-03-01 to 2026-06-30. See the plan.",
    )
    said = {
        "2026-02-28": (
            "尚未適用：這裡寫的內容自 115-03-01 起才適用。 請看計畫。",
            "Not yet in effect: what this page says applies from 2026-03-01. See the plan.",
        ),
        "2026-03-01": holds,
        "2026-06-30": holds,
        "2026-07-01": (
            "已失效：這裡寫的內容適用到 115-06-30 為止。 請看計畫。",
            "No longer in effect: what this page says applied until 2026-06-30. See the plan.",
        ),
    }
    in_a_word = {"2026-02-28": ["尚未適用"], "2026-07-01": ["已失效"]}
    for day, (zh, en) in said.items():
        built = build(site, monkeypatch, day)
        assert zh in main(built, ZH)
        assert en in main(built, EN)
        for address in (LIST, "faq/", "units/guard/", "browse/theme/330/"):
            text = main(built, address)
            found = [word for word in ("尚未適用", "已失效") if word in text]
            assert found == in_a_word.get(day, []), (day, address)


def test_what_replaces_an_ended_rule_is_named(
    site: Minisite, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = FILES[FAQ].replace("number: 1", "number: 2").partition("        validity:")[0]
    site.write({"content/faq/visits/now.md": f"{words}        ---\n\n        不可以。\n"})
    site.edit(FAQ, "number: 1\n", "number: 1\nsuperseded_by: now\n")
    built = build(site, monkeypatch, "2026-07-01")
    text = main(built, ZH)
    assert text.index("已失效") < text.index("請改看")
    assert "validity-over" not in built.log


def test_only_what_the_day_concerns_is_made_anew(
    site: Minisite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.remove("data/notices.yml")
    before = snapshot(build(site, monkeypatch, "2026-06-30").folder)
    same = snapshot(build(site, monkeypatch, "2026-03-02").folder)
    assert differing(before, same) == []
    after = build(site, monkeypatch, "2026-07-01")
    changed = differing(before, snapshot(after.folder))
    assert {f"{ZH}index.html", f"{EN}index.html", f"{LIST}index.html"} <= set(changed)
    assert not {"index.html", "plans/plan-115/index.html", "sitemap/index.html"} & set(changed)
    assert [name for name in changed if not name.endswith("index.html")] == []
    total, made = after.made
    assert made == len(changed) < total


def test_an_editors_page_and_a_plan_say_it_too(
    site: Minisite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.edit("content/index.md", "published:", "validity: {until: 2026-06-30}\npublished:")
    site.edit("data/plans/plan-115.yml", "published:", "validity: {since: 2027-01-01}\npublished:")
    built = build(site, monkeypatch, "2026-07-01")
    assert "已失效：這裡寫的內容適用到 115-06-30 為止。" in main(built, "")
    assert "尚未適用：這裡寫的內容自 116-01-01 起才適用。" in main(built, "plans/plan-115/")
    assert "尚未適用" in main(built, "plans/")


# -- notices -----------------------------------------------------------------------------------


def alerts(built: Built, address: str) -> str:
    """The text of the notices of a page; empty when there is no such region."""
    words = built.text(f"{address}index.html" if not address.endswith(".html") else address)
    if "site-alerts" not in words:
        return ""
    return words.partition('<section class="site-alerts"')[2].partition("</section>")[0]


def test_every_page_shows_the_notices_of_the_day(
    site: Minisite, monkeypatch: pytest.MonkeyPatch
) -> None:
    typhoon, system = "緊急公告：颱風&lt;停止&gt;上班", "公告：系統維護"
    for day, titles in {
        "2026-07-24": [],
        "2026-07-25": [typhoon],
        "2026-07-26": [typhoon, system],
        "2026-07-27": [system],
        "2026-08-01": [],
    }.items():
        built = build(site, monkeypatch, day)
        pages = {name: built.text(name) for name in built.files if name.endswith(".html")}
        framed = [name for name, words in pages.items() if "<header" in words]
        assert len(framed) > 30
        for name in framed:
            assert ("site-alerts" in pages[name]) == bool(titles), (day, name)
        shown = alerts(built, "")
        places = [shown.index(f"<strong>{title}</strong>") for title in titles]
        assert places == sorted(places)
        assert shown.count("<strong>") == len(titles)


def test_a_notice_leads_to_more_from_wherever_it_stands(
    site: Minisite, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = build(site, monkeypatch, "2026-07-25")
    assert 'href="plans/plan-115/"' in alerts(built, "")
    assert 'href="../../../plans/plan-115/"' in alerts(built, ZH)
    assert 'href="../../../plans/plan-115/"' in alerts(built, EN)
    assert 'href="/plans/plan-115/"' in alerts(built, "404.html")
    link = 'href="https://example.org/closed" target="_blank" rel="noopener"'
    assert link in alerts(built, ZH)
    assert 'title="example.org（另開新視窗）"' in alerts(built, ZH)
    # What is not translated is shown and marked.
    assert '<span lang="zh-Hant-TW">接見暫停。</span>' in alerts(built, EN)
    assert "Urgent notice: Offices are closed" in alerts(built, EN)


def test_notices_are_a_region_and_no_heading(
    site: Minisite, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = build(site, monkeypatch, "2026-07-26")
    words, region = built.text("index.html"), alerts(built, "")
    assert 'aria-label="公告"' in region
    assert "<h" not in region
    assert "role=" not in region
    assert words.index('class="skip"') < words.index("site-alerts") < words.index("<h1")


# -- the page for editors ------------------------------------------------------------------------

REPORT = ("en/internal/report/index.html", "internal/report/index.html")


def test_the_public_site_has_no_page_of_what_is_due(
    site: Minisite, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = build(site, monkeypatch, "2026-07-01")
    for name, content in snapshot(built.folder).items():
        assert "internal" not in name
        assert b"internal/report" not in content, name
        assert "到期清單".encode() not in content, name


def test_a_preview_has_it_and_leaves_it_out_of_lists(
    site: Minisite, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(site, monkeypatch, "2026-07-01")
    site.edit(FAQ, "number: 1\n", "number: 1\nlife: draft\n")
    files = Preview(site).build()
    assert set(REPORT) <= set(files)
    for name, content in files.items():
        assert name in REPORT or b"internal/report" not in content, name
    text = files[REPORT[1]].decode()
    assert '<meta name="robots" content="noindex, nofollow">' in text
    assert "只在預覽看得到" in text
    assert "試辦期間可以帶寵物嗎？" in text
    assert "未發布" in text
    assert f"<code>{FAQ}</code>" in text
    english = files[REPORT[0]].decode()
    assert "May I bring a pet during the trial?" in english
    assert "Not published" in english
