"""The glossary as a page: every word that the site explains."""

from __future__ import annotations

from disclosure.site import urls
from disclosure.site.citations import citations
from disclosure.site.index_page import index_page
from disclosure.site.spec import PageSpec
from disclosure.site.voice import Voice


def page(voice: Voice) -> PageSpec:
    """All terms, in the order of their file."""
    s, catalogue = voice.strings, voice.site.catalogue
    terms = [
        {
            "id": f"term-{one.id}",
            "term": voice.words(one.term),
            "others": [
                {"words": words, "lang": voice.site.tag(language)}
                for language, words in one.term.root.items()
                if language != voice.language
            ],
            "also": list(one.also.get(voice.language, ())),
            "meaning": voice.prose(one.meaning),
            "sources": citations(voice, one.sources),
        }
        for one in catalogue.glossary
    ]
    intro = s.say("glossary_intro", count=len(terms))
    return index_page(
        voice,
        urls.GLOSSARY,
        "glossary",
        s["glossary_title"],
        intro,
        ((s["home"], urls.HOME),),
        {"intro": intro, "terms": terms},
        catalogue.shown,
        section="glossary",
        untranslated=voice.fell_back,
    )
