"""What becomes of released addresses, without any file."""

from __future__ import annotations

import pytest

from disclosure.addressing.moves import moves, short_links
from disclosure.addressing.release import release
from disclosure.model.agency import Unit
from disclosure.model.ledger import Kind, Released, written
from disclosure.model.text import text
from tests.unit.builders import DAY, catalogue, faq, page, plan, service


def was(address: str, kind: Kind, name: str) -> Released:
    return Released(address, kind, name, DAY)


def redirects(*records: object, released: tuple[Released, ...], **fields: object) -> dict[str, str]:
    found = moves(catalogue(*records, released=released, **fields))  # type: ignore[arg-type]
    return {old: place.path for old, place in found.redirects.items()}


@pytest.mark.parametrize(
    ("record", "entry", "target"),
    [
        (plan("b", former=("a",)), was("plans/a/", "record", "a"), "plans/b/"),
        (service("b", former=("a",)), was("services/a/", "record", "a"), "services/b/"),
        (service("b", former=("a",)), was("services/a/sheet/", "sheet", "a"), "services/b/sheet/"),
        (page("b/c.md", former=("a",)), was("a/", "record", "a"), "b/c/"),
        (faq("a"), was("faq/old/a/", "record", "a"), "faq/visits/a/"),
        (plan("b", former=("about",)), was("about/", "record", "about"), "plans/b/"),
    ],
)
def test_a_former_address_leads_to_where_its_record_stands(
    record: object, entry: Released, target: str
) -> None:
    assert redirects(record, released=(entry,)) == {entry.address: target}


def test_the_sheet_of_a_withdrawn_service_leads_to_what_says_so() -> None:
    withdrawn = {"date": DAY, "reason": {"zh": "停辦。"}}
    gone = service("a", life="withdrawn", withdrawn=withdrawn)
    found = redirects(gone, released=(was("services/a/sheet/", "sheet", "a"),))
    assert found == {"services/a/sheet/": "services/a/"}


def test_a_unit_leads_to_its_heir() -> None:
    units = {"control": Unit(id="control", name=text(zh="戒護科"), former=("guard",))}
    found = redirects(plan(), released=(was("units/guard/", "unit", "guard"),), units=units)
    assert found == {"units/guard/": "units/control/"}


def test_what_stands_at_its_address_leads_nowhere_else() -> None:
    """Also when another record stands there now, or an index."""
    entries = (was("faq/visits/a/", "record", "b"), was("plans/", "record", "plans"))
    found = moves(catalogue(faq("a"), plan(), released=entries))
    assert (found.redirects, found.lost) == ({}, [])


def test_what_is_a_draft_or_gone_is_lost() -> None:
    entries = (was("faq/visits/a/", "record", "a"), was("faq/visits/b/", "record", "b"))
    found = moves(catalogue(faq("a", life="draft"), released=entries))
    assert found.lost == list(entries)


def test_a_short_link_is_there_for_every_id_that_a_record_has_had() -> None:
    hidden = faq("d", life="draft")
    found = short_links(catalogue(faq("a", former=("b", "c")), hidden))
    assert {path: record.id for path, record in found.items()} == dict.fromkeys(
        ("id/a/", "id/b/", "id/c/"), "a"
    )


def test_a_release_keeps_lines_of_what_has_moved() -> None:
    old = was("faq/old/a/", "record", "a")
    made = release(catalogue(faq("a"), released=(old,)), DAY)
    assert str(made.new[0]) == "/faq/visits/a/,record:a,2026-01-05"
    assert made.ledger == written([*made.new, old])
    assert str(old) in made.ledger.splitlines()
