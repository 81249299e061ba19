"""What was measured, as Markdown tables."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from math import isnan, nan
from typing import TypeVar

from report import table

from searches.cost import COLD, EDIT, THEME, WITH, WITHOUT, Run, median
from searches.programs import PAGEFINDS
from searches.substrings import Score
from searches.weight import Weight

OURS = "ours"
_KIB = 1024
_MEGA = 1e6

T = TypeVar("T")


def weights(found: dict[str, list[Weight]]) -> str:
    """By content and language: medians over the questions, the others' as multiples of ours."""
    engines = _engines(next(iter(found.values())))
    others = [one for one in engines if one != OURS]
    head = ["content", "language", "ours KiB", "ours, heaviest", "ours, requests"]
    head += [f"{one} {what}" for one in others for what in ("÷ ours", "requests")]
    rows = []
    for content, all_of_it in found.items():
        for language in _in_order(one.language for one in all_of_it):
            own = [one for one in all_of_it if one.language == language]
            rows.append([content, language, *_weights_row(own, others)])
    return table(head, rows)


def _weights_row(found: Sequence[Weight], others: Sequence[str]) -> list[str]:
    ours = [one for one in found if one.engine == OURS]
    middle = statistics.median(one.bytes for one in ours)
    row = [f"{middle / _KIB:.1f}", f"{max(one.bytes for one in ours) / _KIB:.1f}"]
    row.append(f"{statistics.median(one.requests for one in ours):.0f}")
    for engine in others:
        own = [one for one in found if one.engine == engine]
        row.append(f"{statistics.median(one.bytes for one in own) / middle:.1f}")
        row.append(f"{statistics.median(one.requests for one in own):.0f}")
    return row


def questions(found: Sequence[Weight]) -> str:
    """Each question of one content: KiB and requests of each engine."""
    engines = _engines(found)
    known = {(one.language, one.question, one.engine): one for one in found}
    rows = []
    for language, question in _in_order((one.language, one.question) for one in found):
        own = [known[language, question, engine] for engine in engines]
        sizes = [f"{one.bytes / _KIB:.1f} ({one.requests})" for one in own]
        rows.append([language, question, *sizes])
    return table(["language", "question", *(f"{one} KiB (requests)" for one in engines)], rows)


def scores(found: dict[str, list[Score]]) -> str:
    """Every kind of question: what was found of what there is, and what of it is right."""
    head = ["content", "language", "parts of texts", "engine", "questions", "recall"]
    head += ["all found", "precision", "first ten right", "source in the first ten"]
    rows = []
    for content, own in found.items():
        order = _in_order((one.language, one.kind) for one in own)
        for one in sorted(own, key=lambda one: order.index((one.language, one.kind))):
            values = (one.recall, one.complete, one.precision, one.first, one.source)
            row = [content, one.language, one.kind, one.engine, str(one.questions)]
            rows.append([*row, *(_share(value) for value in values)])
    return table(head, rows)


def _share(value: float) -> str:
    """Never rounded up to the whole: 1.000 is all of it."""
    return "–" if isnan(value) else f"{int(value * 1000) / 1000:.3f}"


def costs(runs: Sequence[Run]) -> str:
    """What an index adds to a build, and what else it needs."""
    by_content = {name: ratios(runs, name) for name in _in_order(run["content"] for run in runs)}
    rows = [
        [name, *(f"{found[name]:.2f}" for found in by_content.values())]
        for name in next(iter(by_content.values()))
    ]
    return table(["ratio", *by_content], rows)


def ratios(runs: Sequence[Run], content: str) -> dict[str, float]:
    """All of one content: ratios of medians over the rounds, or, where both figures come from the
    same build, the median of the ratios."""

    def of(way: str, what: str) -> float:
        return median(runs, content, way, what)

    def added(way: str) -> float:
        own = [run for run in runs if (run["content"], run["way"]) == (content, way)]
        shares = [float(run["index"] / (run["seconds"] - run["index"])) for run in own]
        return statistics.median(shares)

    def with_by_without(after: str, what: str) -> float:
        least = of(f"{WITHOUT} {after}", what)
        return of(f"{WITH} {after}", what) / least if least else nan

    ours, bare = of(f"{WITH} {COLD}", "index"), of(f"{WITHOUT} {COLD}", "seconds")
    found = {
        "ours, cold: index ÷ rest of its build": added(f"{WITH} {COLD}"),
        "ours, cold: build with ÷ without": with_by_without(COLD, "seconds"),
        "ours, cold: CPU time with ÷ without": with_by_without(COLD, "cpu"),
        "ours, one edit: index ÷ rest of its build": added(f"{WITH} {EDIT}"),
        "ours, one edit: build with ÷ without": with_by_without(EDIT, "seconds"),
        "ours: largest process with ÷ without": with_by_without(COLD, "largest"),
        "ours: memory of all processes with ÷ without": with_by_without(COLD, "tree"),
        "theme: plugin ÷ rest of its build": added(THEME),
        "theme: plugin ÷ our index": of(THEME, "index") / ours,
    }
    for way in (f"pagefind {version}" for version in PAGEFINDS):
        found[f"{way} ÷ our build without index"] = of(way, "seconds") / bare
        found[f"{way} ÷ our index"] = of(way, "seconds") / ours
        found[f"{way}: memory ÷ our build's with index"] = of(way, "tree") / of(
            f"{WITH} {COLD}", "tree"
        )
    return found


def builds(runs: Sequence[Run]) -> str:
    """The numbers behind the ratios, with their range: they belong to a machine and its day."""
    head = ["content", "build", "median s", "range s", "index s", "CPU s"]
    head += ["largest process MB", "all processes MB", "load before"]
    rows = []
    for content, way in _in_order((run["content"], run["way"]) for run in runs):
        own = [run for run in runs if (run["content"], run["way"]) == (content, way)]
        seconds = [run["seconds"] for run in own]
        row = [content, way, f"{statistics.median(seconds):.2f}"]
        row.append(f"{min(seconds):.2f}–{max(seconds):.2f}")
        row += [f"{median(own, content, way, what):.2f}" for what in ("index", "cpu")]
        memory = [median(own, content, way, what) / _MEGA for what in ("largest", "tree")]
        rows.append([*row, *(f"{size:.0f}" for size in memory), f"{_load(own):.1f}"])
    return table(head, rows)


def _load(runs: Sequence[Run]) -> float:
    """How busy the machine was at most, before any of the builds."""
    return max(float(run["load"]) for run in runs)


def _engines(found: Sequence[Weight]) -> list[str]:
    return _in_order(one.engine for one in found)


def _in_order(values: Iterable[T]) -> list[T]:
    """Each value once, the first to come first."""
    return list(dict.fromkeys(values))
