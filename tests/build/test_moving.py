"""Addresses that were released: they stay, lead on, say why they are withdrawn, or are missed."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

import pytest

from disclosure.cli import main
from disclosure.cli import settings as settings_of
from disclosure.preparing import prepare
from disclosure.problems import Problem, errors, report
from tests.build.minisite import Minisite, page

DAY = "1795190400"  # 2026-11-21 in Taiwan
LEDGER = "data/addresses.csv"
CATEGORIES = """
    categories:
      - {id: visiting, name: {zh: 接見, en: Visiting}}
      - {id: sending, name: {zh: 寄送, en: Sending}}
"""
HOURS = "content/faq/visiting/hours.md"
FILES = {
    "data/faq.yml": CATEGORIES,
    HOURS: page("接見時間？", "上午九點。", "number: 1"),
    "content/en/faq/visiting/hours.md": "---\ntitle: When can I visit?\n---\n\nFrom nine.\n",
    "content/faq/visiting/parking.md": page("哪裡停車？", "門口。", "number: 2"),
    "content/faq/sending/parcels.md": page("怎麼寄包裹？", "用郵局。", "number: 1"),
    "content/about/contact.md": page("聯絡我們", "請打電話。"),
}
GROUP = """\
withdrawn:
  date: 2026-11-21
  reason: {zh: 接見室搬遷。, en: The visiting room has moved.}
"""
WITHDRAWN = f"life: withdrawn\n{GROUP}"


@pytest.fixture
def released(minisite: Minisite, monkeypatch: pytest.MonkeyPatch) -> Minisite:
    """A site whose addresses were released."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    minisite.write(FILES)
    assert disclosure(minisite, "release") == 0
    return minisite


def disclosure(site: Minisite, *words: str) -> int:
    return main(["-C", str(site.root), *words])


def problems(site: Minisite) -> list[Problem]:
    return errors(prepare(settings_of(site.root)).problems)


def only_problem(site: Minisite) -> Problem:
    (problem,) = problems(site)
    return problem


def move(site: Minisite, old: str, new: str, more: str = "") -> None:
    """Give a question or page another path, in both languages, and more lines of its head."""
    for folder in ("content", "content/en"):
        path = site.root / folder / old
        if path.exists():
            there = site.root / folder / new
            there.parent.mkdir(parents=True, exist_ok=True)
            path.rename(there)
    path = site.root / "content" / new
    path.write_text(path.read_text("utf-8").replace("title:", f"{more}title:", 1), "utf-8")


def lines(site: Minisite) -> list[str]:
    return (site.root / LEDGER).read_text("utf-8").splitlines()


# -- the ledger ----------------------------------------------------------------------------------


def test_a_release_writes_down_what_stands_where(released: Minisite) -> None:
    assert lines(released) == [
        "address,what,released",
        "/,record:home,2026-11-21",
        "/about/contact/,record:about-contact,2026-11-21",
        "/faq/sending/,category:sending,2026-11-21",
        "/faq/sending/parcels/,record:parcels,2026-11-21",
        "/faq/visiting/,category:visiting,2026-11-21",
        "/faq/visiting/hours/,record:hours,2026-11-21",
        "/faq/visiting/parking/,record:parking,2026-11-21",
        "/plans/plan-115/,record:plan-115,2026-11-21",
        "/units/guard/,unit:guard,2026-11-21",
        "/units/secretary/,unit:secretary,2026-11-21",
    ]


def test_a_later_release_adds_lines_and_changes_none(
    released: Minisite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = lines(released)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(DAY) + 86_400))
    released.write({"content/about/map.md": page("交通", "搭公車。")})
    new = "/about/map/,record:about-map,2026-11-22"
    capsys.readouterr()
    assert disclosure(released, "release", "--dry-run") == 0
    assert lines(released) == before
    told = capsys.readouterr().out
    assert "/about/map/  record:about-map\n1 個新網址會登記到" in told
    assert "1 new address would be added to data/addresses.csv, which held 10." in told
    assert disclosure(released, "release") == 0
    assert lines(released) == sorted([*before, new], key=lambda line: (line != before[0], line))
    assert disclosure(released, "release") == 0
    assert "0 new addresses added" in capsys.readouterr().out


