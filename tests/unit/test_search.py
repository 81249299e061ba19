"""What the search page looks through."""

from __future__ import annotations

import json

from disclosure.model.record import Record
from disclosure.site import search, urls
from disclosure.site.voice import Voice
from tests.unit.builders import faq, page, plan, service, site, voice


def rows(language: str, *records: Record) -> list[list[str]]:
    found: list[list[str]] = json.loads(search.words(voice(language, *records)))
    return found


def test_every_shown_record_is_found_by_its_words() -> None:
    records = (
        plan(units=["guard"], summary={"zh": "一年。", "en": "A year."}),
        faq(number=7, keywords={"zh": ["預約"], "en": ["booking"]}),
        service(life="draft"),
        page(),
    )
    found = {row[0]: row[1:] for row in rows("zh", *records)}
    assert set(found) == {"plans/plan-115/", "faq/visits/book-a-visit/", "about/"}
    title, kind, told, words, *tags = found["faq/visits/book-a-visit/"]
    assert (title, kind, told, tags) == ("怎麼預約？", "常見問題", "", ["", ""])
    assert words.split()[0] == "預約"
    assert "7" in words
    assert found["plans/plan-115/"][2:] == ["一年。", "戒護科", "", ""]


def test_each_language_has_its_own_words_and_falls_back() -> None:
    records = (faq(keywords={"zh": ["預約"]}), plan(title={"zh": "計畫"}))
    found = {row[0]: row for row in rows("en", *records)}
    assert found["faq/visits/book-a-visit/"][1] == "How to book?"
    assert "預約" not in found["faq/visits/book-a-visit/"][4]
    assert (found["plans/plan-115/"][1], found["plans/plan-115/"][5]) == ("計畫", "zh-Hant-TW")


def test_what_is_told_in_another_language_says_which() -> None:
    found = rows("en", plan(title={"zh": "計畫", "en": "Plan"}, summary={"zh": "一年。"}))
    assert found[0][5:] == ["", "zh-Hant-TW"]


def test_addresses_are_below_the_root_of_the_language() -> None:
    """The page puts its own way to that root before them."""
    assert {row[0] for row in rows("en", faq())} == {row[0] for row in rows("zh", faq())}
    made = search.page(voice("en", faq()))
    assert made.view["records"] == urls.SEARCH_WORDS


def test_the_words_are_the_same_for_the_same_records() -> None:
    one, other = (site(*order) for order in ((faq(), plan()), (plan(), faq())))
    assert search.words(Voice(one, "zh")) == search.words(Voice(other, "zh"))
