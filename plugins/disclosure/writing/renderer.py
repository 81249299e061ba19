"""From a page's plain data to its parts in HTML, and the shell that frames them.

The shell is rendered once for each group of pages (`Frame`), with marks where a page's own parts
go; a page is then the shell's pieces and its parts joined. No template engine runs for the frame
in the inner loop.
"""

from __future__ import annotations

import hashlib
import re
from functools import cached_property
from html import escape
from typing import Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from disclosure.reading.strings import Strings
from disclosure.resources import template_folder
from disclosure.site import urls
from disclosure.site.spec import Frame, PageSpec
from disclosure.site.voice import Site, Voice
from disclosure.writing.contents import before_first_part, parts_of, side_by_side
from disclosure.writing.environment import environment, words
from disclosure.writing.frame import frame_context
from disclosure.writing.outward import outward
from disclosure.writing.paper import paper
from disclosure.writing.terms import Explainer, Seen, without_doubles

PARTS = (
    "title",
    "description",
    "path",
    "subject",
    "metadata",
    "heading",
    "crumb",
    "untranslated",
    "validity",
    "body",
    "terms",
    "facts",
    "qr",
)
#: Kinds of page that may be long, and from how many parts on their parts are listed.
WITH_CONTENTS = frozenset(
    ("service", "page", "accessibility", "disclosure-item", "form", "kind-index")
)
LEAST_PARTS = 4
#: One has no room for explanations, the other is nothing else.
UNEXPLAINED = frozenset(("service-sheet", "glossary"))
_MARK = re.compile("\ue000([a-z]+)\ue001")
_MARKS = {name: Markup(f"\ue000{name}\ue001") for name in PARTS}