def test_nothing_is_released_while_there_are_problems(
    released: Minisite, capsys: pytest.CaptureFixture[str]
) -> None:
    before = lines(released)
    released.write({"content/about/map.md": page("交通", "[公車](record:bus)")})
    assert disclosure(released, "release") == 1
    assert "Nothing is released" in capsys.readouterr().err
    assert lines(released) == before


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("address,what,released", "address;what;released", "ledger-damaged"),
        (",2026-11-21", ",2026/11/21", "ledger-damaged"),
        (",2026-11-21", ",2026-11-31", "ledger-damaged"),
        ("record:", "recrod:", "ledger-damaged"),
        ("/faq", "faq", "ledger-damaged"),
        ("/faq/visiting/hours/", "/FAQ/visiting/hours/", "ledger-damaged"),
        ("/faq", "<<<<<<< HEAD\n/faq", "ledger-damaged"),
        ("/faq", "\n/faq", "ledger-damaged"),
        ("/faq/visiting/hours/", "/faq/visiting/parking/", "ledger-double"),
    ],
)
def test_a_damaged_line_is_told(released: Minisite, old: str, new: str, rule: str) -> None:
    at = 0 if old.startswith("address") else 6
    words = lines(released)
    words[at] = words[at].replace(old, new, 1)
    (released.root / LEDGER).write_text("\n".join([*words, ""]), "utf-8")
    told = only_problem(released)
    assert (told.path, told.rule) == (LEDGER, rule)
    assert told.line == (at + 2 if rule == "ledger-double" else at + 1)


@pytest.mark.parametrize(
    "line",
    [
        *("/id/parking/,record:hours", "/id/about-contact/,record:home"),
        *("/en/faq/visiting/parking/,record:parking", "/en/,record:home"),
        *("/admin/,record:hours", "/assets/,unit:guard", "/assets/search/,record:hours"),
    ],
)
def test_a_line_in_a_place_of_the_program_is_told(released: Minisite, line: str) -> None:
    """Its redirect would stand where a short link or a translation stands."""
    (released.root / LEDGER).write_text(
        "\n".join([*lines(released), f"{line},2026-11-21", ""]), "utf-8"
    )
    told = only_problem(released)
    assert (told.path, told.line, told.rule) == (LEDGER, len(lines(released)), "ledger-damaged")
    assert f"網址 {line.partition(',')[0]} 是網站程式自己用的" in told.zh


def test_a_page_in_a_folder_of_such_a_name_is_released_and_leads_on(released: Minisite) -> None:
    released.write({"content/assets/map.md": page("地圖", "圖。")})
    assert disclosure(released, "release") == 0
    assert problems(released) == []
    move(released, "assets/map.md", "about/map.md", "former: [assets-map]\n")
    assert_leads(released, "assets/map/", "about/map/")


def test_the_order_of_the_lines_means_nothing(released: Minisite) -> None:
    """Git joins the lines of two branches where they meet."""
    head, *rest = lines(released)
    (released.root / LEDGER).write_text("\n".join([head, *reversed(rest), ""]), "utf-8")
    assert problems(released) == []


# -- what moved ----------------------------------------------------------------------------------


def assert_leads(site: Minisite, old: str, new: str) -> None:
    """The stub at an old address leads to the new one, in both languages."""
    built = site.build()
    assert built.warnings == []
    for prefix, tag in (("", "zh-Hant-TW"), ("en/", "en")):
        stub = built.text(f"{prefix}{old}index.html")
        back = "../" * f"{prefix}{old}".count("/")
        assert f'<html lang="{tag}">' in stub
        assert f'<meta http-equiv="refresh" content="0; url={back}{prefix}{new}">' in stub
        assert '<meta name="robots" content="noindex">' in stub
        address = f"https://prison.example.gov.tw/{prefix}{new}"
        assert f'<link rel="canonical" href="{address}">' in stub
        assert "<script" not in stub
        assert f"{prefix}{new}index.html" in built.files
        assert f"<loc>{address}</loc>" in built.text("sitemap.xml")
    assert f"/{old}<" not in built.text("sitemap.xml")


def test_a_renamed_question_leads_on(released: Minisite) -> None:
    move(released, "faq/visiting/hours.md", "faq/visiting/opening-hours.md", "former: [hours]\n")
    assert problems(released) == []
    assert_leads(released, "faq/visiting/hours/", "faq/visiting/opening-hours/")


def test_a_question_of_another_category_leads_on_by_itself(released: Minisite) -> None:
    released.edit(HOURS, "number: 1", "number: 9")
    move(released, "faq/visiting/hours.md", "faq/sending/hours.md")
    assert_leads(released, "faq/visiting/hours/", "faq/sending/hours/")


def test_a_page_of_another_folder_leads_on(released: Minisite) -> None:
    move(released, "about/contact.md", "help/contact.md", "former: [about-contact]\n")
    assert_leads(released, "about/contact/", "help/contact/")


