"""Is a part of a text found wherever it stands? The truth is a scan of all texts."""

from __future__ import annotations

import random
import re
import statistics
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from audit.browser import PATIENCE, launch, open_context
from audit.server import serve
from searches.engines import LANGUAGES, SHOWN, Engine
from searches.prose import Row

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_BLANKS = re.compile(r"\s+")
_LENGTHS = range(2, 7)
_MOST_WORDS = 3
_TRIES = 200


@dataclass(frozen=True)
class Question:
    """A part of a text, and the document that it was taken from."""

    words: str
    language: str
    kind: str
    path: str


@dataclass(frozen=True)
class Score:
    """How one engine did with one kind of question: means over the questions."""

    engine: str
    language: str
    kind: str
    #: those whose words stand in any of the texts that the engine looks through
    questions: int
    #: how much of what there is was found
    recall: float
    #: how often all of it was
    complete: float
    #: how much of what was found is right, where anything was
    precision: float
    #: the same of the first ten, or of as many as there are
    first: float
    #: is the text that it was taken from among the first ten, where no more than ten are right?
    source: float


def _han(text: str, rnd: random.Random) -> str:
    """Chinese characters alone."""
    part = _any(text, rnd)
    return part if all(map(_HAN.match, part)) else ""


def _mixed(text: str, rnd: random.Random) -> str:
    """Chinese characters with something else between or beside them: digits, letters, signs."""
    part = _any(text, rnd)
    han = sum(bool(_HAN.match(one)) for one in part)
    return part if 1 < han < len(part) else ""


def _any(text: str, rnd: random.Random) -> str:
    length = rnd.choice(_LENGTHS)
    if len(text) < length + 2:
        return ""
    start = rnd.randrange(1, len(text) - length)
    part = text[start : start + length]
    return part if part == part.strip() else ""


def _words(text: str, rnd: random.Random) -> str:
    """Whole words that follow one another."""
    words = [match.span() for match in re.finditer(r"[A-Za-z]+(?:[-'’][A-Za-z]+)*", text)]
    count = rnd.randint(1, _MOST_WORDS)
    if len(words) < count + 2:
        return ""
    first = rnd.randrange(1, len(words) - count)
    part = text[words[first][0] : words[first + count - 1][1]]
    return part if len(part) > 1 else ""


def _inside(text: str, rnd: random.Random) -> str:
    """Letters out of the middle of a word."""
    length = rnd.choice(_LENGTHS)
    words: list[str] = re.findall(rf"[A-Za-z]{{{length + 2},}}", text)
    if not words:
        return ""
    word = rnd.choice(words)
    start = rnd.randrange(1, len(word) - length)
    return word[start : start + length]


WHOLE_WORDS = "1–3 words"
KINDS: Mapping[str, Mapping[str, Callable[[str, random.Random], str]]] = {
    "zh": {"2–6 characters": _han, "2–6 with digits or signs": _mixed},
    "en": {WHOLE_WORDS: _words, "2–6 letters inside a word": _inside},
}


def draw(rows: Sequence[Row], count: int, seed: int) -> list[Question]:
    """`count` questions of each kind, half of them out of titles; none twice."""
    found: list[Question] = []
    for language in LANGUAGES:
        own = [row for row in rows if row["language"] == language]
        for kind, part_of in KINDS[language].items():
            rnd = random.Random(f"{seed}/{kind}")
            seen: set[str] = set()
            for _ in range(count * _TRIES):
                row = rnd.choice(own)
                part = part_of(row[("title", "body")[len(seen) % 2]], rnd)
                if part and part not in seen:
                    seen.add(part)
                    found.append(Question(part, language, kind, row["path"]))
                if len(seen) == count:
                    break
            else:
                raise RuntimeError(f"no {count} different parts of texts: {kind}")
    return found


def ask(engine: Engine, questions: Sequence[Question]) -> list[Score]:
    """Ask them all in a browser, and compare with a scan of the engine's own texts."""
    scores: list[Score] = []
    with serve(engine.site) as base, launch() as browser:
        for language in LANGUAGES:
            own = [one for one in questions if one.language == language]
            with open_context(browser, base) as context:
                context.set_default_timeout(PATIENCE * 10)
                words = [one.words for one in own]
                answers = engine.ask(context.new_page(), base, language, words)
            scores += _judge(engine, language, own, answers)
    return scores


def _judge(
    engine: Engine,
    language: str,
    questions: Sequence[Question],
    answers: Sequence[Sequence[str]],
) -> Iterator[Score]:
    texts = {page: folded(text) for page, text in engine.texts(language).items()}
    for kind in KINDS[language]:
        judged = []
        for question, found in zip(questions, answers, strict=True):
            right = right_for(question, texts) if question.kind == kind else set()
            if right:
                judged.append(judge(found, right, engine.page_of(question.path)))
        yield score(engine.name, language, kind, judged)


def right_for(question: Question, texts: Mapping[str, str]) -> set[str]:
    """The pages whose folded texts hold the words; an English word has to stand there whole."""
    words = folded(question.words)
    pages = {page for page, text in texts.items() if words in text}
    if question.kind != WHOLE_WORDS:
        return pages
    whole = re.compile(rf"(?<![a-z0-9]){re.escape(words)}(?![a-z0-9])")
    return {page for page in pages if whole.search(texts[page])}


def folded(text: str) -> str:
    """Width and case made equal, white space one blank."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFKC", text)).lower()


@dataclass(frozen=True)
class Judged:
    """One answer; `precision` and `source` are None where there is nothing to tell."""

    recall: float
    precision: float | None
    first: float
    source: bool | None


def judge(found: Sequence[str], right: set[str], source: str) -> Judged:
    """An answer, best first, beside the right one, which is not empty."""
    hits = len(right.intersection(found))
    most = min(SHOWN, len(right))
    return Judged(
        hits / len(right),
        hits / len(set(found)) if found else None,
        len(right.intersection(found[:most])) / most,
        source in found[:SHOWN] if source in right and len(right) <= SHOWN else None,
    )


def score(engine: str, language: str, kind: str, judged: Sequence[Judged]) -> Score:
    """The means."""
    return Score(
        engine,
        language,
        kind,
        len(judged),
        _mean([one.recall for one in judged]),
        _mean([one.recall == 1 for one in judged]),
        _mean([one.precision for one in judged if one.precision is not None]),
        _mean([one.first for one in judged]),
        _mean([one.source for one in judged if one.source is not None]),
    )


def _mean(values: Sequence[float]) -> float:
    return statistics.fmean(values) if values else float("nan")
