"""Editors' own pages: the frame's facts around the HTML that MkDocs made of their prose."""

from __future__ import annotations

from disclosure.model.page import Page
from disclosure.site import changes, metadata, urls, validity
from disclosure.site.index_page import newest
from disclosure.site.spec import PageSpec
from disclosure.site.voice import Site, Voice

#: Where the error page leads to.
_FROM_NOWHERE = (
    (urls.HOME, "home"),
    (urls.SEARCH, "nav_search"),
    (urls.BROWSE, "nav_browse"),
    (urls.SITEMAP, "nav_sitemap"),
)


def page(voice: Voice, record: Page, html: str) -> PageSpec:
    """One page in one language; `html` is its converted prose, in the language that exists."""
    title = voice.words(record.title)
    written = voice.language in record.written
    primary = voice.site.catalogue.primary
    if not written:
        html = f'<div lang="{voice.site.tag(primary)}">{html}</div>'
    home = record.path == "index.md"
    prose = voice.site.catalogue.sources[record.id].prose
    return PageSpec(
        path=urls.page(record.path),
        language=voice.language,
        kind="page",
        section=record.path,
        title=voice.plain(record.title),
        title_lang=title["lang"] if isinstance(title, dict) else "",
        description=voice.plain(record.summary),
        crumbs=() if home else ((voice.strings["home"], urls.HOME),),
        view={"html": html, "since": voice.since(prose) if prose is not None else ""},
        metadata=metadata.of_record(voice, record),
        facts=voice.facts(record) | changes.of_record(voice, record),
        modified=record.changed,
        untranslated=not written,
        on_paper=urls.on_paper(record, voice.site.settings, voice.language),
        validity=validity.of_record(voice, record),
    )


def error(site: Site) -> PageSpec:
    """404.html: one page for the whole site, in the primary language and then the others."""
    voice = Voice(site, site.settings.primary)
    s = voice.strings
    others = []
    for language in site.settings.languages[1:]:
        theirs = site.strings[language]
        others.append(
            {
                "lang": site.tag(language),
                "prefix": urls.prefix(language, site.settings),
                "title": theirs["error_title"],
                "text": theirs["error_text"],
                "links": [{"path": path, "title": theirs[title]} for path, title in _FROM_NOWHERE],
            }
        )
    records = site.catalogue.shown
    title, text = s["error_title"], s["error_text"]
    return PageSpec(
        path="404.html",
        language=voice.language,
        kind="error",
        section="",
        title=title,
        description=text,
        crumbs=(),
        view={
            "links": [{"path": path, "title": s[title]} for path, title in _FROM_NOWHERE],
            "others": others,
        },
        metadata=metadata.of_index(voice, "404", title, text, records),
        facts={},
        modified=newest(site.catalogue, records),
    )
