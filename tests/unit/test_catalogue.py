"""Records looked up by id, code, unit and year."""

from __future__ import annotations

import datetime as dt

import pytest

from disclosure.model.catalogue import SCHEMES, codes_of, units_of, year_of
from disclosure.model.plan import Plan
from tests.unit.builders import catalogue, classified, deadline, faq, page, plan


def _ids(records: tuple) -> list[str]:  # type: ignore[type-arg]
    return [record.id for record in records]


def test_the_codes_of_a_record_in_every_scheme() -> None:
    record = plan(
        units=["secretary"],
        classification=classified(theme=("330", "310"), audience=("families",), disclosure=("5",)),
    )
    assert codes_of(record) == {
        "theme": ("330", "310"),
        "cake": ("634",),
        "service": ("I00",),
        "unit": ("secretary",),
        "audience": ("families",),
        "year": ("2026",),
        "disclosure": ("5",),
    }
    assert tuple(codes_of(record)) == SCHEMES


def test_the_units_of_a_plan_are_those_of_all_its_parts_each_once() -> None:
    words = {"zh": "文"}
    item = {"text": words, "units": ["d"], "items": [{"text": words, "units": ["e", "a"]}]}
    strategy = {
        "id": "x",
        "number": "1",
        "title": words,
        "text": words,
        "units": ["c", "a"],
        "measures": [item],
    }
    record = plan(
        units=["a"],
        prepared={"units": ["b"]},
        sections=[{"id": "s", "number": "一", "strategies": [strategy]}],
        control={"heading": words, "clauses": [{"text": words, "units": [{"unit": "f"}]}]},
    )
    assert units_of(record) == ("a", "b", "c", "d", "e", "f")


@pytest.mark.parametrize(
    ("record", "year"),
    [
        (plan(year=2014, updated=dt.date(2026, 5, 1)), 2014),
        (faq(published=dt.date(2024, 5, 1)), 2024),
        (faq(published=dt.date(2024, 5, 1), updated=dt.date(2025, 1, 1)), 2025),
        (page(published=dt.date(2023, 5, 1)), 2023),
    ],
)
def test_the_year_is_a_plans_own_and_of_all_else_the_last_change(record: Plan, year: int) -> None:
    assert year_of(record) == year


def test_the_index_lists_published_records_by_code_and_id() -> None:
    records = [
        faq("c"),
        plan("b", year=2014),
        faq("a"),
        faq("d", life="draft"),
        faq("e", life="withdrawn"),
    ]
    index = catalogue(*records).index
    assert set(index) == set(SCHEMES)
    assert _ids(index["theme"]["330"]) == ["a", "b", "c"]
    assert {code: _ids(found) for code, found in index["year"].items()} == {
        "2014": ["b"],
        "2026": ["a", "c"],
    }
    assert index["audience"] == {}


def test_a_preview_shows_drafts_but_nothing_withdrawn() -> None:
    records = [faq("a"), faq("d", life="draft"), faq("e", life="withdrawn")]
    preview = catalogue(*records, drafts=True)
    assert _ids(preview.index["theme"]["330"]) == ["a", "d"]
    assert _ids(preview.faqs["visits"]) == ["a", "d"]
    assert [preview.shows(record) for record in records] == [True, True, False]
    assert [catalogue().shows(record) for record in records] == [True, False, False]


def test_years_are_newest_first() -> None:
    made = catalogue(plan("a", year=2014), plan("b", year=2026), plan("c", year=2018))
    assert made.years == (2026, 2018, 2014)


def test_plans_are_newest_first_and_then_by_agency() -> None:
    made = catalogue(
        plan("a", year=2014),
        plan("b", agency="z", year=2026),
        plan("c", agency="y", year=2026),
        plan("d", life="draft"),
        faq("e"),
    )
    assert _ids(made.plans) == ["c", "b", "a"]


def test_questions_are_grouped_in_the_order_of_the_categories() -> None:
    made = catalogue(faq("b"), faq("a"), faq("c", category="other"))
    assert {name: _ids(found) for name, found in made.faqs.items()} == {
        "visits": ["a", "b"],
        "other": ["c"],
    }
    assert catalogue().faqs == {"visits": ()}


def test_the_tree_of_units_is_made_from_the_register() -> None:
    made = catalogue()
    assert list(made.tree("unit").terms) == ["guard", "secretary"]
    assert made.tree("theme") is made.trees["theme"]
    assert not made.tree("unit").scheme.official


def test_the_primary_language_is_the_first() -> None:
    assert catalogue(languages=("en", "zh")).primary == "en"


def test_records_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        plan().year = 2000  # type: ignore[misc]
    with pytest.raises(ValueError, match="frozen"):
        deadline("ongoing").printed = "x"  # type: ignore[misc]
