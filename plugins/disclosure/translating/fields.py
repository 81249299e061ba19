"""Every text of a site that is translated, with a name that survives reordering."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pydantic import BaseModel

from disclosure.model.catalogue import Catalogue, Source, units_of
from disclosure.model.citation import Citation
from disclosure.model.faq import Faq
from disclosure.model.page import Page
from disclosure.model.record import Record
from disclosure.model.text import Text
from disclosure.reading.locator import Locator
from disclosure.reading.places import Location

#: Stands in the Markdown behind the head of a file, and not in a field of it.
BODY = "body"
#: Fields that a translation of a Markdown file has a file of its own for.
_OF_THE_FILE = frozenset(("title", "summary", "easy_read"))
#: Names of sources need no translation: a law is cited as it is called.
_OPTIONAL = frozenset(("title", "article"))


@dataclass(frozen=True, slots=True)
class Field:
    """One text: whose it is, what it is called there, and where it stands.

    `location` leads to the text in `path`. Where each language has a file of its own, `files`
    names them, and the location is that in each of them.
    """

    owner: str
    name: str
    text: Text
    path: str
    location: Location
    unit: str = ""
    files: Source | None = None
    optional: bool = False

    def place(self, language: str) -> tuple[str, Location]:
        """File and location of the words in `language`, or of the text where there are none."""
        if self.files is not None:
            return self.files.translations.get(language, self.path), self.location
        known = self.text.get(language) is not None
        return self.path, (*self.location, language) if known else self.location


def place_of(field: Field, language: str, locator: Locator) -> tuple[str, int]:
    """File and line of the words in `language`, or of the text where there are none."""
    path, location = field.place(language)
    if location == (BODY,):
        return path, locator.prose_line(path)
    return path, locator.place(path, location)[0]


def fields(catalogue: Catalogue, data: str) -> Sequence[Field]:
    """Every text of every record and register, in a fixed order; `data` is the data folder.

    Found once, since several rules and every page ask: a catalogue does not change.
    """
    if not catalogue.texts:
        catalogue.texts = tuple(_fields(catalogue, data))
    return catalogue.texts


def _fields(catalogue: Catalogue, data: str) -> Iterator[Field]:
    for name, record in sorted(catalogue.records.items()):
        yield from _of_record(record, catalogue.sources[name])
    yield from _of(catalogue.agency, "agency.yml", f"{data}/agency.yml", ())
    for number, unit in enumerate(catalogue.units.values()):
        yield from _entry(unit, unit.id, "units", data, ("units", number))
    for number, agency in enumerate(catalogue.agencies.values()):
        yield from _entry(agency, agency.id, "agencies", data, ("agencies", number))
    for number, category in enumerate(catalogue.categories.values()):
        yield from _entry(category, category.id, "faq", data, ("categories", number))
    for number, term in enumerate(catalogue.glossary):
        yield from _entry(term, term.id, "glossary", data, ("terms", number))
    for number, notice in enumerate(catalogue.notices.notices):
        # One that lacks a translation has a rule of its own, while somebody still reads it.
        for one in _entry(notice, notice.id, "notices", data, ("notices", number)):
            yield replace(one, optional=True)


def owner_of_entry(register: str, name: str) -> str:
    """What the entry of a register is called in the lock: `units.yml/guard`."""
    return f"{register}.yml/{name}"


def _entry(
    entry: BaseModel, name: str, register: str, data: str, location: Location
) -> Iterator[Field]:
    path = f"{data}/{register}.yml"
    yield from _of(entry, owner_of_entry(register, name), path, location)


def _of_record(record: Record, source: Source) -> Iterator[Field]:
    unit = next(iter(units_of(record)), "")
    is_markdown = isinstance(record, Faq | Page)
    for field in _of(record, record.id, source.path, (), unit):
        if is_markdown and field.name in _OF_THE_FILE:
            yield Field(
                record.id, field.name, field.text, source.path, field.location, unit, source
            )
        elif isinstance(record, Faq) and field.name == "answer":
            yield Field(record.id, BODY, field.text, source.path, (BODY,), unit, source)
        else:
            yield field
    if source.prose is not None:
        yield Field(record.id, BODY, source.prose, source.path, (BODY,), unit, source)


def _of(
    model: BaseModel, owner: str, path: str, location: Location, unit: str = ""
) -> Iterator[Field]:
    for name, place, text, optional in _texts(model, (), location, optional=False):
        yield Field(owner, "/".join(name), text, path, place, unit, optional=optional)


def _texts(
    value: object, name: tuple[str, ...], location: Location, *, optional: bool
) -> Iterator[tuple[tuple[str, ...], Location, Text, bool]]:
    if isinstance(value, Text):
        yield name, location, value, optional
    elif isinstance(value, BaseModel):
        is_source = isinstance(value, Citation)
        # In the order of the model: the set of the given fields has none.
        for field in type(value).model_fields:
            if field in value.__pydantic_fields_set__:
                may_lack = is_source and field in _OPTIONAL
                yield from _texts(
                    getattr(value, field), (*name, field), (*location, field), optional=may_lack
                )
    elif isinstance(value, tuple):
        for number, (step, one) in enumerate(zip(_steps(value), value, strict=True)):
            yield from _texts(one, (*name, step), (*location, number), optional=optional)


def _steps(values: tuple[object, ...]) -> list[str]:
    """What the entries of a list are called: by their id or code, else by their number."""
    known = [getattr(one, "id", None) or getattr(one, "code", None) for one in values]
    often = Counter(known)
    return [
        name if isinstance(name, str) and often[name] == 1 else str(number)
        for number, name in enumerate(known, 1)
    ]
