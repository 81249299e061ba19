"""Addresses. The only place that knows one.

A path here is relative to the root of its language and ends with a slash; `""` is the home page.
Addresses are ASCII, made from ids, and permanent.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from disclosure.model.catalogue import SCHEMES, Catalogue
from disclosure.model.disclosure_item import DisclosureItem
from disclosure.model.faq import Faq
from disclosure.model.form import Form
from disclosure.model.page import Page
from disclosure.model.plan import Plan
from disclosure.model.record import Record
from disclosure.model.service import Service
from disclosure.model.settings import Settings

#: The id of the part of every page that the frame leaves to it.
MAIN_PART = "site-main"

HOME = ""
PLANS = "plans/"
UNITS = "units/"
BROWSE = "browse/"
FAQS = "faq/"
SERVICES = "services/"
TRANSPARENCY = "transparency/"
FORMS = "forms/"
DISCLOSURE = "disclosure/"
SEARCH = "search/"
SITEMAP = "sitemap/"
GLOSSARY = "glossary/"
ACCESSIBILITY = "accessibility/"
#: The editor in the browser, where a site has one; no page leads there.
ADMIN = "admin/"
CHANGES = "changes/"
FEED = f"{CHANGES}feed.xml"
#: In a preview only.
REPORT = "internal/report/"
#: Short permanent links, for paper.
SHORT = "id/"

#: Style sheets, scripts and pictures of the site itself.
ASSETS = "assets/"

#: Folders that no language may be called: its pages would stand among ours.
RESERVED = frozenset(path.strip("/") for path in (FAQS, SHORT))

#: What the foot of a page may name, apart from editors' pages and indexes.
FOOT = {
    "accessibility": ACCESSIBILITY,
    "glossary": GLOSSARY,
    "changes": CHANGES,
    "sitemap": SITEMAP,
}

#: Schemes whose index is a page of its own, not one below `browse/`.
_OWN = {"unit": UNITS, "disclosure": DISCLOSURE}


def plan(record_id: str) -> str:
    """The page of a plan."""
    return f"{PLANS}{record_id}/"


def unit(unit_id: str) -> str:
    """The page of a unit."""
    return f"{UNITS}{unit_id}/"


def scheme(name: str) -> str:
    """The index of a classification: of units their register, of Article 7 its catalogue."""
    return _OWN.get(name, f"{BROWSE}{name}/")


def term(name: str, code: str) -> str:
    """The page of one term of a classification."""
    return f"{scheme(name)}{code}/"


def term_kind(name: str, code: str, kind: str) -> str:
    """The records of one kind under a term. Below a term stand only `part/` and `kind/`."""
    return f"{term(name, code)}kind/{kind}/"


def kind(name: str) -> str:
    """One kind of record by all classifications, of which none is called `kinds`."""
    return f"{BROWSE}kinds/{name}/"


def sheet(record_id: str) -> str:
    """The page of a service that fits one side of paper."""
    return f"{SERVICES}{record_id}/sheet/"


def category(category_id: str) -> str:
    """The page of one category of questions."""
    return f"{FAQS}{category_id}/"


def page(path: str) -> str:
    """The page that MkDocs makes of a Markdown file, given below the root of its language."""
    inside = PurePosixPath(path)
    folder = inside.parent if inside.stem == "index" else inside.with_suffix("")
    return "" if folder == PurePosixPath(".") else f"{folder.as_posix()}/"


def short(record_id: str) -> str:
    """The short permanent link of a record: once a site, whatever the language."""
    return f"{SHORT}{record_id}/"


def on_paper(item: Record, settings: Settings, language: str) -> str:
    """What paper names as the address of a record: the short link where that is shorter. It leads
    to the main language, so that pages of another one name their own."""
    path = record(item)
    return min(path, short(item.id), key=len) if language == settings.primary else path


def record(item: Record) -> str:
    """The page of a record."""
    if isinstance(item, Plan):
        return plan(item.id)
    if isinstance(item, Faq):
        return f"{category(item.category)}{item.id}/"
    if isinstance(item, Page):
        return page(item.path)
    if isinstance(item, Service):
        return f"{SERVICES}{item.id}/"
    if isinstance(item, Form):
        return f"{FORMS}{item.id}/"
    if isinstance(item, DisclosureItem):
        return f"{DISCLOSURE}items/{item.id}/"
    raise TypeError(f"no address for a {type(item).__name__}")


def indexes(catalogue: Catalogue) -> dict[str, str]:
    """The names that `index:` links may use, and where they lead; only indexes that exist."""
    named = {"home": HOME, "search": SEARCH, "sitemap": SITEMAP, "changes": CHANGES}
    named |= menu(catalogue)
    named |= {f"faq/{one}": category(one) for one, group in catalogue.faqs.items() if group}
    if catalogue.glossary:
        named["glossary"] = GLOSSARY
    if catalogue.accessibility:
        named["accessibility"] = ACCESSIBILITY
    return named | {name: scheme(name) for name in SCHEMES}


def menu(catalogue: Catalogue) -> dict[str, str]:
    """The indexes that exist, by their name in the menu: what citizens come for stands first."""
    exists = {
        "faq": (FAQS, any(catalogue.faqs.values())),
        "services": (SERVICES, catalogue.services),
        "transparency": (TRANSPARENCY, catalogue.services),
        "forms": (FORMS, catalogue.forms),
        "disclosure": (DISCLOSURE, catalogue.items),
        "plans": (PLANS, catalogue.plans),
        "units": (UNITS, True),
        "browse": (BROWSE, True),
    }
    return {name: path for name, (path, held) in exists.items() if held}


def foot(catalogue: Catalogue) -> dict[str, str]:
    """What the foot of a page may name and that exists."""
    exists = {
        "accessibility": catalogue.accessibility is not None,
        "glossary": bool(catalogue.glossary),
    }
    return {name: path for name, path in FOOT.items() if exists.get(name, True)}


def prefix(language: str, settings: Settings) -> str:
    """What stands before a path in a language: nothing, or `en/`."""
    return "" if language == settings.primary else f"{language}/"


def base(path: str) -> str:
    """From a page back to the root of its language: `../` for each level."""
    return "../" * path.count("/")
