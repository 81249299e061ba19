"""Every text and every reference of a model, with the place of each."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from disclosure.model.record import UnitRef
from disclosure.model.text import Text
from disclosure.reading.places import Location


def walk(value: object, location: Location = ()) -> Iterator[tuple[Location, Text | UnitRef]]:
    """`(location, value)` of each `Text` and `UnitRef` at or below `value`."""
    if isinstance(value, Text):
        yield location, value
    elif isinstance(value, BaseModel):
        if isinstance(value, UnitRef):
            yield location, value
        for name in value.__pydantic_fields_set__:
            yield from walk(getattr(value, name), (*location, name))
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from walk(one, (*location, number))
