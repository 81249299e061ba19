"""The page of an index: what all of them have around a view of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from disclosure.model.catalogue import Catalogue
from disclosure.model.record import Record
from disclosure.site import metadata
from disclosure.site.spec import PageSpec, View
from disclosure.site.voice import Voice


def index_page(
    voice: Voice,
    path: str,
    kind: str,
    title: str,
    description: str,
    crumbs: tuple[tuple[str, str], ...],
    view: View,
    records: Iterable[Record],
    section: str = "browse",
    untranslated: bool = False,
) -> PageSpec:
    """A page that lists records and is none itself; its metadata are those of what it lists."""
    listed = list(records)
    return PageSpec(
        path=path,
        language=voice.language,
        kind=kind,
        section=section,
        title=title,
        description=description,
        crumbs=crumbs,
        view=view,
        metadata=metadata.of_index(voice, path, title, description, listed),
        facts={},
        modified=newest(voice.site.catalogue, listed),
        untranslated=untranslated,
    )


def newest(catalogue: Catalogue, records: Iterable[Record]) -> dt.date:
    """The newest update among records; of all records when there are none."""
    dates = [record.changed for record in records]
    if not dates:
        dates = [record.changed for record in catalogue.shown]
    return max(dates)
