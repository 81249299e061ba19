"""Addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.model.accessibility import Accessibility
from disclosure.model.catalogue import SCHEMES
from disclosure.model.glossary import GlossaryTerm
from disclosure.model.record import Record
from disclosure.model.settings import Settings
from disclosure.site import parts, urls
from tests.unit.builders import catalogue, classified, faq, page, plan


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("index.md", ""),
        ("about.md", "about/"),
        ("about/index.md", "about/"),
        ("about/contact.md", "about/contact/"),
        ("a/b/index.md", "a/b/"),
        ("index/index.md", "index/"),
    ],
)
def test_a_page_has_the_address_that_mkdocs_gives_it(file: str, address: str) -> None:
    assert urls.page(file) == address


@pytest.mark.parametrize(
    ("record", "address"),
    [
        (plan("x-1"), "plans/x-1/"),
        (faq("q"), "faq/visits/q/"),
        (page("about/index.md"), "about/"),
    ],
)
def test_a_record_has_the_address_of_its_kind(record: Record, address: str) -> None:
    assert urls.record(record) == address


def test_a_record_of_another_kind_has_no_address() -> None:
    record = Record.model_construct(id="x", classification=classified())
    with pytest.raises(TypeError, match="Record"):
        urls.record(record)


def test_the_index_by_unit_is_the_register_of_units() -> None:
    assert urls.scheme("unit") == urls.UNITS == "units/"
    assert urls.term("unit", "guard") == urls.unit("guard") == "units/guard/"
    assert urls.scheme("theme") == "browse/theme/"
    assert urls.term("theme", "33A") == "browse/theme/33A/"


def test_no_term_can_stand_at_the_address_of_a_kind() -> None:
    """Codes follow the name of a classification, and below a code nothing is called by a code."""
    assert "kinds" not in SCHEMES
    assert urls.kind("faq") == "browse/kinds/faq/"
    assert urls.term_kind("theme", "33A", "faq") == "browse/theme/33A/kind/faq/"
    for code in ("kind", "kinds", "part", "faq"):
        taken = {urls.term("theme", code), urls.term_kind("theme", code, "faq")}
        taken |= {parts.path(urls.term_kind("theme", code, "faq"), 2)}
        others = {urls.term_kind("theme", "33A", "faq"), urls.kind("faq"), urls.kind(code)}
        assert not taken & others


def test_the_catalogue_of_article_7_is_not_below_the_other_indexes() -> None:
    assert urls.scheme("disclosure") == urls.DISCLOSURE == "disclosure/"
    assert urls.term("disclosure", "10") == "disclosure/10/"


def test_index_links_name_every_index_that_there_is() -> None:
    always = {"home", "search", "sitemap", "changes", "units", "browse", *SCHEMES}
    assert set(urls.indexes(catalogue())) == always
    assert set(urls.indexes(catalogue(plan()))) == always | {"plans"}
    assert set(urls.indexes(catalogue(faq()))) == always | {"faq", "faq/visits"}
    assert set(urls.indexes(catalogue(plan(life="draft"), faq(life="draft")))) == always
    own = Accessibility.model_construct()
    both = catalogue(glossary=(GlossaryTerm.model_construct(),), accessibility=own)
    assert set(urls.indexes(both)) == always | {"glossary", "accessibility"}
    named = urls.indexes(catalogue())
    assert (named["home"], named["unit"], named["year"]) == ("", "units/", "browse/year/")


def test_the_foot_may_name_what_there_is() -> None:
    assert set(urls.foot(catalogue())) == {"changes", "sitemap"}
    assert set(urls.foot(catalogue(glossary=(GlossaryTerm.model_construct(),)))) == {
        *("glossary", "changes", "sitemap"),
    }
    own = Accessibility.model_construct()
    assert set(urls.foot(catalogue(accessibility=own))) == {"accessibility", "changes", "sitemap"}


def test_only_other_languages_have_a_prefix() -> None:
    settings = Settings(root=Path(), languages=("en", "zh", "vi"))
    assert [urls.prefix(one, settings) for one in settings.languages] == ["", "zh/", "vi/"]


@pytest.mark.parametrize(
    ("path", "base"), [("", ""), ("a/", "../"), ("a/b/", "../../"), ("404.html", "")]
)
def test_the_way_back_to_the_root(path: str, base: str) -> None:
    assert urls.base(path) == base