def test_every_former_address_leads_straight_to_the_last_one(released: Minisite) -> None:
    move(released, "faq/visiting/hours.md", "faq/visiting/times.md", "former: [hours]\n")
    assert disclosure(released, "release") == 0
    move(released, "faq/visiting/times.md", "faq/visiting/open.md")
    released.edit("content/faq/visiting/open.md", "former: [hours]", "former: [hours, times]")
    assert_leads(released, "faq/visiting/hours/", "faq/visiting/open/")
    assert_leads(released, "faq/visiting/times/", "faq/visiting/open/")


def test_units_and_categories_have_heirs(released: Minisite) -> None:
    heir = "{id: control, former: [guard], name: {zh: 戒護科,"
    released.edit("data/units.yml", "{id: guard, name: {zh: 戒護科,", heir)
    released.edit("data/plans/plan-115.yml", "units: [guard]", "units: [control]")
    released.edit("data/faq.yml", "{id: sending,", "{id: post, former: [sending],")
    move(released, "faq/sending/parcels.md", "faq/post/parcels.md")
    assert_leads(released, "units/guard/", "units/control/")
    assert_leads(released, "faq/sending/", "faq/post/")
    assert_leads(released, "faq/sending/parcels/", "faq/post/parcels/")


def test_what_stands_at_an_address_goes_before_what_stood_there(released: Minisite) -> None:
    move(released, "faq/visiting/hours.md", "faq/sending/hours.md")
    released.edit("content/faq/sending/hours.md", "number: 1", "number: 9")
    stub = "faq/visiting/hours/index.html"
    assert 'data-kind="moved"' in released.build().text(stub)
    move(released, "faq/sending/hours.md", "faq/visiting/hours.md")
    assert 'data-kind="faq"' in released.build().text(stub)


def test_a_stub_is_taken_over_while_nothing_changes(released: Minisite) -> None:
    name = "id/hours/index.html"
    first = released.build().folder.joinpath(name).stat().st_ino
    assert released.build().folder.joinpath(name).stat().st_ino == first
    released.edit(HOURS, "接見時間？", "什麼時候接見？")
    built = released.build()
    assert "什麼時候接見？" in built.text(name)
    assert built.folder.joinpath(name).stat().st_ino != first


def test_a_short_link_leads_to_the_record_and_names_its_languages(released: Minisite) -> None:
    move(released, "faq/visiting/hours.md", "faq/visiting/open.md", "former: [hours]\n")
    built = released.build()
    for name in ("hours", "open"):
        stub = built.text(f"id/{name}/index.html")
        assert '<meta http-equiv="refresh" content="0; url=../../faq/visiting/open/">' in stub
        assert '<a href="../../en/faq/visiting/open/" hreflang="en">When can I visit?</a>' in stub
    assert "https://prison.example.gov.tw/id/open/</p>" in built.text(
        "faq/visiting/open/index.html"
    )
    english = built.text("en/faq/visiting/open/index.html")
    assert "https://prison.example.gov.tw/en/faq/visiting/open/</p>" in english


def test_a_page_may_not_take_the_place_of_a_short_link(released: Minisite) -> None:
    released.write({"content/id/hours.md": page("識別", "內文。")})
    assert only_problem(released).rule == "address-taken"


def test_a_language_may_not_take_the_folder_of_the_short_links(minisite: Minisite) -> None:
    minisite.option(languages="[zh, en, id]")
    assert "例如 id-id" in str(minisite.try_build().error) + minisite.try_build().log


# -- what was withdrawn --------------------------------------------------------------------------


def withdraw(site: Minisite, more: str = "") -> None:
    site.edit(HOURS, "number: 1\n", f"number: 1\n{WITHDRAWN}{more}")


def test_a_withdrawn_question_says_when_and_why_and_what_to_read(released: Minisite) -> None:
    withdraw(released, "  successor: parking\n")
    built = released.build()
    assert built.warnings == []
    chinese, english = (built.text(f"{one}faq/visiting/hours/index.html") for one in ("", "en/"))
    for html, said in (
        (chinese, ("接見時間？", "已經撤下", "115-11-21", "接見室搬遷。", "哪裡停車？")),
        (english, ("When can I visit?", "withdrawn", "2026-11-21", "The visiting room has moved.")),
    ):
        for words in said:
            assert words in html
        assert '<meta name="robots" content="noindex">' in html
        assert 'href="../../../faq/visiting/parking/"' in html
    assert "上午九點" not in chinese
    assert "From nine" not in english
    assert "faq/visiting/hours/" not in built.text("sitemap.xml")
    # That it was withdrawn is news.
    elsewhere = {"faq/visiting/hours/index.html", "id/hours/index.html", "changes/index.html"}
    elsewhere |= {f"en/{name}" for name in elsewhere}
    naming = {
        name
        for name in built.files - elsewhere
        if name.endswith((".html", ".json")) and "visiting/hours/" in built.text(name)
    }
    assert naming == set()


