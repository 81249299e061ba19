"""From a page's plain data to its parts in HTML, and the shell that frames them.

The shell is rendered once for each group of pages (`Frame`), with marks where a page's own parts
go; a page is then the shell's pieces and its parts joined. No template engine runs for the frame
in the inner loop.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from disclosure.reading.strings import Strings
from disclosure.resources import template_folder
from disclosure.site import urls
from disclosure.site.spec import Frame, PageSpec, Phrase
from disclosure.site.voice import Site, Voice
from disclosure.writing.phone import dialled
from disclosure.writing.prose import mark_han, to_html

PARTS = (
    "title",
    "description",
    "path",
    "metadata",
    "heading",
    "crumb",
    "untranslated",
    "body",
    "facts",
)
_MARK = re.compile("\ue000([a-z]+)\ue001")
_MARKS = {name: Markup(f"\ue000{name}\ue001") for name in PARTS}


def words(phrase: Phrase, han_tag: str = "") -> Markup:
    """Words, marked with their language when it is not the page's."""
    if isinstance(phrase, dict):
        return Markup('<span lang="{}">{}</span>').format(phrase["lang"], phrase["words"])
    return Markup(mark_han(escape(phrase, quote=False), han_tag))


@pass_context
def _words(context: Context, phrase: Phrase) -> Markup:
    return words(phrase, context["han_tag"])


def fill(form: str, *values: object) -> Markup:
    """`（{0}）` with its places filled, escaped."""
    return Markup(escape(form)).format(*values)


@pass_context
def _prose(context: Context, text: Mapping[str, Any] | None) -> Markup:
    if not text:
        return Markup("")
    han_tag = "" if text["lang"] else context["han_tag"]
    html = to_html(text["source"], text["links"], context["base"], han_tag)
    if text["lang"]:
        return Markup(f'<div class="prose" lang="{text["lang"]}">{html}</div>')
    return Markup(f'<div class="prose">{html}</div>')


@pass_context
def _to(context: Context, path: str) -> str:
    return (context["base"] + path) or "./"


@pass_context
def _file(context: Context, path: str) -> str:
    """The address of a file of `content/`, which stands once for all languages."""
    return f"{context['root']}{path}"


@pass_context
def _source_words(context: Context, text: str) -> Markup:
    """Words of a source, which are in the primary language."""
    if context["source_lang"]:
        return Markup('<span lang="{}">{}</span>').format(context["source_lang"], text)
    return Markup(escape(text, quote=False))


def environment(*folders: Path | str) -> Environment:
    """The Jinja environment of all our templates: autoescape, and no undefined name."""
    env = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters |= {
        "words": _words,
        "fill": fill,
        "prose": _prose,
        "source_words": _source_words,
        "dialled": dialled,
    }
    env.globals["to"] = _to
    env.globals["file"] = _file
    return env


