"""One field of the original changes: what is reported, what pages say, and how it is settled."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from disclosure.cli import main
from tests.build.minisite import Minisite, differing, page, snapshot

DAY_ONE, DAY_TWO = "1772409600", "1777636800"  # 2026-03-02 and 2026-05-01
LOCK = "data/translations.lock"
MARK = "lagging-mark"


def disclosure(site: Minisite, *arguments: str) -> int:
    """Run a command of the site in this process."""
    return main(["-C", str(site.root), *arguments])


@pytest.fixture(autouse=True)
def _the_first_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY_ONE)


@pytest.fixture
def site(tmp_path: Path) -> Minisite:
    """A small site of which every translation is accepted, with a question."""
    site = Minisite(tmp_path)
    site.write(
        {
            "data/faq.yml": """
                categories:
                  - {id: visits, name: {zh: 接見, en: Visits}}
            """,
            "content/faq/visits/book.md": page(
                "怎麼預約？", "請打電話。", "summary: 打電話。\nnumber: 1"
            ),
            "content/en/faq/visits/book.md": """
                ---
                title: How do I book?
                summary: By telephone.
                ---

                Call us.
            """,
        }
    )
    assert disclosure(site, "translations", "accept", "--all") == 0
    return site


def marked(site: Minisite) -> set[str]:
    """The pages that mark something."""
    return {name for name, html in snapshot(site.site).items() if MARK.encode() in html} - {
        "assets/site.css"
    }


def test_one_changed_field_is_reported_and_marked_and_accepted(
    site: Minisite, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """translation-stale: from the change of a field to its acceptance."""
    before = site.build()
    untouched = snapshot(before.folder)
    assert marked(site) == set()
    site.edit("content/faq/visits/book.md", "請打電話。", "請上網。")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY_TWO)
    capsys.readouterr()

    assert disclosure(site, "check") == 0
    (told,) = re.findall(r"^(\S+): .*\n.*\[translation-stale\]", capsys.readouterr().err, re.M)
    assert told == "content/en/faq/visits/book.md:6"
    assert disclosure(site, "translations", "--format", "json", "--list", "--state", "stale") == 0
    (row,) = json.loads(capsys.readouterr().out)["fields"]
    assert (row["owner"], row["field"], row["since"]) == ("book", "body", "2026-03-02")

    built = site.build()
    # Its own page, and that of its category, which shows the answer too.
    own, category = "en/faq/visits/book/index.html", "en/faq/visits/index.html"
    assert marked(site) == {own, category}
    html = built.text(own)
    assert html.count(MARK) == 1
    assert "of 2026-03-02; 1 part has changed since" in html
    assert 'href="../../../../faq/visits/book/" hreflang="zh-Hant-TW"' in html
    assert built.text(own).index(MARK) < html.index("Call us.")
    # What is not seen bears no mark, and the search knows nothing of it.
    assert "changed since" not in html.partition("<body")[0]
    searched = {name for name in untouched if name.startswith("en/search/")}
    assert not searched & set(differing(untouched, snapshot(built.folder)))

    assert disclosure(site, "translations", "accept", "book#body") == 0
    capsys.readouterr()
    assert disclosure(site, "check") == 0
    assert "[translation-" not in capsys.readouterr().err
    site.build()
    assert marked(site) == set()


def test_each_kind_of_text_is_marked_where_it_stands(site: Minisite) -> None:
    site.edit("content/faq/visits/book.md", "title: 怎麼預約？", "title: 要怎麼預約？")
    site.edit("data/plans/plan-115.yml", "zh: 縮短等候時間。", "zh: 再縮短等候時間。")
    site.edit("data/plans/plan-115.yml", "title: {zh: 接見,", "title: {zh: 接見工作,")
    site.edit("content/index.md", "請看[今年", "請先看[今年")
    built = site.build()
    html = built.text("en/faq/visits/book/index.html")
    assert re.search(rf'<h1><span class="lagging">How do I book\? <span class="{MARK}">', html)
    assert "<title>How do I book? |" in html
    plan = built.text("en/plans/plan-115/index.html")
    assert plan.count(MARK) == 2
    assert "2 parts have changed since" in plan
    assert built.text("en/index.html").count(MARK) == 1
    assert not {name for name in marked(site) if not name.startswith("en/")}
    # A page that only names the record is as it was.
    assert "en/plans/index.html" not in marked(site)
    assert "en/faq/index.html" not in marked(site)


def test_a_page_is_made_anew_when_a_translation_is_accepted_and_not_otherwise(
    site: Minisite,
) -> None:
    site.edit("data/plans/plan-115.yml", "zh: 縮短等候時間。", "zh: 再縮短等候時間。")
    site.build()
    assert site.build().made[1] == 0
    assert disclosure(site, "translations", "accept", "plan-115") == 0
    assert site.build().made[1] == 1


def test_a_rewritten_translation_waits_for_confirmation(
    site: Minisite, capsys: pytest.CaptureFixture[str]
) -> None:
    """translation-unconfirmed: one reminder a file, and no mark on the page."""
    site.edit("content/en/faq/visits/book.md", "Call us.", "Telephone us.")
    site.edit("content/en/faq/visits/book.md", "How do I book?", "How can I book?")
    capsys.readouterr()
    assert disclosure(site, "check") == 0
    err = capsys.readouterr().err
    assert err.count("[translation-unconfirmed]") == 1
    assert "disclosure translations accept book" in err
    site.build()
    assert marked(site) == set()
    assert disclosure(site, "translations", "accept", "book") == 0
    capsys.readouterr()
    assert disclosure(site, "check") == 0
    assert "translation-unconfirmed" not in capsys.readouterr().err


def test_a_damaged_lock_file_is_told_and_put_in_order(
    site: Minisite, capsys: pytest.CaptureFixture[str]
) -> None:
    path = site.root / LOCK
    whole = path.read_text("utf-8")
    path.write_text(f"<<<<<<< HEAD\n{whole}", encoding="utf-8")
    assert disclosure(site, "check") == 1
    err = capsys.readouterr().err
    assert f"{LOCK}:1:1" in err
    assert "disclosure translations tidy" in err
    assert disclosure(site, "translations") == 1
    assert disclosure(site, "translations", "tidy") == 0
    assert path.read_text("utf-8") == whole


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("accept",), "--all"),
        (("accept", "book", "--all"), "--all"),
        (("accept", "boook"), "是否為「book」"),
        (("import", "nowhere.csv"), "無法讀取"),
        (("export", "/nowhere/out.csv"), "無法寫入 /nowhere/out.csv"),
    ],
)
def test_a_slip_on_the_command_line_changes_nothing(
    site: Minisite, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    before = (site.root / LOCK).read_bytes()
    assert disclosure(site, "translations", *arguments) == 1
    assert words in capsys.readouterr().err
    assert (site.root / LOCK).read_bytes() == before


@pytest.mark.parametrize("name", ["data/units.yml", "english.csv", "data"])
def test_a_sheet_is_never_exported_over_what_is_there(
    site: Minisite,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    monkeypatch.chdir(site.root)
    (site.root / "english.csv").write_text("what a translator has written", encoding="utf-8")
    before = snapshot(site.root)
    assert disclosure(site, "translations", "export", name) == 1
    assert f"{name} 已經存在，沒有覆蓋；請換一個檔名，或先移走它。" in capsys.readouterr().err
    assert differing(before, snapshot(site.root)) == []


def test_the_demo_goes_out_as_a_sheet_and_in_again_without_a_difference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "demo").mkdir()
    site = Minisite.of_demo(tmp_path / "demo")
    before = snapshot(site.root)
    sheet = str(tmp_path / "sheet.csv")
    assert disclosure(site, "translations", "export", sheet, "--state", "all") == 0
    assert disclosure(site, "translations", "import", sheet) == 0
    assert differing(before, snapshot(site.root)) == []


def test_every_translation_of_the_demo_is_accepted(capsys: pytest.CaptureFixture[str]) -> None:
    root = Path(__file__).resolve().parents[2]
    assert main(["-C", str(root), "translations", "--list", "--state", "stale,unconfirmed"]) == 0
    out = capsys.readouterr().out
    assert "[en]" not in out, out


def test_one_changed_field_of_the_demo_is_the_only_one_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = Minisite.of_demo(tmp_path)
    path = site.root / "data/services/general-visit.yml"
    words = path.read_text("utf-8")
    assert words.count("zh: 一般接見,") == 1
    path.write_text(words.replace("zh: 一般接見,", "zh: 接見,"), encoding="utf-8")
    assert disclosure(site, "translations", "--list", "--state", "stale,unconfirmed") == 0
    told = re.findall(r"^\S+: (\S+) \[en\]", capsys.readouterr().out, re.M)
    assert told == ["general-visit#title"]


def test_what_is_not_translated_is_told_once_for_each_file(
    site: Minisite, capsys: pytest.CaptureFixture[str]
) -> None:
    """A register names the fields; a Markdown file is told where its translation goes."""
    site.edit("data/faq.yml", "{zh: 接見, en: Visits}", "{zh: 接見}")
    (site.root / "content/en/faq/visits/book.md").unlink()
    assert disclosure(site, "check") == 0
    err = capsys.readouterr().err
    told = [line for line in err.splitlines() if "還沒有 en 的譯文" in line]
    assert err.count("[translation-missing]") == len(told)
    assert told == [
        "content/faq/visits/book.md:2: （提醒）還沒有 en 的譯文：title、summary、body。"
        "寫在 content/en/faq/visits/book.md；在那之前，網頁會標明這一段沒有翻譯。",
        "data/faq.yml:2: （提醒）還沒有 en 的譯文：faq.yml/visits#name。"
        "在中文下面加一行「en: …」；在那之前，網頁會標明這一段沒有翻譯。",
    ]
