"""Plans: the list by year and agency, and the page of one plan."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from disclosure.model.catalogue import SCHEMES, codes_of
from disclosure.model.plan import (
    CHAPTERS,
    Basis,
    Chapter,
    Item,
    Measure,
    Plan,
    Section,
    Strategy,
    Target,
)
from disclosure.model.record import Record
from disclosure.site import urls
from disclosure.site.index_page import index_page
from disclosure.site.record_page import record_page
from disclosure.site.spec import PageSpec, View
from disclosure.site.voice import Voice


def index(voice: Voice) -> PageSpec:
    """The list of plans, newest year first."""
    plans = voice.site.catalogue.plans
    s = voice.strings
    title, intro = s["plans_title"], s.say("plans_intro", count=len(plans))
    years = [
        {"year": voice.year(year), "id": f"year-{year}", "plans": [_row(voice, p) for p in group]}
        for year, group in groupby(plans, key=lambda plan: plan.year)
    ]
    agencies: dict[str, list[Plan]] = {}
    for plan in plans:
        agencies.setdefault(plan.agency, []).append(plan)
    by_agency = [
        {
            "name": voice.words(voice.site.catalogue.agencies[agency].name),
            "plans": [_row(voice, plan) for plan in group],
        }
        for agency, group in sorted(agencies.items())
    ]
    return index_page(
        voice,
        urls.PLANS,
        "plans",
        title,
        intro,
        ((s["home"], urls.HOME),),
        {"intro": intro, "years": years, "agencies": by_agency},
        plans,
        section="plans",
    )


def _row(voice: Voice, plan: Plan) -> View:
    return {
        "path": urls.plan(plan.id),
        "title": voice.words(plan.title),
        "standing": voice.standing(plan),
        "agency": voice.words(voice.site.catalogue.agencies[plan.agency].name),
        "year": voice.year(plan.year),
        "summary": voice.maybe(plan.summary),
        "count": voice.strings.say("strategies_count", count=len(plan.strategies)),
    }


def page(voice: Voice, plan: Plan) -> PageSpec:
    """One plan, all of it."""
    s, catalogue = voice.strings, voice.site.catalogue
    sections = [_section(voice, plan, section) for section in plan.sections]
    chapters = [_chapter(voice, name, chapter) for name, chapter in plan.chapters]
    carried_out_by = [other for other in catalogue.plans if other.carries_out == plan.id]
    view: View = {
        "summary": voice.prose(plan.summary),
        "agency": voice.words(catalogue.agencies[plan.agency].name),
        "year": voice.year(plan.year),
        "scope": voice.prose(plan.scope),
        "scope_heading": voice.words(plan.scope_heading),
        "carries_out": _link(voice, plan.carries_out),
        "carried_out_by": [_link(voice, other.id) for other in carried_out_by],
        "issued": _basis(voice, plan.issued) if plan.issued else None,
        "prepared": {
            "units": voice.units(plan.prepared.units),
            "date": voice.date(plan.prepared.date),
        }
        if plan.prepared
        else None,
        "reports": [
            {"half": s[f"plan_report_{one.half}"], "date": voice.date(one.submitted)}
            for one in plan.reports
        ],
        "basis": [_basis(voice, basis) for basis in plan.basis],
        "goals": voice.prose(plan.goals),
        "sections": sections,
        "chapters": chapters,
        "notes": [voice.prose(note) for note in plan.notes],
        "codes": codes(voice, plan),
        "columns": {
            name: voice.maybe(getattr(plan.columns, name))
            for name in ("units", "deadlines", "measures", "benefit", "results")
        },
    }
    crumbs = ((s["home"], urls.HOME), (s["nav_plans"], urls.PLANS))
    return record_page(voice, plan, "plans", crumbs, view)


def _link(voice: Voice, record_id: str | None) -> View | None:
    return None if record_id is None else voice.link(voice.site.catalogue.records[record_id])


def _basis(voice: Voice, basis: Basis) -> View:
    return {
        "title": voice.words(basis.title),
        "authority": voice.words(basis.authority),
        "date": voice.date(basis.date),
        "number": basis.number,
        "action": basis.action,
    }


def _section(voice: Voice, plan: Plan, section: Section) -> View:
    return {
        "id": f"section-{section.id}",
        "number": voice.numeral(section.number),
        "title": voice.maybe(section.title),
        "note": voice.prose(section.note),
        "strategies": [_strategy(voice, plan, strategy) for strategy in section.strategies],
    }


def _strategy(voice: Voice, plan: Plan, strategy: Strategy) -> View:
    return {
        "id": strategy.id,
        "number": voice.numeral(strategy.number),
        "title": voice.words(strategy.title),
        "text": voice.prose(strategy.text),
        "units": voice.units(strategy.units),
        "deadlines": [voice.deadline(deadline) for deadline in strategy.deadlines],
        "targets": targets(voice, strategy.targets),
        "measures": [_measure(voice, measure) for measure in strategy.measures],
        "benefit": voice.prose(strategy.benefit),
        "results": _results(voice, strategy),
        "note": voice.prose(strategy.note),
    }


def _results(voice: Voice, owner: Strategy | Measure) -> list[View]:
    return [
        {"period": voice.words(result.period), "text": voice.prose(result.text)}
        for result in owner.results
    ]


def _measure(voice: Voice, measure: Measure) -> View:
    return _item(voice, measure) | {"results": _results(voice, measure)}


def _item(voice: Voice, item: Item) -> View:
    return {
        "number": voice.numeral(item.number),
        "text": voice.prose(item.text),
        "units": voice.units(item.units),
        "deadlines": [voice.deadline(deadline) for deadline in item.deadlines],
        "targets": targets(voice, item.targets),
        "items": [_item(voice, below) for below in item.items],
    }


def _chapter(voice: Voice, name: str, chapter: Chapter) -> View:
    return {
        "id": f"chapter-{name}",
        "number": voice.numeral(chapter.number),
        "heading": voice.words(chapter.heading),
        "clauses": [_item(voice, clause) for clause in chapter.clauses],
        "note": voice.prose(chapter.note),
    }


def anchors_of(plan: Plan) -> set[str]:
    """The parts of a plan's page that an address may end with, behind `#`."""
    return own_anchors(plan) | {strategy.id for strategy in plan.strategies}


