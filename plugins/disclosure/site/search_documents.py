"""What is looked through: every record, each strategy of a plan, units, and words of the glossary.

Only real content: no menus, no facts that stand on every page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from disclosure.model.agency import Unit
from disclosure.model.base import Model
from disclosure.model.catalogue import MYEGOV, SCHEMES, codes_of, units_of
from disclosure.model.faq import Faq
from disclosure.model.glossary import GlossaryTerm
from disclosure.model.page import Page
from disclosure.model.plan import Plan, Section, Strategy
from disclosure.model.record import Record, kind_of
from disclosure.model.text import Text
from disclosure.prose_links import without_markup
from disclosure.searching.document import Codes, Document
from disclosure.searching.index import Facet
from disclosure.site import metadata, urls
from disclosure.site.voice import Voice

#: The kinds of results, in the order in which they are offered.
KINDS = (
    *("service", "faq", "form", "disclosure-item"),
    *("plan", "strategy", "unit", "term", "page"),
)
#: Fields that are searched otherwise, or tell where something comes from.
_ELSEWHERE = {
    *("title", "summary", "keywords", "units", "classification"),
    *("sources", "notes", "columns", "sections"),
}
_TAG = re.compile(r"<[^>]*>")
#: Elements within a line: «see **this**.» is one run of words, without a blank before its stop.
_INLINE = re.compile(
    r"</?(?:a|abbr|b|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u)\b[^>]*>"
)
_BLANKS = re.compile(r"\s+")


def documents(voice: Voice) -> Iterator[Document]:
    """Everything that can be found in a language."""
    catalogue = voice.site.catalogue
    for record in catalogue.shown:
        if isinstance(record, Faq) and record.superseded_by:
            continue  # the question that replaces it is found
        yield _record(voice, record)
        if isinstance(record, Plan):
            for section in record.sections:
                for strategy in section.strategies:
                    yield _strategy(voice, record, section, strategy)
    for unit in catalogue.units.values():
        if not unit.everyone:
            yield _unit(voice, unit)
    for term in catalogue.glossary:
        yield _term(voice, term)


def facets(voice: Voice) -> list[Facet]:
    """By what results are told apart, with the names of all codes."""
    s, catalogue = voice.strings, voice.site.catalogue
    found: list[Facet] = [("kind", s["search_kind"], {one: s[f"kind_{one}"] for one in KINDS})]
    for scheme in SCHEMES:
        if scheme == "year":
            names = {str(year): voice.year(year) for year in catalogue.years}
        else:
            terms = catalogue.tree(scheme).terms
            names = {code: voice.plain(term.name) for code, term in terms.items()}
        found.append((scheme, s[f"scheme_{scheme}"], names))
    return found


def _words_of(html: str) -> str:
    """The words of finished HTML, those of neighbouring blocks kept apart."""
    return _spaced(unescape(_TAG.sub(" ", _INLINE.sub("", html))))


def _record(voice: Voice, record: Record) -> Document:
    if isinstance(record, Page):
        html = voice.site.prose.get((record.id, voice.language), "")
        body, lang = _words_of(html), _missing(voice, record.written)
    else:
        body, lang = _text(voice, _texts(record))
    return Document(
        path=urls.record(record),
        title=voice.plain(record.title),
        title_lang=_lang(voice, record.title),
        summary=_said(voice, record.summary),
        body=body,
        body_lang=lang,
        codes=_codes(record, kind_of(record)),
        keywords=_keywords(voice, record),
        trail=_trail(voice, record),
        unit=_unit_name(voice, units_of(record)),
        date=_date(voice, record),
    )


def _strategy(voice: Voice, plan: Plan, section: Section, strategy: Strategy) -> Document:
    body, lang = _text(voice, (text for text in _texts(strategy) if text is not strategy.title))
    units = tuple(reference.unit for reference in strategy.units)
    above = (plan.title, section.title) if section.title else (plan.title,)
    return Document(
        path=f"{urls.plan(plan.id)}#{strategy.id}",
        title=voice.plain(strategy.title),
        title_lang=_lang(voice, strategy.title),
        body=body,
        body_lang=lang,
        codes=_codes(plan, "strategy") | {"unit": units},
        trail=(voice.strings["nav_plans"], *filter(None, (_said(voice, one) for one in above))),
        unit=_unit_name(voice, units),
        date=_date(voice, plan),
    )


def _unit(voice: Voice, unit: Unit) -> Document:
    body, lang = _text(voice, filter(None, (unit.duties,)))
    return Document(
        path=urls.unit(unit.id),
        title=voice.plain(unit.name),
        title_lang=_lang(voice, unit.name),
        summary=voice.strings.say("unit_title", unit=voice.plain(unit.name)),
        body=body,
        body_lang=lang,
        codes={"kind": ("unit",), "unit": (unit.id,)},
        keywords=(*unit.aliases, *_other_titles(voice, unit.name), unit.phone or ""),
        trail=(voice.strings["nav_units"],),
    )


def _term(voice: Voice, term: GlossaryTerm) -> Document:
    body, lang = _text(voice, (term.meaning,))
    return Document(
        path=f"{urls.GLOSSARY}#term-{term.id}",
        title=voice.plain(term.term),
        title_lang=_lang(voice, term.term),
        body=body,
        body_lang=lang,
        codes={"kind": ("term",)},
        keywords=(*term.also.get(voice.language, ()), *_other_titles(voice, term.term)),
        trail=(voice.strings["glossary_title"],),
    )


def _codes(record: Record, kind: str) -> Codes:
    return {"kind": (kind,)} | codes_of(record)


def _keywords(voice: Voice, record: Record) -> tuple[str, ...]:
    """Key words, the permanent number, and the title in the other languages: somebody may know
    only the Chinese name of a form."""
    own = metadata.keywords(voice, record.keywords)
    mark = str(getattr(record, "mark", ""))
    codes = [code for scheme in MYEGOV for code in getattr(record.classification, scheme)]
    # Found, though not shown: a result has no mark of another language for its summary.
    hidden = not _said(voice, record.summary) and _plain(voice, record.summary)
    others = (*_other_titles(voice, record.title), *filter(None, (hidden,)))
    return (*own, mark, mark.replace("-", ""), *codes, *others)


def _other_titles(voice: Voice, title: Text) -> tuple[str, ...]:
    return tuple(words for language, words in title.root.items() if language != voice.language)


def _trail(voice: Voice, record: Record) -> tuple[str, ...]:
    kind = kind_of(record)
    if isinstance(record, Page):
        return ()
    if isinstance(record, Faq):
        category = voice.site.catalogue.categories[record.category]
        return (voice.strings["nav_faq"], *filter(None, (_said(voice, category.name),)))
    return (voice.strings[_INDEX_OF[kind]],)


_INDEX_OF = {
    "service": "nav_services",
    "form": "nav_forms",
    "plan": "nav_plans",
    "disclosure-item": "nav_disclosure",
}


def _unit_name(voice: Voice, units: Iterable[str]) -> str:
    first = next(iter(units), None)
    return _said(voice, voice.site.catalogue.units[first].name) if first else ""


def _date(voice: Voice, record: Record) -> str:
    day = voice.date(record.changed)
    return str(day["shown"]) if day else ""


def _texts(value: object) -> Iterator[Text]:
    """Every text below a value, in the order of its fields."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            if name not in _ELSEWHERE or not isinstance(value, Record):
                yield from _texts(getattr(value, name))


def _text(voice: Voice, texts: Iterable[Text]) -> tuple[str, str]:
    """Plain words, and their language where none of them is in the page's."""
    found = list(texts)
    words = "\n".join(_plain(voice, text) for text in found)
    return _spaced(words), _missing(voice, {one for text in found for one in text.root})


def _plain(voice: Voice, text: Text | None) -> str:
    return _spaced(without_markup(voice.plain(text)))


def _said(voice: Voice, text: Text | None) -> str:
    """Plain words where they are written in the page's language; a result marks no other there."""
    return "" if text is None or _lang(voice, text) else _plain(voice, text)


def _spaced(words: str) -> str:
    return _BLANKS.sub(" ", words).strip()


def _lang(voice: Voice, text: Text) -> str:
    return _missing(voice, text.root)


def _missing(voice: Voice, written: Iterable[str]) -> str:
    """The primary language's tag, where something is not written in the page's."""
    languages = list(written)
    if not languages or voice.language in languages:
        return ""
    return voice.site.tag(voice.site.catalogue.primary)
