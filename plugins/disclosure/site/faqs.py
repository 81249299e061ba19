"""Questions and answers: all questions, one category with its answers, one question."""

from __future__ import annotations

from disclosure.model.faq import Faq
from disclosure.model.record import Record
from disclosure.model.service import Service
from disclosure.site import metadata, parts, urls
from disclosure.site.citations import citations
from disclosure.site.index_page import index_page, newest
from disclosure.site.plans import codes
from disclosure.site.record_page import record_page
from disclosure.site.spec import PageSpec, View
from disclosure.site.voice import Voice

#: Up to so many questions the index names each; a longer list is no help on a phone, and each
#: category has its own page.
MOST_LISTED = 300
#: So many answers stand on one page of a category.
PART = 50


def anchors_of(faq: Faq) -> set[str]:
    """What an address of a question's page may end with, behind `#`."""
    found = {part for part in ("related", "sources") if getattr(faq, part)}
    return {"ask", "codes", "page-facts"} | found | ({"legal-basis"} if faq.legal_basis else set())


def index(voice: Voice) -> PageSpec:
    """All questions by category, with counts."""
    s, catalogue = voice.strings, voice.site.catalogue
    faqs = [faq for group in catalogue.faqs.values() for faq in group if not faq.superseded_by]
    title, intro = s["faq_title"], s.say("faq_intro", count=len(faqs))
    return index_page(
        voice,
        urls.FAQS,
        "faqs",
        title,
        intro,
        ((s["home"], urls.HOME),),
        {
            "intro": intro,
            "categories": [
                _category(voice, category, group, listed=len(faqs) <= MOST_LISTED)
                for category, group in catalogue.faqs.items()
                if group
            ],
        },
        faqs,
        section="faq",
    )


def _category(voice: Voice, category: str, group: tuple[Faq, ...], *, listed: bool) -> View:
    this = voice.site.catalogue.categories[category]
    current = [faq for faq in group if not faq.superseded_by]
    return {
        "id": f"category-{category}",
        "path": urls.category(category),
        "name": voice.words(this.name),
        "description": voice.prose(this.description),
        "count": voice.strings.say("faq_count", count=len(current)),
        "questions": [voice.link(faq) for faq in current] if listed else [],
    }


def category(voice: Voice, category_id: str, number: int = 1) -> PageSpec:
    """The questions of one category with their answers, which open in place; one part of many."""
    s, catalogue = voice.strings, voice.site.catalogue
    everything = catalogue.faqs[category_id]
    faqs = [faq for faq in everything if not faq.superseded_by]
    this = catalogue.categories[category_id]
    name = voice.plain(this.name)
    first = urls.category(category_id)
    path = parts.path(first, number)
    intro = s.say("faq_count", count=len(faqs))
    title = parts.title(voice, s.say("faq_category_title", category=name), number)
    return PageSpec(
        path=path,
        language=voice.language,
        kind="faq-category",
        section="faq",
        title=title,
        description=voice.plain(this.description) or f"{title} {intro}",
        crumbs=((s["home"], urls.HOME), (s["faq_title"], urls.FAQS)),
        view={
            "intro": intro,
            "description": voice.prose(this.description),
            "questions": [
                {
                    "id": faq.id,
                    "path": urls.record(faq),
                    "mark": faq.mark,
                    "title": voice.words(faq.title),
                    "standing": voice.standing(faq),
                    "answer": voice.prose(faq.answer),
                    "units": voice.units(faq.units),
                    "updated": voice.date(faq.changed),
                }
                for faq in parts.part(faqs, number, PART)
            ],
            "replaced": [voice.link(faq) for faq in everything if faq.superseded_by]
            if number == parts.count(len(faqs), PART)
            else [],
            "pager": parts.pager(voice, first, number, len(faqs), PART),
        },
        metadata=metadata.of_index(voice, path, title, intro, everything),
        facts={},
        modified=newest(catalogue, everything),
        untranslated=voice.fell_back,
    )


def page(voice: Voice, faq: Faq) -> PageSpec:
    """One question with its answer."""
    s, catalogue = voice.strings, voice.site.catalogue
    answer = voice.prose(faq.answer)
    category_name = catalogue.categories[faq.category].name
    view: View = {
        "answer": answer,
        "easy_read": voice.prose(faq.easy_read),
        "mark": faq.mark,
        "category": {"path": urls.category(faq.category), "name": voice.words(category_name)},
        "superseded_by": voice.link(catalogue.records[faq.superseded_by])
        if faq.superseded_by
        else None,
        "ask": [
            voice.unit(one) | {"phone": catalogue.units[one.unit].phone or ""} for one in faq.units
        ],
        "phone": catalogue.agency.phone or "",
        "legal_basis": citations(voice, faq.legal_basis),
        "related": related(voice, faq),
        "sources": citations(voice, faq.sources),
        "codes": codes(voice, faq),
    }
    return record_page(
        voice,
        faq,
        "faq",
        (
            (s["home"], urls.HOME),
            (s["faq_title"], urls.FAQS),
            (voice.plain(category_name), urls.category(faq.category)),
        ),
        view,
    )


def related(voice: Voice, faq: Faq) -> list[View]:
    """What the question names, by kind, and the services that name it."""
    catalogue = voice.site.catalogue
    named: list[Record] = [catalogue.records[one] for one in faq.related]
    named += [one for one in catalogue.naming.get(faq.id, ()) if isinstance(one, Service)]
    unique = {one.id: one for one in named if catalogue.shows(one)}
    services = [voice.entry(one) for one in unique.values() if isinstance(one, Service)]
    others = [voice.entry(one) for one in unique.values() if not isinstance(one, Service)]
    groups = [
        {"heading": voice.strings["related_services"], "entries": services},
        {"heading": voice.strings["related_questions"], "entries": others},
    ]
    return [group for group in groups if group["entries"]]
