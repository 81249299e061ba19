"""Units, agencies, categories and records that a record names exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from disclosure.checking.checker import Check
from disclosure.checking.walking import walk
from disclosure.model.catalogue import units_of
from disclosure.model.disclosure_item import DisclosureItem
from disclosure.model.faq import Faq
from disclosure.model.form import Form
from disclosure.model.plan import Plan
from disclosure.model.record import Record, UnitRef
from disclosure.model.service import Service
from disclosure.reading.places import Location
from disclosure.site import urls
from disclosure.site.plans import own_anchors
from disclosure.suggest import guess_words, nearest

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
            if named not in catalogue.records:
                if not was_renamed(check, path, place, named):
                    unknown(check, path, place, "record", named, catalogue.records)
            elif named == record.id:
                check.tell(
                    path,
                    place,
                    "names-itself",
                    f"這裡寫的「{named}」就是這筆資料自己。",
                    f'"{named}" is this very record.',
                )
            else:
                leads_to_a_shown_record(check, record, path, place, named)


def _named(record: Record) -> Iterator[tuple[Location, str]]:
    """The records that a question or a service names, with their places."""
    if isinstance(record, Faq | Service):
        yield from ((("related", number), one) for number, one in enumerate(record.related))
    if isinstance(record, Faq) and record.superseded_by:
        yield ("superseded_by",), record.superseded_by


def leads_to_a_shown_record(
    check: Check, referring: Record | None, path: str, place: Location | int, name: str
) -> None:
    """What is published may not lead to what is not: a draft, or something withdrawn."""
    catalogue = check.catalogue
    if catalogue.shows(catalogue.records[name]) or (referring and not catalogue.shows(referring)):
        return
    withdrawn = catalogue.records[name].withdrawn
    if withdrawn and withdrawn.successor:
        check.tell(
            path,
            place,
            "unpublished-record",
            f"「{name}」已經撤下，由「{withdrawn.successor}」取代；請改寫成它。",
            f'"{name}" is withdrawn and replaced by "{withdrawn.successor}": name that instead.',
        )
        return
    check.tell(
        path,
        place,
        "unpublished-record",
        f"「{name}」還是草稿或已經撤下，不會出現在網站上；請先拿掉這個連結，或發布那筆資料。",
        f'"{name}" is a draft or withdrawn and is not on the site: remove this reference, or '
        "publish that record.",
    )


def names_a_form(check: Check, record: Record, path: str, place: Location, name: str) -> None:
    """A form that a record names is there, and is shown where the record is."""
    forms = [one.id for one in check.catalogue.records.values() if isinstance(one, Form)]
    if name in forms:
        leads_to_a_shown_record(check, record, path, place, name)
    else:
        unknown(check, path, place, "form", name, forms)


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


def was_renamed(check: Check, path: str, place: Location | int, name: str) -> bool:
    """Tell of a former id, with the present one; is it one?"""
    present = check.catalogue.renamed.get(name)
    if present is None:
        return False
    check.tell(
        path,
        place,
        "former-id",
        f"「{name}」已經改名為「{present}」；請改寫成新的識別碼。",
        f'"{name}" is called "{present}" now: write the new id.',
    )
    return True


def was_deleted(
    check: Check, path: str, place: Location | int, name: str, kind: str = "record"
) -> bool:
    """Tell of an id that was released and is gone, where a guess would mislead; is it one?"""
    if ("record", name) not in {(one.kind, one.id) for one in check.catalogue.released}:
        return False
    if name in check.catalogue.records:
        return False  # and is of another kind
    check.tell(
        path,
        place,
        f"unknown-{kind}",
        f"「{name}」發布過，現在已經刪除或改名；請改寫成現在的資料，或拿掉這裡。",
        f'"{name}" was released once and has been deleted or renamed: name what is there now, or '
        "remove this.",
    )
    return True


_NAMES = {
    "unit": ("科室", "unit", "units.yml"),
    "agency": ("機關", "agency", "agencies.yml"),
    "category": ("常見問題類別", "FAQ category", "faq.yml"),
    "record": ("資料", "record", ""),
    "form": ("表單", "form", "forms"),
    "lane": ("欄位（lanes）", "lane", ""),
    "step": ("步驟", "step", ""),
    "document": ("文件（documents）", "document", ""),
}


def unknown(
    check: Check, path: str, place: Location, kind: str, name: str, known: Iterable[str]
) -> None:
    """Tell of an id that is not in its register, with the nearest one that is."""
    if kind in ("record", "form") and was_deleted(check, path, place if place else 1, name, kind):
        return
    zh_kind, en_kind, register = _NAMES[kind]
    zh, en = guess_words(nearest(name, known))
    where_zh = f"（登記在 {check.data_path(register)}）" if register else ""
    where_en = f" (registered in {check.data_path(register)})" if register else ""
    check.tell(
        path,
        place if place else 1,
        f"unknown-{kind}",
        f"沒有「{name}」這個{zh_kind}{where_zh}{zh}",
        f'There is no {en_kind} "{name}"{where_en}{en}',
    )


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
