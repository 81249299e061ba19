"""Which pages there are. Planning is cheap; a page's view is built where it is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from disclosure.model.catalogue import Catalogue
from disclosure.model.faq import Faq
from disclosure.model.record import Record
from disclosure.model.text import Text
from disclosure.site import (
    accessibility,
    changes,
    disclosure,
    faqs,
    filing,
    forms,
    glossary,
    history,
    indexes,
    kinds,
    lagging,
    parts,
    plans,
    report,
    search,
    services,
    sitemap,
    transparency,
    units,
    urls,
    withdrawn,
)
from disclosure.site.history import Event
from disclosure.site.index_page import newest as newest_of
from disclosure.site.spec import PageSpec
from disclosure.site.voice import Site, Voice
from disclosure.translating.fields import owner_of_entry

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Planned:
    """A page that will be: where, in which language, and what makes it."""

    path: str
    language: str
    build: Callable[[Voice], PageSpec]
    modified: dt.date
    listed: bool = True  # for search engines

    def spec(self, site: Site) -> PageSpec:
        """The page itself."""
        return self.build(Voice(site, self.language))


def record_pages(site: Site) -> list[Planned]:
    """Every page that is made from records, in every language, in a fixed order."""
    return (
        [
            Planned(path, language, build, modified)
            for language in site.settings.languages
            for path, build, modified in _pages(site)
        ]
        + [
            Planned(urls.record(one), language, _of(withdrawn.page, one), one.changed, listed=False)
            for language in site.settings.languages
            for one in site.catalogue.withdrawn
        ]
        + _for_editors(site)
    )


def _for_editors(site: Site) -> list[Planned]:
    """What only a preview has."""
    if not report.is_made(site):
        return []
    newest = newest_of(site.catalogue, ())
    return [
        Planned(urls.REPORT, language, report.page, newest, listed=False)
        for language in site.settings.languages
    ]


#: Where, what makes it, and when its records last changed.
Page = tuple[str, Callable[[Voice], PageSpec], dt.date]


def _pages(site: Site) -> Iterator[Page]:
    catalogue = site.catalogue
    everything = newest_of(catalogue, ())
    if not any(page.path == "index.md" for page in catalogue.pages):
        yield urls.HOME, indexes.home, everything
    if catalogue.plans:
        yield urls.PLANS, plans.index, newest_of(catalogue, catalogue.plans)
        for plan in catalogue.plans:
            yield urls.record(plan), _of(plans.page, plan), plan.changed
    yield urls.UNITS, units.index, everything
    for unit in catalogue.units:
        records = catalogue.index["unit"].get(unit, ())
        build = _about((owner_of_entry("units", unit),), _of(units.page, unit))
        yield urls.unit(unit), build, newest_of(catalogue, records)
    if any(catalogue.faqs.values()):
        asked = [faq for group in catalogue.faqs.values() for faq in group]
        yield urls.FAQS, faqs.index, newest_of(catalogue, asked)
        for category, group in catalogue.faqs.items():
            if group:
                newest = newest_of(catalogue, group)
                asking = sum(not faq.superseded_by for faq in group)
                for number, path in parts.numbered(urls.category(category), asking, faqs.PART):
                    build = _part(faqs.category, category, number)
                    yield path, _about(_shown_in(category, group, number), build), newest
        for faq in asked:
            yield urls.record(faq), _of(faqs.page, faq), faq.changed
    yield from _service_pages(catalogue)
    yield from _disclosure_pages(catalogue)
    yield urls.SEARCH, search.page, everything
    yield urls.SITEMAP, sitemap.page, everything
    yield from _change_pages(catalogue)
    if catalogue.glossary:
        terms = (owner_of_entry("glossary", term.id) for term in catalogue.glossary)
        yield urls.GLOSSARY, _about(terms, glossary.page), everything
    if catalogue.accessibility:
        yield urls.ACCESSIBILITY, accessibility.page, catalogue.accessibility.reviewed
    yield from _browsed_pages(catalogue)


def _shown_in(category: str, group: Sequence[Faq], number: int) -> Iterator[str]:
    """Whose texts a part of a category shows."""
    yield owner_of_entry("faq", category)
    asked = [faq for faq in group if not faq.superseded_by]
    yield from (faq.id for faq in parts.part(asked, number, faqs.PART))


def _service_pages(catalogue: Catalogue) -> Iterator[Page]:
    if catalogue.services:
        newest = newest_of(catalogue, catalogue.services)
        yield urls.SERVICES, services.index, newest
        yield urls.TRANSPARENCY, transparency.index, newest
    for service in catalogue.services:
        changed = service.changed
        yield urls.record(service), _of(services.page, service), changed
        yield urls.sheet(service.id), _of(services.sheet, service), changed
    if catalogue.forms:
        yield urls.FORMS, forms.index, newest_of(catalogue, catalogue.forms)
    for form in catalogue.forms:
        yield urls.record(form), _of(forms.page, form), form.changed


def _disclosure_pages(catalogue: Catalogue) -> Iterator[Page]:
    scheme = disclosure.SCHEME
    held = catalogue.index[scheme]
    listed = [record for records in held.values() for record in records]
    yield urls.DISCLOSURE, disclosure.index, newest_of(catalogue, listed)
    for code in catalogue.tree(scheme).terms:
        newest = newest_of(catalogue, held.get(code, ()))
        yield urls.term(scheme, code), _of(disclosure.category, code), newest
    for item in catalogue.items:
        yield urls.record(item), _of(disclosure.page, item), item.changed


def _change_pages(catalogue: Catalogue) -> Iterator[Page]:
    events = history.of_site(catalogue)
    for number, path in parts.numbered(urls.CHANGES, len(events), changes.PART):
        yield path, _changes(events, number), parts.part(events, number, changes.PART)[0].date


def _browsed_pages(catalogue: Catalogue) -> Iterator[Page]:
    yield urls.BROWSE, indexes.browse, newest_of(catalogue, ())
    for kind, records in filing.kinds(catalogue).items():
        yield urls.kind(kind), _of(kinds.index, kind), newest_of(catalogue, records)
    for name in filing.BROWSED:
        held = filing.under(catalogue, name)
        yield urls.scheme(name), _of(indexes.scheme, name), newest_of(catalogue, held)
        for code in filing.held(catalogue, name):
            records = filing.below(catalogue, name, code)
            for number, path, newest in _parts(catalogue, urls.term(name, code), records):
                yield path, _term(name, code, number), newest
            if filing.has_kinds(catalogue, name, code):
                yield from _kind_pages(catalogue, name, code)


def _kind_pages(catalogue: Catalogue, name: str, code: str) -> Iterator[Page]:
    for kind, records in filing.below_by_kind(catalogue, name, code).items():
        first = urls.term_kind(name, code, kind)
        for number, path, newest in _parts(catalogue, first, records):
            yield path, _term_kind(name, code, kind, number), newest


def _parts(
    catalogue: Catalogue, first: str, records: Sequence[Record]
) -> Iterator[tuple[int, str, dt.date]]:
    """Number, address and newest date of each part of a list."""
    for number, path in parts.numbered(first, len(records), filing.PART):
        yield number, path, newest_of(catalogue, parts.part(records, number, filing.PART))


def _of(function: Callable[[Voice, T], PageSpec], item: T) -> Callable[[Voice], PageSpec]:
    def build(voice: Voice) -> PageSpec:
        return function(voice, item)

    return _about((item.id,), build, item.title) if isinstance(item, Record) else build


def _about(
    owners: Iterable[str], build: Callable[[Voice], PageSpec], title: Text | None = None
) -> Callable[[Voice], PageSpec]:
    """A page that shows the texts of `owners` in full."""
    names = tuple(owners)
    return lambda voice: lagging.about(voice, names, title, build)


def _part(
    function: Callable[[Voice, str, int], PageSpec], item: str, number: int
) -> Callable[[Voice], PageSpec]:
    return lambda voice: function(voice, item, number)


def _changes(events: Sequence[Event], number: int) -> Callable[[Voice], PageSpec]:
    return lambda voice: changes.page(voice, events, number)


def _term(name: str, code: str, number: int) -> Callable[[Voice], PageSpec]:
    return lambda voice: indexes.term(voice, name, code, number)


def _term_kind(name: str, code: str, kind: str, number: int) -> Callable[[Voice], PageSpec]:
    return lambda voice: kinds.term(voice, name, code, kind, number)
