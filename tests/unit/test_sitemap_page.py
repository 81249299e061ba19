"""The site map: keys, and every page in a numbered tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from disclosure.model.accessibility import Accessibility
from disclosure.model.glossary import GlossaryTerm
from disclosure.model.text import text
from disclosure.site import sitemap
from disclosure.site.pages import record_pages
from disclosure.site.voice import Voice
from tests.unit.builders import DAY, classified, faq, form, item, page, plan, service, site, voice

WORDS: dict[str, Any] = {
    "glossary": (GlossaryTerm(id="a", term=text(zh="甲"), meaning=text(zh="乙")),),
    "accessibility": Accessibility(published=DAY, reviewed=DAY, complaint=text(zh="請打電話。")),
}


def branches(tree: list[dict[str, Any]], above: str = "") -> Iterator[dict[str, Any]]:
    """Every branch, and that each is numbered below its own."""
    for number, one in enumerate(tree, 1):
        assert one["number"] == f"{above}{number}"
        yield one
        yield from branches(one["children"], f"{above}{number}-")


def paths(found: Voice) -> list[str]:
    return [one["path"] for one in branches(sitemap.page(found).view["tree"])]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_is_listed_once(language: str) -> None:
    records = (
        *(plan("a"), plan("b", year=2014), faq("q"), page("index.md"), page("about/index.md")),
        *(page("about/privacy.md"), service("s"), form("f"), item("i")),
        item("two", classification=classified(disclosure=("5",), theme=("310",))),
    )
    made = site(*records, **WORDS)
    listed = paths(Voice(made, language))
    planned = {one.path for one in record_pages(made)} | {"", "about/", "about/privacy/"}
    # A kind under a term is reached from the term; the page says so.
    below = {one for one in planned if "/kind/" in one}
    assert below
    assert sorted(listed) == sorted(planned - below)
    assert "browse/kinds/faq/" in listed


def test_only_a_site_with_kinds_to_choose_speaks_of_them() -> None:
    assert sitemap.page(voice("zh", plan(), faq())).view["by_kind"]
    assert not sitemap.page(voice("zh", faq())).view["by_kind"]


def test_what_does_not_exist_is_not_listed() -> None:
    listed = set(paths(voice("zh", plan())))
    assert not listed & {"faq/", "services/", "forms/", "glossary/", "accessibility/"}
    assert {"", "plans/", "search/", "sitemap/", "units/"} <= listed


def test_a_very_long_list_is_left_to_its_index() -> None:
    many = [faq(f"q-{number}") for number in range(sitemap.MOST_LISTED)]
    assert "faq/visits/q-7/" in paths(voice("zh", *many))
    more = paths(voice("zh", *many, faq("one-more")))
    assert "faq/visits/" in more
    assert not [one for one in more if one.startswith("faq/visits/")][1:]


def test_the_keys_are_those_of_the_shell() -> None:
    keys = sitemap.page(voice("zh", plan())).view["keys"]
    assert [one["key"] for one in keys] == ["U", "C", "Z", "S"]
    assert [one["block"] for one in keys] == [
        *("上方功能區塊", "中央內容區塊", "下方功能區塊", "搜尋欄位"),
    ]
