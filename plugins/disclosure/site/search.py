"""The search page, and the records that it looks through."""

from __future__ import annotations

import json

from disclosure.model.catalogue import units_of
from disclosure.model.record import Record
from disclosure.site import metadata, urls
from disclosure.site.index_page import index_page
from disclosure.site.spec import PageSpec
from disclosure.site.voice import Voice


def page(voice: Voice) -> PageSpec:
    """The search page: a form, room for results, and the ways in for who has no scripts."""
    s = voice.strings
    return index_page(
        voice,
        urls.SEARCH,
        "search",
        s["search_title"],
        s["search_intro"],
        ((s["home"], urls.HOME),),
        {"intro": s["search_intro"], "records": urls.SEARCH_WORDS},
        voice.site.catalogue.shown,
        section="search",
    )


def words(voice: Voice) -> str:
    """Every record in one language, as JSON: a list of
    `[path, title, kind, told, words, title_lang, told_lang]`.

    `told` is shown with a result; `words` are only searched: keywords and the permanent number;
    the languages are tags, where the title or what is told is not translated.
    """
    rows = [_row(voice, record) for record in voice.site.catalogue.shown]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) + "\n"


def _row(voice: Voice, record: Record) -> list[str]:
    catalogue = voice.site.catalogue
    keywords = record.keywords.get(voice.language, ())
    units = [voice.plain(catalogue.units[one].name) for one in units_of(record)[:1]]
    title, summary = voice.words(record.title), voice.maybe(record.summary)
    mark = getattr(record, "mark", "")
    return [
        urls.record(record),
        voice.plain(record.title),
        voice.strings[f"kind_{metadata.kind_of(record)}"],
        voice.plain(record.summary),
        " ".join((*keywords, *units, mark)).strip(),
        title["lang"] if isinstance(title, dict) else "",
        summary["lang"] if isinstance(summary, dict) else "",
    ]
