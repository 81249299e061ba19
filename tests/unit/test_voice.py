"""Saying things in one language, with honest fall-back."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from disclosure.model.plan import Target
from disclosure.model.record import Record, UnitRef
from disclosure.model.text import text
from disclosure.site.plans import targets
from disclosure.site.units import strategy_number
from disclosure.site.voice import Voice, chinese_number
from tests.unit.builders import DAY, deadline, faq, page, plan, voice


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        *(("一", 1), ("九", 9), ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23)),
        *(("柒", 7), ("拾", 10), ("拾貳", 12), ("貳拾", 20), ("零", 0), ("〇", 0)),
        *(("九十九", 99), ("一〇二", 102)),
    ],
)
def test_a_chinese_numeral_is_a_number(numeral: str, number: int) -> None:
    assert chinese_number(numeral) == number


@pytest.mark.parametrize(
    ("printed", "zh", "en"),
    [
        ("一", "一", "1"),
        ("（十二）", "（十二）", "(12)"),
        ("壹、", "壹、", "1、"),
        ("1．2", "1．2", "1.2"),
        ("第三點", "第三點", "第3點"),
        ("(A)", "(A)", "(A)"),
        ("", "", ""),
        (None, "", ""),
    ],
)
def test_a_printed_number_is_kept_in_chinese_and_arabic_elsewhere(
    printed: str | None, zh: str, en: str
) -> None:
    assert voice("zh").numeral(printed) == zh
    assert voice("en").numeral(printed) == en


@pytest.mark.parametrize("printed", ["十十", "二十二十", "二十三十", "二三十", "十一二"])
def test_a_numeral_that_is_no_number_is_left_as_it_is(printed: str) -> None:
    assert voice("en").numeral(printed) == printed


def test_the_number_of_a_strategy_is_that_of_its_section_and_its_own() -> None:
    assert strategy_number(voice("zh"), "二", "（四）") == "二.四"
    assert strategy_number(voice("en"), "二", "（四）") == "2.4"


def test_words_of_another_language_are_marked_and_noticed() -> None:
    en = voice("en")
    assert en.words(text(zh="甲", en="a")) == "a"
    assert not en.fell_back
    assert en.words(text(zh="甲")) == {"words": "甲", "lang": "zh-Hant-TW"}
    assert en.fell_back
    assert en.plain(text(zh="甲")) == "甲"
    assert (en.plain(None), en.maybe(None), en.prose(None)) == ("", None, None)


def test_prose_of_another_language_is_marked_and_its_links_are_resolved() -> None:
    words = "[甲](record:plan-115#visits) [乙](index:theme) [丙](x.md)"
    links = {"record:plan-115#visits": "plans/plan-115/#visits", "index:theme": "browse/theme/"}
    en = voice("en", plan())
    assert en.prose(text(zh=words)) == {"source": words, "lang": "zh-Hant-TW", "links": links}
    assert en.fell_back
    zh = voice("zh", plan())
    assert zh.prose(text(zh=words)) == {"source": words, "lang": "", "links": links}
    assert not zh.fell_back


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("record:plan-115", "plans/plan-115/"),
        ("record:book-a-visit", "faq/visits/book-a-visit/"),
        ("record:about", "about/"),
        ("index:home", ""),
        ("index:unit", "units/"),
        ("index:year", "browse/year/"),
        ("index:browse#x", "browse/#x"),
    ],
)
def test_a_link_by_name_is_resolved_to_a_path(target: str, path: str) -> None:
    assert voice("en", plan(), faq(), page()).resolve(target) == path


def test_dates_and_years_are_shown_by_the_calendar_of_the_language() -> None:
    day = dt.date(2023, 4, 27)
    assert voice("zh").date(day) == {"iso": "2023-04-27", "shown": "112-04-27"}
    assert voice("en").date(day) == {"iso": "2023-04-27", "shown": "2023-04-27"}
    assert voice("en").date(None) is None
    assert voice("zh").year(2022) == "民國 111 年（2022）"
    assert voice("en").year(2022) == "2022 (ROC 111)"


@pytest.mark.parametrize(
    ("kind", "fields", "zh", "en"),
    [
        (
            *("date", {"date": "2022-12-31"}),
            {"iso": "2022-12-31", "shown": "111-12-31 前", "printed": ""},
            {"iso": "2022-12-31", "shown": "By 2022-12-31", "printed": ""},
        ),
        (
            *("month", {"month": "2022-06", "printed": "111 年 6 月"}),
            {"iso": "2022-06", "shown": "民國 111 年 6 月", "printed": ""},
            {"iso": "2022-06", "shown": "2022-06", "printed": ""},
        ),
        (
            *("ongoing", {"printed": "賡續辦理"}),
            {"iso": "", "shown": "持續辦理", "printed": "賡續辦理"},
            {"iso": "", "shown": "Ongoing", "printed": ""},
        ),
        (
            *("half-yearly", {"printed": "每 半年"}),
            {"iso": "", "shown": "每半年", "printed": ""},
            {"iso": "", "shown": "Every half-year", "printed": ""},
        ),
    ],
)
def test_a_deadline_is_said_in_words_and_as_printed_where_that_differs(
    kind: str, fields: dict[str, str], zh: dict[str, str], en: dict[str, str]
) -> None:
    assert voice("zh").deadline(deadline(kind, **fields)) == zh
    assert voice("en").deadline(deadline(kind, **fields)) == en


def said(language: str, **fields: Any) -> dict[str, Any]:
    target = Target(what=text(zh="滿意度", en="Satisfaction"), **fields)
    (view,) = targets(voice(language), [target])
    return view


@pytest.mark.parametrize(
    ("fields", "zh", "en"),
    [
        ({}, "", ""),
        ({"number": Decimal(4)}, "4", "4"),
        (
            {"number": Decimal("80.0"), "comparison": "at-least", "unit": text(zh="%")},
            "至少 80 %",
            "at least 80 %",
        ),
        (
            {
                "number": Decimal("0.50"),
                "comparison": "less-than",
                "unit": text(zh="分", en="points"),
                "period": "month",
            },
            "每月少於 0.5 分",
            "less than 0.5 points a month",
        ),
        (
            {
                "number": Decimal(100),
                "comparison": "more-than",
                "unit": text(zh="次", en="times"),
                "period": "half-year",
            },
            "每半年超過 100 次",
            "more than 100 times every half-year",
        ),
        (
            {"number": Decimal(2), "comparison": "at-most", "period": "each-time"},
            "每次至多 2",
            "at most 2 each time",
        ),
        (
            {"number": Decimal(3), "comparison": "exactly", "unit": text(zh="場", en="sessions")},
            "3 場",
            "3 sessions",
        ),
    ],
)
def test_a_target_is_said_as_an_amount(fields: dict[str, Any], zh: str, en: str) -> None:
    assert [" ".join(said("zh", **fields)["amount"].split())] == [zh]
    assert [" ".join(said("en", **fields)["amount"].split())] == [en]
    assert said("zh", **fields)["what"] == "滿意度"
    assert said("en", **fields)["what"] == "Satisfaction"


def test_the_printed_words_of_a_target_are_shown_in_their_own_language_only() -> None:
    fields = {"number": Decimal(80), "comparison": "at-least", "printed": "8 成以上"}
    assert said("zh", **fields)["printed"] == "8 成以上"
    assert said("en", **fields)["printed"] == ""
    assert said("zh", **fields | {"printed": "80"})["printed"] == ""


@pytest.mark.parametrize(
    ("number", "shown"),
    [("4", "4"), ("100", "100"), ("80.0", "80"), ("0.50", "0.5"), ("1E+2", "100"), ("0", "0")],
)
def test_a_number_has_no_needless_zeros(number: str, shown: str) -> None:
    assert Voice.number(Decimal(number)) == shown


def test_a_unit_is_a_link_with_its_note() -> None:
    reference = UnitRef(unit="guard", note=text(zh="接見室"))
    assert voice("zh").unit(reference) == {
        "path": "units/guard/",
        "name": "戒護科",
        "note": "接見室",
    }
    en = voice("en")
    assert en.unit(reference) == {
        "path": "units/guard/",
        "name": "Guard Section",
        "note": {"words": "接見室", "lang": "zh-Hant-TW"},
    }
    assert en.fell_back


def test_the_facts_of_a_record() -> None:
    facts = voice("en").facts(faq(units=["guard"], reviewed=dt.date(2026, 2, 1)))
    assert [unit["path"] for unit in facts["units"]] == ["units/guard/"]
    assert facts["published"] == facts["updated"] == {"iso": "2026-01-05", "shown": "2026-01-05"}
    assert facts["reviewed"]["iso"] == "2026-02-01"


@pytest.mark.parametrize("record", [plan(units=["guard", "secretary"]), faq(units=["guard"])])
def test_an_entry_of_a_list_names_the_first_unit(record: Record) -> None:
    en = voice("en", record)
    entry = en.entry(record)
    assert entry["units"] == ["Guard Section"]
    assert entry["updated"]["iso"] == DAY.isoformat()
    assert en.entry(record) is entry


def test_an_entry_in_another_language_does_not_mark_the_list_as_untranslated() -> None:
    record = faq(title={"zh": "怎麼預約？"})
    en = voice("en", record)
    assert en.entry(record)["title"] == {"words": "怎麼預約？", "lang": "zh-Hant-TW"}
    assert not en.fell_back


@pytest.mark.parametrize(("language", "tag"), [("zh", ""), ("en", "zh-Hant-TW")])
def test_chinese_words_are_marked_on_pages_in_another_script(language: str, tag: str) -> None:
    assert voice("zh").site.han_tag(language) == tag


def test_a_list_is_joined_as_the_language_does() -> None:
    assert voice("zh").join(["甲", "乙"]) == "甲、乙"
    assert voice("en").join(["a", "b"]) == "a, b"
