"""Words of the glossary, explained at their first use on a page.

The word becomes a link to its explanation at the end of the page: unlike a tooltip it can be read
on a phone, by keyboard, by ear and on paper.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from disclosure.model.glossary import GlossaryTerm
from disclosure.reading.strings import Strings

#: Not within these: links and headings have a purpose of their own, code is quoted.
_SKIPPED = "a|h[1-6]|code|pre|summary|caption|th"
_TOKEN = re.compile(rf"<({_SKIPPED})[\s>].*?</\1>|<[^>]*>", re.DOTALL)


@dataclass
class Seen:
    """The terms that a page has used so far, in their order."""

    ids: list[str] = field(default_factory=list)


class Explainer:
    """The glossary in one language."""

    def __init__(self, terms: Sequence[GlossaryTerm], language: str, strings: Strings) -> None:
        spellings: dict[str, str] = {}
        for term in terms:
            words = term.term.get(language)
            for spelling in (*((words,) if words else ()), *term.also.get(language, ())):
                spellings[spelling.casefold()] = term.id
        self._spellings = spellings
        self.terms = {term.id: term for term in terms if term.term.get(language)}
        # Chinese has no blanks between words; elsewhere «parole» is no part of «paroled».
        edge = "" if strings.facts.script == "han" else r"\b"
        longest_first = sorted(spellings, key=lambda one: (-len(one), one))
        choice = "|".join(_pattern(one, edge) for one in longest_first)
        self._choice = re.compile(choice, re.IGNORECASE) if choice else None

    def marked(self, html: str, seen: Seen) -> str:
        """Finished HTML of a text, with links at the first use of each term."""
        if self._choice is None or not self._choice.search(html):
            return html
        done: list[str] = []
        place = 0
        for token in _TOKEN.finditer(html):
            done += (self._words(html[place : token.start()], seen), token[0])
            place = token.end()
        done.append(self._words(html[place:], seen))
        return "".join(done)

    def _words(self, words: str, seen: Seen) -> str:
        if not words:
            return words
        assert self._choice is not None

        def linked(match: re.Match[str]) -> str:
            term = self._spellings[match[0].casefold()]
            if term in seen.ids:
                return match[0]
            seen.ids.append(term)
            return f'<a class="term" href="#term-{term}">{match[0]}</a>'

        return self._choice.sub(linked, words)

    def explained(self, seen: Seen) -> list[dict[str, Any]]:
        """The rows of the list at the end of the page."""
        return [{"id": one, "term": self.terms[one]} for one in seen.ids]


def _pattern(spelling: str, edge: str) -> str:
    """A Latin abbreviation is a whole word in every language."""
    latin = spelling.isascii()
    before = r"(?<![A-Za-z0-9])" if latin else edge
    after = r"(?![A-Za-z0-9])" if latin else edge
    return f"{before}{re.escape(spelling)}{after}"