def own_anchors(plan: Plan) -> set[str]:
    """The anchors that the page gives itself, which no strategy may have."""
    parts = {"site-main", "facts", "contents", "basis", "goals", "notes", "codes", "page-facts"}
    parts |= {f"section-{section.id}" for section in plan.sections}
    return parts | {f"chapter-{name}" for name in CHAPTERS}


def targets(voice: Voice, promised: Iterable[Target]) -> list[View]:
    """What is promised, as sentences: `滿意度：至少 80 %`."""
    said: list[View] = []
    for target in promised:
        what = voice.words(target.what)
        amount = ""
        if target.number is not None:
            unit = voice.plain(target.unit)
            amount = voice.strings.say(
                f"amount_{target.comparison or 'exactly'}",
                number=voice.number(target.number),
                unit=unit,
            ).strip()
            period = voice.strings[f"period_{target.period}"] if target.period else ""
            amount = voice.strings.say("target_amount", amount=amount, period=period).strip()
        printed = voice.printed(target.printed, amount)
        said.append({"what": what, "amount": amount, "printed": printed})
    return said


def codes(voice: Voice, record: Record) -> list[View]:
    """Every code of a record, by scheme, as links."""
    found: list[View] = []
    for scheme, values in codes_of(record).items():
        if scheme not in SCHEMES or not values or scheme == "unit":
            continue
        found.append(
            {
                "scheme": voice.strings[f"scheme_{scheme}"],
                "path": urls.scheme(scheme),
                "terms": [term_link(voice, scheme, code) for code in values],
            }
        )
    return found


def term_link(voice: Voice, scheme: str, code: str) -> View:
    """A term as a link: its code tells apart the many terms called 其他."""
    if scheme == "year":
        return {"path": urls.term(scheme, code), "code": "", "name": voice.year(int(code))}
    term = voice.site.catalogue.tree(scheme).terms[code]
    shown = code if voice.site.catalogue.tree(scheme).scheme.official else ""
    return {"path": urls.term(scheme, code), "code": shown, "name": voice.words(term.name)}
