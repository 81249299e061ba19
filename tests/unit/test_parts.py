"""Long lists in parts."""

from __future__ import annotations

import pytest

from disclosure.site import parts
from tests.unit.builders import voice


@pytest.mark.parametrize(
    ("items", "size", "count"),
    [(0, 50, 1), (1, 50, 1), (50, 50, 1), (51, 50, 2), (100, 50, 2), (101, 50, 3), (3, 1, 3)],
)
def test_a_list_has_as_many_parts_as_it_needs(items: int, size: int, count: int) -> None:
    assert parts.count(items, size) == count


@pytest.mark.parametrize("count", [0, 1, 49, 50, 51, 250])
def test_every_item_stands_in_one_part(count: int) -> None:
    items = list(range(count))
    numbers = range(1, parts.count(count, 50) + 1)
    found = [list(parts.part(items, number, 50)) for number in numbers]
    assert [one for part in found for one in part] == items
    assert all(len(part) == 50 for part in found[:-1])


def test_the_first_part_is_the_list_itself() -> None:
    assert parts.path("faq/visits/", 1) == "faq/visits/"
    assert parts.path("faq/visits/", 2) == "faq/visits/part/2/"
    assert parts.title(voice("zh"), "接見", 1) == "接見"
    assert parts.title(voice("zh"), "接見", 2) == "接見（第 2 部分）"
    assert parts.title(voice("en"), "Visits", 3) == "Visits (part 3)"


def test_a_list_in_one_part_has_no_pager() -> None:
    assert parts.pager(voice("zh"), "faq/visits/", 1, 50, 50) is None
    assert parts.pager(voice("zh"), "faq/visits/", 1, 0, 50) is None


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "第 1 至 50 筆，共 101 筆"),
        (2, "第 51 至 100 筆，共 101 筆"),
        (3, "第 101 至 101 筆，共 101 筆"),
    ],
)
def test_a_pager_leads_to_every_part_and_says_where_one_is(number: int, said: str) -> None:
    pager = parts.pager(voice("zh"), "faq/visits/", number, 101, 50)
    assert pager is not None
    assert pager["said"] == said
    assert [one["path"] for one in pager["parts"]] == [
        *("faq/visits/", "faq/visits/part/2/", "faq/visits/part/3/"),
    ]
    assert [one["number"] for one in pager["parts"] if one["current"]] == [number]
