"""Services: the list, the page of one with its flow, and the sheet for one side of paper."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.model.record import Record
from disclosure.model.service import Service
from disclosure.site import flows, metadata, urls, validity
from disclosure.site.citations import citations, files
from disclosure.site.index_page import index_page
from disclosure.site.plans import codes
from disclosure.site.record_page import record_page
from disclosure.site.service_facts import first, progress, row
from disclosure.site.spec import PageSpec, View
from disclosure.site.voice import Voice

#: The parts of every service's page that an address may end with, behind `#`.
_PARTS = ("first", "result", "progress", "remedy", "contact", "codes", "page-facts")


def anchors_of(service: Service) -> set[str]:
    """What an address of the service's page may end with: its parts, and its steps."""
    found = set(_PARTS)
    if service.flow:
        found |= {"steps", "flow", "flow-table"}
        found |= {flows.anchor(step.id) for step in service.flow.steps}
    for part in ("content", "forms", "notes", "related", "sources"):
        if getattr(service, part):
            found.add(part)
    return found | ({"legal-basis"} if service.legal_basis else set())


def index(voice: Voice) -> PageSpec:
    """All services, by the people who need them."""
    s, catalogue = voice.strings, voice.site.catalogue
    title, intro = s["services_title"], s.say("services_intro", count=len(catalogue.services))
    return index_page(
        voice,
        urls.SERVICES,
        "services",
        title,
        intro,
        ((s["home"], urls.HOME),),
        {"intro": intro, "groups": by_audience(voice, catalogue.services)},
        catalogue.services,
        section="services",
    )


def by_audience(voice: Voice, services: Iterable[Service]) -> list[View]:
    """Services under each kind of citizen that they are for, in the order of the scheme."""
    tree = voice.site.catalogue.trees["audience"]
    grouped: dict[str, list[Service]] = {code: [] for code in tree.terms}
    rest: list[Service] = []
    for service in services:
        for code in service.classification.audience:
            grouped[code].append(service)
        if not service.classification.audience:
            rest.append(service)
    groups: list[View] = [
        {
            "id": f"for-{code}",
            "name": voice.words(tree.terms[code].name),
            "path": urls.term("audience", code),
            "services": [row(voice, one) for one in members],
        }
        for code, members in grouped.items()
        if members
    ]
    if rest:
        everyone = {"id": "for--all", "name": voice.strings["services_for_all"], "path": ""}
        groups.append(everyone | {"services": [row(voice, one) for one in rest]})
    return groups


def page(voice: Voice, service: Service) -> PageSpec:
    """One service, all of it."""
    view = first(voice, service) | _rest(voice, service)
    s = voice.strings
    return record_page(
        voice,
        service,
        "services",
        ((s["home"], urls.HOME), (s["services_title"], urls.SERVICES)),
        view,
    )


def sheet(voice: Voice, service: Service) -> PageSpec:
    """What matters of a service, on one side of A4."""
    s = voice.strings
    view = first(voice, service) | {
        "page": urls.record(service),
        "remedy": voice.prose(service.remedy),
        "steps": flows.steps(voice, service, service.flow) if service.flow else [],
        "updated": voice.date(service.changed),
        "reviewed": voice.date(service.reviewed),
        "address": voice.site.address(urls.record(service), voice.language),
    }
    title = s.say("sheet_title", service=voice.plain(service.title))
    held = validity.of_record(voice, service)
    return PageSpec(
        path=urls.sheet(service.id),
        language=voice.language,
        kind="service-sheet",
        section="services",
        title=title,
        description=title,
        crumbs=(
            (s["home"], urls.HOME),
            (s["services_title"], urls.SERVICES),
            (voice.plain(service.title), urls.record(service)),
        ),
        view=view,
        metadata=metadata.of_record(voice, service, title, "sheet"),
        facts={},
        modified=service.changed,
        untranslated=voice.fell_back,
        on_paper=urls.on_paper(service, voice.site.settings, voice.language),
        validity=held,
    )


def _rest(voice: Voice, service: Service) -> View:
    catalogue = voice.site.catalogue
    forms = [form for form in catalogue.forms if form.id in service.forms]
    forms.sort(key=lambda form: service.forms.index(form.id))
    in_force = service.validity
    return {
        "sheet": urls.sheet(service.id),
        "agency": voice.words(catalogue.agencies[service.agency].name) if service.agency else None,
        "easy_read": voice.prose(service.easy_read),
        "content": voice.prose(service.content),
        "flow": flows.flow(voice, service, service.flow) if service.flow else None,
        "accepted_by": voice.prose(service.accepted_by),
        "decided_by": voice.prose(service.decided_by),
        "result": voice.prose(service.result),
        "remedy": voice.prose(service.remedy),
        "notes": voice.prose(service.notes),
        "progress": progress(voice, service.progress) if service.progress else None,
        "forms": [
            {
                "path": urls.record(form),
                "title": voice.words(form.title),
                "files": files(voice, form.files, form.title),
            }
            for form in forms
        ],
        "validity": {
            "since": voice.date(in_force.since),
            "until": voice.date(in_force.until),
            "note": voice.prose(in_force.note),
        }
        if in_force
        else None,
        "legal_basis": citations(voice, service.legal_basis),
        "related": related(voice, service),
        "sources": citations(voice, service.sources),
        "codes": codes(voice, service),
    }


def related(voice: Voice, service: Service) -> list[View]:
    """Records that the service names, and those that name it: each knows of the other."""
    catalogue = voice.site.catalogue
    named: list[Record] = [catalogue.records[one] for one in service.related]
    named += catalogue.naming.get(service.id, ())
    unique = {one.id: one for one in named if catalogue.shows(one)}
    return [voice.entry(one) for one in unique.values()]
