"""What one needs to know first of a service: can I, what to bring, how long, how much, where."""

from __future__ import annotations

from urllib.parse import urlsplit

from disclosure.model.service import (
    Channel,
    Contact,
    Document,
    Fee,
    Progress,
    Service,
    TimeLimit,
)
from disclosure.model.text import Text
from disclosure.site import flows, urls
from disclosure.site.spec import Phrase, View
from disclosure.site.voice import Voice

#: So many characters fit a line of a list.
SHORT = 30


def row(voice: Voice, service: Service) -> View:
    """A service in a list: what it is, how long it takes, what it costs, who handles it."""
    return {
        "path": urls.record(service),
        "title": voice.words(service.title),
        "standing": voice.standing(service),
        "summary": voice.maybe(service.summary),
        "time": short_limit(voice, service.time_limit),
        "fee": short_fee(voice, service.fee),
        "units": voice.units(service.units),
        "reviewed": voice.date(service.reviewed),
    }


def short_limit(voice: Voice, limit: TimeLimit | None) -> Phrase:
    """The time limit in a few words; empty when it is not known."""
    if limit is None:
        return ""
    return flows.time(voice, limit.time) or _in_short(voice, limit.text)


def short_fee(voice: Voice, fee: Fee | None) -> Phrase:
    """What it costs in a few words; empty when it is not known."""
    if fee is None:
        return ""
    if fee.free:
        return voice.strings["fee_free"]
    if fee.amount is not None:
        return voice.strings.say("fee_amount", amount=f"{fee.amount:,f}")
    return _in_short(voice, fee.text)


def _in_short(voice: Voice, text: Text | None) -> Phrase:
    """A short text itself; of a long one, that there is one."""
    if text is None:
        return ""
    long = len(voice.plain(text)) > SHORT or "\n" in voice.plain(text)
    return voice.strings["see_page"] if long else voice.words(text)


def first(voice: Voice, service: Service) -> View:
    """Who may apply, with what, in which ways, at what cost, and how long it takes."""
    return {
        "mark": service.mark,
        "summary": voice.prose(service.summary),
        "who": voice.prose(service.who),
        "period": voice.prose(service.period),
        "documents": [document(voice, one) for one in service.documents],
        "channels": [channel(voice, service, one) for one in service.channels],
        "fee": {
            "short": short_fee(voice, service.fee)
            if service.fee and (service.fee.free or service.fee.amount is not None)
            else "",
            "text": voice.prose(service.fee.text) if service.fee else None,
            "pay": voice.prose(service.fee.pay) if service.fee else None,
        },
        "limit": _limit(voice, service.time_limit),
        "contact": [contact(voice, one) for one in service.contact],
    }


def _limit(voice: Voice, limit: TimeLimit | None) -> View:
    if limit is None:
        return {"short": "", "details": []}
    details: list[tuple[str, Text | None]] = [
        ("", limit.text),
        (voice.strings["limit_starts"], limit.starts),
        (voice.strings["limit_stops"], limit.stops),
        (voice.strings["limit_correction"], limit.correction),
        (voice.strings["limit_late"], limit.late),
    ]
    return {
        "short": flows.time(voice, limit.time),
        "details": [
            {"label": label, "text": voice.prose(words)} for label, words in details if words
        ],
    }


def document(voice: Voice, given: Document) -> View:
    """A paper to bring."""
    return {
        "name": voice.words(given.name),
        "when": voice.maybe(given.when),
        "why": voice.maybe(given.why),
        "where": voice.maybe(given.where),
        "form": voice.link(voice.site.catalogue.records[given.form]) if given.form else None,
    }


def channel(voice: Voice, service: Service, given: Channel) -> View:
    """A way to apply; its documents only where they are not all of the service's."""
    names = {one.id: voice.words(one.name) for one in service.documents}
    return {
        "kind": given.kind,
        "name": voice.strings[f"channel_{given.kind}"],
        "how": voice.prose(given.how),
        "documents": None if given.documents is None else [names[one] for one in given.documents],
        "hours": voice.maybe(given.hours),
        "address": voice.maybe(given.address),
        "phone": given.phone,
        "fax": given.fax,
        "email": given.email,
        "url": given.url,
        "host": urlsplit(given.url).netloc if given.url else "",
        "time": flows.time(voice, given.time),
    }


def contact(voice: Voice, given: Contact) -> View:
    """Whom to ask."""
    unit = voice.site.catalogue.units[given.unit] if given.unit else None
    return {
        "path": urls.unit(unit.id) if unit else "",
        "unit": voice.words(unit.name) if unit else "",
        "name": voice.maybe(given.name),
        "phone": given.phone or (unit.phone if unit else None),
        "fax": given.fax,
        "email": given.email,
        "hours": voice.maybe(given.hours),
    }


def progress(voice: Voice, given: Progress) -> View:
    """Where to ask how far one's own case is."""
    return {
        "url": given.url or "",
        "host": urlsplit(given.url).netloc if given.url else "",
        "phone": given.phone or "",
        "text": voice.prose(given.text),
    }
