"""What counts as the same word: here for the texts, in the browser for the question.

`overrides/assets/search/words.js` does the same, step by step; a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import add

from disclosure.model.search_words import SearchWords
from disclosure.searching.stem import stem

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAN_RUN = re.compile(f"[{HAN}]{{2,}}")
#: A word or number of another script.
_OTHER_WORD = re.compile(f"[^\\W_{HAN}]+")
_LATIN = re.compile("[a-z]+")
#: Characters that take no room.
_UNSEEN = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_POSSESSIVE = re.compile("['\u2019]s(?![0-9a-z])")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
#: A year of the Republic, from the eightieth on: 「10 年」 is a term of imprisonment.
_ROC_YEAR = re.compile(r"(?:民國 *|(?<![0-9a-z]))((?:8|9|1[0-9])[0-9]) *年")
_ROC_OFFSET = 1911


@dataclass(frozen=True)
class Vocabulary:
    """The words of `search.yml` for one language, in normal form."""

    variants: dict[str, str] = field(default_factory=dict)
    #: `also → use`
    synonyms: dict[str, str] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    #: how to write a synonym to readers, where that is not its normal form
    names: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, words: SearchWords, language: str) -> Vocabulary:
        """What a language's index and its search page go by."""
        plain = Normal(cls(words.variants))
        synonyms = {
            plain.form(also): plain.form(one.use)
            for one in words.synonyms.get(language, ())
            for also in one.also
        }
        ignored = {plain.form(one) for one in words.ignored.get(language, ())}
        written = {
            plain.form(one): one
            for group in words.synonyms.get(language, ())
            for one in (*group.also, group.use)
        }
        return cls(
            words.variants,
            dict(sorted(synonyms.items())),
            tuple(sorted(ignored)),
            {form: one for form, one in sorted(written.items()) if one != form},
        )


class Normal:
    """Texts in normal form: one spelling for all that counts as the same."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._characters = str.maketrans({**vocabulary.variants, **_UNSEEN})
        self._synonyms = vocabulary.synonyms
        self._synonym = alternation(vocabulary.synonyms)

    def form(self, text: str) -> str:
        """Width, case, variants of characters and endings of words made equal."""
        folded = unicodedata.normalize("NFKC", text).lower().translate(self._characters)
        # Most texts hold none of these signs, and looking for a sign is quick.
        if "'" in folded or "\u2019" in folded:
            folded = _POSSESSIVE.sub("", folded)
        if "," in folded:
            folded = _THOUSANDS.sub("", folded)
        return _LATIN.sub(lambda match: stem(match[0]), folded)

    def canonical(self, form: str) -> str:
        """A normal form in which synonyms and years too have one spelling."""
        if "年" in form:
            form = _ROC_YEAR.sub(lambda match: f" {int(match[1]) + _ROC_OFFSET} ", form)
        if self._synonym is None:
            return form
        return self._synonym.sub(lambda match: self._synonyms[match[0]], form)

    def tokens(self, text: str) -> set[str]:
        """All that a text is found by: as it is written, and in canonical form."""
        form = self.form(text)
        canonical = self.canonical(form)
        found = tokens(form)
        return found if canonical == form else found | tokens(canonical)


def tokens(form: str) -> set[str]:
    """Pairs of neighbouring Chinese characters, and words of other scripts.

    >>> sorted(tokens("一般接見 2 visit"))
    ['2', 'visit', '一般', '接見', '般接']
    """
    found = set(_OTHER_WORD.findall(form))
    for run in _HAN_RUN.findall(form):
        found.update(map(add, run, run[1:]))
    return found


def alternation(words: Iterable[str]) -> re.Pattern[str] | None:
    """Any of the words, the longest first; words with letters only as whole words."""
    longest_first = sorted(filter(None, words), key=lambda word: (-len(word), word))
    # Each alternative begins with a letter of its own, which is what makes a long list fast: the
    # look behind stands before all of them.
    starts: dict[bool, list[str]] = {True: [], False: []}
    for word in longest_first:
        after = "(?![0-9a-z])" if re.search("[0-9a-z]$", word) else ""
        starts[bool(re.match("[0-9a-z]", word))].append(f"{re.escape(word)}{after}")
    letters, others = ("|".join(starts[one]) for one in (True, False))
    parts = [f"(?<![0-9a-z])(?:{letters})"] if letters else []
    parts += [others] if others else []
    return re.compile("|".join(parts)) if parts else None
