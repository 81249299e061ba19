"""The classified indexes: all schemes, one scheme's tree, one term with its records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from disclosure.model.catalogue import MYEGOV, SCHEMES, Catalogue
from disclosure.model.classification import Term
from disclosure.model.record import Record
from disclosure.site import metadata, parts, urls
from disclosure.site.index_page import index_page
from disclosure.site.plans import term_link
from disclosure.site.spec import PageSpec, View
from disclosure.site.voice import Voice

#: So many records stand on one page of a list.
PART = 100
KINDS = ("service", "faq", "form", "plan", "disclosure-item", "page")


def home(voice: Voice) -> PageSpec:
    """A home page for a site whose editors have not written one: the ways in."""
    name = voice.plain(voice.site.catalogue.agency.name)
    text = voice.plain(voice.site.catalogue.agency.description) or voice.strings["browse_intro"]
    records = voice.site.catalogue.shown
    return index_page(voice, urls.HOME, "home", name, text, (), {"intro": text}, records)


def browse(voice: Voice) -> PageSpec:
    """The choice of classifications."""
    s = voice.strings
    groups = [
        {
            "heading": s[heading],
            "schemes": [
                {
                    "path": urls.scheme(name),
                    "name": s[f"scheme_{name}"],
                    "intro": s[f"scheme_{name}_intro"],
                    "count": s.say("scheme_count", count=len(voice.site.catalogue.index[name])),
                }
                for name in names
            ],
        }
        for heading, names in (
            ("browse_official", MYEGOV),
            ("browse_own", tuple(name for name in SCHEMES if name not in MYEGOV)),
        )
    ]
    records = voice.site.catalogue.shown
    return index_page(
        voice,
        urls.BROWSE,
        "browse",
        s["browse_title"],
        s["browse_intro"],
        ((s["home"], urls.HOME),),
        {"intro": s["browse_intro"], "groups": groups},
        records,
    )


def scheme(voice: Voice, name: str) -> PageSpec:
    """One classification: its tree with counts, and what holds nothing yet."""
    s, catalogue = voice.strings, voice.site.catalogue
    if name == "year":
        branches = [
            term_link(voice, name, str(year))
            | {"count": len(catalogue.index[name][str(year)]), "own": False, "children": []}
            for year in catalogue.years
        ]
        rest: list[View] = []
        note = None
    else:
        held = held_codes(catalogue, name)
        tree = catalogue.tree(name)
        branches = _branches(voice, name, None, held)
        rest = [_named(voice, name, term) for term in tree.terms.values() if term.code not in held]
        note = voice.prose(getattr(tree.scheme, "note", None)) if name != "unit" else None
    title, intro = s[f"scheme_{name}"], s[f"scheme_{name}_intro"]
    listed = {r.id: r for records in catalogue.index[name].values() for r in records}
    return index_page(
        voice,
        urls.scheme(name),
        "scheme",
        title,
        intro,
        ((s["home"], urls.HOME), (s["nav_browse"], urls.BROWSE)),
        {
            "intro": intro,
            "branches": branches,
            "rest": rest,
            "rest_title": s.say("scheme_rest", count=len(rest)),
            "note": note,
        },
        listed.values(),
    )


def held_codes(catalogue: Catalogue, name: str) -> set[str]:
    """The codes that hold a record, themselves or through a narrower term."""
    tree = catalogue.tree(name)
    return {term.code for code in catalogue.index[name] for term in tree.path(code)}


def records_below(catalogue: Catalogue, name: str, code: str) -> tuple[Record, ...]:
    """The records of a term and of all narrower terms, each once, by id."""
    known = catalogue.below.get((name, code))
    if known is None:
        known = catalogue.below[name, code] = _records_below(catalogue, name, code)
    return known


def _records_below(catalogue: Catalogue, name: str, code: str) -> tuple[Record, ...]:
    tree, index = catalogue.tree(name), catalogue.index[name]
    found = {record.id: record for record in index.get(code, ())}
    for term in tree.children.get(code, ()):
        found |= {record.id: record for record in records_below(catalogue, name, term.code)}
    return tuple(record for _, record in sorted(found.items()))


def _branches(voice: Voice, name: str, parent: str | None, held: set[str]) -> list[View]:
    tree = voice.site.catalogue.tree(name)
    return [
        term_link(voice, name, term.code)
        | {
            "count": len(records_below(voice.site.catalogue, name, term.code)),
            "own": _own_label(term),
            "children": _branches(voice, name, term.code, held),
        }
        for term in tree.children.get(parent, ())
        if term.code in held
    ]


def _own_label(term: Term) -> bool:
    """Is the name this site's own in an official list?"""
    return term.attested == "label"


