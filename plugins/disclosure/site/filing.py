"""What stands under a term of a classification, itself or in narrower terms, and of which kinds.

Whatever the site counts is counted here, and the page behind a count lists just these records.
"""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.model.catalogue import SCHEMES, Catalogue
from disclosure.model.record import Record, kind_of
from disclosure.site import urls

#: The kinds of record, in the order of every list.
KINDS = ("service", "faq", "form", "plan", "disclosure-item", "page")
#: The classifications whose terms have a page for each kind; units and Article 7 have their own.
BROWSED = tuple(name for name in SCHEMES if urls.scheme(name).startswith(urls.BROWSE))
#: So many records stand on one page of a list.
PART = 100

ByKind = dict[str, tuple[Record, ...]]


def sorted_by_kind(records: Iterable[Record]) -> ByKind:
    """The records of each kind that occurs, kinds in their order, records in the given one."""
    found: dict[str, list[Record]] = {kind: [] for kind in KINDS}
    for record in records:
        found[kind_of(record)].append(record)
    return {kind: tuple(members) for kind, members in found.items() if members}


def kinds(catalogue: Catalogue) -> ByKind:
    """The kinds that the site can be browsed by: none when there is nothing to choose."""
    found = sorted_by_kind(catalogue.shown)
    return found if len(found) > 1 else {}


def below(catalogue: Catalogue, name: str, code: str) -> tuple[Record, ...]:
    """The records of a term and of all narrower terms, each once, by kind and then by id."""
    known = catalogue.below.get((name, code))
    if known is None:
        found = {record.id: record for record in catalogue.index[name].get(code, ())}
        for term in catalogue.tree(name).children.get(code, ()):
            found |= {record.id: record for record in below(catalogue, name, term.code)}
        grouped = sorted_by_kind(record for _, record in sorted(found.items()))
        known = tuple(record for members in grouped.values() for record in members)
        catalogue.below[name, code] = known
        catalogue.below_by_kind[name, code] = grouped
    return known


def below_by_kind(catalogue: Catalogue, name: str, code: str) -> ByKind:
    """The same records, the kinds apart."""
    below(catalogue, name, code)
    return catalogue.below_by_kind[name, code]


def of_kind(catalogue: Catalogue, name: str, code: str, kind: str | None) -> tuple[Record, ...]:
    """The records below a term that are of one kind, or all of them."""
    if kind is None:
        return below(catalogue, name, code)
    return below_by_kind(catalogue, name, code).get(kind, ())


def held(catalogue: Catalogue, name: str) -> list[str]:
    """The codes that hold a record, themselves or in a narrower term."""
    return [code for code in catalogue.tree(name).terms if below(catalogue, name, code)]


def under(catalogue: Catalogue, name: str) -> tuple[Record, ...]:
    """The records that carry any code of a classification."""
    found = {one.id: one for records in catalogue.index[name].values() for one in records}
    return tuple(found.values())


def has_kinds(catalogue: Catalogue, name: str, code: str) -> bool:
    """Has a term pages by kind? One of a single kind is itself the list of that kind."""
    return name in BROWSED and len(below_by_kind(catalogue, name, code)) > 1


def path(catalogue: Catalogue, name: str, code: str, kind: str | None = None) -> str:
    """Where the records of a term are listed: all, or those of one kind."""
    first = urls.term(name, code)
    if kind is None:
        return first
    if name in BROWSED:
        return urls.term_kind(name, code, kind) if has_kinds(catalogue, name, code) else first
    # Pages of units and of Article 7 list the kinds below each other, items above the others.
    own = name == "disclosure" and kind == "disclosure-item"
    return first if own else f"{first}#kind-{kind}"
