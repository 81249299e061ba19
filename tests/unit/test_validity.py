"""From when until when a record holds, and what its page is told of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.model.record import Record
from disclosure.model.settings import Settings
from disclosure.model.validity import Validity
from disclosure.site import plans, services, validity
from disclosure.site.voice import Voice
from tests.unit.builders import faq, form, item, page, plan, service, site

PERIOD = {"since": "2026-03-01", "until": "2026-06-30"}


def voice(day: str, *records: Record, language: str = "zh") -> Voice:
    """Of a site as it is on a day."""
    today = dt.date.fromisoformat(day)
    return Voice(site(*records, settings=Settings(Path("/"), today=today)), language)


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ("2026-02-28", "coming"),
        ("2026-03-01", "current"),
        ("2026-06-30", "current"),
        ("2026-07-01", "over"),
    ],
)
def test_both_days_are_included(day: str, standing: str) -> None:
    assert Validity(**PERIOD).standing(dt.date.fromisoformat(day)) == standing  # type: ignore[arg-type]


def test_a_side_that_is_not_known_has_no_end() -> None:
    first, last = dt.date(1912, 1, 1), dt.date(2199, 12, 31)
    since, until = Validity(since="2026-03-01"), Validity(until="2026-06-30")  # type: ignore[arg-type]
    assert (since.standing(first), since.standing(last)) == ("coming", "current")
    assert (until.standing(first), until.standing(last)) == ("current", "over")
    assert (since.standing(None), until.standing(None)) == ("current", "current")
    assert faq().standing(last) == "current"


@pytest.mark.parametrize("make", [faq, form, item, page, plan])
def test_every_kind_says_when_it_holds(make: Callable[..., Record]) -> None:
    record = make(validity=PERIOD)
    told = validity.of_record(voice("2026-05-01", record), record)
    assert told is not None
    assert told["said"] == "自 {0} 起適用，到 {1} 為止。"
    assert [one["iso"] for one in told["dates"]] == ["2026-03-01", "2026-06-30"]
    assert validity.of_record(voice("2026-05-01"), make()) is None


@pytest.mark.parametrize(
    ("period", "day", "said", "dates"),
    [
        ({"since": "2026-03-01"}, "2026-05-01", "自 {0} 起適用。", ["2026-03-01"]),
        ({"until": "2026-06-30"}, "2026-05-01", "適用到 {0} 為止。", ["2026-06-30"]),
        (PERIOD, "2026-02-01", "這裡寫的內容自 {0} 起才適用。", ["2026-03-01"]),
        (PERIOD, "2026-08-01", "這裡寫的內容適用到 {0} 為止。", ["2026-06-30"]),
        ({"note": {"zh": "試辦。", "en": "A trial."}}, "2026-05-01", "", []),
    ],
)
def test_what_is_said_fits_what_is_known(
    period: dict[str, object], day: str, said: str, dates: list[str]
) -> None:
    record = faq(validity=period)
    told = validity.of_record(voice(day, record), record)
    assert told is not None
    assert told["said"] == said
    assert [one["iso"] for one in told["dates"]] == dates


def test_a_service_in_force_says_so_among_its_facts_only() -> None:
    record = service(validity=PERIOD)
    for day, top in (("2026-02-01", True), ("2026-05-01", False), ("2026-08-01", True)):
        made = voice(day, record)
        for spec in (services.page(made, record), services.sheet(made, record)):
            assert (spec.validity is not None) == top
        assert services.page(made, record).view["validity"]["until"]["iso"] == "2026-06-30"


def test_lists_say_it_in_a_word() -> None:
    record, other = plan(validity=PERIOD), plan("plan-114", year=2025)
    for day, word in (("2026-02-01", "尚未適用"), ("2026-05-01", ""), ("2026-08-01", "已失效")):
        made = voice(day, record, other)
        assert made.entry(record)["standing"] == word
        assert made.link(record)["standing"] == word
        years = plans.index(made).view["years"]
        assert [one["standing"] for year in years for one in year["plans"]] == [word, ""]


def test_a_remark_that_is_not_translated_is_shown_in_the_original_and_counts() -> None:
    record = faq(validity={**PERIOD, "note": {"zh": "試辦。"}})
    made = voice("2026-05-01", record, language="en")
    told = validity.of_record(made, record)
    assert told is not None
    assert told["note"]["lang"] == "zh-Hant-TW"
    assert made.fell_back
