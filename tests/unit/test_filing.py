"""What stands under a term, counted once and listed where the count leads."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from disclosure.model.record import Record, kind_of
from disclosure.site import filing
from tests.unit.builders import catalogue, classified, faq, form, item, page, plan, service

LAW = classified(theme=("310",))
BOTH = classified(theme=("310", "330"))
WIDE = classified(theme=("300",))


def ids(records: Iterable[Record]) -> list[str]:
    return [record.id for record in records]


def kinds_of(found: filing.ByKind) -> dict[str, list[str]]:
    return {kind: ids(records) for kind, records in found.items()}


RECORDS = (
    *(faq("z", classification=LAW), faq("a"), service("s", classification=BOTH)),
    *(plan("p", classification=WIDE), faq("hidden", life="draft"), page("about.md")),
)


def test_every_kind_of_record_has_its_place_in_the_lists() -> None:
    kinds = {kind_of(kind.model_construct()) for kind in Record.__subclasses__()}
    assert kinds == set(filing.KINDS)
    assert len(filing.KINDS) == len(kinds)


def test_a_term_holds_what_stands_below_it_each_record_once() -> None:
    made = catalogue(*RECORDS)
    assert kinds_of(filing.below_by_kind(made, "theme", "300")) == {
        "service": ["s"],
        "faq": ["a", "z"],
        "plan": ["p"],
        "page": ["about"],
    }
    assert ids(filing.below(made, "theme", "300")) == ["s", "a", "z", "p", "about"]
    assert ids(filing.below(made, "theme", "310")) == ["s", "z"]
    assert ids(filing.of_kind(made, "theme", "330", "faq")) == ["a"]
    assert filing.of_kind(made, "theme", "310", "plan") == ()
    assert filing.of_kind(made, "theme", "300", None) == filing.below(made, "theme", "300")


def test_what_was_counted_is_not_counted_again() -> None:
    made = catalogue(*RECORDS)
    for find in (filing.below, filing.below_by_kind):
        assert find(made, "theme", "300") is find(made, "theme", "300")
    assert set(made.below) == set(made.below_by_kind)
    assert {("theme", one) for one in ("300", "310", "330")} <= set(made.below)


def test_terms_that_hold_something_are_in_the_order_of_the_list() -> None:
    assert filing.held(catalogue(*RECORDS), "theme") == ["300", "330", "310"]
    assert filing.held(catalogue(faq()), "theme") == ["300", "330"]
    assert filing.held(catalogue(faq()), "audience") == []
    assert filing.held(catalogue(plan(year=2014), faq()), "year") == ["2026", "2014"]


def test_what_a_classification_holds_is_each_record_once() -> None:
    found = ids(filing.under(catalogue(*RECORDS), "theme"))
    assert sorted(found) == ["a", "about", "p", "s", "z"]
    assert filing.under(catalogue(*RECORDS), "audience") == ()


def test_a_year_is_a_term_like_others() -> None:
    made = catalogue(plan("p", year=2014), plan("q", year=2014), faq("a"))
    assert ids(filing.below(made, "year", "2014")) == ["p", "q"]
    assert not filing.has_kinds(made, "year", "2014")


@pytest.mark.parametrize(
    ("where", "led"),
    [
        (("theme", "300"), "browse/theme/300/"),
        (("theme", "300", "faq"), "browse/theme/300/kind/faq/"),
        # Of one kind only: the page of the term is the list.
        (("audience", "public", "plan"), "browse/audience/public/"),
        # Units and Article 7 list the kinds on one page.
        (("unit", "guard", "faq"), "units/guard/#kind-faq"),
        (("disclosure", "5", "plan"), "disclosure/5/#kind-plan"),
        (("disclosure", "5", "disclosure-item"), "disclosure/5/"),
    ],
)
def test_a_count_leads_to_where_its_records_are_listed(where: tuple[str, ...], led: str) -> None:
    codes = classified(audience=("families",), disclosure=("5",))
    made = catalogue(plan(classification=codes, units=["guard"]), faq(units=["guard"]), item())
    assert filing.path(made, *where) == led


def test_a_site_of_one_kind_cannot_be_browsed_by_kind() -> None:
    assert filing.kinds(catalogue(faq("a"), faq("b"))) == {}
    assert filing.kinds(catalogue()) == {}
    assert list(filing.kinds(catalogue(page(), form(), faq()))) == ["faq", "form", "page"]
    assert list(filing.kinds(catalogue(faq(), plan(life="draft")))) == []


def test_the_classifications_below_browse_are_those_with_pages_by_kind() -> None:
    assert filing.BROWSED == ("theme", "cake", "service", "audience", "year")
