"""Records whose texts are as hard to search as real ones: the demo's own sentences, varied.

The templates of `words.toml` have few different words, which would flatter every index. Here each
text is put together from sentences of the demo site, as many as a text of the demo has characters;
their numbers are drawn anew, and made-up words take the place of others as often as is needed for
the vocabulary to grow as that of the demo does (Heaps's law, fitted to it). The texts make no
sense, and the two languages of a record do not say the same: no search minds.
"""

from __future__ import annotations

import math
import random
import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from records import Record, Text, make_record
from words import LANGUAGES

from disclosure.searching.words import tokens

#: Fields of a document, as `build_ours.py` writes them.
Row = dict[str, str]

_END = {"zh": re.compile(r"(?<=[。！？；])"), "en": re.compile(r"(?<=[.!?;])\s+")}
_LENGTHS = {"zh": range(8, 100), "en": range(20, 260)}
#: Signs that Markdown or YAML would take for theirs.
_PLAIN = re.compile(r"[^\s\d\-+'\"][^*_<>\[\]|#`~{}\\&@:\"]*")
_NUMBER = re.compile(r"(?<![\d.])[1-9]\d*(?![\d.])")
#: What a made-up word may stand in the place of.
_PLACE = {"zh": re.compile(r"[\u4e00-\u9fff]{6,}"), "en": re.compile(r"\b[a-z]{5,}\b")}
_HAN = re.compile(r"[\u4e00-\u9fff]")
#: A known made-up word comes again in one of so many sentences without a new one.
_AGAIN = 3


@dataclass(frozen=True)
class Growth:
    """Heaps's law: how many different tokens a text of so many characters has."""

    factor: float
    exponent: float

    @classmethod
    def of(cls, texts: Sequence[str], seed: int = 1) -> Growth:
        """Fitted to some texts, from an eighth of them on."""
        shuffled = random.Random(seed).sample(texts, len(texts))
        seen: set[str] = set()
        sizes = []
        for text in shuffled:
            seen.update(tokens(text.lower()))
            sizes.append(math.log(len(seen)))
        lengths = [math.log(length) for length in accumulate(map(len, shuffled))]
        begin = len(texts) // 8
        line = statistics.linear_regression(lengths[begin:], sizes[begin:])
        return cls(math.exp(line.intercept), line.slope)

    def tokens(self, characters: int) -> float:
        """How many there should be."""
        return self.factor * math.pow(characters, self.exponent)


class Composer:
    """Texts of one language, one after the other."""

    def __init__(self, rows: Sequence[Row], language: str, seed: int) -> None:
        """`rows` are the demo's documents of this language."""
        texts = ["\n".join((row["title"], row["summary"], row["body"])) for row in rows]
        self.growth = Growth.of(texts)
        self.characters = 0
        self.vocabulary: set[str] = set()
        self._draw = random.Random(f"{seed}/{language}")
        self.language = language
        self._titles = [row["title"] for row in rows if _is_title(row["title"])]
        self._sentences = [one for row in rows for one in _sentences(row["body"], language)]
        #: those with room for a made-up word
        self._roomy = [one for one in self._sentences if _PLACE[language].search(one)]
        self._lengths = [len(row["body"]) for row in rows if row["body"]]
        #: each as often as it was used: what is known is used more
        self._made_up: list[str] = []

    def title(self) -> str:
        """A title of the demo with a made-up word in it: hardly any two are the same."""
        title = self._draw.choice(self._titles)
        return self._keep(self._with(title, self._new() if self._lacks() else self._known()))

    def sentences(self) -> Iterator[str]:
        """As many as a text of the demo has."""
        left = self._draw.choice(self._lengths)
        while left > 0:
            sentence = self.sentence()
            left -= len(sentence)
            yield sentence

    def sentence(self) -> str:
        """One sentence."""
        sentence = _NUMBER.sub(self._number, self._draw.choice(self._sentences))
        if self._lacks():
            sentence = self._with(sentence, self._new())
        elif not self._draw.randrange(_AGAIN):
            sentence = self._with(sentence, self._known())
        return self._keep(sentence)

    def _lacks(self) -> bool:
        return len(self.vocabulary) < self.growth.tokens(self.characters)

    def _keep(self, text: str) -> str:
        self.characters += len(text)
        self.vocabulary.update(tokens(text.lower()))
        return text

    def _number(self, match: re.Match[str]) -> str:
        digits = len(match[0])
        return str(self._draw.randrange(10 ** (digits - 1), 10**digits))

    def _new(self) -> str:
        """Two to four characters, or two halves of words."""
        draw, choice = self._draw, self._draw.choice
        if self.language == "zh":
            return "".join(self._character() for _ in range(draw.randint(2, 4)))
        one, other = (str(choice(_PLACE["en"].findall(choice(self._roomy)))) for _ in range(2))
        return one[: len(one) // 2] + other[len(other) // 2 :]

    def _known(self) -> str:
        return self._draw.choice(self._made_up) if self._made_up else self._new()

    def _character(self) -> str:
        return str(self._draw.choice(_HAN.findall(self._draw.choice(self._roomy))))

    def _with(self, sentence: str, word: str) -> str:
        places = [match.span() for match in _PLACE[self.language].finditer(sentence)]
        self._made_up.append(word)
        if not places:
            return f"{word}{sentence}" if self.language == "zh" else f"{word.title()}, {sentence}"
        start, end = self._draw.choice(places)
        if self.language == "zh":
            start = self._draw.randint(start, end - len(word))
            end = start + len(word)
        return sentence[:start] + word + sentence[end:]


def make_records(rows: Sequence[Row], total: int, seed: int) -> tuple[list[Record], list[Composer]]:
    """The records of `records.py` with other texts; and what wrote these."""
    composers = [
        Composer([row for row in rows if row["language"] == language], language, seed)
        for language in LANGUAGES
    ]
    found = []
    for index in range(total):
        record = make_record(index, total, seed)
        text = {
            language: _text(composer, record.text[language])
            for language, composer in zip(LANGUAGES, composers, strict=True)
        }
        found.append(replace(record, text=text))
    return found, composers


def _text(composer: Composer, before: Text) -> Text:
    """Title, summary, answer and list anew; steps and key words are the same words again and
    again on real sites too."""
    title, summary = composer.title(), composer.sentence()
    sentences = list(composer.sentences())
    listed = len(sentences) // 4
    third = -(-(len(sentences) - listed) // 3)
    answer, papers = sentences[listed:], sentences[:listed]
    gap = "" if _HAN.search(title) else " "
    paragraphs = [gap.join(answer[at : at + third]) for at in range(0, len(answer), third)]
    papers = papers or [composer.sentence()]
    return replace(
        before, title=title, summary=summary, answer=tuple(paragraphs), papers=tuple(papers)
    )


def _is_title(title: str) -> bool:
    return bool(_PLAIN.fullmatch(title))


def _sentences(body: str, language: str) -> Iterator[str]:
    for sentence in _END[language].split(body):
        plain = sentence.strip()
        is_foreign = language == "en" and _HAN.search(plain)
        if len(plain) in _LENGTHS[language] and _PLAIN.fullmatch(plain) and not is_foreign:
            yield plain
