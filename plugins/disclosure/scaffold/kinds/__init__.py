"""What each kind of record asks for, and what its files say. A module has

- `WANTED`: the keys without an answer to which nothing can be begun,
- `questions(desk, answers)`: the questions in order; an answer stands in `answers` when the next
  question is asked for,
- `files(desk, answers)`: the files to write, the record's own first,
- `mark(desk, answers)`: the permanent number as people quote it, where the kind has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from disclosure.scaffold.desk import Desk
from disclosure.scaffold.kinds import faq, form, page, plan, service
from disclosure.scaffold.questions import Answers, Question
from disclosure.scaffold.words import NewFile


class Kind(Protocol):
    """What a module of this folder offers."""

    @property
    def WANTED(self) -> tuple[str, ...]:
        """The keys that want an answer."""

    def questions(self, desk: Desk, answers: Answers, /) -> Iterator[Question]:
        """What to ask, in order."""

    def files(self, desk: Desk, answers: Answers, /) -> list[NewFile]:
        """What to write."""

    def mark(self, desk: Desk, answers: Answers, /) -> str:
        """The permanent number, or an empty string."""


KINDS: Mapping[str, Kind] = {
    "faq": faq,
    "service": service,
    "plan": plan,
    "form": form,
    "page": page,
}
