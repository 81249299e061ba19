"""Everything that the site publishes, looked up by id and by code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from disclosure.model.accessibility import Accessibility
from disclosure.model.agency import Agency, NamedAgency, Unit
from disclosure.model.audit import Audit
from disclosure.model.classification import Scheme, Term, Tree
from disclosure.model.disclosure_item import DisclosureItem
from disclosure.model.faq import Faq, FaqCategory
from disclosure.model.file import FileFacts
from disclosure.model.form import Form
from disclosure.model.freshness import Freshness
from disclosure.model.glossary import Allowed, Avoided, GlossaryTerm
from disclosure.model.ledger import Released
from disclosure.model.notices import Notices
from disclosure.model.page import Page
from disclosure.model.personal_data import PersonalData
from disclosure.model.plan import Item, Plan
from disclosure.model.record import Record, UnitRef
from disclosure.model.search_words import SearchWords
from disclosure.model.service import Service
from disclosure.model.text import Text
from disclosure.model.translation import Lock

RecordT = TypeVar("RecordT", bound=Record)

#: Schemes that a data file defines, in the order of the site's indexes; and the two derived ones.
MYEGOV = ("theme", "cake", "service")
FILED_SCHEMES = (*MYEGOV, "audience", "disclosure")
SCHEMES = (*MYEGOV, "unit", "audience", "year", "disclosure")


@dataclass(slots=True)
class Source:
    """Where a record was read from: paths relative to the project's folder."""

    path: str
    translations: dict[str, str] = field(default_factory=dict)
    #: The prose of an editor's own page, which MkDocs converts and no model holds.
    prose: Text | None = None


