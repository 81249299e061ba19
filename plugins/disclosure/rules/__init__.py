"""The catalogue of rules: what each is about, with a wrong and a right example.

A file `<topic>.yml` beside this module holds `topic`, its name, then the rules by their ids:

    unknown-unit:
      zh: 名冊沒有這個科室。                  # what is wrong, one sentence
      en: The unit is not registered.
      help: {zh: …, en: …}                    # why it matters, how to mend it
      file: content/faq/visiting/hours.md     # the file that the example is about
      wrong: "units: [all-unit]"              # a piece of that file when it is wrong …
      right: "units: [all-units]"             # … and when it is right, where it stands just once
      given: {data/x.yml: "…"}                # files laid over the site for both; null: no such
      whole: true                             # wrong and right are the whole file; null: no file
      encoding: big5                          # how the wrong file is saved
      made: folder                            # what stands there instead of a file: folder, link
      told: [data/units.yml]                  # where the problem is, if in another file
      also: [unused-unit]                     # what else the mistake brings about
      severity: warning                       # of a reminder
      fixed: true                             # `severities` of mkdocs.yml cannot weaken it
      accepted: true                          # the translations of the right site were accepted
      today: 2026-01-05                       # the day of the check
      example: false                          # too big for an example: `test` shows it
      test: tests/build/test_failures.py::test_…

Tests build every example on a small site (`tests/rules/base/`). The catalogue is read for
`disclosure explain`, for the pages in `docs/rules/` and for `severities`, never for a mere check.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from disclosure.problems import Severity
from disclosure.suggest import guess_words, nearest

_FOLDER = Path(__file__).resolve().parent
_TOPIC = "topic"

Sentence = Annotated[str, Field(min_length=1)]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(_Entry):
    """The same in Chinese and in English."""

    zh: Sentence
    en: Sentence


class Rule(Words):
    """One rule as an editor is told of it."""

    id: str
    topic: str
    help: Words | None = None
    file: str
    wrong: str | None
    right: str | None
    given: Mapping[str, str | None] = {}
    whole: bool = False
    encoding: str = "utf-8"
    made: Literal["folder", "link"] | None = None
    told: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    severity: Severity = "error"
    fixed: bool = False
    accepted: bool = False
    today: dt.date | None = None
    example: bool = True
    test: str | None = None

    @model_validator(mode="after")
    def _is_shown(self) -> Rule:
        if self.example == bool(self.test):
            raise ValueError("an example, or a test in place of one")
        if not self.whole and self.example and not self.right:
            raise ValueError("a right piece is wanted, or `whole`")
        return self


class Catalogue(NamedTuple):
    """All rules by their ids, and the topics in the order in which editors meet them."""

    rules: Mapping[str, Rule]
    topics: Mapping[str, Words]


#: The first topics, in order; others follow by name.
_ORDER = ("files", "yaml", "fields", "ids", "references", "services", "forms-items", "links-prose")


@cache
def catalogue() -> Catalogue:
    """The catalogue, read once."""
    rules: dict[str, Rule] = {}
    topics: dict[str, Words] = {}
    for path in sorted(_FOLDER.glob("*.yml"), key=lambda one: (_rank(one.stem), one.stem)):
        entries: dict[str, dict[str, Any]] = yaml.load(
            path.read_text("utf-8"), Loader=yaml.CSafeLoader
        )
        topics[path.stem] = Words.model_validate(entries.pop(_TOPIC))
        for name, fields in entries.items():
            if name in rules:
                raise ValueError(f"{name} stands in {rules[name].topic}.yml and in {path.name}")
            rules[name] = Rule.model_validate({"id": name, "topic": path.stem, **fields})
    return Catalogue(rules, topics)


def no_such_rule(name: str) -> tuple[str, str]:
    """What is said of a name that no rule has, with the nearest that one has."""
    zh, en = guess_words(nearest(name, catalogue().rules))
    return f"沒有「{name}」這條規則{zh}", f'There is no rule "{name}"{en}'


def _rank(topic: str) -> int:
    return _ORDER.index(topic) if topic in _ORDER else len(_ORDER)