def test_a_withdrawn_page_is_not_left_to_mkdocs(released: Minisite) -> None:
    released.edit("content/about/contact.md", "published:", f"{WITHDRAWN}published:")
    html = released.build().text("about/contact/index.html")
    assert "接見室搬遷。" in html
    assert "請打電話。" not in html


def test_withdrawing_wants_a_reason(released: Minisite) -> None:
    released.edit(HOURS, "number: 1\n", "number: 1\nlife: withdrawn\n")
    told = only_problem(released)
    assert (told.path, told.line, told.rule) == (HOURS, 7, "withdrawal-incomplete")
    assert "withdrawn: {date: 2026-11-21, reason: {zh: …, en: …}}" in told.zh


def test_a_reason_wants_withdrawing(released: Minisite) -> None:
    released.edit(HOURS, "number: 1\n", f"number: 1\n{GROUP}")
    assert only_problem(released).rule == "not-withdrawn"


def test_the_home_page_is_not_withdrawn(released: Minisite) -> None:
    released.edit("content/index.md", "units:", f"{WITHDRAWN}units:")
    assert only_problem(released).rule == "home-withdrawn"


@pytest.mark.parametrize(
    ("successor", "rule"),
    [
        ("parkin", "unknown-record"),
        ("hours", "names-itself"),
        ("draft", "unpublished-record"),
        ("stop", "former-id"),
    ],
)
def test_a_successor_is_shown(released: Minisite, successor: str, rule: str) -> None:
    released.write(
        {"content/faq/visiting/draft.md": page("草稿？", "草稿。", "number: 7\nlife: draft")}
    )
    released.edit("content/faq/visiting/parking.md", "number: 2", "number: 2\nformer: [stop]")
    withdraw(released, f"  successor: {successor}\n")
    told = only_problem(released)
    assert (told.path, told.rule) == (HOURS, rule)


def test_a_link_to_something_withdrawn_names_its_successor(released: Minisite) -> None:
    withdraw(released, "  successor: parking\n")
    released.edit("content/index.md", "record:plan-115", "record:hours")
    told = only_problem(released)
    assert told.rule == "unpublished-record"
    assert "由「parking」取代" in told.zh


@pytest.mark.parametrize("successor", ["hours", "nope"])
def test_a_successor_that_cannot_be_read_is_named_to_nobody(
    released: Minisite, successor: str
) -> None:
    withdraw(released, f"  successor: {successor}\n")
    released.edit("content/index.md", "record:plan-115", "record:hours")
    told = {one.path: one for one in problems(released)}
    assert told.keys() == {HOURS, "content/index.md"}
    assert "取代" not in told["content/index.md"].zh


# -- what is lost --------------------------------------------------------------------------------


def git(site: Minisite, *words: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words],
        cwd=site.root,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


@pytest.mark.parametrize("is_committed", [False, True])
def test_a_deleted_question_fails_and_the_command_that_is_named_brings_it_back(
    released: Minisite, is_committed: bool
) -> None:
    git(released, "init", "-q")
    git(released, "add", "-A")
    git(released, "commit", "-qm", "a")
    before = (released.root / HOURS).read_bytes()
    released.remove(HOURS, "content/en/faq/visiting/hours.md")
    if is_committed:
        git(released, "commit", "-qam", "b")
    told = only_problem(released)
    assert (told.path, told.line, told.rule) == (LEDGER, 7, "address-lost")
    for part in ("former: [hours]", "life: withdrawn", "withdrawn: {date: 2026-11-21, reason: {"):
        assert part in told.zh
        assert part in told.en
    assert released.try_build().error is not None
    command = told.zh.partition("執行「")[2].partition("」")[0]
    inner = command.partition("$(")[2].partition(")")[0]
    commit = git(released, *shlex.split(inner)[1:]).strip()
    git(released, *shlex.split(command.replace(f"$({inner})", commit))[1:])
    assert (released.root / HOURS).read_bytes() == before
    assert problems(released) == []


