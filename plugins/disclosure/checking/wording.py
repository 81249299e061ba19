"""Words that a site does not use: the packaged lists, and what its glossary adds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from disclosure.model.catalogue import Catalogue
from disclosure.resources import terms_folder


@dataclass(frozen=True, slots=True)
class Word:
    """A word to avoid, what to say instead, and the longer words in which it may stand."""

    word: str
    use: str
    not_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A use of a word to avoid."""

    word: str
    use: str
    start: int


@cache
def mainland() -> tuple[Word, ...]:
    """Words of mainland usage, with those of Taiwan."""
    rows = _packaged("mainland.yml")["words"]
    return tuple(Word(row["word"], row["use"], tuple(row.get("not_in", ()))) for row in rows)


@cache
def simplified() -> dict[str, str]:
    """`simplified → traditional` characters; only those that nobody in Taiwan writes."""
    return {pair[0]: pair[1] for pair in _packaged("simplified.yml")["pairs"].split()}


@cache
def _simplified_pattern() -> re.Pattern[str]:
    return re.compile(f"[{''.join(simplified())}]+")


def _packaged(name: str) -> dict[str, Any]:
    text = (terms_folder() / name).read_text("utf-8")
    lists: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)
    return lists


def of_site(catalogue: Catalogue, language: str) -> tuple[Word, ...]:
    """The words that the glossary of a site wants avoided in one language."""
    own = [
        Word(words, term.term.best(language)[0])
        for term in catalogue.glossary
        for words in term.avoid.get(language, ())
    ]
    own += [
        Word(words, avoided.use.get(language) or next(iter(avoided.use.values())))
        for avoided in catalogue.avoided
        for words in avoided.words.get(language, ())
    ]
    return tuple(own)


class Finder:
    """Finds the words to avoid in texts of one language."""

    def __init__(self, words: Sequence[Word], *, han: bool) -> None:
        self._han = [one for one in words if han and not one.word.isascii()]
        # Whole words in capitals or not, but IT is no «it».
        self._others = [
            (one, re.compile(rf"(?<!\w){re.escape(one.word)}(?!\w)", _flags(one.word)))
            for one in words
            if one not in self._han
        ]

    def find(self, text: str) -> Iterator[Hit]:
        """Each use of each word, but for those within a longer word that is fine."""
        for one in self._han:
            start = text.find(one.word)
            while start >= 0:
                if not covered(text, start, len(one.word), one.not_in):
                    yield Hit(one.word, one.use, start)
                start = text.find(one.word, start + 1)
        for one, pattern in self._others:
            # «Guard Section» is no slip where it is a part of the right «Guard Section Office».
            for match in pattern.finditer(text):
                if not covered(text, match.start(), len(match[0]), (one.use,)):
                    yield Hit(match[0], one.use, match.start())


def _flags(word: str) -> re.RegexFlag:
    return re.RegexFlag.NOFLAG if word.isupper() else re.RegexFlag.IGNORECASE


def simplified_in(text: str) -> Iterator[Hit]:
    """Each run of simplified characters, with the traditional ones."""
    for match in _simplified_pattern().finditer(text):
        right = "".join(simplified()[character] for character in match[0])
        yield Hit(match[0], right, match.start())


def covered(text: str, start: int, length: int, longer: Iterable[str]) -> bool:
    """Do the characters from `start` on stand within one of some longer words?"""
    end = start + length
    for words in longer:
        at = text.find(words, max(0, end - len(words)))
        while 0 <= at <= start:
            if at + len(words) >= end:
                return True
            at = text.find(words, at + 1)
    return False
