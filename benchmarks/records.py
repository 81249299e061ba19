"""Synthetic records: questions and answers in two languages, as long as real ones.

The same number and seed always give the same records.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

import words
from words import LANGUAGES, Category, Pair

Slots = dict[str, str]


@dataclass(frozen=True)
class Text:
    """What a record says in one language, before any tool's notation."""

    title: str
    summary: str
    answer: tuple[str, ...]
    papers: tuple[str, ...]
    steps: tuple[tuple[str, str, int], ...]
    keywords: tuple[str, ...]


@dataclass(frozen=True)
class Record:
    """A question and its answer, with what every tool needs to file it."""

    id: str
    category: str
    units: tuple[str, ...]
    theme: str
    cake: str
    audience: str
    published: date
    updated: date
    related: tuple[str, ...]
    text: dict[str, Text]

    @property
    def terms(self) -> dict[str, tuple[str, ...]]:
        """The record's terms by scheme: the indexes that it has to appear in."""
        return {
            "theme": (self.theme,),
            "cake": (self.cake,),
            "service": (words.SERVICE,),
            "unit": self.units,
            "audience": (self.audience,),
            "year": (str(self.updated.year),),
        }


class Writer:
    """Draws one record's wording: both languages take the same draws, so they say the same."""

    def __init__(self, index: int, seed: int) -> None:
        """Start the draws of record ``index``; no other record has a say in them."""
        self.index = index
        self.draw = random.Random(f"{seed}/{index}")
        self.category: Category = words.CATEGORIES[index % len(words.CATEGORIES)]
        self.topic: Pair = self.draw.choice(self.category.topics)
        self.units = self.category.units[: self.draw.randint(1, 2)]

    def slots(self) -> tuple[Slots, Slots]:
        """Fresh words and numbers for one sentence, in each language."""
        draw = self.draw
        numbers = {
            "morning": draw.randint(8, 10),
            "evening": draw.randint(2, 5),
            "days": draw.randint(5, 30),
            "more": draw.randint(2, 14),
            "fee": draw.randint(1, 9),
            "article": draw.randint(1, 140),
            "people": draw.randint(2, 6),
            "minutes": draw.choice((10, 15, 20, 30, 45)),
            "cases": draw.randint(20, 9000),
            "extension": draw.randint(100, 899),
        }
        paper, other = draw.sample(words.PAPERS, 2)
        pairs = {
            "topic": self.topic,
            "who": draw.choice(words.PEOPLE),
            "paper": paper,
            "other": other,
            "place": draw.choice(words.PLACES),
            "way": draw.choice(words.WAYS),
            "law": draw.choice(words.LAWS),
            "unit": words.UNITS[draw.choice(self.units)],
        }
        plain = {name: str(number) for name, number in numbers.items()}
        zh, en = ({name: pair[i] for name, pair in pairs.items()} for i in range(2))
        return plain | zh, plain | en

    def sentence(self, pair: Pair) -> Pair:
        """A sentence from its template, in each language."""
        zh, en = (
            template.format(**slots) for template, slots in zip(pair, self.slots(), strict=True)
        )
        return zh, en[0].upper() + en[1:]

    def sentences(self) -> list[Pair]:
        """Sentences for 200 to 400 Chinese characters."""
        wanted = self.draw.randint(200, 350)
        found: list[Pair] = []
        for template in self.draw.sample(words.SENTENCES, len(words.SENTENCES)):
            if sum(len(zh) for zh, _ in found) >= wanted:
                break
            found.append(self.sentence(template))
        return found

    def paragraphs(self) -> list[Pair]:
        """The answer: two or three paragraphs, in half of the records a warning after them."""
        sentences = self.sentences()
        size = -(-len(sentences) // self.draw.randint(2, 3))
        parts = [sentences[i : i + size] for i in range(0, len(sentences), size)]
        found = [("".join(zh for zh, _ in part), " ".join(en for _, en in part)) for part in parts]
        if self.draw.random() < 0.5:
            found.append(self.sentence(self.draw.choice(words.WARNINGS)))
        return found

    def papers(self) -> list[Pair]:
        """The list: four to six papers, each with a note in brackets."""
        papers = self.draw.sample(words.PAPERS, self.draw.randint(4, 6))
        notes = [self.sentence(self.draw.choice(words.LIST_NOTES)) for _ in papers]
        return [
            (f"{zh}（{note_zh}）", f"{en[0].upper()}{en[1:]} ({note_en[0].lower()}{note_en[1:]})")
            for (zh, en), (note_zh, note_en) in zip(papers, notes, strict=True)
        ]

    def steps(self) -> list[tuple[Pair, Pair, int]]:
        """The rows of the table: step, unit, working days."""
        kept = sorted(self.draw.sample(range(len(words.STEPS)), self.draw.randint(4, 6)))
        return [
            (
                words.STEPS[i],
                words.UNITS[self.draw.choice(self.category.units)],
                self.draw.randint(1, 9),
            )
            for i in kept
        ]

    def title(self) -> Pair:
        """A question that no other record asks: it carries the record's number."""
        zh, en = (
            template.format(topic=topic)
            for template, topic in zip(self.draw.choice(words.QUESTIONS), self.topic, strict=True)
        )
        return f"{zh}（問答 {self.index}）", f"{en} (Q{self.index})"

    def texts(self) -> dict[str, Text]:
        """What the record says, by language."""
        title, summary = self.title(), self.sentence(self.draw.choice(words.SUMMARIES))
        answer, papers, steps = self.paragraphs(), self.papers(), self.steps()
        keywords = [self.topic, *self.draw.sample(words.KEYWORDS, 2)]
        return {
            language: Text(
                title[i],
                summary[i],
                tuple(p[i] for p in answer),
                tuple(p[i] for p in papers),
                tuple((step[i], unit[i], days) for step, unit, days in steps),
                tuple(k[i] for k in keywords),
            )
            for i, language in enumerate(LANGUAGES)
        }


def record_id(index: int) -> str:
    """The id of record ``index``: its category and its number."""
    return f"{words.CATEGORIES[index % len(words.CATEGORIES)].id}-{index:05d}"


def make_record(index: int, total: int, seed: int) -> Record:
    """Record ``index`` of ``total``; only its links depend on the total."""
    writer = Writer(index, seed)
    draw = writer.draw
    text = writer.texts()
    theme, cake = draw.choice(words.SUBJECTS)
    published = date(2023, 1, 1) + timedelta(days=draw.randrange(3 * 365))
    updated = published + timedelta(days=draw.randrange(180))
    others = [i for i in draw.sample(range(total), min(4, total)) if i != index][:3]
    return Record(
        record_id(index),
        writer.category.id,
        writer.units,
        theme,
        cake,
        writer.category.audience,
        published,
        updated,
        tuple(record_id(i) for i in others),
        text,
    )


def make_records(total: int, seed: int = 1) -> list[Record]:
    """The whole set."""
    return [make_record(index, total, seed) for index in range(total)]
