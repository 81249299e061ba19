"""Every classification × kind without scripts: what is counted is listed, and nothing is missing.

What has to be listed is read off the records' own files, not asked of the program.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.browsing import Browsing, Counted
from tests.support.built import read_site
from tests.support.site import ROOT, TREES, index_of, load

#: Where the records of a kind lie, and below which address they stand.
FOLDERS = {
    "service": ("data/services", "services/"),
    "form": ("data/forms", "forms/"),
    "plan": ("data/plans", "plans/"),
    "disclosure-item": ("data/disclosure", "disclosure/items/"),
}
KINDS = ("service", "faq", "form", "plan", "disclosure-item", "page")
MYEGOV = ("theme", "cake", "service")
BROWSED = (*MYEGOV, "audience", "year")

#: `scheme → code → kind → the files of the records below`
Filed = dict[str, dict[str, dict[str, set[str]]]]


@cache
def records() -> tuple[tuple[str, str, dict[str, Any]], ...]:
    """Kind, file below a language, and fields of every published record."""
    return tuple(one for one in _records() if one[2].get("life", "published") == "published")


def _records() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for kind, (folder, address) in FOLDERS.items():
        for file in sorted((ROOT / folder).glob("*.yml")):
            fields = load(file)
            yield kind, f"{address}{fields['id']}/index.html", fields
    content = ROOT / "content"
    for file in sorted(content.rglob("*.md")):
        name = file.relative_to(content).as_posix()
        if not name.startswith("en/"):
            found = re.match(r"---\n(.*?)\n---\n", file.read_text(encoding="utf-8"), re.DOTALL)
            assert found is not None, name
            fields = yaml.safe_load(found[1])
            kind = "faq" if re.fullmatch(r"faq/[^/]+/[^/]+\.md", name) else "page"
            yield kind, re.sub(r"(/index)?\.md$", "/index.html", f"/{name}")[1:], fields


def codes(kind: str, fields: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every code of a record with all that stand above it."""
    for scheme in (*MYEGOV, "audience"):
        for code in fields["classification"].get(scheme, ()):
            at: str | None = str(code)
            while at is not None:
                yield scheme, at
                at = PARENTS[scheme][at]
    day = fields.get("updated") or fields["published"]
    yield "year", str(fields["year"] if kind == "plan" else str(day)[:4])


def _parents(scheme: str) -> dict[str, str | None]:
    terms = load(ROOT / "data" / "classification" / f"{scheme}.yml")["terms"]
    return {str(term["code"]): term.get("parent") for term in terms}


PARENTS = {scheme: _parents(scheme) for scheme in (*MYEGOV, "audience")}


@pytest.fixture(scope="module")
def filed() -> Filed:
    found: Filed = {scheme: {} for scheme in BROWSED}
    for kind, file, fields in records():
        for scheme, code in codes(kind, fields):
            found[scheme].setdefault(code, defaultdict(set))[kind].add(file)
    return found


@pytest.fixture(scope="module")
def browsing(demo_site: Path) -> Browsing:
    return Browsing(read_site(demo_site))


def terms(filed: Filed) -> Iterator[tuple[str, dict[str, set[str]]]]:
    """The page of every term, and what has to be listed there."""
    for scheme in BROWSED:
        for code, kinds in filed[scheme].items():
            yield f"{index_of(scheme)}{code}/", kinds


def test_the_demo_site_has_every_kind_under_every_sort_of_term(filed: Filed) -> None:
    """Else the tests below would say less than they seem to."""
    assert {kind for _, kinds in terms(filed) for kind in kinds} == set(KINDS)
    held = [len(kinds) for _, kinds in terms(filed)]
    assert min(held) == 1
    assert max(held) == len(KINDS)
    sizes = [len(found) for _, kinds in terms(filed) for found in kinds.values()]
    assert max(sizes) > 100  # a list in parts
    assert [scheme for scheme in BROWSED if len(filed[scheme]) < 4] == []


@pytest.mark.parametrize("tree", TREES)
def test_a_term_lists_all_records_below_it_each_once(
    browsing: Browsing, filed: Filed, tree: str
) -> None:
    wrong = []
    for address, kinds in terms(filed):
        listed = browsing.listed(f"{tree}{address}index.html")
        expected = sorted(f"{tree}{file}" for found in kinds.values() for file in found)
        if sorted(listed) != expected:
            wrong.append(address)
    assert wrong == []


