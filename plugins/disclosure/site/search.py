"""The search page: a form, room for results, and the ways in for who has no scripts."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure.searching.document import Document
from disclosure.searching.index import STEP, Facet, files
from disclosure.searching.words import Vocabulary
from disclosure.site import urls
from disclosure.site.index_page import index_page
from disclosure.site.search_documents import KINDS, documents, facets
from disclosure.site.spec import PageSpec
from disclosure.site.voice import Voice

#: What the scripts say, by their name for it: `words.none` is `search_none`.
_SAID = (
    *("heading", "wait", "found", "some", "of", "part", "none", "nothing", "failed"),
    *("also", "instead", "updated", "between", "more"),
)


def page(voice: Voice) -> PageSpec:
    """The search page."""
    s = voice.strings
    said = {name: s[f"search_{name}"] for name in _SAID}
    said |= {"count": s["count"], "comma": s["comma"], "step": STEP}
    return index_page(
        voice,
        urls.SEARCH,
        "search",
        s["search_title"],
        s["search_intro"],
        ((s["home"], urls.HOME),),
        {
            "intro": s["search_intro"],
            "words": said | {"kinds": {one: s[f"kind_{one}"] for one in KINDS}},
            "tips": [s["search_help_words"], s["search_help_fewer"]],
            "phone": voice.site.catalogue.agency.phone,
        },
        voice.site.catalogue.shown,
        section="search",
    )


@dataclass(frozen=True, slots=True)
class Content:
    """All that a language's index is made from."""

    documents: tuple[Document, ...]
    vocabulary: Vocabulary
    facets: tuple[Facet, ...]


def content(voice: Voice) -> Content:
    """What can be found in a language."""
    vocabulary = Vocabulary.of(voice.site.catalogue.search_words, voice.language)
    return Content(tuple(documents(voice)), vocabulary, tuple(facets(voice)))


def index(content: Content) -> dict[str, bytes]:
    """The files of an index, by their path below the search page."""
    return files(content.documents, content.vocabulary, content.facets)
