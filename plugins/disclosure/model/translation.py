"""Which words of the main language a translation was made from, and which have changed since."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

#: `missing`: no words yet. `unconfirmed`: nobody has said which original the words follow.
#: `stale`: the original has changed since they were accepted. `current`: neither has.
State = Literal["missing", "unconfirmed", "stale", "current"]
STATES: tuple[State, ...] = ("missing", "unconfirmed", "stale", "current")


@dataclass(frozen=True, slots=True, order=True)
class Accepted:
    """One row of the lock file: on a day somebody accepted a translation of a text.

    `original` and `translation` are fingerprints. `owner` is the id of a record, or the file and
    the id of an entry of a register (`units.yml/guard`).
    """

    owner: str
    language: str
    field: str
    original: str
    translation: str
    day: dt.date


@dataclass
class Lock:
    """`translations.lock`: every translation that was accepted, by owner and language."""

    rows: dict[tuple[str, str], list[Accepted]] = field(default_factory=dict)

    def add(self, row: Accepted) -> None:
        """Keep one more row."""
        self.rows.setdefault((row.owner, row.language), []).append(row)

    def of(self, owner: str, language: str) -> list[Accepted]:
        """The rows of one owner in one language."""
        return self.rows.get((owner, language), [])
