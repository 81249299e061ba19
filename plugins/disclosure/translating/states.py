"""The state of every translation: whether it follows the original as it reads today.

What was accepted are *pairs* of texts, and a field is current when its pair is among those of its
owner. So a step may move up in its list, and a list may lose an entry, without a word having to be
confirmed again; the name of a field only says which of two like rows is meant.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from disclosure.model.catalogue import Catalogue
from disclosure.model.translation import Accepted, Lock, State
from disclosure.translating.fields import Field, fields

_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
_NUMBER = re.compile(r"/\d+(?=/|$)")


@dataclass(frozen=True, slots=True)
class Translation:
    """One field in one language, and the row of the lock file that its state rests on."""

    field: Field
    language: str
    state: State
    row: Accepted | None = None

    @property
    def since(self) -> dt.date | None:
        """The day on which it was accepted as a translation of the original of that day."""
        return self.row.day if self.row else None

    @property
    def owner(self) -> str:
        """Whose text it is."""
        return self.field.owner

    @property
    def name(self) -> str:
        """The full name of the field: `owner#field`."""
        return f"{self.field.owner}#{self.field.name}"


def normalised(words: str) -> str:
    """A text less what nobody sees: line ends, blanks at the ends of lines and of the text."""
    return "\n".join(line.rstrip() for line in words.strip().splitlines())


def fingerprint(words: str) -> str:
    """Tells whether a text has changed: sixteen letters.

    No digits: some would be taken for telephone numbers here, for `12e4` by a spreadsheet there.
    """
    digest = hashlib.blake2b(normalised(words).encode(), digest_size=8).hexdigest()
    return digest.translate(_LETTERS)


def survey(catalogue: Catalogue, data: str) -> Iterator[Translation]:
    """Every field in every language but the main one."""
    primary = catalogue.primary
    others = [language for language in catalogue.languages if language != primary]
    lock = catalogue.translation_lock or Lock()
    for field in fields(catalogue, data):
        words = field.text.get(primary)
        if words is None:
            continue
        original = ""
        for language in others:
            translated = field.text.get(language)
            if translated is None:
                if not field.optional:
                    yield Translation(field, language, "missing")
                continue
            original = original or fingerprint(words)
            rows = [row for one in _names(catalogue, field) for row in lock.of(one, language)]
            state, row = _state(rows, field.name, original, fingerprint(translated))
            yield Translation(field, language, state, row)


def _names(catalogue: Catalogue, field: Field) -> tuple[str, ...]:
    """The owner as it is called now, and as it was called when a translation was accepted."""
    record = catalogue.records.get(field.owner)
    return (field.owner, *record.former) if record else (field.owner,)


def _state(
    rows: Iterable[Accepted], name: str, original: str, translation: str
) -> tuple[State, Accepted | None]:
    same = [row for row in rows if row.translation == translation]
    pairs = [row for row in same if row.original == original]
    if pairs:
        return "current", max(pairs, key=_day)
    # Entries of a list that go by their number may stand somewhere else by now.
    behind = [row for row in same if row.field == name] or [
        row for row in same if _shape(row.field) == _shape(name)
    ]
    return ("stale", max(behind, key=_day)) if behind else ("unconfirmed", None)


def _day(row: Accepted) -> dt.date:
    return row.day


def _shape(name: str) -> str:
    return _NUMBER.sub("/#", name)


def accepted(one: Translation, primary: str, day: dt.date) -> Accepted:
    """The row that says: this translation follows this original."""
    field = one.field
    return Accepted(
        field.owner,
        one.language,
        field.name,
        fingerprint(field.text.root[primary]),
        fingerprint(field.text.root[one.language]),
        day,
    )


def unsettled(catalogue: Catalogue, data: str) -> tuple[Translation, ...]:
    """All fields but the current ones; none where no translation was ever accepted."""
    if catalogue.translation_lock is None or not catalogue.translation_lock.rows:
        return ()
    return tuple(one for one in survey(catalogue, data) if one.state != "current")