@pytest.mark.parametrize("tree", TREES)
def test_a_kind_under_a_term_has_a_page_with_just_its_records(
    browsing: Browsing, filed: Filed, tree: str
) -> None:
    wrong = []
    expected_pages = set()
    for address, kinds in terms(filed):
        if len(kinds) == 1:
            continue  # the page of the term is that list
        for kind, found in kinds.items():
            file = f"{tree}{address}kind/{kind}/index.html"
            expected_pages.add(file)
            if sorted(browsing.listed(file)) != sorted(f"{tree}{one}" for one in found):
                wrong.append(file)
    assert wrong == []
    pattern = re.compile(rf"{re.escape(tree)}browse/[^/]+/[^/]+/kind/[^/]+/index\.html")
    assert {file for file in browsing.documents if pattern.fullmatch(file)} == expected_pages


def counted(browsing: Browsing) -> Iterator[Counted]:
    """Every number beside a link to a list, on any page."""
    for file in browsing.documents:
        yield from browsing.facets(file)
        yield from browsing.tree(file)


def test_every_number_is_that_of_the_entries_behind_it(browsing: Browsing) -> None:
    wrong = []
    checked = set()
    for one in counted(browsing):
        target = browsing.target(one)
        kind = browsing.documents[target].kind
        checked.add((browsing.documents[one.page].kind, kind))
        if kind == "disclosure-category" and "#" not in one.reference:
            cards = browsing.documents[target].body.every("article", class_="card")
            entries = [card.get("aria-labelledby") for card in cards]
        else:
            entries = browsing.behind(one)
        if len(set(entries)) != one.count or len(entries) != one.count:
            wrong.append(f"{one}: {one.count} said, {len(entries)} listed")
    assert wrong == []
    # Of every page with numbers at least one was looked at.
    assert checked >= {
        *(("scheme", "term"), ("term", "term"), ("term", "term-kind"), ("term-kind", "term-kind")),
        *(("term-kind", "term"), ("kind-index", "term-kind"), ("kind-index", "term")),
        *(("kind-index", "unit"), ("kind-index", "disclosure-category")),
    }


@pytest.mark.parametrize("tree", TREES)
def test_the_ways_to_the_kinds_are_all_there_and_one_is_marked(
    browsing: Browsing, filed: Filed, tree: str
) -> None:
    wrong = []
    for address, kinds in terms(filed):
        term = f"{tree}{address}index.html"
        present = [kind for kind in KINDS if kind in kinds]
        if len(present) == 1:
            if browsing.facets(term):
                wrong.append(f"{term}: nothing to choose")
            continue
        pages = [term, *(f"{tree}{address}kind/{kind}/index.html" for kind in present)]
        for place, first in enumerate(pages):
            for document in browsing.parts(first):
                found = browsing.facets(document.path)
                marked = [number for number, one in enumerate(found) if one.current]
                if [browsing.target(one) for one in found] != pages or marked != [place]:
                    wrong.append(document.path)
    assert wrong == []


@pytest.mark.parametrize("tree", TREES)
def test_every_record_is_reached_by_each_classification_and_its_kind(
    browsing: Browsing, tree: str
) -> None:
    """From `browse/` by links alone: the kind, then a term of any of the three."""
    start = browsing.documents[f"{tree}browse/index.html"]
    chosen = {browsing.linked(start, link) for link in start.page.links}
    missing = []
    for kind in KINDS:
        by_kind = f"{tree}browse/kinds/{kind}/index.html"
        assert by_kind in chosen
        reached: dict[str, set[str]] = defaultdict(set)
        for way in browsing.tree(by_kind):
            found = re.match(rf"{re.escape(tree)}browse/([^/]+)/", browsing.target(way))
            if found is not None:
                reached[found[1]].update(browsing.behind(way))
        missing += [
            f"{scheme}, {kind}: {file}"
            for one, file, fields in records()
            for scheme in BROWSED
            if one == kind and (scheme != "audience" or fields["classification"].get(scheme))
            if f"{tree}{file}" not in reached[scheme]
        ]
    assert missing == []


@pytest.mark.parametrize("tree", TREES)
def test_the_choice_of_kinds_says_how_many_there_are(browsing: Browsing, tree: str) -> None:
    published = [kind for kind, _, _ in records()]
    start = browsing.documents[f"{tree}browse/index.html"]
    for kind in KINDS:
        target = f"{tree}browse/kinds/{kind}/index.html"
        (item,) = (
            one.parent
            for one in start.body.every("a")
            if browsing.linked(start, one.get("href")) == target and one.parent is not None
        )
        assert re.search(r"\d+", item.words) is not None
        assert int(re.findall(r"\d+", item.words)[-1]) == published.count(kind), kind
        said = browsing.documents[target].page.text
        assert re.search(rf"\b{published.count(kind)}\b", said), kind
