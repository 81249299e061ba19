"""The wording of synthetic records, from `words.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

#: The same words in each of `LANGUAGES`.
Pair = tuple[str, str]
LANGUAGES = ("zh", "en")

_FILE: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


class Category(NamedTuple):
    """A category of questions: its address, its name, its units and what it is asked about."""

    id: str
    name: Pair
    units: tuple[str, ...]
    audience: str
    topics: tuple[Pair, ...]


def _pairs(name: str) -> tuple[Pair, ...]:
    return tuple((zh, en) for zh, en in _FILE[name])


def _named(rows: dict[str, list[str]]) -> dict[str, Pair]:
    return {name: (zh, en) for name, (zh, en) in rows.items()}


def _category(row: dict[str, Any]) -> Category:
    name, topics = tuple(row["name"]), tuple(tuple(topic) for topic in row["topics"])
    return Category(row["id"], name, tuple(row["units"]), row["audience"], topics)


CATEGORIES = tuple(_category(row) for row in _FILE["categories"])
UNITS = _named(_FILE["units"])
HEADINGS = _named(_FILE["headings"])
SCHEMES = _named(_FILE["schemes"])
#: Scheme → code → name: the indexes that stock tools have to be told about.
TERMS = {scheme: _named(rows) for scheme, rows in _FILE["terms"].items()} | {"unit": UNITS}
SERVICE: str = _FILE["service"]
SUBJECTS = _pairs("subjects")

QUESTIONS = _pairs("questions")
SUMMARIES = _pairs("summaries")
SENTENCES = _pairs("sentences")
WARNINGS = _pairs("warnings")
PEOPLE = _pairs("people")
PAPERS = _pairs("papers")
PLACES = _pairs("places")
WAYS = _pairs("ways")
LAWS = _pairs("laws")
STEPS = _pairs("steps")
KEYWORDS = _pairs("keywords")
LIST_NOTES = _pairs("list_notes")
COLUMNS = _pairs("columns")
