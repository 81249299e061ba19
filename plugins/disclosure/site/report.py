"""What is due, as a page for editors: in a preview only, never on the public site."""

from __future__ import annotations

import dataclasses

from disclosure.reporting.report import STATES, Report, Row, by_unit, report
from disclosure.site import urls
from disclosure.site.index_page import index_page
from disclosure.site.spec import PageSpec, View
from disclosure.site.voice import Site, Voice

#: The look of a state in a word.
_LOOK = {"overdue": "failed", "over": "failed", "done": "good"}


def is_made(site: Site) -> bool:
    """Only a preview has the page, and only when it knows the day."""
    return site.settings.drafts and site.settings.today is not None


def page(voice: Voice) -> PageSpec:
    """Everything that is due, unit by unit."""
    s = voice.strings
    found = report(voice.site.catalogue, voice.site.settings)
    spec = index_page(
        voice,
        urls.REPORT,
        "report",
        s["due_title"],
        s["due_only_preview"],
        ((s["home"], urls.HOME),),
        _view(voice, found),
        voice.site.catalogue.shown,
        section="report",
    )
    return dataclasses.replace(spec, metadata=(*spec.metadata, ("robots", "noindex, nofollow")))


def _view(voice: Voice, found: Report) -> View:
    s = voice.strings
    return {
        "day": voice.date(found.day),
        "within": found.within,
        "counts": [
            {"name": s[f"due_state_{state}"], "count": found.counts[state]}
            for state in STATES
            if found.counts[state]
        ],
        "units": [
            {
                "name": _unit(voice, unit),
                "rows": [_row(voice, row) for row in rows],
            }
            for unit, rows in by_unit(found).items()
        ],
    }


def _unit(voice: Voice, unit: str) -> View | str:
    known = voice.site.catalogue.units.get(unit)
    return voice.words(known.name) if known else voice.strings["due_no_unit"]


def _row(voice: Voice, row: Row) -> View:
    s, catalogue = voice.strings, voice.site.catalogue
    record = catalogue.records.get(row.id)
    shown = record is not None and catalogue.shows(record)
    topic = s[f"due_topic_{row.topic}"]
    return {
        "path": urls.record(record) if record and shown else None,
        "title": voice.words(row.title),
        "topic": s.say("due_of_year", topic=topic, year=row.year)
        if row.topic in ("plan", "first", "second")
        else topic,
        "state": s[f"due_state_{row.state}"],
        "look": _LOOK.get(row.state, "plain"),
        "days": s.say("due_days", count=row.days) if row.days else "",
        "due": voice.date(row.due),
        "file": row.path,
    }
