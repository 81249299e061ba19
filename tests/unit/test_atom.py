"""The Atom feeds, held against RFC 4287 and RFC 4151."""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from disclosure.model.record import Record
from disclosure.model.settings import Settings
from disclosure.writing import atom
from tests.unit.builders import catalogue, faq, form, plan, site

A = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
#: RFC 3339, and in Taiwan.
TIME = re.compile(r"\d{4}-\d{2}-\d{2}T00:00:00\+08:00")
#: RFC 4151: authority, date, specific part.
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}-\d{2}-\d{2}:[A-Za-z0-9._~/-]+")
ADDRESS = "https://example.org/a/"
#: What a feed and an entry hold just once, and what else they may hold.
ONCE = {"feed": {"id", "title", "updated", "author"}, "entry": {"id", "title", "updated"}}
MAY = {"feed": {"subtitle", "link", "entry"}, "entry": {"summary", "link", "category"}}


def feeds(*records: Record, address: str = ADDRESS, **fields: Any) -> dict[str, bytes]:
    settings = Settings(root=Path("/nonexistent"), site_url=address)
    return atom.feeds(site(*records, settings=settings, **fields))


def feed(*records: Record, language: str = "zh", **fields: Any) -> ET.Element:
    prefix = {"zh": "", "en": "en/"}[language]
    return ET.fromstring(feeds(*records, **fields)[f"{prefix}changes/feed.xml"])


def entries(found: ET.Element) -> list[tuple[str | None, ...]]:
    return [
        tuple(entry.findtext(f"{A}{name}") for name in ("title", "updated", "summary"))
        for entry in found.iter(f"{A}entry")
    ]


def note(day: str, zh: str, **others: str) -> dict[str, object]:
    return {"date": day, "note": {"zh": zh, **others}}


SOME = (
    plan(),
    form(updated="2026-04-01"),
    faq("b", changes=[note("2026-05-01", "費用 < 100 & 免附「影本」。", en="Less than 100.")]),
    faq("a", title={"zh": "接見？"}, changes=[note("2026-05-01", "一"), note("2026-05-01", "二")]),
)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_feed_has_what_the_standard_asks_for(language: str) -> None:
    found = feed(*SOME, language=language)
    for element in (found, *found.iter(f"{A}entry")):
        name = element.tag.removeprefix(A)
        children = [child.tag.removeprefix(A) for child in element]
        assert {one for one in children if one in ONCE[name]} == ONCE[name]
        assert all(children.count(one) == 1 for one in ONCE[name])
        assert set(children) <= ONCE[name] | MAY[name]
        assert TIME.fullmatch(element.findtext(f"{A}updated", ""))
        assert element.findtext(f"{A}title")
    assert found.tag == f"{A}feed"
    assert found.get(LANG) == {"zh": "zh-Hant-TW", "en": "en"}[language]
    assert (
        found.findtext(f"{A}author/{A}name") == {"zh": "示範監獄", "en": "Model Prison"}[language]
    )


@pytest.mark.parametrize(("language", "prefix"), [("zh", ""), ("en", "en/")])
def test_links_lead_to_the_feed_the_page_and_the_records(language: str, prefix: str) -> None:
    found = feed(*SOME, language=language)
    base = f"{ADDRESS}{prefix}"
    own = {link.get("rel"): dict(link.attrib) for link in found.findall(f"{A}link")}
    assert own["self"]["href"] == f"{base}changes/feed.xml"
    assert own["self"]["type"] == "application/atom+xml"
    assert own["alternate"]["href"] == found.findtext(f"{A}id") == f"{base}changes/"
    for entry in found.iter(f"{A}entry"):
        (link,) = entry.findall(f"{A}link")
        assert (link.get("rel"), link.get("type")) == ("alternate", "text/html")
        assert str(link.get("href")).startswith(base)


def test_entries_stand_newest_first_and_the_feed_is_as_new_as_the_first() -> None:
    found = feed(*SOME)
    days = [updated for _, updated, _ in entries(found)]
    assert days == sorted(map(str, days), reverse=True)
    assert found.findtext(f"{A}updated") == days[0] == "2026-05-01T00:00:00+08:00"


def test_an_entry_says_what_became_of_which_record() -> None:
    found = entries(feed(form(updated="2026-04-01"), SOME[2]))
    assert [(title, summary) for title, _, summary in found] == [
        ("怎麼預約？", "費用 < 100 & 免附「影本」。"),
        ("委託書", "內容更新"),
        ("怎麼預約？", "新公布"),
        ("委託書", "新公布"),
    ]


def test_words_in_another_language_say_so() -> None:
    entry = next(feed(SOME[3], language="en").iter(f"{A}entry"))
    for name in ("title", "summary"):
        element = entry.find(f"{A}{name}")
        assert element is not None
        assert element.get(LANG) == "zh-Hant-TW"


def test_every_entry_of_every_feed_has_a_name_of_its_own() -> None:
    ids = [
        element.text or ""
        for language in ("zh", "en")
        for element in feed(*SOME, language=language).iterfind(f"{A}entry/{A}id")
    ]
    assert len(ids) == len(set(ids)) == 16
    assert all(TAG.fullmatch(one) for one in ids), ids


def test_an_entry_keeps_its_name_when_its_record_moves_or_is_reworded() -> None:
    def names(record: Record) -> set[str | None]:
        return {element.text for element in feed(record).iterfind(f"{A}entry/{A}id")}

    before = names(faq("a", changes=[note("2026-05-01", "一")]))
    after = names(
        faq(
            "a",
            title={"zh": "改過的題目"},
            updated="2026-06-01",
            changes=[note("2026-05-01", "一點")],
        )
    )
    assert before < after


def test_a_feed_holds_the_last_changes_only() -> None:
    many = [
        faq(f"q-{n:03}", published=str(dt.date(2026, 1, 1) + dt.timedelta(n))) for n in range(70)
    ]
    found = entries(feed(*many))
    assert len(found) == 50
    assert found[0][1] == "2026-03-11T00:00:00+08:00"


def test_without_an_address_there_is_no_feed() -> None:
    assert feeds(*SOME, address="") == {}


def test_the_same_records_make_the_same_bytes() -> None:
    assert feeds(*SOME) == feeds(*reversed(SOME))


def test_days_of_git_stand_in_the_feed_without_a_word_of_git() -> None:
    record = faq("a", updated="2026-05-01")
    edits = {"a": (dt.date(2026, 3, 1), dt.date(2026, 5, 1))}
    assert catalogue(record, edits=edits).edits == edits
    assert [updated for _, updated, _ in entries(feed(record, edits=edits))] == [
        f"{day}T00:00:00+08:00" for day in ("2026-05-01", "2026-03-01", "2026-01-05")
    ]
