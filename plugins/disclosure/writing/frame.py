"""What the page shell knows of a group of pages: the agency, menus, languages, help."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlsplit

from disclosure.site import notices, urls
from disclosure.site.index_page import newest
from disclosure.site.spec import Frame
from disclosure.site.voice import Site, Voice

#: Pages whose part in the foot is known by name, where an agency has written them.
_DECLARATIONS = ("about/privacy.md", "about/security.md", "about/open-data.md")


def frame_context(site: Site, frame: Frame) -> dict[str, Any]:
    """The variables of `overrides/main.html` for one group of pages."""
    settings, agency = site.settings, site.catalogue.agency
    voice = Voice(site, frame.language)
    base = base_of(site, frame)
    root = base if frame.language == settings.primary or frame.kind == "error" else f"{base}../"
    prefix = urls.prefix(frame.language, settings)
    return {
        "t": voice.strings,
        "han_tag": site.han_tag(frame.language),
        "frame": {
            "kind": frame.kind,
            "tag": site.tag(frame.language),
            "base": base,
            "root": root,
            "place": f"{urlsplit(settings.site_url).path or '/'}{prefix}",
            "name": voice.words(agency.name),
            "logo": agency.logo or "",
            "notice": voice.maybe(agency.notice),
            "alerts": notices.of_the_day(voice),
            "crumbs": frame.crumbs,
            "search": urls.SEARCH,
            "sitemap": urls.SITEMAP,
            "feed": urls.FEED if settings.site_url else "",
            "script": "search/page.js" if frame.kind == "search" else "",
            "contact": _contact(voice),
            "help": _help(voice),
            "email": agency.email or "",
            "phone": agency.phone or "",
            "footer": [_index(voice, name) for name in _footer(site)],
            "badge": _badge(voice),
            # The date of the content, not of the build (C-11).
            "updated": voice.date(newest(site.catalogue, ())),
            "languages": [
                {
                    "tag": site.tag(language),
                    "name": site.strings[language].facts.name,
                    "current": language == frame.language,
                    "relative": root + urls.prefix(language, settings),
                    "absolute": site.address(urls.HOME, language),
                }
                for language in settings.languages
            ],
            "menu": [item | {"current": item["key"] == frame.section} for item in menu(voice)],
        },
    }


def base_of(site: Site, frame: Frame) -> str:
    """From a page of the group to the root of its language; absolute on the error page."""
    if frame.kind == "error":
        return urlsplit(site.settings.site_url).path or "/"
    return "../" * frame.depth


def menu(voice: Voice) -> list[dict[str, Any]]:
    """The main menu: what the configuration names, else the indexes and then the top pages."""
    indexes = urls.menu(voice.site.catalogue)
    wanted = voice.site.settings.navigation or (*indexes, *_top_pages(voice.site))
    known = {page.path for page in voice.site.catalogue.pages} | set(indexes)
    return [_index(voice, name) for name in dict.fromkeys(wanted) if name in known]


def _top_pages(site: Site) -> list[str]:
    """The editors' pages of the first level, less what the foot of the page names."""
    elsewhere = {"index.md", *_footer(site)}
    return [
        page.path
        for page in site.catalogue.pages
        if page.path not in elsewhere and page.path.removesuffix("/index.md").count("/") == 0
    ]


def _index(voice: Voice, name: str) -> dict[str, Any]:
    """An index or an editors' page by its name in the configuration."""
    path = urls.menu(voice.site.catalogue).get(name) or urls.FOOT.get(name)
    if path is not None:
        return {"key": name, "path": path, "title": voice.strings[f"nav_{name}"]}
    page = next(page for page in voice.site.catalogue.pages if page.path == name)
    return {"key": name, "path": urls.record(page), "title": voice.words(page.title)}


def _footer(site: Site) -> list[str]:
    written = {page.path for page in site.catalogue.pages}
    known = {*urls.menu(site.catalogue), *urls.foot(site.catalogue), *written}
    usual = (*_DECLARATIONS, "accessibility", "glossary", "changes", "sitemap")
    named = site.settings.footer or usual
    return [name for name in dict.fromkeys(named) if name in known]


def _contact(voice: Voice) -> list[dict[str, Any]]:
    agency = voice.site.catalogue.agency
    place = voice.plain(agency.address)
    search = voice.site.settings.map_search if place else ""
    rows = (
        ("address", voice.maybe(agency.address), search.replace("{place}", quote(place)), True),
        ("phone", agency.phone, "", False),
        ("fax", agency.fax, "", False),
        ("email", agency.email, f"mailto:{agency.email}", False),
    )
    return [_row(voice, *row) for row in rows if row[1]]


def _help(voice: Voice) -> list[dict[str, Any]]:
    agency = voice.site.catalogue.agency
    host = urlsplit(agency.mailbox or "").hostname
    own_host = urlsplit(voice.site.settings.site_url).hostname
    rows = (
        ("phone", agency.phone, "", False),
        ("hours", voice.maybe(agency.hours), "", False),
        ("mailbox", host, agency.mailbox, host != own_host),
        ("email", agency.email, f"mailto:{agency.email}", False),
    )
    return [_row(voice, *row) for row in rows if row[1]]


def _row(voice: Voice, label: str, value: Any, href: str | None, outside: bool) -> dict[str, Any]:
    return {
        "label": voice.strings[label],
        "value": value,
        "href": href or "",
        "outside": outside,
        "call": label == "phone",
    }


def _badge(voice: Voice) -> dict[str, Any] | None:
    badge = voice.site.catalogue.agency.badge_on(voice.site.settings.today)
    if badge is None:
        return None
    words = voice.strings.say(
        "badge", level=badge.level, edition=badge.edition, number=badge.number
    )
    return {"url": badge.url, "picture": badge.picture, "words": words}
