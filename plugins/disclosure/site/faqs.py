"""Questions and answers: all categories, one category with its answers, one question."""

from __future__ import annotations

from disclosure.model.faq import Faq
from disclosure.site import metadata, urls
from disclosure.site.indexes import newest
from disclosure.site.plans import codes
from disclosure.site.spec import PageSpec, View
from disclosure.site.voice import Voice

#: The parts of a question's page that an address may end with, behind `#`.
ANCHORS = {"related", "sources", "codes", "page-facts"}


def index(voice: Voice) -> PageSpec:
    """All categories with their counts."""
    s, catalogue = voice.strings, voice.site.catalogue
    faqs = [faq for group in catalogue.faqs.values() for faq in group]
    title, intro = s["faq_title"], s.say("faq_intro", count=len(faqs))
    return PageSpec(
        path=urls.FAQS,
        language=voice.language,
        kind="faqs",
        section="faq",
        title=title,
        description=intro,
        crumbs=((s["home"], urls.HOME),),
        view={
            "intro": intro,
            "categories": [
                {
                    "path": urls.category(category),
                    "name": voice.words(catalogue.categories[category].name),
                    "count": s.say("faq_count", count=len(group)),
                }
                for category, group in catalogue.faqs.items()
                if group
            ],
        },
        metadata=metadata.of_index(voice, urls.FAQS, title, intro, faqs),
        facts={},
        modified=newest(catalogue, faqs),
    )


def category(voice: Voice, category_id: str) -> PageSpec:
    """The questions of one category."""
    s, catalogue = voice.strings, voice.site.catalogue
    faqs = catalogue.faqs[category_id]
    this = catalogue.categories[category_id]
    name = voice.plain(this.name)
    path = urls.category(category_id)
    intro = s.say("faq_count", count=len(faqs))
    title = s.say("faq_category_title", category=name)
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
            "entries": [voice.entry(faq) for faq in faqs],
        },
        metadata=metadata.of_index(voice, path, title, intro, faqs),
        facts={},
        modified=newest(catalogue, faqs),
    )


def page(voice: Voice, faq: Faq) -> PageSpec:
    """One question with its answer."""
    s, catalogue = voice.strings, voice.site.catalogue
    answer = voice.prose(faq.answer)
    title = voice.words(faq.title)
    view: View = {
        "summary": voice.prose(faq.summary),
        "answer": answer,
        "related": [voice.entry(catalogue.records[one]) for one in faq.related],
        "sources": list(faq.sources),
        "codes": codes(voice, faq),
    }
    category_name = voice.plain(catalogue.categories[faq.category].name)
    return PageSpec(
        path=urls.record(faq),
        language=voice.language,
        kind="faq",
        section="faq",
        title=voice.plain(faq.title),
        title_lang=title["lang"] if isinstance(title, dict) else "",
        description=voice.plain(faq.summary) or voice.plain(faq.title),
        crumbs=(
            (s["home"], urls.HOME),
            (s["faq_title"], urls.FAQS),
            (category_name, urls.category(faq.category)),
        ),
        view=view,
        metadata=metadata.of_record(voice, faq),
        facts=voice.facts(faq),
        modified=faq.updated or faq.published,
        untranslated=voice.fell_back,
    )
