"""Lighthouse, as a mid-range phone on a slow network, on the pages that most visits begin with.

It runs alone, after all other checks: what else the computer does would be measured too. Where a
page is slow by that measure, it is measured twice more and the median counts, as Lighthouse's own
documents advise; the other three scores are not a matter of chance.
"""

from __future__ import annotations

import json
import os
import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from audit.browser import ARGUMENTS
from audit.markup import Page
from audit.results import Result, Rule
from audit.tools import Stop, audit_file, call, chromium, node, npm_version

#: The lowest score that is good enough, by category
LIMITS = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 99}
RULES = (
    Rule("accessibility", "", (), "Lighthouse 無障礙 100 分", "Lighthouse accessibility 100"),
    Rule("best-practices", "", (), "Lighthouse 最佳做法 100 分", "Lighthouse best practices 100"),
    Rule("seo", "", (), "Lighthouse 搜尋最佳化 100 分", "Lighthouse SEO 100"),
    Rule("performance", "", (), "Lighthouse 效能 99 分以上", "Lighthouse performance 99 or more"),
)
#: The kinds of page that stand for the site; with them the home page.
KINDS = ("plan", "faq-category", "service", "scheme")
AGAIN = 2


def version() -> str:
    """The version of Lighthouse."""
    return npm_version(audit_file("lighthouse/package.json"))


def chosen(pages: Sequence[Page], homes: Sequence[Page]) -> list[Page]:
    """The home pages, and the first page of each of some kinds, in every language."""
    found: dict[tuple[str, str], Page] = {}
    for page in pages:
        if page.kind in KINDS:
            found.setdefault((page.lang, page.kind), page)
    return [*(home for home in homes if home in pages), *found.values()]


def run(paths: Sequence[str], address: str, work: Path) -> Result:
    """Measure pages of the site at an address, one after the other."""
    result = Result.of(RULES)
    lowest: dict[str, int] = {}
    for path in paths:
        report = measure(address.rstrip("/") + path, work)
        scores = {name: _score(report, name) for name in LIMITS}
        if scores["performance"] < LIMITS["performance"]:
            more = [measure(address.rstrip("/") + path, work) for _ in range(AGAIN)]
            all_ = [_score(one, "performance") for one in (report, *more)]
            scores["performance"] = round(statistics.median(all_))
        for name, score in scores.items():
            result.judge(name, path)
            lowest[name] = min(score, lowest.get(name, 100))
            if score < LIMITS[name]:
                result.fail(name, path, f"{score}", ", ".join(_weak(report, name)))
    result.facts = {"scores": lowest}
    return result


def measure(url: str, work: Path) -> dict[str, Any]:
    """Lighthouse's own report on one address."""
    output = work / "lighthouse.json"
    output.unlink(missing_ok=True)
    flags = " ".join(["--headless=new", *ARGUMENTS])
    done = call(
        [
            *(node(), str(audit_file("lighthouse/cli/index.js")), url, "--quiet"),
            *(f"--chrome-flags={flags}", f"--only-categories={','.join(LIMITS)}"),
            *("--output=json", f"--output-path={output}"),
        ],
        # No profile, report of errors or anything else of it is to stay or to leave the computer.
        env=os.environ | {"CHROME_PATH": chromium(), "CI": "1", "HOME": str(work)},
        cwd=work,
    )
    if not output.is_file():
        raise Stop(f"Lighthouse: {url}\n{done.stdout}")
    report: dict[str, Any] = json.loads(output.read_text(encoding="utf-8"))
    if error := report.get("runtimeError"):
        raise Stop(f"Lighthouse: {url}: {error['message']}")
    return report


def _score(report: dict[str, Any], category: str) -> int:
    return round(100 * (report["categories"][category]["score"] or 0))


def _weak(report: dict[str, Any], category: str) -> list[str]:
    """The audits that cost points."""
    return [
        one["id"]
        for one in report["categories"][category]["auditRefs"]
        if one["weight"]
        and (report["audits"][one["id"]]["score"] or 0) < 1
        and report["audits"][one["id"]]["scoreDisplayMode"] not in ("notApplicable", "manual")
    ]
