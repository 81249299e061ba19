"""The meta tags of each page: fifteen fields and three classifications."""

from __future__ import annotations

import datetime as dt

import pytest

from disclosure.model.agency import Agency
from disclosure.model.record import Record, kind_of
from disclosure.model.text import text
from disclosure.site import metadata
from tests.unit.builders import TREES, classified, faq, page, plan, tree, voice

#: The standard's names; DC.coverage stands for its beginning and its end.
NAMES = [
    *("DC.Title", "DC.Creator", "DC.Subject", "DC.Description", "DC.Contributor", "DC.Type"),
    *("DC.Format", "DC.Source", "DC.Language", "DC.coverage.t.min", "DC.coverage.t.max"),
    *("DC.Publisher", "DC.Date", "DC.Identifier", "DC.Relation", "DC.Rights"),
    *("Category.Theme", "Category.Cake", "Category.Service"),
]


def values(found: metadata.Metadata, name: str) -> list[str]:
    return [content for one, content in found if one == name]


@pytest.mark.parametrize("record", [plan(), faq(), page()])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_record_has_the_fields_of_the_standard_in_order(
    language: str, record: Record
) -> None:
    found = metadata.of_record(voice(language, record), record)
    assert [name for name, _ in found] == NAMES
    assert len({name.partition(".t.")[0] for name in NAMES}) == 15 + 3
    assert all(content for _, content in found)


@pytest.mark.parametrize("records", [[], [plan(), faq()]])
def test_every_index_has_the_fields_of_the_standard_too(records: list[Record]) -> None:
    home = page("index.md")
    found = metadata.of_index(voice("en", home, *records), "browse/", "Browse", "", records)
    assert [name for name, _ in found] == NAMES
    assert values(found, "DC.Identifier") == ["browse"]
    assert values(found, "DC.Description") == ["Browse"]


def test_the_fields_of_a_plan() -> None:
    record = plan(
        units=["guard", "secretary"],
        year=2022,
        updated=dt.date(2026, 3, 1),
        summary={"zh": "摘要", "en": "Summary"},
        carries_out="above",
        keywords={"zh": ["甲", "乙"], "en": ["a", "b"]},
    )
    above = plan("above", title={"zh": "上位", "en": "Above"})
    agency = Agency(name=text(zh="示範監獄", en="Model Prison"), code="2.16.886.1")
    found = dict(metadata.of_record(voice("en", record, above, agency=agency), record))
    assert found == {
        "DC.Title": "Service plan",
        "DC.Creator": "Model Prison",
        "DC.Subject": "Service plan",
        "DC.Description": "Summary",
        "DC.Contributor": "Guard Section,秘書室",
        "DC.Type": "Service plan",
        "DC.Format": "text",
        "DC.Source": "Model Prison",
        "DC.Language": "English",
        "DC.coverage.t.min": "2022-01-01",
        "DC.coverage.t.max": "2022-12-31",
        "DC.Publisher": "Model Prison",
        "DC.Date": "2026-03-01",
        "DC.Identifier": "2.16.886.1-plan-115",
        "DC.Relation": "Above",
        "DC.Rights": "Model Prison",
        "Category.Theme": "330",
        "Category.Cake": "634",
        "Category.Service": "I00",
        "Keywords": "a,b",
    }


def test_a_field_repeats_where_there_are_several_values() -> None:
    record = faq(classification=classified(theme=("330", "310"), cake=("634", "600")))
    found = metadata.of_record(voice("zh", record), record)
    assert values(found, "Category.Theme") == ["330", "310"]
    assert values(found, "Category.Cake") == ["634", "600"]


def test_a_code_that_was_never_seen_in_use_is_not_printed() -> None:
    theme = tree(
        "theme",
        terms=[
            {"code": "330", "name": {"zh": "甲"}, "attested": "label", "code_seen": False},
            {"code": "310", "name": {"zh": "乙"}, "attested": "label"},
        ],
    )
    record = faq(classification=classified(theme=("330", "310", "999")))
    made = voice("zh", record, trees={**TREES, "theme": theme})
    assert values(metadata.of_record(made, record), "Category.Theme") == ["310"]
    assert values(metadata.of_index(made, "x/", "X", "", [record]), "Category.Theme") == ["310"]


def test_an_index_has_the_codes_and_the_dates_of_what_it_lists() -> None:
    records = [
        faq("a", published=dt.date(2024, 1, 1), classification=classified(theme=("330",))),
        faq("b", published=dt.date(2025, 1, 1), classification=classified(theme=("310",))),
        faq("c", published=dt.date(2023, 1, 1), updated=dt.date(2026, 1, 1)),
    ]
    found = metadata.of_index(voice("zh", *records), "faq/visits/", "接見", "說明", records)
    assert values(found, "Category.Theme") == ["310", "330"]
    assert values(found, "DC.coverage.t.min") == ["2023-01-01"]
    assert values(found, "DC.coverage.t.max") == ["2026-01-01"]
    assert values(found, "DC.Date") == ["2026-01-01"]
    assert values(found, "DC.Identifier") == ["faq-visits"]
    assert values(found, "DC.Description") == ["說明"]


def test_an_index_that_lists_nothing_takes_the_codes_of_the_agency() -> None:
    agency = Agency(name=text(zh="甲"), classification=classified(theme=("310",)))
    found = metadata.of_index(voice("zh", agency=agency), "", "首頁", "", [])
    assert values(found, "Category.Theme") == ["310"]
    assert values(found, "DC.Identifier") == ["home"]


def test_key_words_stand_in_the_language_of_the_page_only() -> None:
    record = faq(keywords={"zh": ["甲"]})
    assert values(metadata.of_record(voice("zh", record), record), "Keywords") == ["甲"]
    assert values(metadata.of_record(voice("en", record), record), "Keywords") == []


def test_the_rights_are_the_agencys_own_words_where_it_has_some() -> None:
    agency = Agency(name=text(zh="甲"), rights=text(zh="乙"))
    found = metadata.of_record(voice("zh", faq(), agency=agency), faq())
    assert values(found, "DC.Rights") == ["乙"]
    assert values(found, "DC.Relation") == ["甲"]


@pytest.mark.parametrize(("record", "kind"), [(plan(), "plan"), (faq(), "faq"), (page(), "page")])
def test_the_kind_of_a_record_has_a_name_in_each_language(record: Record, kind: str) -> None:
    assert kind_of(record) == kind
    assert voice("zh").strings[f"kind_{kind}"] != voice("en").strings[f"kind_{kind}"]
