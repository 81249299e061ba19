"""Where everything with a permanent address stands today."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure.model.catalogue import Catalogue
from disclosure.model.ledger import Kind
from disclosure.model.record import Record
from disclosure.model.text import Text
from disclosure.site import urls


@dataclass(frozen=True, slots=True)
class Place:
    """An address below the root of each language, and the name of what stands there."""

    path: str
    title: Text


def places(catalogue: Catalogue) -> dict[tuple[Kind, str], Place]:
    """All that the ledger keeps, in a fixed order. Indexes and parts of lists follow from records
    and classifications; they are not kept."""
    found: dict[tuple[Kind, str], Place] = {}
    for record in with_a_page(catalogue):
        found["record", record.id] = Place(urls.record(record), record.title)
    for service in catalogue.services:
        found["sheet", service.id] = Place(urls.sheet(service.id), service.title)
    for unit in catalogue.units.values():
        found["unit", unit.id] = Place(urls.unit(unit.id), unit.name)
    for name, group in catalogue.faqs.items():
        if group and name in catalogue.categories:
            category = catalogue.categories[name]
            found["category", name] = Place(urls.category(name), category.name)
    return found


def with_a_page(catalogue: Catalogue) -> tuple[Record, ...]:
    """The records that are shown, and those of which a page says that they were withdrawn."""
    return (*catalogue.shown, *catalogue.withdrawn)


def former(catalogue: Catalogue) -> dict[tuple[Kind, str], tuple[Kind, str]]:
    """`what it was called → what it is called`, as records and registers say in `former`."""
    found: dict[tuple[Kind, str], tuple[Kind, str]] = {}
    for old, new in catalogue.renamed.items():
        found["record", old] = ("record", new)
        found["sheet", old] = ("sheet", new)
    for unit in catalogue.units.values():
        found |= {("unit", old): ("unit", unit.id) for old in unit.former}
    for category in catalogue.categories.values():
        found |= {("category", old): ("category", category.id) for old in category.former}
    return found
