"""What can be found: every record, strategies, units and words of the glossary."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from disclosure.model.agency import Unit
from disclosure.model.catalogue import SCHEMES
from disclosure.model.citation import Citation
from disclosure.model.glossary import GlossaryTerm
from disclosure.model.record import Record
from disclosure.model.text import text
from disclosure.searching.document import Document
from disclosure.site import search_documents
from disclosure.site.search_documents import KINDS, documents
from disclosure.site.voice import Voice
from tests.unit.builders import (
    classified,
    faq,
    form,
    item,
    page,
    plan,
    service,
    site,
    voice,
)

PAROLE = GlossaryTerm(
    id="parole",
    term=text(zh="假釋", en="parole"),
    meaning=text(zh="提早**出監**。", en="Early release."),
    also={"zh": ("假釋出獄",)},
    sources=(Citation(title=text(zh="刑法")),),
)


def found(language: str, *records: Record, **fields: Any) -> dict[str, Document]:
    """Everything that can be found, by its address."""
    listed = list(documents(voice(language, *records, **fields)))
    assert len({one.path for one in listed}) == len(listed)
    return {one.path: one for one in listed}


def only(language: str, record: Record, **fields: Any) -> Document:
    """The document of one record."""
    made = voice(language, record, **fields)
    return search_documents._record(made, record)


# -- what there is -----------------------------------------------------------------------------


def test_every_shown_record_is_found() -> None:
    records = (plan(), faq(), service(), form(), item(), page())
    assert found("zh", *records).keys() == {
        *("plans/plan-115/", "plans/plan-115/#visits", "faq/visits/book-a-visit/"),
        *("services/certificate/", "forms/letter-form/", "disclosure/items/statistics/", "about/"),
        *("units/guard/", "units/secretary/"),
    }


@pytest.mark.parametrize("life", ["draft", "withdrawn"])
def test_what_is_not_shown_is_not_found(life: str) -> None:
    records = (plan(life=life), faq(life=life), page(life=life))
    assert found("zh", *records).keys() == {"units/guard/", "units/secretary/"}


def test_a_preview_finds_its_drafts() -> None:
    assert "faq/visits/book-a-visit/" in found("zh", faq(life="draft"), drafts=True)


def test_a_question_that_was_replaced_is_not_found() -> None:
    old = faq("old", superseded_by="new")
    listed = found("zh", old, faq("new"))
    assert "faq/visits/new/" in listed
    assert "faq/visits/old/" not in listed


def test_each_strategy_is_found_where_it_stands() -> None:
    strategy = {
        "id": "waiting",
        "number": "1",
        "title": text(zh="等候", en="Waiting"),
        "text": text(zh="縮短**等候**時間。", en="Wait less."),
        "units": ["guard"],
        "measures": [{"text": text(zh="叫號。", en="Numbers.")}],
        "benefit": text(zh="滿意。", en="Content."),
    }
    section = {"id": "s", "number": "一", "title": text(zh="便民", en="Ease")}
    sections = [section | {"strategies": [strategy]}]
    known = plan(sections=sections, year=2026, units=["secretary"])
    one = found("zh", known)["plans/plan-115/#waiting"]
    assert one == Document(
        path="plans/plan-115/#waiting",
        title="等候",
        body="縮短等候時間。 叫號。 滿意。",
        codes={
            **{"kind": ("strategy",), "theme": ("330",), "cake": ("634",), "service": ("I00",)},
            **{"year": ("2026",), "unit": ("guard",), "audience": (), "disclosure": ()},
        },
        trail=("服務計畫", "服務計畫", "便民"),
        unit="戒護科",
        date="115-01-05",
    )


def test_a_strategy_below_a_section_without_a_title() -> None:
    assert found("en", plan())["plans/plan-115/#visits"].trail == ("Service plans", "Service plan")


def test_the_words_of_the_strategies_are_not_those_of_the_plan() -> None:
    listed = found("zh", plan())
    assert "縮短等候" not in listed["plans/plan-115/"].body
    assert "縮短等候" in listed["plans/plan-115/#visits"].body
    assert "便民" in listed["plans/plan-115/"].body
    assert "法務部" in listed["plans/plan-115/"].body


def test_units_are_found_but_not_what_stands_for_all() -> None:
    units = (
        Unit(
            id="guard",
            name=text(zh="戒護科", en="Guard Section"),
            aliases=("戒護",),
            duties=text(zh="- 接見", en="- Visits"),
            phone="02-1234-5678",
        ),
        Unit(id="all", name=text(zh="各科室"), everyone=True),
    )
    listed = found("zh", faq(), units={unit.id: unit for unit in units})
    assert "units/all/" not in listed
    one = listed["units/guard/"]
    assert (one.title, one.body, one.trail) == ("戒護科", "接見", ("承辦單位",))
    assert {"戒護", "Guard Section", "02-1234-5678"} <= set(one.keywords)
    assert one.codes == {"kind": ("unit",), "unit": ("guard",)}


def test_words_of_the_glossary_are_found_at_their_place() -> None:
    one = found("zh", faq(), glossary=(PAROLE,))["glossary/#term-parole"]
    assert one == Document(
        path="glossary/#term-parole",
        title="假釋",
        body="提早出監。",
        codes={"kind": ("term",)},
        keywords=("假釋出獄", "parole"),
        trail=("用語說明",),
    )
    assert found("en", faq(), glossary=(PAROLE,))["glossary/#term-parole"].keywords == ("假釋",)


# -- what it is found by -----------------------------------------------------------------------


def test_a_question_is_found_by_all_that_stands_on_its_page() -> None:
    one = only(
        "zh",
        faq(
            number=7,
            units=["guard"],
            summary={"zh": "先**打電話**。", "en": "Call."},
            answer={"zh": "請打電話。\n\n1. 說[姓名](record:x)\n2. 等候", "en": "Call us."},
            easy_read={"zh": "打電話給我們。", "en": "Call."},
            legal_basis=[{"title": {"zh": "羈押法", "en": "Detention Act"}, "article": "23"}],
            sources=[{"title": {"zh": "某網頁", "en": "Some page"}}],
            keywords={"zh": ["預約"], "en": ["booking"]},
        ),
    )
    assert (one.path, one.title, one.summary) == (
        "faq/visits/book-a-visit/",
        "怎麼預約？",
        "先打電話。",
    )
    assert one.body.startswith("請打電話。 說姓名 等候 打電話給我們。 羈押法")
    assert "某網頁" not in one.body
    assert one.keywords == (
        *("預約", "F-visits-007", "Fvisits007", "330", "634", "I00", "How to book?"),
    )
    assert (one.trail, one.unit, one.date) == (("常見問題", "接見"), "戒護科", "115-01-05")


def test_every_text_of_a_service_is_found() -> None:
    one = only(
        "zh",
        service(
            number=1,
            documents=[{"id": "identity", "name": text(zh="身分證件", en="Identity")}],
            fee={"text": text(zh="免費。", en="None.")},
            remedy=text(zh="可以陳情。", en="File a petition."),
            flow={
                "lanes": [{"id": "me", "name": text(zh="申請人", en="You"), "citizen": True}],
                "steps": [
                    {
                        "id": "a",
                        "lane": "me",
                        "kind": "start",
                        "action": text(zh="遞件", en="Hand"),
                    },
                    {"id": "b", "lane": "me", "kind": "end", "action": text(zh="領取", en="Fetch")},
                ],
            },
        ),
    )
    for words in ("身分證件", "免費", "陳情", "申請人", "遞件", "領取"):
        assert words in one.body, words


def test_an_editors_page_is_found_by_its_finished_words() -> None:
    about = page(summary={"zh": "我們。", "en": "Us."})
    made = voice("zh", about)
    made.site.prose["about", "zh"] = (
        '<h2 id="x">聯絡</h2>\n<p><a href="../">R&amp;D</a>\u3000科</p>'
    )
    one = search_documents._record(made, about)
    assert (one.body, one.summary, one.trail) == ("聯絡 R&D 科", "我們。", ())


def test_the_words_of_a_line_stay_together() -> None:
    made = voice("zh", page())
    made.site.prose["about", "zh"] = "<p>請看<a href='x'>須知</a>。</p><ul><li>甲<br>乙</li></ul>"
    assert search_documents._record(made, page()).body == "請看須知。 甲 乙"


def test_nothing_of_the_frame_is_found() -> None:
    """Neither the agency's facts, which stand on every page, nor what the interface says."""
    records = (faq(), service(), form(), item(), plan(), page())
    s = voice("zh").strings
    for one in found("zh", *records).values():
        whole = "\n".join((one.title, one.summary, one.body, one.unit, *one.keywords))
        for words in ("示範監獄", s["search_label"], s["home"]):
            assert words not in whole, (one.path, words)


