"""The classified indexes: all schemes, one scheme's tree, one term with its records."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.model.catalogue import MYEGOV, SCHEMES
from disclosure.model.classification import Term
from disclosure.model.record import Record
from disclosure.site import filing, parts, urls
from disclosure.site.index_page import index_page
from disclosure.site.plans import term_link
from disclosure.site.spec import PageSpec, View
from disclosure.site.voice import Voice


def home(voice: Voice) -> PageSpec:
    """A home page for a site whose editors have not written one: the ways in."""
    name = voice.plain(voice.site.catalogue.agency.name)
    text = voice.plain(voice.site.catalogue.agency.description) or voice.strings["browse_intro"]
    records = voice.site.catalogue.shown
    return index_page(voice, urls.HOME, "home", name, text, (), {"intro": text}, records)


def browse(voice: Voice) -> PageSpec:
    """The choice of classifications, and of kinds to be browsed by them."""
    s, catalogue = voice.strings, voice.site.catalogue
    groups = [
        {
            "heading": s[heading],
            "schemes": [
                {
                    "path": urls.scheme(name),
                    "name": s[f"scheme_{name}"],
                    "intro": s[f"scheme_{name}_intro"],
                    "count": s.say("scheme_count", count=len(filing.held(catalogue, name))),
                }
                for name in names
            ],
        }
        for heading, names in (
            ("browse_official", MYEGOV),
            ("browse_own", tuple(name for name in SCHEMES if name not in MYEGOV)),
        )
    ]
    kinds = [
        {
            "path": urls.kind(kind),
            "name": s.say("kind_index_title", kind=s[f"kinds_{kind}"]),
            "count": s.say("kind_count", count=len(records)),
        }
        for kind, records in filing.kinds(catalogue).items()
    ]
    return index_page(
        voice,
        urls.BROWSE,
        "browse",
        s["browse_title"],
        s["browse_intro"],
        ((s["home"], urls.HOME),),
        {"intro": s["browse_intro"], "groups": groups, "kinds": kinds},
        catalogue.shown,
    )


def scheme(voice: Voice, name: str) -> PageSpec:
    """One classification: its tree with counts, and what holds nothing yet."""
    s, catalogue = voice.strings, voice.site.catalogue
    tree = catalogue.tree(name)
    rest = set(tree.terms) - set(filing.held(catalogue, name))
    title, intro = s[f"scheme_{name}"], s[f"scheme_{name}_intro"]
    return index_page(
        voice,
        urls.scheme(name),
        "scheme",
        title,
        intro,
        ((s["home"], urls.HOME), (s["nav_browse"], urls.BROWSE)),
        {
            "intro": intro,
            "branches": branches(voice, name),
            "rest": [_named(voice, name, one) for one in tree.terms.values() if one.code in rest],
            "rest_title": s.say("scheme_rest", count=len(rest)),
            "note": voice.prose(tree.scheme.note),
        },
        filing.under(catalogue, name),
    )


def branches(
    voice: Voice, name: str, parent: str | None = None, kind: str | None = None
) -> list[View]:
    """The terms below one (or all) that hold records, or records of a kind, with counts."""
    catalogue = voice.site.catalogue
    return [
        _branch(voice, name, term, kind) | {"children": branches(voice, name, term.code, kind)}
        for term in catalogue.tree(name).children.get(parent, ())
        if filing.of_kind(catalogue, name, term.code, kind)
    ]


def around(
    voice: Voice, name: str, code: str, narrower: list[View], kind: str | None = None
) -> list[View]:
    """A term among those above it and below it; nothing for one that stands alone."""
    *above, this = voice.site.catalogue.tree(name).path(code)
    if not above and not narrower:
        return []
    inner = _branch(voice, name, this, kind) | {"children": narrower, "current": True}
    for term in reversed(above):
        inner = _branch(voice, name, term, kind) | {"children": [inner]}
    return [inner]


def _branch(voice: Voice, name: str, term: Term, kind: str | None) -> View:
    catalogue = voice.site.catalogue
    return term_link(voice, name, term.code) | {
        "path": filing.path(catalogue, name, term.code, kind),
        "count": len(filing.of_kind(catalogue, name, term.code, kind)),
        "own": term.attested == "label",  # this site's own name in an official list
        "current": False,
    }


def _named(voice: Voice, name: str, term: Term) -> View:
    shown = term.code if voice.site.catalogue.tree(name).scheme.official else ""
    return {"code": shown, "name": voice.words(term.name)}


def term_name(voice: Voice, name: str, code: str) -> str:
    """The name of a term for titles and sentences, with its code where that is official."""
    if name == "year":
        return voice.year(int(code))
    tree = voice.site.catalogue.tree(name)
    shown = f"{code} " if tree.scheme.official else ""
    return f"{shown}{voice.plain(tree.terms[code].name)}"


def term_title(voice: Voice, name: str, code: str) -> str:
    """The title of a term's page: that of its classification, and its name."""
    s = voice.strings
    return f"{s[f'scheme_{name}']}{s['colon']}{term_name(voice, name, code)}"