def _named(voice: Voice, name: str, term: Term) -> View:
    shown = term.code if voice.site.catalogue.tree(name).scheme.official else ""
    return {"code": shown, "name": voice.words(term.name)}


def year(voice: Voice, code: str, number: int = 1) -> PageSpec:
    """The records of one year; of a long list the part `number`."""
    records = voice.site.catalogue.index["year"][code]
    title = voice.year(int(code))
    return _term_page(voice, "year", code, title, {}, records, number=number)


def term(voice: Voice, name: str, code: str, number: int = 1) -> PageSpec:
    """One term: its path, its records by kind, its narrower terms; of a long list one part."""
    catalogue, s = voice.site.catalogue, voice.strings
    tree = catalogue.tree(name)
    this = tree.terms[code]
    own = catalogue.index[name].get(code, ())
    below = records_below(catalogue, name, code)
    held = held_codes(catalogue, name)
    notes = []
    if tree.scheme.official:
        if this.attested != "seen":
            notes.append(s[f"term_{this.attested}"])
        if not this.code_seen:
            notes.append(s["term_unseen"])
    view = {
        "ancestors": [term_link(voice, name, above.code) for above in tree.path(code)[:-1]],
        "description": voice.prose(this.description),
        "notes": notes,
        "narrower": _branches(voice, name, code, held),
    }
    code_shown = f"{code} " if tree.scheme.official else ""
    title = f"{code_shown}{voice.plain(this.name)}"
    return _term_page(voice, name, code, title, view, own, below, number)


def _term_page(
    voice: Voice,
    name: str,
    code: str,
    title: str,
    view: View,
    records: Sequence[Record],
    below: Sequence[Record] = (),
    number: int = 1,
) -> PageSpec:
    s = voice.strings
    scheme_name = s[f"scheme_{name}"]
    first = urls.term(name, code)
    full_title = parts.title(voice, f"{scheme_name}{s['colon']}{title}", number)
    by_kinds = sorted(records, key=lambda record: KINDS.index(metadata.kind_of(record)))
    shown = parts.part(by_kinds, number, PART)
    return index_page(
        voice,
        parts.path(first, number),
        "term",
        full_title,
        full_title,
        (
            (s["home"], urls.HOME),
            (s["nav_browse"], urls.BROWSE),
            (scheme_name, urls.scheme(name)),
        ),
        {
            "ancestors": [],
            "description": None,
            "notes": [],
            "narrower": [],
            "groups": by_kind(voice, shown),
            "facets": _facets(voice, first, by_kinds),
            "pager": parts.pager(voice, first, number, len(records), PART),
        }
        | view,
        below or records,
    )


def _facets(voice: Voice, first: str, records: Sequence[Record]) -> list[View]:
    """The kinds among the records of a list, each with where its part of the list begins."""
    kinds = [metadata.kind_of(record) for record in records]
    return [
        {
            "id": f"kind-{kind}",
            "path": parts.path(first, kinds.index(kind) // PART + 1),
            "name": voice.strings[f"kinds_{kind}"],
            "count": kinds.count(kind),
        }
        for kind in dict.fromkeys(kinds)
    ]


def by_kind(voice: Voice, records: Iterable[Record]) -> list[View]:
    """Records as lists, one for each kind that occurs."""
    grouped: dict[str, list[Record]] = {kind: [] for kind in KINDS}
    for record in records:
        grouped[metadata.kind_of(record)].append(record)
    return [
        {
            "kind": kind,
            "heading": voice.strings[f"kinds_{kind}"],
            "entries": [voice.entry(record) for record in members],
        }
        for kind, members in grouped.items()
        if members
    ]
