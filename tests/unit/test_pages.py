"""Which pages there are, and what they are made from."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

import pytest

from disclosure.model.record import Record
from disclosure.site import content
from disclosure.site.pages import record_pages
from disclosure.site.spec import PageSpec
from disclosure.site.voice import Site
from tests.unit.builders import classified, faq, item, page, plan, service, site


def specs(made: Site) -> dict[tuple[str, str], PageSpec]:
    found = {(one.language, one.path): one.spec(made) for one in record_pages(made)}
    return found | {("zh", "404.html"): content.error(made)}


HIDDEN: dict[str, Any] = {
    "published": dt.date(2027, 6, 1),
    "classification": classified(theme=("310",), audience=("public",)),
    "units": ["secretary"],
}


@pytest.mark.parametrize("life", ["draft", "withdrawn"])
@pytest.mark.parametrize("kind", [plan, faq, page, service, item])
def test_what_is_not_published_leaves_no_trace_on_any_page(kind: Any, life: str) -> None:
    shown = (plan(), faq(units=["guard"]), page("index.md"), service(), item())
    fields = dict(HIDDEN)
    if kind is item:
        fields["classification"] = classified(theme=("310",), disclosure=("5",))
    hidden = kind("hidden.md" if kind is page else "hidden", life=life, **fields)
    with_it, without = specs(site(*shown, hidden)), specs(site(*shown))
    assert set(with_it) == set(without)
    for where, spec in without.items():
        assert with_it[where].metadata == spec.metadata, where
        assert with_it[where].view == spec.view, where
        assert with_it[where].modified == spec.modified, where


def test_every_page_is_planned_once_in_each_language() -> None:
    made = site(plan(), faq(), page())
    planned = record_pages(made)
    assert max(Counter((one.language, one.path) for one in planned).values()) == 1
    paths = {one.path for one in planned if one.language == "zh"}
    assert paths == {one.path for one in planned if one.language == "en"}
    assert {
        "",
        "plans/",
        "plans/plan-115/",
        "units/guard/",
        "faq/visits/",
        "browse/theme/300/",
    } <= (paths)
    assert "browse/theme/310/" not in paths  # holds nothing
    assert "disclosure/5/" in paths  # shown also when it holds nothing


def test_a_plan_of_a_page_says_what_the_page_says() -> None:
    made = site(plan(updated=dt.date(2026, 3, 1)), faq(), page("index.md"))
    for planned in record_pages(made):
        spec = planned.spec(made)
        assert (spec.path, spec.language) == (planned.path, planned.language)
        assert spec.modified == planned.modified, planned.path


@pytest.mark.parametrize(
    ("records", "absent"),
    [
        ([faq(), page("index.md")], {"", "plans/"}),
        ([plan(), page("index.md")], {"", "faq/", "faq/visits/"}),
    ],
)
def test_an_index_of_nothing_is_not_made(records: list[Record], absent: set[str]) -> None:
    assert not {one.path for one in record_pages(site(*records))} & absent
