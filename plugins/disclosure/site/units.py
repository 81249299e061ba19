"""Units: the register, and all that one unit answers for, across plans."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.model.catalogue import units_of
from disclosure.model.plan import Item, Plan
from disclosure.model.record import UnitRef
from disclosure.site import urls
from disclosure.site.index_page import index_page
from disclosure.site.indexes import by_kind
from disclosure.site.spec import PageSpec, View
from disclosure.site.voice import Voice


def index(voice: Voice) -> PageSpec:
    """The register of units, which is also the index by unit."""
    s, catalogue = voice.strings, voice.site.catalogue
    held = catalogue.index["unit"]
    rows = [
        {
            "path": urls.unit(unit.id),
            "name": voice.words(unit.name),
            "count": len(held.get(unit.id, ())),
        }
        for unit in catalogue.units.values()
    ]
    title, intro = s["units_title"], s["units_intro"]
    listed = {r.id: r for records in held.values() for r in records}
    rest = [row for row in rows if not row["count"]]
    return index_page(
        voice,
        urls.UNITS,
        "units",
        title,
        intro,
        ((s["home"], urls.HOME),),
        {
            "intro": intro,
            "units": [row for row in rows if row["count"]],
            "rest": rest,
            "rest_title": s.say("units_rest", count=len(rest)),
        },
        listed.values(),
        section="units",
    )


def page(voice: Voice, unit_id: str) -> PageSpec:
    """One unit."""
    s, catalogue = voice.strings, voice.site.catalogue
    unit = catalogue.units[unit_id]
    records = catalogue.index["unit"].get(unit_id, ())
    duties = [
        {
            "plan": voice.entry(plan),
            "heading": s.say("unit_duties_in", plan=voice.plain(plan.title)),
            "parts": parts,
        }
        for plan in catalogue.plans
        if unit_id in units_of(plan) and (parts := _told_apart(voice, plan, unit_id))
    ]
    name = voice.plain(unit.name)
    title = voice.strings.say("unit_title", unit=name)
    description = voice.strings.say("unit_description", unit=name, count=len(records))
    return index_page(
        voice,
        urls.unit(unit_id),
        "unit",
        title,
        description,
        ((s["home"], urls.HOME), (s["nav_units"], urls.UNITS)),
        {
            "everyone": unit.everyone,
            "aliases": list(unit.aliases),
            "aliases_lang": voice.site.tag(catalogue.primary)
            if voice.language != catalogue.primary
            else "",
            "phone": unit.phone,
            "duties_text": voice.prose(unit.duties),
            "duties": duties,
            "groups": by_kind(voice, records),
        },
        records,
        section="units",
        untranslated=voice.fell_back,
    )


def _told_apart(voice: Voice, plan: Plan, unit_id: str) -> list[View]:
    """The parts with a title for the link: the same matter stands in several years' plans."""
    title = voice.plain(plan.title)
    return [
        part | {"where": f"{title} {part['number']}".strip()}
        for part in _parts(voice, plan, unit_id)
    ]


def _parts(voice: Voice, plan: Plan, unit_id: str) -> Iterator[View]:
    """The parts of a plan that name the unit, each as a link into the plan's page."""
    base = urls.plan(plan.id)
    if any(reference.unit == unit_id for reference in plan.units):
        yield {
            "path": base,
            "number": "",
            "title": voice.strings["unit_whole_record"],
            "note": None,
            "deadlines": [],
            "measures": [],
        }
    for section in plan.sections:
        for strategy in section.strategies:
            note = _note(strategy.units, unit_id)
            measures = [
                {"number": voice.numeral(measure.number), "text": voice.prose(measure.text)}
                for measure in strategy.measures
                if _names(measure, unit_id)
            ]
            if note is None and not measures:
                continue
            yield {
                "path": f"{base}#{strategy.id}",
                "number": strategy_number(voice, section.number, strategy.number),
                "title": voice.words(strategy.title),
                "note": voice.maybe(note.note) if note else None,
                "deadlines": [voice.deadline(deadline) for deadline in strategy.deadlines],
                "measures": measures,
            }
    for name, chapter in plan.chapters:
        if any(_names(clause, unit_id) for clause in chapter.clauses):
            yield {
                "path": f"{base}#chapter-{name}",
                "number": voice.numeral(chapter.number),
                "title": voice.words(chapter.heading),
                "note": None,
                "deadlines": [],
                "measures": [],
            }


def strategy_number(voice: Voice, section: str, strategy: str) -> str:
    """`二` and `4` → `二.4`, as people speak of an item of a plan."""
    return f"{voice.numeral(section)}.{voice.numeral(strategy).strip('（）() ')}"


def _note(references: tuple[UnitRef, ...], unit_id: str) -> UnitRef | None:
    return next((reference for reference in references if reference.unit == unit_id), None)


def _names(item: Item, unit_id: str) -> bool:
    return any(reference.unit == unit_id for reference in item.units) or any(
        _names(below, unit_id) for below in item.items
    )
