"""One kind of record by classification: where to find it, and its records under one term."""

from __future__ import annotations

from disclosure.model.catalogue import SCHEMES
from disclosure.site import filing, parts, urls
from disclosure.site.index_page import index_page
from disclosure.site.indexes import (
    around,
    branches,
    by_kind,
    facets,
    term_name,
    term_said,
    term_title,
)
from disclosure.site.spec import PageSpec
from disclosure.site.voice import Voice

#: Kinds that have an index of their own, by their name in the menu.
_ALL = {
    "service": "services",
    "faq": "faq",
    "form": "forms",
    "plan": "plans",
    "disclosure-item": "disclosure",
}


def index(voice: Voice, kind: str) -> PageSpec:
    """One kind: the terms of every classification that hold it, with counts."""
    s, catalogue = voice.strings, voice.site.catalogue
    records = filing.kinds(catalogue)[kind]
    named = s[f"kinds_{kind}"]
    title = s.say("kind_index_title", kind=named)
    said = s.say("kind_index_said", kind=named, count=len(records))
    schemes = [
        {
            "id": name,
            "title": s.say("kind_index_scheme", scheme=s[f"scheme_{name}"]),
            "intro": s[f"scheme_{name}_intro"],
            "branches": branches(voice, name, kind=kind),
        }
        for name in SCHEMES
    ]
    return index_page(
        voice,
        urls.kind(kind),
        "kind-index",
        title,
        said,
        ((s["home"], urls.HOME), (s["nav_browse"], urls.BROWSE)),
        {
            "said": said,
            "all": urls.menu(catalogue)[_ALL[kind]] if kind in _ALL else "",
            "all_title": s.say("kind_index_all", kind=named),
            "schemes": [one for one in schemes if one["branches"]],
        },
        records,
    )


def term(voice: Voice, name: str, code: str, kind: str, number: int = 1) -> PageSpec:
    """The records of one kind under a term and its narrower ones; of a long list one part."""
    catalogue, s = voice.site.catalogue, voice.strings
    records = filing.of_kind(catalogue, name, code, kind)
    named = s[f"kinds_{kind}"]
    whole = s.say("term_kind_title", term=term_title(voice, name, code), kind=named)
    narrower = branches(voice, name, code, kind)
    said = term_said(voice, name, code, kind, bool(narrower))
    first = urls.term_kind(name, code, kind)
    shown = parts.part(records, number, filing.PART)
    return index_page(
        voice,
        parts.path(first, number),
        "term-kind",
        parts.title(voice, whole, number),
        said,
        (
            (s["home"], urls.HOME),
            (s["nav_browse"], urls.BROWSE),
            (s[f"scheme_{name}"], urls.scheme(name)),
            (term_name(voice, name, code), urls.term(name, code)),
        ),
        {
            "said": [said],
            "facets": facets(voice, name, code, kind),
            "around": around(voice, name, code, narrower, kind),
            "around_title": s.say("term_around_kind", kind=named),
            "groups": by_kind(voice, shown, {kind: records}),
            "pager": parts.pager(voice, first, number, len(records), filing.PART),
            "index": urls.kind(kind),
            "index_title": s.say("kind_index_title", kind=named),
        },
        shown,
    )
