"""The Atom feed (RFC 4287) of what was changed, one a language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import urlsplit

from disclosure.model.record import kind_of
from disclosure.site import urls
from disclosure.site.history import Event, of_site
from disclosure.site.spec import Phrase
from disclosure.site.voice import Site, Voice

#: So many changes stand in a feed; readers ask often, and the page has all.
LAST = 50


def feeds(site: Site) -> dict[str, bytes]:
    """`file → feed`, one a language; none where the address of the site is not known, since a feed
    names its pages in full."""
    events = of_site(site.catalogue)[:LAST]
    if not site.settings.site_url or not events:
        return {}
    return {
        f"{urls.prefix(language, site.settings)}{urls.FEED}": feed(
            Voice(site, language), events
        ).encode()
        for language in site.settings.languages
    }


def feed(voice: Voice, events: Sequence[Event]) -> str:
    """The feed of some changes, newest first; at least one."""
    s, site, language = voice.strings, voice.site, voice.language
    name = voice.plain(site.catalogue.agency.name)
    page = escape(site.address(urls.CHANGES, language))
    tag = site.tag(language)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{tag}">',
        _text("title", s.say("title_form", title=s["changes_title"], site=name)),
        _text("subtitle", s["changes_intro"]),
        f"<id>{page}</id>",
        f'<link rel="self" type="application/atom+xml" '
        f'href="{escape(site.address(urls.FEED, language))}"/>',
        f'<link rel="alternate" type="text/html" hreflang="{tag}" href="{page}"/>',
        f"<updated>{_time(events[0].date)}</updated>",
        f"<author>{_text('name', name)}"
        f"<uri>{escape(site.address(urls.HOME, language))}</uri></author>",
        *(line for event in events for line in _entry(voice, event)),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _entry(voice: Voice, event: Event) -> Iterable[str]:
    s, site, record = voice.strings, voice.site, event.record
    kind = kind_of(record)
    what = s[f"change_{event.what}"]
    title = voice.words(record.title)
    address = escape(site.address(urls.record(record), voice.language))
    yield "<entry>"
    yield _text("title", title)
    yield f"<id>{escape(_id(voice, event))}</id>"
    yield (
        f'<link rel="alternate" type="text/html" hreflang="{site.tag(voice.language)}" '
        f'href="{address}"/>'
    )
    yield f"<updated>{_time(event.date)}</updated>"
    yield f'<category term="{kind}" label="{escape(s[f"kind_{kind}"])}"/>'
    yield f'<category term="{event.what}" label="{escape(what)}"/>'
    yield _text("summary", voice.words(event.note) if event.note else what)
    yield "</entry>"


def _id(voice: Voice, event: Event) -> str:
    """A `tag:` (RFC 4151): the same for ever, even when the record moves to another address."""
    place = urlsplit(voice.site.settings.site_url)
    number = f"-{event.number}" if event.number > 1 else ""
    return (
        f"tag:{place.hostname},{event.date}:{place.path}{voice.language}/"
        f"{event.record.id}/{event.what}{number}"
    )


def _text(element: str, words: Phrase) -> str:
    if isinstance(words, dict):
        return f'<{element} xml:lang="{words["lang"]}">{escape(words["words"])}</{element}>'
    return f"<{element}>{escape(words)}</{element}>"


def _time(day: dt.date) -> str:
    """Records know days only: the beginning of the day in Taiwan."""
    return f"{day.isoformat()}T00:00:00+08:00"
