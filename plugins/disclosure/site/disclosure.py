"""The catalogue of Article 7: its ten categories, one category, one item.

Plans, services and all else that carries a category's code stand in it by themselves. What is
missing or overdue is told to editors by the checks, never here.
"""

from __future__ import annotations

from disclosure.model.catalogue import Catalogue
from disclosure.model.disclosure_item import DisclosureItem, Report
from disclosure.model.record import Record
from disclosure.model.text import Text
from disclosure.site import urls
from disclosure.site.citations import citations, files, links
from disclosure.site.index_page import index_page
from disclosure.site.indexes import by_kind
from disclosure.site.plans import codes
from disclosure.site.record_page import record_page
from disclosure.site.spec import PageSpec, View
from disclosure.site.voice import Voice

SCHEME = "disclosure"


def anchors_of(item: DisclosureItem) -> set[str]:
    """What an address of an item's page may end with, behind `#`."""
    found = {"sources"} if item.sources else set()
    return {"codes", "page-facts"} | found | ({"legal-basis"} if item.legal_basis else set())


def index(voice: Voice) -> PageSpec:
    """The ten categories, each with what it holds."""
    s, catalogue = voice.strings, voice.site.catalogue
    tree = catalogue.tree(SCHEME)
    title, intro = s["disclosure_title"], s["disclosure_intro"]
    held = catalogue.index[SCHEME]
    listed = list({one.id: one for records in held.values() for one in records}.values())
    return index_page(
        voice,
        urls.DISCLOSURE,
        "disclosure",
        title,
        intro,
        ((s["home"], urls.HOME),),
        {
            "intro": intro,
            "note": voice.prose(tree.scheme.note),
            "categories": [
                {
                    "path": urls.term(SCHEME, term.code),
                    "code": term.code,
                    "name": voice.words(term.name),
                    "description": voice.prose(term.description),
                    "count": len(held.get(term.code, ())),
                }
                for term in tree.terms.values()
            ],
        },
        listed,
        section="disclosure",
        untranslated=voice.fell_back,
    )


def category(voice: Voice, code: str) -> PageSpec:
    """One category: the agency's items, then the other records that belong to it."""
    s, catalogue = voice.strings, voice.site.catalogue
    term = catalogue.tree(SCHEME).terms[code]
    records = catalogue.index[SCHEME].get(code, ())
    others = [one for one in records if not isinstance(one, DisclosureItem)]
    path = urls.term(SCHEME, code)
    title = s.say("disclosure_category_title", code=code, name=voice.plain(term.name))
    description = voice.plain(term.description) or title
    return index_page(
        voice,
        path,
        "disclosure-category",
        title,
        description,
        ((s["home"], urls.HOME), (s["disclosure_title"], urls.DISCLOSURE)),
        {
            "description": voice.prose(term.description),
            "items": [
                _item(voice, one) | {"id": one.id, "path": urls.record(one)}
                for one in items(catalogue, code)
            ],
            "groups": by_kind(voice, others),
            "around": _around(voice, code),
        },
        records,
        section="disclosure",
        untranslated=voice.fell_back,
    )


def items(catalogue: Catalogue, code: str) -> list[DisclosureItem]:
    """The items of a category, what there is before what there is not."""
    records: tuple[Record, ...] = catalogue.index[SCHEME].get(code, ())
    found = [one for one in records if isinstance(one, DisclosureItem)]
    return sorted(found, key=lambda one: (one.state != "provided", one.id))


def _around(voice: Voice, code: str) -> list[View]:
    """The neighbours of a category, for reading the ten one after another."""
    terms = list(voice.site.catalogue.tree(SCHEME).terms.values())
    at = next(number for number, term in enumerate(terms) if term.code == code)
    return [
        {
            "path": urls.term(SCHEME, terms[other].code),
            "label": voice.strings[label],
            "code": terms[other].code,
            "name": voice.words(terms[other].name),
        }
        for other, label in ((at - 1, "previous"), (at + 1, "next"))
        if 0 <= other < len(terms)
    ]


def page(voice: Voice, item: DisclosureItem) -> PageSpec:
    """One item, all of it."""
    s, catalogue = voice.strings, voice.site.catalogue
    code = item.classification.disclosure[0]
    term = catalogue.tree(SCHEME).terms[code]
    return record_page(
        voice,
        item,
        "disclosure",
        (
            (s["home"], urls.HOME),
            (s["disclosure_title"], urls.DISCLOSURE),
            (
                s.say("disclosure_category_title", code=code, name=voice.plain(term.name)),
                urls.term(SCHEME, code),
            ),
        ),
        _item(voice, item)
        | {
            "legal_basis": citations(voice, item.legal_basis),
            "sources": citations(voice, item.sources),
            "codes": codes(voice, item),
        },
    )


def _item(voice: Voice, item: DisclosureItem) -> View:
    s = voice.strings
    return {
        "title": voice.words(item.title),
        "standing": voice.standing(item),
        "state": item.state,
        "state_name": s[f"state_{item.state}"],
        "reason": voice.prose(item.reason),
        "withheld": {
            "ground": s.say("withheld_ground", number=item.withheld.ground),
            "words": s[f"ground_{item.withheld.ground}"],
            "what": voice.prose(item.withheld.what),
        }
        if item.withheld
        else None,
        "summary": voice.prose(item.summary),
        "text": voice.prose(item.text),
        "units": voice.units(item.units),
        "updated": voice.date(item.changed),
        "frequency": s[f"frequency_{item.frequency}"] if item.frequency else "",
        "due": voice.date(item.due),
        "files": files(voice, item.files, item.title),
        "links": links(voice, item.links),
        "reports": [_report(voice, one, item.title) for one in item.reports],
    }


def _report(voice: Voice, report: Report, title: Text) -> View:
    return {
        "period": voice.words(report.period),
        "due": voice.date(report.due),
        "received": voice.date(report.received),
        "published": voice.date(report.published),
        "response": voice.prose(report.response),
        "files": files(voice, report.files, title),
        "links": links(voice, report.links),
    }