# -- languages ---------------------------------------------------------------------------------


def test_the_title_in_another_language_is_a_key_word() -> None:
    assert "How to book?" in only("zh", faq()).keywords
    assert "怎麼預約？" in only("en", faq()).keywords
    assert "booking" not in only("zh", faq(keywords={"en": ["booking"]})).keywords


def test_what_is_not_translated_is_found_and_says_its_language() -> None:
    partly = faq(title={"zh": "怎麼預約？", "en": "How to book?"}, answer={"zh": "請打電話。"})
    one = only("en", partly)
    assert (one.title, one.title_lang) == ("How to book?", "")
    assert (one.body, one.body_lang) == ("請打電話。", "zh-Hant-TW")
    other = only("en", faq(title={"zh": "怎麼預約？"}))
    assert (other.title, other.title_lang) == ("怎麼預約？", "zh-Hant-TW")
    assert (other.body, other.body_lang) == ("Call us.", "")
    home = only("zh", partly)
    assert (home.title_lang, home.body_lang) == ("", "")


def test_what_a_result_cannot_mark_is_found_but_not_shown() -> None:
    """A result has one mark of language for its text: none for a summary that stands before it."""
    half = plan(summary={"zh": "一年的計畫。"}, goals={"zh": "目標。", "en": "Goals."})
    document = found("en", half)["plans/plan-115/"]
    assert document.summary == ""
    assert "一年的計畫。" in document.keywords
    whole = found("zh", half)["plans/plan-115/"]
    assert whole.summary == "一年的計畫。"
    assert "一年的計畫。" not in whole.keywords