class Renderer:
    """Renders the pages of one site. Not changed by rendering, so forks may share it."""

    def __init__(self, site: Site, shell_folders: list[str]) -> None:
        self.site = site
        self.shell_env = environment(*shell_folders)
        self._bodies = environment(template_folder())
        self._templates = {
            path.stem: self._bodies.get_template(path.name)
            for path in sorted(template_folder().glob("*.html"))
        }
        self._shells: dict[Frame, list[str]] = {}
        self._frames: dict[Frame, dict[str, Any]] = {}
        self._digests: dict[Frame, str] = {}

    # -- the frame ---------------------------------------------------------------------------

    def frame_context(self, frame: Frame) -> dict[str, Any]:
        """What the shell knows of a group of pages."""
        if frame not in self._frames:
            self._frames[frame] = self._frame_context(frame)
        return self._frames[frame]

    def _frame_context(self, frame: Frame) -> dict[str, Any]:
        site, settings = self.site, self.site.settings
        voice = Voice(site, frame.language)
        base = self.base(frame)
        root = base if frame.language == settings.primary else f"{base}../"
        if frame.kind == "error":
            root = base
        agency = site.catalogue.agency
        contact = [
            (voice.strings[label], voice.words(value) if not isinstance(value, str) else value)
            for label, value in (
                ("address", agency.address),
                ("phone", agency.phone),
                ("fax", agency.fax),
                ("email", agency.email),
            )
            if value is not None
        ]
        return {
            "t": site.strings[frame.language],
            "han_tag": site.han_tag(frame.language),
            "frame": {
                "kind": frame.kind,
                "tag": site.tag(frame.language),
                "base": base,
                "root": root,
                "name": voice.words(agency.name),
                "notice": voice.maybe(agency.notice),
                "crumbs": frame.crumbs,
                "contact": contact,
                "languages": [
                    {
                        "tag": site.tag(language),
                        "name": site.strings[language].facts.name,
                        "current": language == frame.language,
                        "relative": root + urls.prefix(language, settings),
                        "absolute": settings.site_url + urls.prefix(language, settings)
                        if settings.site_url
                        else "",
                    }
                    for language in settings.languages
                ],
                "menu": [item | {"current": item["key"] == frame.section} for item in menu(voice)],
            },
        }

    def base(self, frame: Frame) -> str:
        """From a page of the group to the root of its language; absolute on the error page."""
        if frame.kind == "error":
            return urlsplit(self.site.settings.site_url).path or "/"
        return "../" * frame.depth

    def shell(self, frame: Frame) -> list[str]:
        """The shell in pieces: literal HTML at even places, names of parts at odd ones."""
        if frame not in self._shells:
            html = self.shell_env.get_template("main.html").render(
                page=_MARKS, **self.frame_context(frame)
            )
            self._shells[frame] = _MARK.split(html)
        return self._shells[frame]

    # -- the parts ---------------------------------------------------------------------------

    def parts(self, spec: PageSpec) -> dict[str, str]:
        """A page's own parts, as HTML."""
        strings = self.site.strings[spec.language]
        base = self.base(spec.frame)
        han_tag = self.site.han_tag(spec.language)
        primary = self.site.settings.primary
        context = {
            "t": strings,
            "base": base,
            "root": self.frame_context(spec.frame)["frame"]["root"],
            "source_lang": "" if spec.language == primary else self.site.tag(primary),
            "han_tag": han_tag,
            "menu": self.frame_context(spec.frame)["frame"]["menu"],
        }
        name = Voice(self.site, spec.language).plain(self.site.catalogue.agency.name)
        heading: Phrase = (
            {"words": spec.title, "lang": spec.title_lang} if spec.title_lang else spec.title
        )
        facts = ""
        if spec.facts:
            facts = self._templates["page-facts"].render(facts=spec.facts, **context)
        return {
            "title": escape(strings.say("title_form", title=spec.title, site=name)),
            "description": escape(spec.description or spec.title),
            "path": spec.path,
            "metadata": "\n".join(
                f'<meta name="{name}" content="{escape(content)}">'
                for name, content in spec.metadata
            ),
            "heading": words(heading, han_tag),
            "crumb": words(heading, han_tag),
            "untranslated": self._untranslated(spec, strings),
            "body": self._templates[spec.kind].render(view=spec.view, **context),
            "facts": facts,
        }

    def _untranslated(self, spec: PageSpec, strings: Strings) -> str:
        if not spec.untranslated:
            return ""
        key = "not_translated" if spec.title_lang else "partly_translated"
        said = strings.say(key, language=strings.facts.name)
        return f'<p class="callout">{escape(said, quote=False)}</p>'

    def page(self, spec: PageSpec) -> str:
        """A whole page."""
        parts = self.parts(spec)
        return "".join(
            [
                piece if number % 2 == 0 else parts[piece]
                for number, piece in enumerate(self.shell(spec.frame))
            ]
        )

    def shell_digest(self, frame: Frame) -> str:
        """Tells whether the shell of a group has changed."""
        if frame not in self._digests:
            told = "\0".join(self.shell(frame)).encode()
            self._digests[frame] = hashlib.blake2b(told, digest_size=16).hexdigest()
        return self._digests[frame]


def menu(voice: Voice) -> list[dict[str, Any]]:
    """The main menu: the indexes that exist, what citizens come for first, then top pages."""
    catalogue = voice.site.catalogue
    s = voice.strings
    available: dict[str, dict[str, Any]] = {}
    if any(catalogue.faqs.values()):
        available["faq"] = {"path": urls.FAQS, "title": s["nav_faq"]}
    if catalogue.services:
        available["services"] = {"path": urls.SERVICES, "title": s["nav_services"]}
        available["transparency"] = {"path": urls.TRANSPARENCY, "title": s["nav_transparency"]}
    if catalogue.forms:
        available["forms"] = {"path": urls.FORMS, "title": s["nav_forms"]}
    if catalogue.items:
        available["disclosure"] = {"path": urls.DISCLOSURE, "title": s["nav_disclosure"]}
    if catalogue.plans:
        available["plans"] = {"path": urls.PLANS, "title": s["nav_plans"]}
    available["units"] = {"path": urls.UNITS, "title": s["nav_units"]}
    available["browse"] = {"path": urls.BROWSE, "title": s["nav_browse"]}
    for page in catalogue.pages:
        available[page.path] = {"path": urls.record(page), "title": voice.words(page.title)}
    top = [
        key
        for key in available
        if key != "index.md" and key.removesuffix("/index.md").count("/") == 0
    ]
    wanted = voice.site.settings.navigation or tuple(top)
    return [available[key] | {"key": key} for key in wanted if key in available]
