"""From a model's error to a place in the file."""

from __future__ import annotations

import pytest

from disclosure.model.plan import Plan, Section, Strategy
from disclosure.model.record import Record
from disclosure.reading.locator import Locator
from disclosure.reading.places import Location, fields_at, find, where_missing, without_tags
from tests.unit.builders import Project, document

WORDS = """
    id: a
    list:
      - kind: month
        month: 2026-12
      - kind: date
        date: 2026-12-31
    text: |
      甲
      乙
    last: {b: [1, 2]}
"""


@pytest.mark.parametrize(
    ("location", "line", "column", "missing"),
    [
        ((), 1, 1, ()),
        (("id",), 1, 5, ()),
        (("list",), 3, 3, ()),
        (("list", 0), 3, 5, ()),
        (("list", 0, "month"), 4, 12, ()),
        (("list", 0, "month", "month"), 4, 12, ()),
        (("list", 1, "date", "date"), 6, 11, ()),
        (("list", 1, "nothing", "deep"), 5, 5, ("nothing", "deep")),
        (("list", 9), 3, 3, (9,)),
        (("last", "b", 1), 10, 15, ()),
        (("id", "deep"), 1, 5, ("deep",)),
    ],
)
def test_the_deepest_node_on_the_way_is_found(
    location: Location, line: int, column: int, missing: Location
) -> None:
    read = document(WORDS)
    node, rest = find(read.node, location)
    assert (*read.place(node), rest) == (line, column, missing)


def test_a_tag_that_names_no_field_is_left_out_of_a_location() -> None:
    node = document(WORDS).node
    assert without_tags(node, ("list", 0, "month", "month")) == ("list", 0, "month")
    assert without_tags(node, ("list", 0, "kind")) == ("list", 0, "kind")
    assert without_tags(node, ("id",)) == ("id",)


@pytest.mark.parametrize(
    ("words", "name", "order", "line", "column"),
    [
        ("a: 1\nc: 2\n", "b", ["a", "b", "c"], 0, 0),
        ("b: 1\nc: 2\n", "a", ["a", "b", "c"], 0, 0),
        ("a: 1\nb: 2\n", "c", ["a", "b", "c"], 1, 0),
        ("c: 1\na: 2\n", "b", ["a", "b", "c"], 1, 0),
        ("a:\n  x: 1\n  y: [1,\n    2]\nc: 2\n", "b", ["a", "b", "c"], 3, 0),
        ("a: |\n  x\n  y\nc: 2\n", "b", ["a", "b", "c"], 2, 0),
        ("a: 1\n", "zz", ["a"], 0, 0),
    ],
)
def test_a_missing_field_belongs_behind_those_before_it(
    words: str, name: str, order: list[str], line: int, column: int
) -> None:
    node = document(words).node
    assert node is not None
    assert where_missing(node, name, order) == (line, column)


@pytest.mark.parametrize(
    ("model", "location", "first"),
    [
        (Record, (), ["id", "title", "summary"]),
        (Plan, ("sections", 0), ["id", "number", "title"]),
        (Plan, ("sections", 0, "strategies", 3), ["id", "number", "title"]),
        (Strategy, ("measures", 0, "items", 1, "items", 0), ["number", "text", "units"]),
        (Strategy, ("deadlines", 0, "month"), ["printed", "kind", "month"]),
        (Section, ("note",), None),
        (Section, ("nothing",), None),
    ],
)
def test_the_fields_of_the_model_at_a_location_are_known(
    model: type[Record], location: Location, first: list[str] | None
) -> None:
    found = list(fields_at(model, location))
    if first is None:
        assert found == []
    else:
        assert first in [fields[:3] for fields in found]


def test_a_locator_finds_fields_of_data_files_and_of_heads(project: Project) -> None:
    locator = Locator(project.root)
    assert locator.place("data/units.yml", ("units", 1, "id")) == (3, 10)
    assert locator.place("content/index.md", ("title",)) == (2, 8)
    assert locator.place("data/units.yml", ("units", 9)) == (2, 3)
    assert locator.place("data/nothing.yml", ("a",)) == (1, 0)


def test_a_locator_finds_words_from_a_line_on(project: Project) -> None:
    locator = Locator(project.root)
    assert locator.line_of("data/units.yml", "name:") == 2
    assert locator.line_of("data/units.yml", "name:", 3) == 3
    assert locator.line_of("data/units.yml", "nothing", 2) == 2
