"""The transparency zone (行政透明專區): how each application is handled, by whom and how fast."""

from __future__ import annotations

from disclosure.model.catalogue import units_of
from disclosure.model.service import Service
from disclosure.site import urls
from disclosure.site.index_page import index_page
from disclosure.site.service_facts import progress, row
from disclosure.site.services import by_audience
from disclosure.site.spec import PageSpec, View
from disclosure.site.voice import Voice

#: The agencies' plans promise at least so many applications whose flow and progress can be looked
#: up (E-01).
DUTY = 5


def index(voice: Voice) -> PageSpec:
    """Flows by unit and by kind of citizen, the state of the duty, where to ask for progress."""
    s, catalogue = voice.strings, voice.site.catalogue
    services = catalogue.services
    title, intro = s["transparency_title"], s.say("transparency_intro", count=len(services))
    counting = [one for one in services if counts(one)]
    return index_page(
        voice,
        urls.TRANSPARENCY,
        "transparency",
        title,
        intro,
        ((s["home"], urls.HOME),),
        {
            "intro": intro,
            "duty": s.say(
                "duty_met" if len(counting) >= DUTY else "duty_state",
                least=DUTY,
                count=len(counting),
            ),
            "rows": [
                {
                    "path": urls.record(one),
                    "title": voice.words(one.title),
                    "flow": one.flow is not None,
                    "progress": one.progress is not None,
                    "counts": counts(one),
                }
                for one in services
            ],
            "units": _by_unit(voice, services),
            "audiences": by_audience(voice, services),
            "progress": [_progress(voice, one) for one in services if one.progress],
        },
        services,
        section="transparency",
    )


def counts(service: Service) -> bool:
    """Does a service count toward the duty? Both its flow and its progress can be looked up."""
    return service.flow is not None and service.progress is not None


def _by_unit(voice: Voice, services: tuple[Service, ...]) -> list[View]:
    """Every unit with what it answers for, and what it takes part in."""
    groups: list[View] = []
    for unit in voice.site.catalogue.units.values():
        own = [one for one in services if any(ref.unit == unit.id for ref in one.units)]
        first = {one.id for one in own}
        part = [one for one in services if one.id not in first and unit.id in units_of(one)]
        if own or part:
            groups.append(
                {
                    "id": f"unit-{unit.id}",
                    "name": voice.words(unit.name),
                    "path": urls.unit(unit.id),
                    "services": [row(voice, one) for one in own],
                    "part": [voice.link(one) for one in part],
                }
            )
    return groups


def _progress(voice: Voice, service: Service) -> View:
    assert service.progress is not None
    return progress(voice, service.progress) | voice.link(service)
