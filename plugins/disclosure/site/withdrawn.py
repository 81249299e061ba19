"""The page of a withdrawn record: that it is withdrawn, since when, why, and what to read instead.

The address stays, for it stands in letters and in other people's pages. The content does not: a
rule that no longer holds misleads those who find it by a search engine and read no banner.
"""

from __future__ import annotations

from dataclasses import replace

from disclosure.model.disclosure_item import DisclosureItem
from disclosure.model.faq import Faq
from disclosure.model.form import Form
from disclosure.model.plan import Plan
from disclosure.model.record import Record
from disclosure.model.service import Service
from disclosure.site import urls
from disclosure.site.record_page import record_page
from disclosure.site.spec import PageSpec
from disclosure.site.voice import Voice

#: The index in which a record of each kind used to stand, by its name in the menu.
_SECTIONS: dict[type[Record], str] = {
    Faq: "faq",
    Service: "services",
    Form: "forms",
    DisclosureItem: "disclosure",
    Plan: "plans",
}


def page(voice: Voice, record: Record) -> PageSpec:
    """What is left of a record. Not for search engines: they shall forget it."""
    s, catalogue = voice.strings, voice.site.catalogue
    assert record.withdrawn is not None
    successor = record.withdrawn.successor
    section = _SECTIONS.get(type(record), "")
    view = {
        "date": voice.date(record.withdrawn.date),
        "reason": voice.words(record.withdrawn.reason),
        "successor": voice.link(catalogue.records[successor]) if successor else None,
    }
    spec = record_page(voice, record, section, _crumbs(voice, section), view)
    return replace(
        spec,
        kind="withdrawn",
        description=f"{s['withdrawn_title']}{s['colon']}{voice.plain(record.withdrawn.reason)}",
        metadata=(*spec.metadata, ("robots", "noindex")),
        modified=max(record.changed, record.withdrawn.date),
    )


def _crumbs(voice: Voice, section: str) -> tuple[tuple[str, str], ...]:
    crumbs = ((voice.strings["home"], urls.HOME),)
    path = urls.menu(voice.site.catalogue).get(section)
    return crumbs if path is None else (*crumbs, (voice.strings[f"nav_{section}"], path))
