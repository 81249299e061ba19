"""`data/audit.json`: the results as the site prints them, the same bytes for the same findings."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Any

from audit.results import Done, grouped, nodes
from audit.site import Site

FORMAT = 1
#: Deeper values stand on the line of what they belong to: a rule is one line, and one in a diff.
DEPTH = 3
TAIPEI = dt.timezone(dt.timedelta(hours=8))


def today() -> str:
    """The date in Taiwan."""
    return dt.datetime.now(TAIPEI).date().isoformat()


def record(
    site: Site, done: Sequence[Done], *, made: str, commit: str, dirty: bool
) -> dict[str, Any]:
    """All results, with numbers in place of the addresses of failing pages."""
    pages = sorted(page.address for page in site.pages)
    # Style sheets are judged too; they stand after the pages.
    judged = {path for one in done for paths in one.result.judged.values() for path in paths}
    paths = [*pages, *sorted(judged - set(pages))]
    places = {path: str(place) for place, path in enumerate(paths)}
    return {
        "format": FORMAT,
        "made": made,
        "commit": commit,
        "dirty": dirty,
        "pages": len(pages),
        "kinds": sorted({page.kind for page in site.pages}),
        "languages": sorted({page.lang for page in site.pages}),
        "checks": [_check(one) for one in done],
        "rules": {one.id: _rules(one, places) for one in done},
        "paths": paths,
    }


def text(data: object, depth: int = DEPTH) -> str:
    """JSON, indented down to a depth."""
    return _indented(data, depth, 0) + "\n"


def _check(done: Done) -> dict[str, Any]:
    result = done.result
    found = grouped(result.failures)
    for one in found:
        if reason := result.reasons.get(one["rule"]):
            one["reason"] = reason
    return {
        "id": done.id,
        "tool": done.tool,
        "version": done.version,
        "pages": len(set().union(*result.judged.values())),
        "rules": len(result.rules),
        "failures": sum(sum(pages.values()) for pages in nodes(result.wrong).values()),
        **result.facts,
        "found": found,
        "undecided": grouped(result.undecided),
    }


def _rules(done: Done, places: Mapping[str, str]) -> dict[str, Any]:
    result = done.result
    failed, undecided = nodes(result.failures), nodes(result.undecided)

    def numbered(pages: Mapping[str, int]) -> dict[str, int]:
        return {places[path]: count for path, count in pages.items()}

    told = {}
    for rule_id, rule in sorted(result.rules.items()):
        wrong, open_ = failed.get(rule_id, {}), undecided.get(rule_id, {})
        judged = result.judged.get(rule_id, set())
        told[rule_id] = {
            **rule.to_json(),
            "pages": len(judged),
            "passed": len(judged - wrong.keys() - open_.keys()),
            "failed": numbered(wrong),
            "undecided": numbered(open_),
        }
    return told


def _indented(value: object, depth: int, at: int) -> str:
    if depth == 0 or not isinstance(value, dict | list) or not value:
        return json.dumps(value, ensure_ascii=False)
    inner = " " * (at + 1)
    if isinstance(value, dict):
        marks = "{}"
        lines = [
            f"{json.dumps(key, ensure_ascii=False)}: {_indented(one, depth - 1, at + 1)}"
            for key, one in value.items()
        ]
    else:
        marks = "[]"
        lines = [_indented(one, depth - 1, at + 1) for one in value]
    body = ",\n".join(inner + line for line in lines)
    return f"{marks[0]}\n{body}\n{' ' * at}{marks[1]}"
