"""Units, agencies, categories and records that a record names exist."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.checking.checker import Check
from disclosure.checking.naming import leads_to_a_shown_record, names_another_record, unknown
from disclosure.checking.walking import walk
from disclosure.model.catalogue import units_of
from disclosure.model.disclosure_item import DisclosureItem
from disclosure.model.faq import Faq
from disclosure.model.plan import Plan
from disclosure.model.record import Record, UnitRef
from disclosure.model.service import Service
from disclosure.reading.places import Location
from disclosure.site import urls
from disclosure.site.plans import own_anchors

MOST_LEVELS = 5


def units_are_registered(check: Check) -> None:
    """Every unit that a record names is in `units.yml`, and every registered unit is used."""
    catalogue = check.catalogue
    used: set[str] = set()
    for record in catalogue.records.values():
        names = units_of(record)
        used.update(names)
        if all(name in catalogue.units for name in names):
            continue
        path = catalogue.sources[record.id].path
        for location, value in walk(record):
            if isinstance(value, UnitRef) and value.unit not in catalogue.units:
                place = (*location, "unit")
                unknown(check, path, place, "unit", value.unit, catalogue.units)
    register = check.data_path("units.yml")
    for number, unit in enumerate(catalogue.units.values()):
        if unit.id not in used:
            check.tell(
                register,
                ("units", number, "id"),
                "unused-unit",
                f"沒有任何資料提到科室「{unit.id}」；若是改名，提到它的資料也要改。",
                f'No record names the unit "{unit.id}"; if it was renamed, rename it there too.',
                "warning",
            )


def agencies_are_registered(check: Check) -> None:
    """Agencies of plans and services, and those that owe plans, are in `agencies.yml`."""
    catalogue = check.catalogue
    duties = catalogue.freshness.plan_duties
    owing = duties.agencies if duties else ()
    for number, name in enumerate(owing):
        if name not in catalogue.agencies:
            place = ("plan_duties", "agencies", number)
            path = check.data_path("freshness.yml")
            unknown(check, path, place, "agency", name, catalogue.agencies)
    used: set[str] = set(owing)
    for record in catalogue.records.values():
        its_own = record.agency if isinstance(record, Plan | Service) else None
        if its_own is None:
            continue
        used.add(its_own)
        if its_own not in catalogue.agencies:
            path = catalogue.sources[record.id].path
            unknown(check, path, ("agency",), "agency", its_own, catalogue.agencies)
    for number, agency in enumerate(catalogue.agencies.values()):
        if agency.id not in used:
            check.tell(
                check.data_path("agencies.yml"),
                ("agencies", number, "id"),
                "unused-agency",
                f"沒有任何資料提到機關「{agency.id}」；若是改名，提到它的資料也要改。",
                f'No record names the agency "{agency.id}"; if it was renamed, rename it there.',
                "warning",
            )


def records_are_known(check: Check) -> None:
    """Plans, related records and categories that a record names exist."""
    catalogue = check.catalogue
    plans = [record.id for record in catalogue.records.values() if isinstance(record, Plan)]
    for record in catalogue.records.values():
        path = catalogue.sources[record.id].path
        if isinstance(record, Plan) and record.carries_out:
            if record.carries_out == record.id:
                check.tell(
                    path,
                    ("carries_out",),
                    "carries-out-itself",
                    "carries_out 寫了這份計畫自己；請寫它所依據的上位計畫，沒有就刪掉這一行。",
                    "`carries_out` names this very plan: name the plan above it, or remove the "
                    "line.",
                )
            elif record.carries_out not in plans:
                unknown(check, path, ("carries_out",), "record", record.carries_out, plans)
            else:
                leads_to_a_shown_record(check, record, path, ("carries_out",), record.carries_out)
        if isinstance(record, Faq) and record.category not in catalogue.categories:
            unknown(check, path, (), "category", record.category, catalogue.categories)
        for place, named in _named(record):
            if names_another_record(check, record, path, place, named):
                leads_to_a_shown_record(check, record, path, place, named)


def _named(record: Record) -> Iterator[tuple[Location, str]]:
    """The records that a question or a service names, with their places."""
    if isinstance(record, Faq | Service):
        yield from ((("related", number), one) for number, one in enumerate(record.related))
    if isinstance(record, Faq) and record.superseded_by:
        yield ("superseded_by",), record.superseded_by


def ids_are_free(check: Check) -> None:
    """Questions and items stand under their ids on a page that has one part of its own."""
    for record in check.catalogue.records.values():
        if isinstance(record, Faq | DisclosureItem) and record.id == urls.MAIN_PART:
            check.tell(
                check.catalogue.sources[record.id].path,
                1,
                "reserved-id",
                f"識別碼「{urls.MAIN_PART}」是網頁本身要用的，請換一個。",
                f'The id "{urls.MAIN_PART}" is used by the page itself: choose another.',
            )


def strategies_are_told_apart(check: Check) -> None:
    """Within one plan, the ids of sections and of strategies are unique: they are addresses."""
    for plan in check.catalogue.every(Plan):
        path = check.catalogue.sources[plan.id].path
        seen: dict[str, str] = {}
        reserved = own_anchors(plan)
        for s, section in enumerate(plan.sections):
            ids: list[tuple[str, Location]] = [(section.id, ("sections", s, "id"))]
            ids += [
                (strategy.id, ("sections", s, "strategies", n, "id"))
                for n, strategy in enumerate(section.strategies)
            ]
            for one, place in ids:
                if place[-3:-2] == ("strategies",) and one in reserved:
                    check.tell(
                        path,
                        place,
                        "reserved-id",
                        f"識別碼「{one}」是計畫頁本身要用的，請換一個。",
                        f'The id "{one}" is used by the page itself: choose another.',
                    )
                if one in seen:
                    check.tell(
                        path,
                        place,
                        "duplicate-id",
                        f"識別碼「{one}」在這份計畫裡用了兩次。",
                        f'The id "{one}" is used twice in this plan.',
                    )
                seen[one] = one


def points_are_not_too_deep(check: Check) -> None:
    """Points below points, (1) (A) …: more levels than anybody can read are a slip."""
    for plan in check.catalogue.every(Plan):
        for location, _ in walk(plan):
            if location.count("items") > MOST_LEVELS:
                check.tell(
                    check.catalogue.sources[plan.id].path,
                    location,
                    "too-deep",
                    f"items 底下最多 {MOST_LEVELS} 層。",
                    f"No more than {MOST_LEVELS} levels of `items`.",
                )
                break


RULES = (
    ids_are_free,
    points_are_not_too_deep,
    units_are_registered,
    agencies_are_registered,
    records_are_known,
    strategies_are_told_apart,
)
