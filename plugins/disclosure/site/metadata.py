"""The fifteen Dublin Core fields and the three classifications of each page.

Names, order and form follow 行政機關電子資料流通詮釋資料及分類檢索規範; a field repeats where
there are several values. A code that was never seen in use is not printed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from disclosure.model.catalogue import MYEGOV, units_of
from disclosure.model.plan import Plan
from disclosure.model.record import Record, kind_of
from disclosure.site.voice import Voice

Metadata = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Described:
    """What the fields of one page say."""

    title: str
    description: str
    kind: str
    identifier: str
    source: str
    contributor: str
    relation: str
    date: dt.date
    since: dt.date
    until: dt.date
    codes: dict[str, tuple[str, ...]]
    keywords: tuple[str, ...]


def metadata(voice: Voice, page: Described) -> Metadata:
    """The meta tags of a page as `(name, content)`, in the standard's order."""
    agency = voice.site.catalogue.agency
    owner = voice.plain(agency.rights or agency.name)
    prefix = f"{agency.code}-" if agency.code else ""
    fields = [
        ("DC.Title", page.title),
        ("DC.Creator", owner),
        ("DC.Subject", page.title),
        ("DC.Description", page.description or page.title),
        ("DC.Contributor", page.contributor or owner),
        ("DC.Type", page.kind),
        ("DC.Format", "text"),
        ("DC.Source", page.source or owner),
        ("DC.Language", voice.strings["dc_language"]),
        ("DC.coverage.t.min", page.since.isoformat()),
        ("DC.coverage.t.max", page.until.isoformat()),
        ("DC.Publisher", owner),
        ("DC.Date", page.date.isoformat()),
        ("DC.Identifier", f"{prefix}{page.identifier}"),
        ("DC.Relation", page.relation or voice.plain(agency.name)),
        ("DC.Rights", owner),
    ]
    for scheme in MYEGOV:
        tree = voice.site.catalogue.trees[scheme]
        name = tree.scheme.meta or f"Category.{scheme.capitalize()}"
        for code in page.codes[scheme]:
            if code in tree.terms and tree.terms[code].code_seen:
                fields.append((name, code))
    if page.keywords:
        fields.append(("Keywords", ",".join(page.keywords)))
    return tuple(fields)


def of_record(voice: Voice, record: Record, title: str = "", part: str = "") -> Metadata:
    """The fields of a record's own page; or of a further page on it, with a title of its own and
    `part` in its identifier."""
    catalogue = voice.site.catalogue
    date = record.changed
    since = until = date
    source, relation = "", ""
    if isinstance(record, Plan):
        since, until = dt.date(record.year, 1, 1), dt.date(record.year, 12, 31)
        source = voice.plain(catalogue.agencies[record.agency].name)
        if record.carries_out:
            relation = voice.plain(catalogue.records[record.carries_out].title)
    names = [voice.plain(catalogue.units[unit].name) for unit in units_of(record)]
    return metadata(
        voice,
        Described(
            title=title or voice.plain(record.title),
            description=voice.plain(record.summary),
            kind=voice.strings[f"kind_{kind_of(record)}"],
            identifier=f"{record.id}-{part}" if part else record.id,
            source=source,
            contributor=",".join(names),
            relation=relation,
            date=date,
            since=since,
            until=until,
            codes={scheme: getattr(record.classification, scheme) for scheme in MYEGOV},
            keywords=keywords(voice, record.keywords),
        ),
    )


def of_index(
    voice: Voice, path: str, title: str, description: str, records: Iterable[Record]
) -> Metadata:
    """The fields of a page that lists records: their codes, the newest of their dates."""
    listed = list(records) or list(voice.site.catalogue.pages)
    dates = [record.changed for record in listed]
    agency = voice.site.catalogue.agency
    codes: dict[str, tuple[str, ...]] = {}
    for scheme in MYEGOV:
        found = {code for record in listed for code in getattr(record.classification, scheme)}
        own = getattr(agency.classification, scheme, ())
        codes[scheme] = tuple(sorted(found)) or own
    return metadata(
        voice,
        Described(
            title=title,
            description=description,
            kind=voice.strings["kind_index"],
            identifier=path.strip("/").replace("/", "-") or "home",
            source="",
            contributor="",
            relation="",
            date=max(dates, default=dt.date.min),
            since=min((record.published for record in listed), default=dt.date.min),
            until=max(dates, default=dt.date.min),
            codes=codes,
            keywords=keywords(voice, agency.keywords),
        ),
    )


def keywords(voice: Voice, words: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Key words in the page's language only: they carry no mark of another one."""
    return words.get(voice.language, ())
