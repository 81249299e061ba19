"""What a page says of the time in which its content holds; it changes with the day of the build."""

from __future__ import annotations

from disclosure.model.record import Record
from disclosure.model.service import Service
from disclosure.site.spec import View
from disclosure.site.voice import Voice


def of_record(voice: Voice, record: Record) -> View | None:
    """For the head of a record's page: it holds not yet, no longer, or from when until when."""
    held = record.validity
    standing = record.standing(voice.site.settings.today)
    if held is None or (standing == "current" and isinstance(record, Service)):
        return None  # a service says among its facts when it is in force
    since, until = voice.date(held.since), voice.date(held.until)
    if standing == "current":
        form = "from_until" if since and until else "from" if since else "until" if until else ""
    else:
        form = standing
    dates = {"coming": [since], "over": [until]}.get(form, [one for one in (since, until) if one])
    return {
        "standing": standing,
        "said": voice.strings[f"validity_{form}"] if form else "",
        "dates": dates,
        "note": voice.prose(held.note),
    }
