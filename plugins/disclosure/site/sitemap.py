"""網站導覽: how the site is laid out, its keys, and every page in a numbered tree (B-04)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from disclosure.model.record import Record
from disclosure.site import disclosure, filing, urls
from disclosure.site.index_page import index_page
from disclosure.site.indexes import term_name
from disclosure.site.spec import PageSpec, Phrase, View
from disclosure.site.voice import Voice

#: A section with more records than this is listed down to its indexes: those list the rest.
MOST_LISTED = 300

Branch = tuple[Phrase, str, Sequence["Branch"]]


def page(voice: Voice) -> PageSpec:
    """The page: keys with their blocks, and the tree of all pages."""
    s = voice.strings
    keys = [
        {"key": key, "block": s[block], "does": s[f"{block}_does"]}
        for key, block in (
            ("U", "key_top"),
            ("C", "key_main"),
            ("Z", "key_bottom"),
            ("S", "key_search"),
        )
    ]
    return index_page(
        voice,
        urls.SITEMAP,
        "sitemap",
        s["sitemap_title"],
        s["sitemap_intro"],
        ((s["home"], urls.HOME),),
        {
            "keys": keys,
            "tree": _numbered(_sections(voice), ""),
            "shortened": _shortened(voice),
            "by_kind": bool(filing.kinds(voice.site.catalogue)),
        },
        voice.site.catalogue.shown,
        section="sitemap",
    )


def _shortened(voice: Voice) -> bool:
    catalogue = voice.site.catalogue
    questions = sum(map(len, catalogue.faqs.values()))
    lists = (catalogue.services, catalogue.forms, catalogue.plans)
    return max(questions, *map(len, lists)) > MOST_LISTED


def _numbered(branches: Iterable[Branch], above: str) -> list[View]:
    return [
        {
            "number": f"{above}{number}",
            "title": title,
            "path": path,
            "children": _numbered(children, f"{above}{number}-"),
        }
        for number, (title, path, children) in enumerate(branches, 1)
    ]


def _sections(voice: Voice) -> Iterator[Branch]:
    """Every page of one language, as the menus and indexes order them."""
    s, catalogue = voice.strings, voice.site.catalogue
    yield s["home"], urls.HOME, ()
    below = {
        "faq": _questions,
        "services": _services,
        "forms": lambda v: _records(v, v.site.catalogue.forms),
        "plans": lambda v: _records(v, v.site.catalogue.plans),
        "disclosure": _disclosure,
        "units": _units,
        "browse": _schemes,
    }
    for name, path in urls.menu(catalogue).items():
        yield s[f"nav_{name}"], path, list(below[name](voice)) if name in below else ()
    for one in catalogue.pages:
        if one.path != "index.md":
            yield voice.words(one.title), urls.record(one), ()
    yield s["nav_search"], urls.SEARCH, ()
    yield s["nav_sitemap"], urls.SITEMAP, ()
    yield s["nav_changes"], urls.CHANGES, ()
    if catalogue.glossary:
        yield s["nav_glossary"], urls.GLOSSARY, ()
    if catalogue.accessibility:
        yield s["nav_accessibility"], urls.ACCESSIBILITY, ()


def _records(voice: Voice, records: Sequence[Record]) -> Iterator[Branch]:
    for record in records if len(records) <= MOST_LISTED else ():
        yield voice.words(record.title), urls.record(record), ()


def _questions(voice: Voice) -> Iterator[Branch]:
    catalogue = voice.site.catalogue
    groups = {name: group for name, group in catalogue.faqs.items() if group}
    all_listed = sum(map(len, groups.values())) <= MOST_LISTED
    for name, group in groups.items():
        named = voice.words(catalogue.categories[name].name)
        yield named, urls.category(name), list(_records(voice, group)) if all_listed else ()


def _services(voice: Voice) -> Iterator[Branch]:
    services = voice.site.catalogue.services
    for service in services if len(services) <= MOST_LISTED else ():
        sheet = voice.strings.say("sheet_title", service=voice.plain(service.title))
        yield (
            voice.words(service.title),
            urls.record(service),
            ((sheet, urls.sheet(service.id), ()),),
        )


def _disclosure(voice: Voice) -> Iterator[Branch]:
    catalogue = voice.site.catalogue
    scheme = disclosure.SCHEME
    for term in catalogue.tree(scheme).terms.values():
        items = [item for item in catalogue.items if term.code in item.classification.disclosure]
        # An item of several categories stands with the first.
        own = [item for item in items if item.classification.disclosure[0] == term.code]
        title = voice.strings.say(
            "disclosure_category_title", code=term.code, name=voice.plain(term.name)
        )
        yield title, urls.term(scheme, term.code), list(_records(voice, own))


def _units(voice: Voice) -> Iterator[Branch]:
    for unit in voice.site.catalogue.units.values():
        yield voice.words(unit.name), urls.unit(unit.id), ()


def _schemes(voice: Voice) -> Iterator[Branch]:
    """The classifications with their terms, and the kinds; not each kind under each term."""
    s, catalogue = voice.strings, voice.site.catalogue
    for name in filing.BROWSED:
        yield s[f"scheme_{name}"], urls.scheme(name), list(_terms(voice, name))
    for kind in filing.kinds(catalogue):
        yield s.say("kind_index_title", kind=s[f"kinds_{kind}"]), urls.kind(kind), ()


def _terms(voice: Voice, name: str, parent: str | None = None) -> Iterator[Branch]:
    catalogue = voice.site.catalogue
    tree = catalogue.tree(name)
    for term in tree.children.get(parent, ()):
        if filing.below(catalogue, name, term.code):
            # The code tells apart the many terms called 其他.
            plain = tree.scheme.official or name == "year"
            title = term_name(voice, name, term.code) if plain else voice.words(term.name)
            yield title, urls.term(name, term.code), list(_terms(voice, name, term.code))
