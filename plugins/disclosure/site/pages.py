"""Which pages there are. Planning is cheap; a page's view is built where it is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from disclosure.model.catalogue import Catalogue
from disclosure.model.record import Record
from disclosure.site import (
    accessibility,
    disclosure,
    faqs,
    filing,
    forms,
    glossary,
    indexes,
    kinds,
    parts,
    plans,
    search,
    services,
    sitemap,
    transparency,
    units,
    urls,
)
from disclosure.site.index_page import newest as newest_of
from disclosure.site.spec import PageSpec
from disclosure.site.voice import Site, Voice

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Planned:
    """A page that will be: where, in which language, and what makes it."""

    path: str
    language: str
    build: Callable[[Voice], PageSpec]
    modified: dt.date

    def spec(self, site: Site) -> PageSpec:
        """The page itself."""
        return self.build(Voice(site, self.language))


def record_pages(site: Site) -> list[Planned]:
    """Every page that is made from records, in every language, in a fixed order."""
    return [
        Planned(path, language, build, modified)
        for language in site.settings.languages
        for path, build, modified in _pages(site)
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
        yield urls.unit(unit), _of(units.page, unit), newest_of(catalogue, records)
    if any(catalogue.faqs.values()):
        asked = [faq for group in catalogue.faqs.values() for faq in group]
        yield urls.FAQS, faqs.index, newest_of(catalogue, asked)
        for category, group in catalogue.faqs.items():
            if group:
                newest = newest_of(catalogue, group)
                asking = sum(not faq.superseded_by for faq in group)
                for number, path in parts.numbered(urls.category(category), asking, faqs.PART):
                    yield path, _part(faqs.category, category, number), newest
        for faq in asked:
            yield urls.record(faq), _of(faqs.page, faq), faq.changed
    yield from _service_pages(catalogue)
    yield from _disclosure_pages(catalogue)
    yield urls.SEARCH, search.page, everything
    yield urls.SITEMAP, sitemap.page, everything
    if catalogue.glossary:
        yield urls.GLOSSARY, glossary.page, everything
    if catalogue.accessibility:
        yield urls.ACCESSIBILITY, accessibility.page, catalogue.accessibility.reviewed
    yield from _browsed_pages(catalogue)


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
    return lambda voice: function(voice, item)


def _part(
    function: Callable[[Voice, str, int], PageSpec], item: str, number: int
) -> Callable[[Voice], PageSpec]:
    return lambda voice: function(voice, item, number)


def _term(name: str, code: str, number: int) -> Callable[[Voice], PageSpec]:
    return lambda voice: indexes.term(voice, name, code, number)


def _term_kind(name: str, code: str, kind: str, number: int) -> Callable[[Voice], PageSpec]:
    return lambda voice: kinds.term(voice, name, code, kind, number)
