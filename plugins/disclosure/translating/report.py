"""How far the translations are: counts by unit and language, as a table and as data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from disclosure.model.catalogue import Catalogue
from disclosure.model.settings import Settings
from disclosure.model.translation import STATES, State
from disclosure.reading.locator import Locator
from disclosure.translating.fields import place_of
from disclosure.translating.states import Translation

#: What each state is called.
NAMES: dict[State, tuple[str, str]] = {
    "missing": ("缺譯文", "missing"),
    "unconfirmed": ("未確認", "unconfirmed"),
    "stale": ("已過時", "stale"),
    "current": ("最新", "current"),
}


@dataclass
class Count:
    """Fields of one unit in one language, by state."""

    unit: str
    language: str
    states: Counter[State] = field(default_factory=Counter)

    @property
    def percent(self) -> int:
        """How much is current, in whole percent; 100 only when all is."""
        total = self.states.total()
        return 100 * self.states["current"] // total if total else 100

    def as_data(self) -> dict[str, Any]:
        """The count for programs."""
        states: dict[str, int] = {state: self.states[state] for state in STATES}
        return {"unit": self.unit, "language": self.language, **states, "percent": self.percent}


def counts(found: Iterable[Translation], catalogue: Catalogue) -> list[Count]:
    """By language, then by unit in the order of the register; registers and the whole last.

    A record is counted with the first unit that it names, so that the sum is right.
    """
    known: dict[tuple[str, str], Count] = {}
    order = {unit: number for number, unit in enumerate(catalogue.units)}
    for one in found:
        unit = one.field.unit
        for key in (unit, None):
            name = ("*" if key is None else key, one.language)
            known.setdefault(name, Count(*name)).states[one.state] += 1
    last = {"": len(order), "*": len(order) + 1}
    languages = {language: number for number, language in enumerate(catalogue.languages)}
    return sorted(
        known.values(),
        key=lambda one: (languages[one.language], (order | last).get(one.unit, len(order))),
    )


def table(rows: Iterable[Count], catalogue: Catalogue) -> str:
    """The counts as lines of text."""
    heads = [f"{NAMES[state][0]} {NAMES[state][1]}" for state in STATES]
    lines = [["科室 unit", "語言", *heads, "%"]]
    for row in rows:
        numbers = [str(row.states[state]) for state in STATES]
        lines.append([_unit(row.unit, catalogue), row.language, *numbers, str(row.percent)])
    widths = [max(_width(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(
            _padded(cell, width, left=number < 2)
            for number, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _unit(unit: str, catalogue: Catalogue) -> str:
    if unit == "*":
        return "全部 all"
    if not unit:
        return "機關資料與名冊 registers"
    known = catalogue.units.get(unit)
    return f"{known.name.best(catalogue.primary)[0]} {unit}" if known else unit


def _width(words: str) -> int:
    """Columns on a terminal: Chinese characters take two."""
    return sum(2 if "\u1100" <= sign <= "\uffef" else 1 for sign in words)


def _padded(words: str, width: int, *, left: bool) -> str:
    blanks = " " * (width - _width(words))
    return words + blanks if left else blanks + words


class Places:
    """Where translations stand, as `file:line`."""

    def __init__(self, settings: Settings) -> None:
        self._locator = Locator(settings.root)

    def place(self, one: Translation) -> tuple[str, int]:
        """File and line of the words, or of the original where there are none yet."""
        return place_of(one.field, one.language, self._locator)


def as_data(one: Translation, places: Places) -> dict[str, Any]:
    """One field for `--format json`."""
    path, line = places.place(one)
    return {
        "owner": one.owner,
        "field": one.field.name,
        "unit": one.field.unit,
        "language": one.language,
        "state": one.state,
        "since": one.since.isoformat() if one.since else None,
        "path": path,
        "line": line,
    }
