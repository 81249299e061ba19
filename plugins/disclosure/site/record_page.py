"""The page of one record: what all kinds have around a view of their own."""

from __future__ import annotations

from disclosure.model.record import Record, kind_of
from disclosure.site import changes, metadata, urls, validity
from disclosure.site.spec import PageSpec, View
from disclosure.site.voice import Voice


def record_page(
    voice: Voice,
    record: Record,
    section: str,
    crumbs: tuple[tuple[str, str], ...],
    view: View,
) -> PageSpec:
    """The page at a record's own address. `view` was made with the same voice, which knows by now
    whether anything had to be said in another language."""
    title = voice.words(record.title)
    held = validity.of_record(voice, record)
    return PageSpec(
        path=urls.record(record),
        language=voice.language,
        kind=kind_of(record),
        section=section,
        title=voice.plain(record.title),
        title_lang=title["lang"] if isinstance(title, dict) else "",
        description=voice.plain(record.summary) or voice.plain(record.title),
        crumbs=crumbs,
        view=view,
        metadata=metadata.of_record(voice, record),
        facts=voice.facts(record) | changes.of_record(voice, record),
        modified=record.changed,
        untranslated=voice.fell_back,
        on_paper=urls.on_paper(record, voice.site.settings, voice.language),
        validity=held,
    )