@dataclass
class Catalogue:
    """The records and the registers that they refer to. Read only once it is made."""

    languages: tuple[str, ...]
    agency: Agency
    agencies: dict[str, NamedAgency]
    units: dict[str, Unit]
    trees: dict[str, Tree]
    categories: dict[str, FaqCategory]
    records: dict[str, Record]
    sources: dict[str, Source]
    files: dict[str, FileFacts] = field(default_factory=dict)
    glossary: tuple[GlossaryTerm, ...] = ()
    #: words that the site does not use, and the exceptions
    avoided: tuple[Avoided, ...] = ()
    allowed: tuple[Allowed, ...] = ()
    accessibility: Accessibility | None = None
    audit: Audit | None = None
    search_words: SearchWords = field(default_factory=SearchWords)
    personal_data: PersonalData = field(default_factory=PersonalData)
    #: Days on which the files of a record were changed, oldest first; empty without a history.
    edits: dict[str, tuple[dt.date, ...]] = field(default_factory=dict)
    freshness: Freshness = field(default_factory=Freshness)
    notices: Notices = field(default_factory=Notices)
    released: tuple[Released, ...] = ()
    #: Which translations were accepted, and of which words; None where that is not kept.
    translation_lock: Lock | None = None
    drafts: bool = False
    #: What `site.filing` has found under terms; the catalogue does not change.
    below: dict[tuple[str, str], tuple[Record, ...]] = field(default_factory=dict, repr=False)
    #: What `translating.fields` has found: every text, and where it stands.
    texts: Sequence[Any] = field(default=(), repr=False)
    below_by_kind: dict[tuple[str, str], dict[str, tuple[Record, ...]]] = field(
        default_factory=dict, repr=False
    )

    def shows(self, record: Record) -> bool:
        """Is the record part of the site? Drafts only in a preview."""
        return record.life == "published" or (self.drafts and record.life == "draft")

    @property
    def primary(self) -> str:
        """The language that every text has."""
        return self.languages[0]

    @cached_property
    def shown(self) -> tuple[Record, ...]:
        """The records that are part of the site, by id."""
        return tuple(record for _, record in sorted(self.records.items()) if self.shows(record))

    @cached_property
    def withdrawn(self) -> tuple[Record, ...]:
        """The records of which only a page is left that says why, by id."""
        return tuple(
            record
            for _, record in sorted(self.records.items())
            if record.life == "withdrawn" and record.withdrawn
        )

    @cached_property
    def renamed(self) -> dict[str, str]:
        """`former id → present id` of records."""
        return {old: record.id for record in self.records.values() for old in record.former}

    def every(self, kind: type[RecordT]) -> Iterator[RecordT]:
        """The records of one kind, shown or not, in the order in which they were read."""
        return (record for record in self.records.values() if isinstance(record, kind))

    def of(self, kind: type[RecordT]) -> tuple[RecordT, ...]:
        """The published records of one kind, by id."""
        return tuple(record for record in self.shown if isinstance(record, kind))

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """Plans, newest year first, then by agency."""
        return tuple(sorted(self.of(Plan), key=lambda plan: (-plan.year, plan.agency, plan.id)))

    @cached_property
    def faqs(self) -> dict[str, tuple[Faq, ...]]:
        """Questions by category, categories in their file's order."""
        grouped: dict[str, list[Faq]] = {category: [] for category in self.categories}
        for faq in self.of(Faq):
            grouped.setdefault(faq.category, []).append(faq)
        return {
            category: tuple(sorted(faqs, key=lambda faq: (faq.number or 0, faq.id)))
            for category, faqs in grouped.items()
        }

    @cached_property
    def services(self) -> tuple[Service, ...]:
        """Services, by number."""
        return tuple(sorted(self.of(Service), key=lambda one: (one.number or 0, one.id)))

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Forms, by id."""
        return self.of(Form)

    @cached_property
    def items(self) -> tuple[DisclosureItem, ...]:
        """Items of the catalogue of Article 7, by id."""
        return self.of(DisclosureItem)

    @cached_property
    def naming(self) -> dict[str, tuple[Record, ...]]:
        """`record → the shown questions and services that name it as related`, by id."""
        found: dict[str, list[Record]] = {}
        for record in self.shown:
            if isinstance(record, Faq | Service):
                for name in record.related:
                    found.setdefault(name, []).append(record)
        return {name: tuple(records) for name, records in found.items()}

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Editors' own pages, by path."""
        return tuple(sorted(self.of(Page), key=lambda page: page.path))

    @cached_property
    def index(self) -> dict[str, dict[str, tuple[Record, ...]]]:
        """`scheme → code → records`, records by id; only codes that hold something."""
        found: dict[str, dict[str, list[Record]]] = {scheme: {} for scheme in SCHEMES}
        for record in self.shown:
            for scheme, codes in codes_of(record).items():
                for code in codes:
                    found[scheme].setdefault(code, []).append(record)
        return {
            scheme: {code: tuple(records) for code, records in codes.items()}
            for scheme, codes in found.items()
        }

    def tree(self, scheme: str) -> Tree:
        """A scheme's terms, also of the two that are derived from the records."""
        return self._derived[scheme] if scheme in self._derived else self.trees[scheme]

    @cached_property
    def _derived(self) -> dict[str, Tree]:
        # A year's name depends on the language: the pages say it.
        nameless = Text.model_construct(root={})
        named = {
            "unit": {unit.id: unit.name for unit in self.units.values()},
            "year": {str(year): nameless for year in self.years},
        }
        return {
            scheme: Tree(
                Scheme.model_construct(
                    scheme=scheme,
                    name=nameless,
                    official=False,
                    terms=tuple(
                        Term.model_construct(code=code, name=name, attested="label")
                        for code, name in terms.items()
                    ),
                )
            )
            for scheme, terms in named.items()
        }

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that hold something, newest first."""
        return tuple(sorted((int(code) for code in self.index["year"]), reverse=True))


def codes_of(record: Record) -> dict[str, tuple[str, ...]]:
    """The codes of a record in every scheme; unit and year are derived."""
    given = record.classification
    return {
        "theme": given.theme,
        "cake": given.cake,
        "service": given.service,
        "unit": units_of(record),
        "audience": given.audience,
        "year": (str(year_of(record)),),
        "disclosure": given.disclosure,
    }


def year_of(record: Record) -> int:
    """The year that a plan is for; of anything else, the year of its last change."""
    if isinstance(record, Plan):
        return record.year
    return (record.changed).year


def units_of(record: Record) -> tuple[str, ...]:
    """Every unit that a record names, each once, in the record's order."""
    references = record.units if not isinstance(record, Plan) else plan_units(record)
    names = [reference.unit for reference in references]
    if isinstance(record, Service):
        names += service_units(record)
    return tuple(dict.fromkeys(names))


def service_units(service: Service) -> Iterator[str]:
    """The units that take part in a service: those of its flow and those to ask."""
    for lane in service.flow.lanes if service.flow else ():
        if lane.unit:
            yield lane.unit
    for contact in service.contact:
        if contact.unit:
            yield contact.unit


def plan_units(plan: Plan) -> Iterator[UnitRef]:
    """Every reference to a unit in a plan."""
    yield from plan.units
    if plan.prepared:
        yield from plan.prepared.units
    for strategy in plan.strategies:
        yield from strategy.units
        for measure in strategy.measures:
            yield from _item_units(measure)
    for _, chapter in plan.chapters:
        for clause in chapter.clauses:
            yield from _item_units(clause)


def _item_units(item: Item) -> Iterator[UnitRef]:
    yield from item.units
    for below in item.items:
        yield from _item_units(below)