def term(voice: Voice, name: str, code: str, number: int = 1) -> PageSpec:
    """One term: its path, its narrower terms, all records of both; of a long list one part."""
    catalogue, s = voice.site.catalogue, voice.strings
    tree = catalogue.tree(name)
    this = tree.terms[code]
    records = filing.below(catalogue, name, code)
    kinds = filing.below_by_kind(catalogue, name, code)
    narrower = branches(voice, name, code)
    notes = []
    if tree.scheme.official:
        if this.attested != "seen":
            notes.append(s[f"term_{this.attested}"])
        if not this.code_seen:
            notes.append(s["term_unseen"])
    only = next(iter(kinds)) if len(kinds) == 1 else None
    said = [term_said(voice, name, code, only, bool(narrower))]
    if only and filing.kinds(catalogue):
        said.append(s["term_only_kind"])
    first = urls.term(name, code)
    title = parts.title(voice, term_title(voice, name, code), number)
    shown = parts.part(records, number, filing.PART)
    return index_page(
        voice,
        parts.path(first, number),
        "term",
        title,
        title,
        (
            (s["home"], urls.HOME),
            (s["nav_browse"], urls.BROWSE),
            (s[f"scheme_{name}"], urls.scheme(name)),
        ),
        {
            "said": said,
            "facets": facets(voice, name, code),
            "description": voice.prose(this.description),
            "notes": notes,
            "around": around(voice, name, code, narrower),
            "around_title": s["term_around"],
            "groups": by_kind(voice, shown, kinds),
            "pager": parts.pager(voice, first, number, len(records), filing.PART),
        },
        shown,
    )


def term_said(voice: Voice, name: str, code: str, kind: str | None, narrower: bool) -> str:
    """What a term's list holds and how much, in words."""
    records = filing.of_kind(voice.site.catalogue, name, code, kind)
    form = f"term{'_kind' if kind else ''}_count{'_below' if narrower else ''}"
    kinds = voice.strings[f"kinds_{kind}"] if kind else ""
    named = term_name(voice, name, code)
    return voice.strings.say(form, term=named, kind=kinds, count=len(records))


def facets(voice: Voice, name: str, code: str, kind: str | None = None) -> list[View]:
    """The ways to a term's records, all or of one kind, `kind` being shown; none for one kind."""
    catalogue = voice.site.catalogue
    if not filing.has_kinds(catalogue, name, code):
        return []
    return [
        {
            "path": filing.path(catalogue, name, code, one),
            "name": voice.strings[f"kinds_{one}" if one else "facet_all"],
            "count": len(filing.of_kind(catalogue, name, code, one)),
            "current": one == kind,
        }
        for one in (None, *filing.below_by_kind(catalogue, name, code))
    ]


def by_kind(
    voice: Voice, records: Iterable[Record], whole: filing.ByKind | None = None
) -> list[View]:
    """Records as lists, one for each kind that occurs; of a list in parts `whole` is all of it."""
    shown = filing.sorted_by_kind(records)
    return [
        {
            "kind": kind,
            "heading": voice.strings[f"kinds_{kind}"],
            "count": len((whole or shown)[kind]),
            "entries": [voice.entry(record) for record in members],
        }
        for kind, members in shown.items()
    ]
