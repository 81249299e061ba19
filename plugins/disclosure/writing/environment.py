"""The Jinja environment of all templates, and the filters that turn plain data into HTML."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from disclosure.site.spec import Phrase
from disclosure.writing.phone import dialled, with_calls
from disclosure.writing.prose import mark_han, to_html


def words(phrase: Phrase, han_tag: str = "", lagging_mark: str = "") -> Markup:
    """Words, marked with their language when it is not the page's, and when they lag behind."""
    if isinstance(phrase, dict) and "since" in phrase:
        # No link: the words may stand in one, or in what opens an answer.
        form = '<span class="lagging">{} <span class="lagging-mark">{}</span></span>'
        return Markup(form).format(words(phrase["words"], han_tag), lagging_mark)
    if isinstance(phrase, dict):
        return Markup('<span lang="{}">{}</span>').format(phrase["lang"], phrase["words"])
    return Markup(mark_han(escape(phrase, quote=False), han_tag))


@pass_context
def _words(context: Context, phrase: Phrase) -> Markup:
    mark = context["t"]["lagging_mark"] if isinstance(phrase, dict) and "since" in phrase else ""
    return words(phrase, context["han_tag"], mark)


def fill(form: str, *values: object) -> Markup:
    """`（{0}）` with its places filled, escaped."""
    return Markup(escape(form)).format(*values)


@pass_context
def _prose(context: Context, text: Mapping[str, Any] | None) -> Markup:
    if not text:
        return Markup("")
    html = to_html(
        text["source"], text["links"], context["base"], context["t"]["table_caption_mark"]
    )
    if text["lang"]:
        return Markup(f'<div class="prose" lang="{text["lang"]}">{html}</div>')
    html = context["explainer"].marked(with_calls(html), context["seen"])
    html = mark_han(html, context["han_tag"])
    if "since" in text:
        note = _lagging(context, text["since"])
        return Markup(f'<div class="prose lagging">{note}{html}</div>')
    return Markup(f'<div class="prose">{html}</div>')


@pass_context
def _lagging(context: Context, since: str) -> Markup:
    """What stands above a passage whose original has changed, with a link to that."""
    t, original, han_tag = context["t"], context["original"], context["han_tag"]
    link = Markup('<a href="{}" hreflang="{}">{}</a>').format(
        original["path"],
        original["tag"],
        words(t.say("lagging_link", original=original["name"]), han_tag),
    )
    said = words(t.say("lagging_part", date=since), han_tag)
    return Markup('<p class="lagging-mark">{} {}</p>').format(said, link)


@pass_context
def _calls(context: Context, printed: str) -> Markup:
    """Telephone numbers as an agency prints them, each to be called by touching it."""
    html = with_calls(str(escape(printed, quote=False)))
    number = dialled(printed)
    if number and "<a " not in html:
        html = f'<a href="tel:{number}">{html}</a>'
    return Markup(mark_han(html, context["han_tag"]))


@pass_context
def _explained(context: Context, html: str) -> Markup:
    """Finished HTML of an editor's page, with the words of the glossary explained."""
    return Markup(context["explainer"].marked(with_calls(html), context["seen"]))


@pass_context
def _to(context: Context, path: str) -> str:
    return (context["base"] + path) or "./"


@pass_context
def _file(context: Context, path: str) -> str:
    """The address of a file of `content/`, which stands once for all languages."""
    return f"{context['root']}{path}"


@pass_context
def _place(context: Context, words: Phrase) -> str:
    """Where an address is found on a map; nothing when the site wants no such links."""
    place = words["words"] if isinstance(words, dict) else words
    address: str = context["map_search"].replace("{place}", quote(place))
    return address


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
        "explained": _explained,
        "source_words": _source_words,
        "calls": _calls,
    }
    env.globals["to"] = _to
    env.globals["file"] = _file
    env.globals["place"] = _place
    env.globals["lagging"] = _lagging
    return env
