"""One kind of record by classification, and the indexes that lead there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from disclosure.site import filing, indexes, kinds
from disclosure.site.pages import record_pages
from disclosure.site.spec import PageSpec, View
from disclosure.site.voice import Voice
from tests.unit.builders import classified, faq, page, plan, service, site, voice

LAW: dict[str, Any] = {"classification": classified(theme=("310",), audience=("public",))}
#: 300 holds nothing itself: 330 below it a question and a plan, 310 two questions and a service.
RECORDS = (*(faq("a"), plan("p"), faq("b", **LAW), faq("c", **LAW), service("s", **LAW)),)


def speaking(language: str = "zh") -> Voice:
    return voice(language, *RECORDS)


def branches(tree: list[View]) -> Iterator[tuple[str, int, bool]]:
    """Address, count and mark of every term of a tree."""
    for one in tree:
        yield one["path"], one["count"], one["current"]
        yield from branches(one["children"])


def entries(spec: PageSpec) -> list[str]:
    return [one["path"] for group in spec.view["groups"] for one in group["entries"]]


def test_a_term_lists_what_stands_in_narrower_terms() -> None:
    """A number beside a term must be that of what its page lists."""
    spec = indexes.term(speaking(), "theme", "300")
    assert entries(spec) == [
        *("services/s/", "faq/visits/a/", "faq/visits/b/", "faq/visits/c/", "plans/p/"),
    ]
    assert [(one["kind"], one["count"]) for one in spec.view["groups"]] == [
        *(("service", 1), ("faq", 3), ("plan", 1)),
    ]
    scheme = indexes.scheme(speaking(), "theme")
    assert list(branches(scheme.view["branches"])) == [
        ("browse/theme/300/", 5, False),
        ("browse/theme/330/", 2, False),
        ("browse/theme/310/", 3, False),
    ]


def test_a_kind_under_a_term_lists_that_kind_alone() -> None:
    spec = kinds.term(speaking(), "theme", "300", "faq")
    assert (spec.path, spec.kind) == ("browse/theme/300/kind/faq/", "term-kind")
    assert spec.title == "主題分類：300 類300 — 常見問題"
    assert entries(spec) == ["faq/visits/a/", "faq/visits/b/", "faq/visits/c/"]
    assert spec.crumbs[-1] == ("300 類300", "browse/theme/300/")
    assert spec.crumbs[:-1] == indexes.term(speaking(), "theme", "300").crumbs
    assert kinds.term(speaking("en"), "theme", "300", "faq").title == (
        "Theme: 300 Term 300 — Questions"
    )


def test_the_ways_to_the_kinds_mark_the_one_that_is_shown() -> None:
    told = [
        (one["name"], one["path"], one["count"])
        for one in indexes.facets(speaking(), "theme", "300")
    ]
    assert told == [
        ("全部", "browse/theme/300/", 5),
        ("申辦項目", "browse/theme/300/kind/service/", 1),
        ("常見問題", "browse/theme/300/kind/faq/", 3),
        ("服務計畫", "browse/theme/300/kind/plan/", 1),
    ]
    for kind, marked in ((None, "全部"), ("faq", "常見問題")):
        shown = indexes.facets(speaking(), "theme", "300", kind)
        assert [one["name"] for one in shown if one["current"]] == [marked]


def test_a_term_of_one_kind_offers_no_choice_and_says_so() -> None:
    alone = voice("zh", faq("a"), plan("p", **LAW))
    spec = indexes.term(alone, "theme", "330")
    assert spec.view["facets"] == []
    assert spec.view["said"] == [
        *("330 類330的常見問題共有 1 筆。", "這裡沒有其他種類的資料。"),
    ]
    # Where the whole site has one kind that goes without saying.
    assert len(indexes.term(voice("zh", faq()), "theme", "330").view["said"]) == 1


@pytest.mark.parametrize(
    ("language", "where", "said"),
    [
        ("zh", ("300", None), "300 類300連同下層類目，共有 5 筆資料，每筆只列一次。"),
        ("zh", ("310", None), "310 類310共有 3 筆資料。"),
        ("zh", ("300", "faq"), "300 類300連同下層類目，共有 3 筆常見問題，每筆只列一次。"),
        ("zh", ("310", "faq"), "310 類310的常見問題共有 2 筆。"),
        ("en", ("300", None), "300 Term 300 and its narrower terms: 5 records, each listed once."),
        ("en", ("310", None), "310 Term 310: 3 records."),
        ("en", ("310", "service"), "Services under 310 Term 310: 1 record."),
        (
            *("en", ("300", "faq")),
            "Questions under 300 Term 300 and its narrower terms: 3 records, each listed once.",
        ),
    ],
)
def test_what_is_counted_is_said_in_words(
    language: str, where: tuple[str, str | None], said: str
) -> None:
    code, kind = where
    spoken = speaking(language)
    spec = (
        indexes.term(spoken, "theme", code)
        if kind is None
        else kinds.term(spoken, "theme", code, kind)
    )
    assert spec.view["said"] == [said]
    if kind is not None:
        assert spec.description == said


def test_the_same_kind_is_reached_in_wider_and_narrower_terms() -> None:
    wide = kinds.term(speaking(), "theme", "300", "faq").view["around"]
    assert list(branches(wide)) == [
        ("browse/theme/300/kind/faq/", 3, True),
        ("browse/theme/330/kind/faq/", 1, False),
        ("browse/theme/310/kind/faq/", 2, False),
    ]
    narrow = kinds.term(speaking(), "theme", "310", "service").view["around"]
    assert list(branches(narrow)) == [
        ("browse/theme/300/kind/service/", 1, False),
        ("browse/theme/310/kind/service/", 1, True),
    ]
    # A narrower term of that kind only is itself the list; one without the kind is left out.
    made = voice("zh", faq("a"), service("s", **LAW), faq("b", **LAW))
    assert list(branches(kinds.term(made, "theme", "300", "faq").view["around"])) == [
        ("browse/theme/300/kind/faq/", 2, True),
        ("browse/theme/330/", 1, False),
        ("browse/theme/310/kind/faq/", 1, False),
    ]
    assert list(branches(kinds.term(made, "theme", "300", "service").view["around"])) == [
        ("browse/theme/300/kind/service/", 1, True),
        ("browse/theme/310/kind/service/", 1, False),
    ]


def test_a_term_without_others_around_it_shows_no_tree() -> None:
    assert indexes.term(speaking(), "year", "2026").view["around"] == []
    assert kinds.term(speaking(), "service", "I00", "faq").view["around"] == []


def test_the_metadata_are_those_of_the_listed_records() -> None:
    old, new = "2020-01-01", "2026-06-01"
    records = (
        faq("a", published=old, classification=classified(cake=("634",))),
        faq("b", published=new, classification=classified(cake=("600",))),
        plan("p", published="2019-01-01", classification=classified(theme=("330", "310"))),
    )
    made = voice("zh", *records)
    spec = kinds.term(made, "theme", "330", "faq")
    told = dict(spec.metadata)
    assert (told["DC.coverage.t.min"], told["DC.coverage.t.max"]) == (old, new)
    assert spec.modified.isoformat() == new
    themes = [code for name, code in spec.metadata if name == "Category.Theme"]
    cakes = [code for name, code in spec.metadata if name == "Category.Cake"]
    assert (themes, cakes) == (["330"], ["600", "634"])
    assert told["DC.Identifier"] == "browse-theme-330-kind-faq"


def test_a_long_list_is_split_and_each_part_tells_its_own_dates() -> None:
    many = [faq(f"q-{number:03}", published="2026-01-01") for number in range(filing.PART)]
    late = faq("z", published="2026-06-01")
    made = voice("zh", *many, late, plan("p", published="2025-01-01"))
    first, second = (kinds.term(made, "theme", "330", "faq", number) for number in (1, 2))
    assert (first.path, second.path) == (
        *("browse/theme/330/kind/faq/", "browse/theme/330/kind/faq/part/2/"),
    )
    assert second.title.endswith("常見問題（第 2 部分）")
    assert (len(entries(first)), entries(second)) == (100, ["faq/visits/z/"])
    (group,) = second.view["groups"]
    assert (group["count"], len(group["entries"])) == (101, 1)
    assert (first.modified.isoformat(), second.modified.isoformat()) == (
        *("2026-01-01", "2026-06-01"),
    )
    assert second.view["pager"]["said"] == "第 101 至 101 筆，共 101 筆"
    # A kind that ends on the second page of all is counted whole on both.
    both = [indexes.term(made, "theme", "330", number).view["groups"] for number in (1, 2)]
    assert [[(one["kind"], one["count"]) for one in groups] for groups in both] == [
        [("faq", 101)],
        [("faq", 101), ("plan", 1)],
    ]


def test_an_index_of_a_kind_leads_to_it_in_every_classification() -> None:
    spec = kinds.index(speaking(), "faq")
    assert (spec.path, spec.kind, spec.title) == (
        *("browse/kinds/faq/", "kind-index", "常見問題，依分類瀏覽"),
    )
    assert spec.view["said"].startswith("常見問題共有 3 筆。")
    assert spec.view["all"] == "faq/"
    assert [one["title"] for one in spec.view["schemes"]][:2] == ["依主題分類", "依施政分類"]
    held = {one["id"]: list(branches(one["branches"])) for one in spec.view["schemes"]}
    assert set(held) == {"theme", "cake", "service", "audience", "year"}  # no units named
    assert held["audience"] == [("browse/audience/public/kind/faq/", 2, False)]
    assert held["year"] == [("browse/year/2026/kind/faq/", 3, False)]
    assert dict(spec.metadata)["DC.Identifier"] == "browse-kinds-faq"


def test_a_kind_without_an_index_of_its_own_leads_to_none() -> None:
    made = voice("zh", page(), faq())
    assert kinds.index(made, "page").view["all"] == ""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_choice_of_ways_names_the_kinds_with_their_numbers(language: str) -> None:
    told = indexes.browse(speaking(language)).view["kinds"]
    assert [(one["path"], one["count"].split()[0]) for one in told] == [
        ("browse/kinds/service/", "1"),
        ("browse/kinds/faq/", "3"),
        ("browse/kinds/plan/", "1"),
    ]
    assert indexes.browse(voice(language, faq("a"), faq("b"))).view["kinds"] == []


def test_pages_by_kind_are_planned_where_there_is_a_choice() -> None:
    made = site(*RECORDS)
    paths = {one.path for one in record_pages(made) if one.path.startswith("browse/")}
    by_kind = {one for one in paths if "/kind/" in one or "/kinds/" in one}
    assert by_kind == {
        *(f"browse/kinds/{one}/" for one in ("service", "faq", "plan")),
        *(f"browse/theme/300/kind/{one}/" for one in ("service", "faq", "plan")),
        *(f"browse/theme/330/kind/{one}/" for one in ("faq", "plan")),
        *(f"browse/theme/310/kind/{one}/" for one in ("service", "faq")),
        *(f"browse/cake/600/kind/{one}/" for one in ("service", "faq", "plan")),
        *(f"browse/cake/634/kind/{one}/" for one in ("service", "faq", "plan")),
        *(f"browse/service/I00/kind/{one}/" for one in ("service", "faq", "plan")),
        *(f"browse/audience/public/kind/{one}/" for one in ("service", "faq")),
        *(f"browse/year/2026/kind/{one}/" for one in ("service", "faq", "plan")),
    }