def test_an_editors_page_says_its_language() -> None:
    about = page(title={"zh": "關於"}, written=("zh",))
    assert (only("en", about).title_lang, only("en", about).body_lang) == ("zh-Hant-TW",) * 2
    assert only("zh", about).body_lang == ""


def test_a_body_of_which_a_part_is_translated_is_in_the_language_of_the_page() -> None:
    mixed = faq(answer={"zh": "請打電話。"}, easy_read={"zh": "打。", "en": "Call."})
    one = only("en", mixed)
    assert (one.body, one.body_lang) == ("請打電話。 Call.", "")


def test_dates_and_names_are_those_of_the_language() -> None:
    known = faq(units=["guard"], updated=dt.date(2026, 3, 5))
    assert (only("zh", known).date, only("zh", known).unit) == ("115-03-05", "戒護科")
    assert (only("en", known).date, only("en", known).unit) == ("2026-03-05", "Guard Section")


# -- codes -------------------------------------------------------------------------------------


def test_codes_are_those_by_which_records_are_listed() -> None:
    known = service(
        units=["guard"], classification=classified(audience=("families", "public")), number=1
    )
    codes = only("zh", known).codes
    assert codes["kind"] == ("service",)
    assert (codes["theme"], codes["audience"]) == (("330",), ("families", "public"))
    assert codes["unit"] == ("guard",)


def test_every_kind_and_code_has_a_name() -> None:
    records = (plan(), faq(units=["guard"]), service(), form(), item(), page())
    for language in ("zh", "en"):
        made = voice(language, *records, glossary=(PAROLE,))
        facets = search_documents.facets(made)
        names = {scheme: codes for scheme, _, codes in facets}
        assert list(names) == ["kind", *SCHEMES]
        assert tuple(names["kind"]) == KINDS
        assert all(name and all(codes.values()) for _, name, codes in facets)
        kinds = set()
        for one in documents(made):
            assert set(one.codes) <= set(names)
            for scheme, codes in one.codes.items():
                assert set(codes) <= set(names[scheme]), (one.path, scheme)
            kinds |= set(one.codes["kind"])
        assert kinds == set(KINDS)


def test_years_are_named_in_both_counts() -> None:
    (years,) = (
        codes
        for scheme, _, codes in search_documents.facets(voice("zh", plan()))
        if scheme == "year"
    )
    assert years.keys() == {"2026"}
    assert "115" in years["2026"]


def test_the_documents_are_the_same_for_the_same_records() -> None:
    one, other = (site(*order) for order in ((faq(), plan()), (plan(), faq())))
    assert list(documents(Voice(one, "zh"))) == list(documents(Voice(other, "zh")))