def test_what_names_a_deleted_record_is_told_so_and_nothing_is_guessed(released: Minisite) -> None:
    released.edit("content/faq/visiting/parking.md", "number: 2", "number: 2\nrelated: [hours]")
    released.edit("content/about/contact.md", "請打電話。", "[時間](record:hours)")
    released.write({"content/faq/visiting/hour.md": page("幾點？", "九點。", "number: 3")})
    released.remove(HOURS, "content/en/faq/visiting/hours.md")
    told = {one.path: one for one in problems(released) if one.rule == "unknown-record"}
    assert set(told) == {"content/faq/visiting/parking.md", "content/about/contact.md"}
    for problem in told.values():
        assert "「hours」發布過，現在已經刪除或改名" in problem.zh
        assert "是否為" not in problem.zh
        assert "did you mean" not in problem.en


def test_a_new_file_that_may_be_the_lost_one_is_named(released: Minisite) -> None:
    move(released, "faq/visiting/hours.md", "faq/visiting/visiting-hours.md")
    told = only_problem(released)
    assert "是否為 content/faq/visiting/visiting-hours.md？" in told.zh


def test_a_question_put_back_to_a_draft_is_missed(released: Minisite) -> None:
    released.edit(HOURS, "number: 1\n", "number: 1\nlife: draft\n")
    told = only_problem(released)
    assert told.rule == "address-lost"
    assert f"{HOURS} 現在是草稿" in told.zh


def test_what_cannot_be_read_is_told_once(released: Minisite) -> None:
    """Not also as lost: the file is there."""
    released.edit(HOURS, "title:", "titel:")
    assert {one.path for one in problems(released)} == {HOURS}


def test_another_file_that_cannot_be_read_hides_no_loss(released: Minisite) -> None:
    released.remove(HOURS)
    found = {one.rule for one in problems(released)}
    assert found == {"translation-without-original", "address-lost"}


def test_a_lost_unit_or_category_names_its_register(released: Minisite) -> None:
    released.edit("data/units.yml", "{id: secretary,", "{id: office,")
    for name in ("content/index.md", *(n for n in FILES if n.endswith(".md") and "/en/" not in n)):
        path = released.root / name
        path.write_text(path.read_text("utf-8").replace("[secretary]", "[office]"), "utf-8")
    released.edit("data/plans/plan-115.yml", "units: [secretary]", "units: [office]")
    told = only_problem(released)
    assert (told.rule, told.line) == ("address-lost", 11)
    assert "data/units.yml" in told.zh
    released.edit("data/units.yml", "{id: office,", "{id: office, former: [secretary],")
    assert problems(released) == []


def test_an_empty_category_is_missed(released: Minisite) -> None:
    released.edit("content/faq/sending/parcels.md", "number: 1", "number: 8")
    move(released, "faq/sending/parcels.md", "faq/visiting/parcels.md")
    assert "一題也沒有了" in only_problem(released).zh


# -- former ids ----------------------------------------------------------------------------------


def test_a_former_id_is_free_and_has_one_heir(released: Minisite) -> None:
    parking = "content/faq/visiting/parking.md"
    released.edit(parking, "number: 2", "number: 2\nformer: [hours, old]")
    released.edit("content/about/contact.md", "published:", "former: [old]\npublished:")
    found = {(one.path, one.line, one.rule) for one in problems(released)}
    assert found == {(parking, 7, "former-in-use"), (parking, 7, "former-twice")}


def test_a_former_id_that_is_the_present_one_again_is_told(released: Minisite) -> None:
    released.edit(HOURS, "number: 1", "number: 1\nformer: [hours]")
    told = only_problem(released)
    assert told.rule == "former-in-use"
    assert "就是現在的識別碼" in told.zh
    assert "移除" not in told.zh


def test_a_link_to_a_former_id_is_told_with_the_present_one(released: Minisite) -> None:
    released.edit("content/faq/visiting/parking.md", "number: 2", "number: 2\nformer: [cars]")
    released.edit("content/index.md", "record:plan-115", "record:cars")
    released.edit(HOURS, "number: 1", "number: 1\nrelated: [cars]")
    told = problems(released)
    assert [one.rule for one in told] == ["former-id", "former-id"], report(told)
    assert all("「parking」" in one.zh for one in told)


# -- the rules for servers -----------------------------------------------------------------------


def test_rules_for_servers_stand_beside_the_site_and_follow_its_moves(released: Minisite) -> None:
    move(released, "faq/visiting/hours.md", "faq/visiting/open.md", "former: [hours]\n")
    built = released.build()
    folder = Path(f"{built.folder}.server")
    assert {path.name for path in folder.iterdir()} == {"nginx.conf", ".htaccess", "web.config"}
    for path in folder.iterdir():
        words = path.read_text("utf-8")
        assert words.count("/faq/visiting/open/") == 2
        assert "default-src 'self'" in words.replace("&#x27;", "'")
    assert not {"nginx.conf", ".htaccess", "web.config"} & built.files
