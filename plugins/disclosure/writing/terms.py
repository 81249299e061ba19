"""Words of the glossary, explained at their first use on a page.

The word becomes a link to its explanation at the end of the page: unlike a tooltip it can be read
on a phone, by keyboard, by ear and on paper.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from disclosure.model.glossary import GlossaryTerm
from disclosure.reading.strings import Strings
from disclosure.writing.passages import outside_links

_TERM = re.compile(r'<a class="term"[^>]*>([^<]*)</a>')


@dataclass
class Seen:
    """The terms that a page has used so far, in their order."""

    ids: list[str] = field(default_factory=list)


class Explainer:
    """The glossary in one language."""

    def __init__(self, terms: Sequence[GlossaryTerm], language: str, strings: Strings) -> None:
        # Tells the link apart from one with the same words that leads to a service or question.
        self._title = escape(strings["term_link"])
        spellings: dict[str, str] = {}
        self.terms: dict[str, GlossaryTerm] = {}
        for term in terms:
            words = term.term.get(language)
            if words is None:
                continue  # other spellings alone would have no name in the list of explanations
            self.terms[term.id] = term
            for spelling in (words, *term.also.get(language, ())):
                spellings[escape(spelling, quote=False)] = term.id
        self._spellings = {spelling.casefold(): name for spelling, name in spellings.items()}
        # Chinese has no blanks between words; elsewhere «parole» is no part of «paroled». Apart,
        # because the search for plain strings is much faster.
        han = strings.facts.script == "han"
        within = [one for one in spellings if han and not one.isascii()]
        whole = [one for one in spellings if one not in within]
        # `&lt;` is a sign, not the word «lt».
        self._patterns = [
            re.compile(pattern)
            for words, pattern in (
                (within, _choice(within)),
                (whole, rf"(?<![\w&#-])(?:{_choice(whole)})(?![\w-])"),
            )
            if words
        ]

    def marked(self, html: str, seen: Seen) -> str:
        """Finished HTML of a text, with links at the first use of each term."""
        known = len(seen.ids)
        for pattern in self._patterns:
            if pattern.search(html):
                html = self._marked(html, pattern, seen)
        # One pattern after the other, but the reader meets them in the order of the text.
        seen.ids[known:] = sorted(seen.ids[known:], key=lambda one: html.index(_address(one)))
        return html

    def _marked(self, html: str, pattern: re.Pattern[str], seen: Seen) -> str:
        def linked(match: re.Match[str]) -> str:
            term = self._spellings.get(match[0].casefold())
            if term is None or term in seen.ids:  # None: a letter such as İ, with two small ones
                return match[0]
            seen.ids.append(term)
            return f'<a class="term" {_address(term)} title="{self._title}">{match[0]}</a>'

        return outside_links(html, lambda words: pattern.sub(linked, words))

    def explained(self, seen: Seen) -> list[dict[str, Any]]:
        """The rows of the list at the end of the page."""
        return [{"id": one, "term": self.terms[one]} for one in seen.ids]


def without_doubles(html: str, others: Collection[str]) -> str:
    """The page without those links to explanations whose very words are a link to something else
    (HM1240404E): on this page, or among the titles of the frame, `others`. The explanation at the
    end of the page stays."""

    def kept(match: re.Match[str]) -> str:
        words = match[1]
        return words if words in others or html.count(f">{words}</a>") > 1 else match[0]

    return _TERM.sub(kept, html)


def _address(term: str) -> str:
    return f'href="#term-{term}"'


def _choice(spellings: Sequence[str]) -> str:
    """Any of them, the longest first: of 受刑人 and 刑 the page explains the former."""
    longest_first = sorted(spellings, key=lambda one: (-len(one), one))
    # IT is no «it», but any other word may begin a sentence.
    return "|".join(
        re.escape(one) if one.isupper() or one.lower() == one.upper() else f"(?i:{re.escape(one)})"
        for one in longest_first
    )
