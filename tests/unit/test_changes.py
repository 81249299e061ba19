"""What became of records, on their pages and on the page of all changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pytest

from disclosure.model.catalogue import Catalogue
from disclosure.model.record import Record
from disclosure.site import changes, history
from disclosure.site.pages import record_pages
from disclosure.site.voice import Voice
from tests.unit.builders import DAY, catalogue, faq, plan
from tests.unit.builders import site as site_of

WITHDRAWN = {"date": "2026-06-01", "reason": {"zh": "法規修正了。", "en": "The law has changed."}}


def date(words: str) -> dt.date:
    return dt.date.fromisoformat(words)


def note(day: str, zh: str = "改了。") -> dict[str, object]:
    return {"date": day, "note": {"zh": zh}}


def told(events: Iterable[history.Event]) -> list[tuple[str, str]]:
    return [(str(event.date), event.what) for event in events]


def with_edits(record: Record, *days: str) -> Catalogue:
    return catalogue(record, edits={record.id: tuple(date(day) for day in days)})


def test_a_record_was_new_once() -> None:
    assert told(history.of_record(catalogue(plan()), plan())) == [("2026-01-05", "new")]


def test_updates_and_notes_stand_newest_first() -> None:
    record = faq("a", updated="2026-05-01", changes=[note("2026-02-01"), note("2026-03-01")])
    assert told(history.of_record(catalogue(record), record)) == [
        ("2026-05-01", "updated"),
        ("2026-03-01", "note"),
        ("2026-02-01", "note"),
        ("2026-01-05", "new"),
    ]


def test_a_note_says_more_than_the_update_of_its_day() -> None:
    record = faq("a", updated="2026-05-01", changes=[note("2026-05-01")])
    assert told(history.of_record(catalogue(record), record))[0] == ("2026-05-01", "note")
    assert len(history.of_record(catalogue(record), record)) == 2


def test_notes_of_one_day_are_told_apart() -> None:
    record = faq("a", changes=[note("2026-05-01", "一"), note("2026-05-01", "二")])
    numbers = [event.number for event in history.of_record(catalogue(record), record)]
    assert numbers == [1, 2, 1]


def test_an_update_on_the_day_of_publication_is_no_second_event() -> None:
    record = faq("a", updated=str(DAY))
    assert told(history.of_record(catalogue(record), record)) == [("2026-01-05", "new")]


def test_days_of_git_stand_between_publication_and_the_agency_s_own_date() -> None:
    record = faq("a", updated="2026-05-01")
    found = with_edits(record, "2025-12-01", "2026-01-05", "2026-02-01", "2026-05-01", "2026-06-01")
    assert told(history.of_record(found, record)) == [
        ("2026-05-01", "updated"),
        ("2026-02-01", "updated"),
        ("2026-01-05", "new"),
    ]


def test_the_site_s_changes_are_those_of_all_records_with_a_page() -> None:
    gone = faq("gone", life="withdrawn", withdrawn=WITHDRAWN)
    draft = faq("draft", life="draft", published="2026-07-01")
    records = (plan(), faq("b"), faq("a", updated="2026-05-01"), gone, draft)
    events = history.of_site(catalogue(*records))
    assert [(str(one.date), one.record.id, one.what) for one in events] == [
        ("2026-06-01", "gone", "withdrawn"),
        ("2026-05-01", "a", "updated"),
        ("2026-01-05", "a", "new"),
        ("2026-01-05", "b", "new"),
        ("2026-01-05", "gone", "new"),
        ("2026-01-05", "plan-115", "new"),
    ]


def test_a_record_s_page_shows_more_than_the_two_dates_it_has_anyway() -> None:
    plain, updated = faq("plain"), faq("updated", updated="2026-05-01")
    noted = faq("noted", changes=[note("2026-05-01")])
    site = site_of(plain, updated, noted)
    voice = Voice(site, "zh")
    assert changes.of_record(voice, plain) == {"changes": []}
    assert changes.of_record(voice, updated) == {"changes": []}
    assert changes.of_record(voice, noted)["changes"] == [
        {"date": {"iso": "2026-05-01", "shown": "115-05-01"}, "what": "更新說明", "note": "改了。"},
        {"date": {"iso": "2026-01-05", "shown": "115-01-05"}, "what": "新公布", "note": None},
    ]
    english = Voice(site, "en")
    (first, _) = changes.of_record(english, noted)["changes"]
    assert first["note"] == {"words": "改了。", "lang": "zh-Hant-TW"}
    assert english.fell_back


def test_the_page_of_all_changes_is_by_month() -> None:
    site = site_of(faq("a", updated="2026-05-01"), faq("b", changes=[note("2026-05-20")]))
    view = changes.page(Voice(site, "zh"), history.of_site(site.catalogue)).view
    assert [(one["id"], one["title"]) for one in view["months"]] == [
        ("month-2026-05", "民國 115 年 5 月"),
        ("month-2026-01", "民國 115 年 1 月"),
    ]
    newest = view["months"][0]["entries"][0]
    assert newest["path"] == "faq/visits/b/"
    assert (newest["kind"], newest["what"], newest["note"]) == ("常見問題", "更新說明", "改了。")
    assert view["pager"] is None


def test_a_long_list_of_changes_stands_on_several_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "PART", 2)
    site = site_of(*(faq(name) for name in "abc"), faq("d", updated="2026-05-01"))
    planned = [one for one in record_pages(site) if one.path.startswith("changes/")]
    assert [(one.path, one.language, str(one.modified)) for one in planned] == [
        (path, language, day)
        for language in ("zh", "en")
        for path, day in (
            ("changes/", "2026-05-01"),
            ("changes/part/2/", "2026-01-05"),
            ("changes/part/3/", "2026-01-05"),
        )
    ]
    specs = [one.spec(site) for one in planned if one.language == "zh"]
    assert [sum(len(m["entries"]) for m in one.view["months"]) for one in specs] == [2, 2, 1]
    assert len({one.title for one in specs}) == 3
    assert specs[1].crumbs[-1] == ("更新紀錄", "changes/")
