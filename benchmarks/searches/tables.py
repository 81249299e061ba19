"""What was measured, as Markdown tables."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from math import isnan

from report import table

from searches.cost import COLD, EDIT, THEME, WITH, WITHOUT, Run, median
from searches.programs import PAGEFINDS
from searches.substrings import Score
from searches.weight import Weight

OURS = "ours"
_KIB = 1024
_MEGA = 1e6


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
    """What an index adds to a build, and what else it needs; every figure is a ratio."""
    contents = _in_order(run["content"] for run in runs)
    lines = {
        "ours, cold: index ÷ rest of its build": lambda c: _added(runs, c, f"{WITH} {COLD}"),
        "ours, cold: build with ÷ without": lambda c: _quotient(runs, c, COLD, "seconds"),
        "ours, one edit: index ÷ rest of its build": lambda c: _added(runs, c, f"{WITH} {EDIT}"),
        "ours, one edit: build with ÷ without": lambda c: _quotient(runs, c, EDIT, "seconds"),
        "ours: CPU time with ÷ without, cold": lambda c: _quotient(runs, c, COLD, "cpu"),
        "theme: plugin ÷ rest of its build": lambda c: _added(runs, c, THEME),
        "theme: plugin ÷ our index": lambda c: _by_ours(runs, c, THEME),
    }
    for version in PAGEFINDS:
        way = f"pagefind {version}"
        lines[f"{way} ÷ our build without index"] = lambda c, way=way: _by_build(runs, c, way)
        lines[f"{way} ÷ our index"] = lambda c, way=way: _by_ours(runs, c, way)
    lines |= {
        "memory, largest process: with ÷ without": lambda c: _quotient(runs, c, COLD, "largest"),
        "memory, all processes: with ÷ without": lambda c: _quotient(runs, c, COLD, "tree"),
    }
    rows = [[name, *(f"{of(c):.2f}" for c in contents)] for name, of in lines.items()]
    return table(["ratio", *contents], rows)


def _added(runs: Sequence[Run], content: str, way: str) -> float:
    """Both taken from the same build: the median of its rounds."""
    own = [run for run in runs if (run["content"], run["way"]) == (content, way)]
    return statistics.median(run["index"] / (run["seconds"] - run["index"]) for run in own)


def _quotient(runs: Sequence[Run], content: str, after: str, what: str) -> float:
    ways = (f"{WITH} {after}", f"{WITHOUT} {after}")
    dividend, divisor = (median(runs, content, way, what) for way in ways)
    return dividend / divisor if divisor else float("nan")


def _by_ours(runs: Sequence[Run], content: str, way: str) -> float:
    ours = median(runs, content, f"{WITH} {COLD}", "index")
    return median(runs, content, way, "index") / ours


def _by_build(runs: Sequence[Run], content: str, way: str) -> float:
    build = median(runs, content, f"{WITHOUT} {COLD}", "seconds")
    return median(runs, content, way, "seconds") / build


def builds(runs: Sequence[Run]) -> str:
    """The numbers behind the ratios, with their range: they belong to a machine and its day."""
    head = ["content", "build", "median s", "range s", "index s", "CPU s", "largest process MB"]
    rows = []
    for content, way in _in_order((run["content"], run["way"]) for run in runs):
        own = [run for run in runs if (run["content"], run["way"]) == (content, way)]
        seconds = [run["seconds"] for run in own]
        middle = [median(own, content, way, what) for what in ("index", "cpu", "largest")]
        row = [content, way, f"{statistics.median(seconds):.2f}"]
        row += [f"{min(seconds):.2f}–{max(seconds):.2f}", f"{middle[0]:.2f}", f"{middle[1]:.2f}"]
        rows.append([*row, f"{middle[2] / _MEGA:.0f}", _load(own)])
    return table([*head, "load before"], rows)


def _load(runs: Sequence[Run]) -> str:
    return f"{max(run['load'] for run in runs):.1f}"


def _engines(found: Sequence[Weight]) -> list[str]:
    return _in_order(one.engine for one in found)


def _in_order(values):
    return list(dict.fromkeys(values))