class Renderer:
    """Renders the pages of one site. Not changed by rendering, so forks may share it."""

    def __init__(self, site: Site, shell_folders: list[str]) -> None:
        self.site = site
        self.shell_folders = shell_folders
        self.shell_env = environment(*shell_folders)
        self._bodies = environment(template_folder())
        self._templates = {
            path.stem: self._bodies.get_template(path.name)
            for path in sorted(template_folder().glob("*.html"))
        }
        self._components = {
            name: self._bodies.get_template(f"components/{name}.html")
            for name in (
                *("update-facts", "terms", "contents", "validity"),
                *("language-notice", "lagging-notice"),
            )
        }
        self._explainers: dict[str, Explainer] = {}
        self._shells: dict[Frame, list[str]] = {}
        self._frames: dict[Frame, dict[str, Any]] = {}
        self._digests: dict[Frame, str] = {}

    # -- the frame ---------------------------------------------------------------------------

    def frame_context(self, frame: Frame) -> dict[str, Any]:
        """What the shell knows of a group of pages."""
        if frame not in self._frames:
            self._frames[frame] = frame_context(self.site, frame)
        return self._frames[frame]

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
        settings, strings = self.site.settings, self.site.strings[spec.language]
        context = self._context(spec)
        heading = words(
            {"words": spec.title, "lang": spec.title_lang} if spec.title_lang else spec.title,
            context["han_tag"],
        )
        crumb = heading
        if spec.lagging and spec.lagging["title"]:
            phrase = {"words": spec.title, "since": spec.lagging["title"]}
            heading = words(phrase, context["han_tag"], strings["lagging_mark"])
        body = self._body(spec, context)
        place = f"{self.frame_context(spec.frame)['frame']['place']}{spec.path}"
        host, said = urlsplit(settings.site_url).hostname or "", strings["new_window_host"]
        return {
            "title": escape(strings.say("title_form", title=spec.title, site=self._name(spec))),
            "description": escape(spec.description or spec.title),
            "path": spec.path,
            "subject": quote(strings.say("report_subject", path=place)),
            "metadata": "\n".join(
                f'<meta name="{name}" content="{escape(content)}">'
                for name, content in spec.metadata
            ),
            "heading": heading,
            "crumb": crumb,
            "untranslated": self._untranslated(spec, strings) + self._lagging(spec, context),
            "validity": outward(self._validity(spec, context), host, said),
            "body": outward(body, host, said),
            "terms": outward(self._terms(spec, context), host, said),
            "facts": self._small("update-facts", facts=spec.facts, **context) if spec.facts else "",
            "qr": self._paper(spec),
        }

    def _context(self, spec: PageSpec) -> dict[str, Any]:
        """What every template of a page's own parts is told, apart from the page's view."""
        settings = self.site.settings
        frame = self.frame_context(spec.frame)["frame"]
        explainer = self._explainer(spec.language)
        return {
            "t": self.site.strings[spec.language],
            "base": frame["base"],
            "root": frame["root"],
            "source_lang": ""
            if spec.language == settings.primary
            else self.site.tag(settings.primary),
            "han_tag": self.site.han_tag(spec.language),
            "original": {
                "path": f"{frame['root']}{spec.path}" or "./",
                "name": self.site.strings[settings.primary].facts.name,
                "tag": self.site.tag(settings.primary),
            },
            "menu": frame["menu"],
            "explainer": explainer,
            # Filled while the body is rendered.
            "seen": Seen(list(explainer.terms) if spec.kind in UNEXPLAINED else []),
            "map_search": settings.map_search,
        }

    def _body(self, spec: PageSpec, context: dict[str, Any]) -> str:
        body = self._templates[spec.kind].render(view=spec.view, **context)
        titles = {title for title, _ in spec.crumbs}
        titles |= {item["title"] for item in context["menu"] if isinstance(item["title"], str)}
        body = without_doubles(body, titles)
        if spec.kind == "page" and spec.path == urls.HOME:
            return side_by_side(body)
        listed = parts_of(body, LEAST_PARTS) if spec.kind in WITH_CONTENTS else []
        if not listed:
            return body
        return before_first_part(body, self._small("contents", parts=listed, **context))

    def _terms(self, spec: PageSpec, context: dict[str, Any]) -> str:
        """The words that the body has used, explained; for a body that was rendered before."""
        explainer, seen = context["explainer"], context["seen"]
        if spec.kind in UNEXPLAINED or not seen.ids:
            return ""
        voice = Voice(self.site, spec.language)
        rows = [
            {"id": row["id"], "term": voice.words(row["term"].term)}
            | {"meaning": voice.prose(row["term"].meaning)}
            for row in explainer.explained(seen)
        ]
        # The explanations themselves are not explained.
        quiet = context | {"seen": Seen(list(explainer.terms))}
        return self._small("terms", terms=rows, **quiet)

    def _validity(self, spec: PageSpec, context: dict[str, Any]) -> str:
        return self._small("validity", validity=spec.validity, **context) if spec.validity else ""

    def _name(self, spec: PageSpec) -> str:
        return Voice(self.site, spec.language).plain(self.site.catalogue.agency.name)

    def _small(self, component: str, **context: Any) -> str:
        return self._components[component].render(**context)

    def _explainer(self, language: str) -> Explainer:
        if language not in self._explainers:
            self._explainers[language] = Explainer(
                self.site.catalogue.glossary, language, self.site.strings[language]
            )
        return self._explainers[language]

    def _paper(self, spec: PageSpec) -> str:
        address = self.site.address(spec.on_paper or spec.path, spec.language)
        if not address or not self.site.settings.qr_codes or spec.kind == "error":
            return ""
        return paper(address)

    def _untranslated(self, spec: PageSpec, strings: Strings) -> str:
        if not spec.untranslated:
            return ""
        key = "not_translated" if spec.title_lang else "partly_translated"
        said = strings.say(key, language=strings.facts.name)
        return self._small("language-notice", said=said)

    def _lagging(self, spec: PageSpec, context: dict[str, Any]) -> str:
        if not spec.lagging:
            return ""
        return self._small("lagging-notice", **spec.lagging, **context)

    def page(self, spec: PageSpec) -> str:
        """A whole page."""
        parts = self.parts(spec)
        return "".join(
            [
                piece if number % 2 == 0 else parts[piece]
                for number, piece in enumerate(self.shell(spec.frame))
            ]
        )

    @cached_property
    def common_digest(self) -> str:
        """Of what any page may depend on, apart from its own view and its shell."""
        settings = self.site.settings
        terms = [term.model_dump_json() for term in self.site.catalogue.glossary]
        told = repr((settings.site_url, settings.map_search, settings.qr_codes, terms))
        return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()

    def shell_digest(self, frame: Frame) -> str:
        """Tells whether the shell of a group has changed."""
        if frame not in self._digests:
            told = "\0".join(self.shell(frame)).encode()
            self._digests[frame] = hashlib.blake2b(told, digest_size=16).hexdigest()
        return self._digests[frame]
