"""A process flow in one language: the steps in words, and the graph that is drawn.

List, table and drawing are made of the same few dictionaries, so they cannot say different things.
"""

from __future__ import annotations

from disclosure.flowchart.graph import Edge, Graph, Node
from disclosure.flowchart.layout import layout
from disclosure.model.flow import Flow, Lane, Step, Time
from disclosure.model.service import Document, Service
from disclosure.model.text import Text
from disclosure.site import urls
from disclosure.site.spec import View
from disclosure.site.voice import Voice


def time(voice: Voice, given: Time | None) -> str:
    """`10 個工作天`; empty when it is not known."""
    return voice.strings.say(f"time_{given.unit}", number=given.number) if given else ""


def anchor(step: str) -> str:
    """The part of a service's page that tells of a step."""
    return f"step-{step}"


def flow(voice: Voice, service: Service, given: Flow) -> View:
    """Everything about a flow that a page shows."""
    title = voice.strings.say("flow_title", service=voice.plain(service.title))
    return {
        "steps": steps(voice, service, given),
        "note": voice.prose(given.note),
        "title": title,
        "drawing": drawing(voice, given, title),
    }


def steps(voice: Voice, service: Service, given: Flow) -> list[View]:
    """The steps, each with the ways that lead out of it."""
    numbers = {step.id: number for number, step in enumerate(given.steps, 1)}
    lanes = {lane.id: lane for lane in given.lanes}
    documents = {document.id: document for document in service.documents}
    rows: list[View] = []
    for number, (step, ways) in enumerate(zip(given.steps, given.ways, strict=True), 1):
        rows.append(
            {
                "number": number,
                "anchor": anchor(step.id),
                "kind": step.kind,
                "who": voice.words(lane_name(voice, lanes[step.lane])),
                "unit": _unit_path(lanes[step.lane]),
                "action": voice.words(step.action),
                "detail": voice.prose(step.detail),
                "time": time(voice, step.time),
                "documents": [_paper(voice, documents[one]) for one in step.documents],
                "form": _form(voice, step, [documents[one].form for one in step.documents]),
                "ways": [
                    {
                        "label": voice.maybe(way.label),
                        "number": numbers[way.to],
                        "anchor": anchor(way.to),
                        "action": voice.words(given.steps[numbers[way.to] - 1].action),
                        "back": numbers[way.to] <= number,
                        "next": numbers[way.to] == number + 1,
                    }
                    for way in ways
                ],
            }
        )
    return rows


def _paper(voice: Voice, document: Document) -> View:
    """A document that a step asks for, as a link where it is a form."""
    path = urls.record(voice.site.catalogue.records[document.form]) if document.form else ""
    return {"name": voice.words(document.name), "path": path}


def _form(voice: Voice, step: Step, named: list[str | None]) -> View | None:
    """The form of a step, unless one of its documents is that form."""
    if not step.form or step.form in named:
        return None
    return voice.link(voice.site.catalogue.records[step.form])


def lane_name(voice: Voice, lane: Lane) -> Text:
    """Who stands in a lane: its own name, or that of its unit."""
    return lane.name or voice.site.catalogue.units[str(lane.unit)].name


def _unit_path(lane: Lane) -> str:
    return urls.unit(lane.unit) if lane.unit else ""


def drawing(voice: Voice, given: Flow, title: str) -> View:
    """The swimlane diagram as numbers and strings, for the template that writes the SVG."""
    s = voice.strings
    plain = [voice.plain(lane_name(voice, lane)) for lane in given.lanes]
    lanes = {lane.id: number for number, lane in enumerate(given.lanes)}
    graph = Graph(
        tuple(plain),
        tuple(
            Node(step.id, lanes[step.lane], step.kind, voice.plain(step.action))
            for step in given.steps
        ),
        tuple(
            Edge(step.id, way.to, voice.plain(way.label))
            for step, ways in zip(given.steps, given.ways, strict=True)
            for way in ways
        ),
    )
    decisions = sum(step.kind == "decision" for step in given.steps)
    return layout(graph).as_dict() | {
        "uid": "flow",
        "title": title,
        "desc": s.say(
            "flow_description", steps=len(given.steps), decisions=decisions, lanes=len(plain)
        ),
    }
