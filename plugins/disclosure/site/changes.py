"""更新紀錄: what was published, changed, withdrawn; on a record's page and for the whole site."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from disclosure.model.dates import ROC_OFFSET
from disclosure.model.record import Record, kind_of
from disclosure.site import history, parts, urls
from disclosure.site.history import Event
from disclosure.site.index_page import index_page
from disclosure.site.spec import PageSpec, View
from disclosure.site.voice import Voice

#: So many changes stand on one page.
PART = 100


def page(voice: Voice, events: Sequence[Event], number: int = 1) -> PageSpec:
    """The changes of the whole site by month; one part of many."""
    s = voice.strings
    title = parts.title(voice, s["changes_title"], number)
    here = parts.part(events, number, PART)
    first = ((s["changes_title"], urls.CHANGES),) if number > 1 else ()
    return index_page(
        voice,
        parts.path(urls.CHANGES, number),
        "changes",
        title,
        s["changes_intro"],
        ((s["home"], urls.HOME), *first),
        {
            "intro": s["changes_intro"],
            "feed": urls.FEED if voice.site.settings.site_url else "",
            "months": [
                _month(voice, year, month, list(group))
                for (year, month), group in groupby(
                    here, key=lambda one: (one.date.year, one.date.month)
                )
            ],
            "pager": parts.pager(voice, urls.CHANGES, number, len(events), PART),
        },
        [event.record for event in here],
        section="changes",
    )


def _month(voice: Voice, year: int, month: int, events: list[Event]) -> View:
    iso = f"{year}-{month:02}"
    roc = year - ROC_OFFSET
    return {
        "id": f"month-{iso}",
        "title": voice.strings.say("changes_month", year=year, month=month, roc=roc, iso=iso),
        "entries": [
            _line(voice, event)
            | {
                "path": urls.record(event.record),
                "title": voice.words(event.record.title),
                "kind": voice.strings[f"kind_{kind_of(event.record)}"],
            }
            for event in events
        ],
    }


def _line(voice: Voice, event: Event) -> View:
    return {
        "date": voice.date(event.date),
        "what": voice.strings[f"change_{event.what}"],
        "note": voice.maybe(event.note),
    }


def of_record(voice: Voice, record: Record) -> View:
    """What became of a record, for the facts at the foot of its page; only where there is more to
    tell than the two dates that stand there anyway."""
    events = history.of_record(voice.site.catalogue, record)
    told = any(event.note for event in events) or len(events) > 2
    return {"changes": [_line(voice, event) for event in events] if told else []}
