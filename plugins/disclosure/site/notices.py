"""Notices of the day, as the head of every page shows them."""

from __future__ import annotations

from urllib.parse import urlsplit

from disclosure.model.notices import Notice
from disclosure.site.spec import View
from disclosure.site.voice import Voice


def of_the_day(voice: Voice) -> list[View]:
    """What every page says today, urgent notices first."""
    notices = voice.site.catalogue.notices
    return [_notice(voice, one) for one in notices.on(voice.site.settings.today)]


def _notice(voice: Voice, notice: Notice) -> View:
    records = voice.site.catalogue.records
    return {
        "level": notice.level,
        "label": voice.strings[f"alert_{notice.level}"],
        "title": voice.words(notice.title),
        "text": voice.maybe(notice.text),
        "since": voice.date(notice.since),
        "until": voice.date(notice.until),
        "record": voice.link(records[notice.record]) if notice.record else None,
        "link": {
            "url": notice.link.url,
            "title": voice.named(notice.link.title),
            "host": urlsplit(notice.link.url).netloc,
        }
        if notice.link
        else None,
    }
