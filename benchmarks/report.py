"""Medians, ratios and growth, as tables to read and as JSON to keep."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Sequence
from typing import Any

#: One build: its size, its way, its round, and what it cost.
Run = dict[str, Any]
#: The kinds of build, in the order of the tables.
WAYS = {
    "ours-cold": "this plugin, cold",
    "ours-same": "this plugin, nothing changed",
    "ours-edit": "this plugin, one record edited",
    "material": "stock Material, cold",
    "hugo": "Hugo, cold",
}
#: The ratios that the project promises something about: (what, way, way that it is divided by).
RATIOS = (
    ("seconds", "ours-cold", "hugo"),
    ("seconds", "ours-edit", "hugo"),
    ("seconds", "ours-cold", "material"),
    ("seconds", "ours-same", "ours-cold"),
    ("seconds", "ours-edit", "ours-cold"),
    ("cpu", "ours-cold", "hugo"),
    ("largest", "ours-cold", "hugo"),
    ("tree", "ours-cold", "hugo"),
    ("bytes_per_page", "ours-cold", "hugo"),
)
_NAMES = {
    "seconds": "time",
    "cpu": "CPU time",
    "largest": "largest process",
    "tree": "all processes",
    "bytes_per_page": "bytes a page",
}
_GROWTH_FROM, _GROWTH_TO = 1000, 5000
_MEGA = 1e6


def summary(runs: Iterable[Run]) -> list[dict[str, Any]]:
    """Per size and way: the median of each measure, and the range of the times."""
    grouped: dict[tuple[int, str], list[Run]] = {}
    for run in runs:
        grouped.setdefault((run["records"], run["way"]), []).append(run)
    found = []
    for records, way in sorted(grouped, key=lambda key: (key[0], list(WAYS).index(key[1]))):
        group = grouped[records, way]
        measures = ("seconds", "cpu", "largest", "tree", "bytes_per_page", "pages")
        medians = {name: statistics.median(run[name] for run in group) for name in measures}
        times = [run["seconds"] for run in group]
        spread = {"fastest": min(times), "slowest": max(times), "rounds": len(times)}
        found.append({"records": records, "way": way, **medians, **spread})
    return found


def ratios(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Ratios of medians, wherever both ways were measured."""
    by_key = {(row["records"], row["way"]): row for row in rows}
    sizes = sorted({row["records"] for row in rows})
    return [
        {"of": what, "way": way, "by": by, **{str(size): quotient for size, quotient in found}}
        for what, way, by in RATIOS
        if (
            found := [
                (size, by_key[size, way][what] / by_key[size, by][what])
                for size in sizes
                if (size, way) in by_key and by_key.get((size, by), {}).get(what)
            ]
        )
    ]


def exponents(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Per way, the slope of log time over log records: 1 is linear, 2 is quadratic."""
    found = {}
    for way in WAYS:
        points = [
            (math.log(row["records"]), math.log(row["seconds"]))
            for row in rows
            if row["way"] == way and _GROWTH_FROM <= row["records"] <= _GROWTH_TO
        ]
        if len(points) > 1:
            xs, ys = zip(*points, strict=True)
            found[way] = statistics.linear_regression(xs, ys).slope
    return found


def tables(rows: Sequence[dict[str, Any]]) -> str:
    """All of it as Markdown tables."""
    parts = [_measures(rows), _ratios(rows)]
    slopes = exponents(rows)
    if slopes:
        heading = f"growth exponent, {_GROWTH_FROM:,} to {_GROWTH_TO:,} records"
        body = [[WAYS[way], f"{slope:.2f}"] for way, slope in slopes.items()]
        parts.append(table(["build", heading], body))
    return "\n\n".join(part for part in parts if part)


def _measures(rows: Sequence[dict[str, Any]]) -> str:
    head = [
        "records",
        "build",
        "pages",
        "median s",
        "range s",
        "CPU s",
        "largest process MB",
        "all processes MB",
        "bytes a page",
    ]
    return table(head, [_measures_row(row) for row in rows])


def _measures_row(row: dict[str, Any]) -> list[str]:
    return [
        f"{row['records']:,}",
        WAYS[row["way"]],
        f"{row['pages']:,.0f}",
        f"{row['seconds']:.2f}",
        f"{row['fastest']:.2f}–{row['slowest']:.2f}",
        f"{row['cpu']:.2f}",
        f"{row['largest'] / _MEGA:.0f}",
        f"{row['tree'] / _MEGA:.0f}" if row["tree"] else "–",
        f"{row['bytes_per_page']:,.0f}",
    ]


def _ratios(rows: Sequence[dict[str, Any]]) -> str:
    sizes = sorted({row["records"] for row in rows})
    found = ratios(rows)
    if not found:
        return ""
    body = [
        [
            _NAMES[line["of"]],
            f"{WAYS[line['way']]} ÷ {WAYS[line['by']]}",
            *(_quotient(line, size) for size in sizes),
        ]
        for line in found
    ]
    return table(["ratio of", "builds", *(f"{size:,}" for size in sizes)], body)


def _quotient(line: dict[str, Any], size: int) -> str:
    return f"{line[str(size)]:.2f}" if str(size) in line else "–"


def table(head: Sequence[str], body: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
