"""The fields of 行政機關電子資料流通詮釋資料及分類檢索規範 on every page (METADATA of MyEGov)."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.support.html import Page
from tests.support.site import ROOT, load

FIELDS = (
    "DC.Title",
    "DC.Creator",
    "DC.Subject",
    "DC.Description",
    "DC.Contributor",
    "DC.Type",
    "DC.Format",
    "DC.Source",
    "DC.Language",
    "DC.coverage.t.min",
    "DC.coverage.t.max",
    "DC.Publisher",
    "DC.Date",
    "DC.Identifier",
    "DC.Relation",
    "DC.Rights",
    "Category.Theme",
    "Category.Cake",
    "Category.Service",
)
DATES = ("DC.coverage.t.min", "DC.coverage.t.max", "DC.Date")
CATEGORIES = {
    "Category.Theme": "theme",
    "Category.Cake": "cake",
    "Category.Service": "service",
}


def seen_codes(scheme: str) -> set[str]:
    """The codes of a vocabulary that were read in a source; only these may be printed."""
    terms = load(ROOT / "data" / "classification" / f"{scheme}.yml")["terms"]
    return {term["code"] for term in terms if term.get("code_seen", True)}


@pytest.mark.parametrize("name", FIELDS)
def test_field_is_filled_on_every_page(content_pages: list[Page], name: str) -> None:
    empty = [
        page.path
        for page in content_pages
        if not page.meta(name) or not all(content.strip() for content in page.meta(name))
    ]
    assert empty == []


def test_names_are_spelled_as_in_the_standard(demo_pages: list[Page]) -> None:
    spelled = {name.lower(): name for name in FIELDS}
    wrong = {
        name
        for page in demo_pages
        for name, _ in page.metas
        if spelled.get(name.lower(), name) != name
    }
    assert wrong == set()


def test_title_is_the_pages_own(content_pages: list[Page]) -> None:
    wrong = [
        (page.path, page.meta("DC.Title"), page.h1)
        for page in content_pages
        if not any(page.h1 in title for title in page.meta("DC.Title"))
    ]
    assert wrong == []


def test_identifiers_are_unique_in_a_language(content_pages: list[Page]) -> None:
    found: dict[tuple[str, str], list[str]] = {}
    for page in content_pages:
        for identifier in page.meta("DC.Identifier"):
            found.setdefault((page.lang, identifier), []).append(page.path)
    assert {key: paths for key, paths in found.items() if len(paths) > 1} == {}


@pytest.mark.parametrize("name", DATES)
def test_dates_are_iso_dates(content_pages: list[Page], name: str) -> None:
    for page in content_pages:
        for content in page.meta(name):
            assert dt.date.fromisoformat(content).isoformat() == content, page.path


def test_coverage_begins_before_it_ends(content_pages: list[Page]) -> None:
    wrong = [
        page.path
        for page in content_pages
        if page.meta("DC.coverage.t.min")[0] > page.meta("DC.coverage.t.max")[0]
    ]
    assert wrong == []


@pytest.mark.parametrize(("name", "scheme"), CATEGORIES.items())
def test_only_codes_that_were_seen_are_printed(
    demo_pages: list[Page], name: str, scheme: str
) -> None:
    printed = {code for page in demo_pages for code in page.meta(name)}
    assert printed - seen_codes(scheme) == set()


def test_the_vocabularies_have_rows_that_must_not_be_printed() -> None:
    hidden = {
        term["code"]
        for scheme in CATEGORIES.values()
        for term in load(ROOT / "data" / "classification" / f"{scheme}.yml")["terms"]
        if not term.get("code_seen", True)
    }
    assert hidden
