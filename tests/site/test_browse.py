"""The indexes, and the way from each code to the records that carry it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.html import Page
from tests.support.site import INDEXES, ROOT, TREES, Links, index_of, load

FILED = ("theme", "cake", "service", "audience", "disclosure")


def published_plans() -> list[dict[str, Any]]:
    plans = [load(file) for file in sorted((ROOT / "data" / "plans").glob("*.yml"))]
    return [plan for plan in plans if plan.get("life", "published") == "published"]


def units_of(value: Any) -> Iterator[str]:
    """Every unit that is named anywhere in a plan."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == "units" and isinstance(inner, list):
                yield from (entry if isinstance(entry, str) else entry["unit"] for entry in inner)
            else:
                yield from units_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from units_of(inner)


def term_pages(plan: dict[str, Any]) -> list[str]:
    """The pages on which a plan must be listed."""
    codes = [
        f"{index_of(scheme)}{code}/"
        for scheme in FILED
        for code in plan["classification"].get(scheme, ())
    ]
    return [
        *codes,
        f"browse/year/{plan['year']}/",
        *(f"units/{unit}/" for unit in dict.fromkeys(units_of(plan))),
    ]


def linked(page: Page, links: Links) -> set[str | None]:
    return {links.target(page, ref) for ref in page.links if not links.leaves(page, ref)}


def listed(links: Links, address: str) -> set[str | None]:
    """What a term's page leads to, and the further parts of a long list."""
    parts = [
        page
        for path, page in links.pages.items()
        if path == f"{address}index.html" or path.startswith(f"{address}part/")
    ]
    return set[str | None]().union(*(linked(page, links) for page in parts))


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("index", INDEXES)
def test_index_exists_and_leads_to_terms(demo_links: Links, tree: str, index: str) -> None:
    page = demo_links.pages[f"{tree}{index}index.html"]
    below = {
        target
        for target in linked(page, demo_links)
        if target and target.startswith(f"{tree}{index}") and target != page.path
    }
    assert below


@pytest.mark.parametrize("tree", TREES)
def test_plan_is_listed_under_each_of_its_codes(demo_links: Links, tree: str) -> None:
    plans = published_plans()
    assert plans
    missing = []
    for plan in plans:
        own = f"{tree}plans/{plan['id']}/index.html"
        for address in term_pages(plan):
            page = demo_links.pages.get(f"{tree}{address}index.html")
            if page is None:
                missing.append(f"{tree}{address} does not exist")
            elif own not in listed(demo_links, f"{tree}{address}"):
                missing.append(f"{tree}{address} does not list {plan['id']}")
    assert missing == []


@pytest.mark.parametrize("tree", TREES)
def test_plan_page_leads_to_its_codes(demo_links: Links, tree: str) -> None:
    missing = []
    for plan in published_plans():
        page = demo_links.pages[f"{tree}plans/{plan['id']}/index.html"]
        there = linked(page, demo_links)
        missing += [
            f"{page.path} does not lead to {address}"
            for address in term_pages(plan)
            if f"{tree}{address}index.html" not in there
        ]
    assert missing == []
