"""The machine checks of Taiwan's 網站無障礙規範, both editions, in one reading of the site.

The site is read over http: from files, a11y-moda does not load style sheets, so that it never
judges them and reports a missing focus style on every page. It names only what is broken: a rule
counts as applied to every page that was read. Rules that ask a language model are not applied.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from functools import lru_cache
from importlib.metadata import version as installed
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import yaml
from a11y_moda.models import Level as ModaLevel
from a11y_moda.rules import RuleMeta, all_rules

from audit.markup import Page
from audit.results import Level, Result, Rule
from audit.server import serve
from audit.tools import Stop, call

EDITIONS = ("110.07", "115.11")
SWITCHES = (
    *("--level", "AAA", "--spec", "both", "--no-render", "--allow-private-hosts"),
    *("--source", "sitemap", "--format", "json"),
)
LEVELS: dict[int, Level] = {1: "A", 2: "AA", 3: "AAA"}
REASONS = Path(__file__).parent / "aaa_reasons.yml"
#: What a11y-moda writes when one of its own rules breaks down on a page, and when it may not read
#: a style sheet.
BROKEN, BLOCKED = "檢測發生異常", "BLOCKED_PRIVATE_REQUESTS"


def version() -> str:
    """The version of a11y-moda."""
    return installed("a11y-moda")


def check(folder: Path, pages: Sequence[Page], work: Path) -> tuple[Result, Result]:
    """What fails at level AA, and what fails at level AAA with the reasons for it.

    One reading serves both: the report of level AAA holds that of level AA.
    """
    report = scan(folder, [page.path for page in pages], work / "moda.json")
    addresses = [page.address for page in pages]
    strict = _of_level(report, addresses, up_to=2)
    enhanced = _of_level(report, addresses, above=2)
    for result, level in ((strict, "AA"), (enhanced, "AAA")):
        result.facts = {"level": level, "editions": list(EDITIONS)}
    explain(enhanced, reasons())
    return strict, enhanced


def reasons() -> dict[str, dict[str, str]]:
    """Why a rule of level AAA is not kept, by its code."""
    told = yaml.safe_load(REASONS.read_text(encoding="utf-8")) or {}
    for code, words in told.items():
        if set(words) != {"zh", "en"} or not all(words.values()):
            raise Stop(f"{REASONS.name}: {code} 需要 zh 與 en / needs zh and en")
    return dict(told)


def explain(result: Result, told: dict[str, dict[str, str]]) -> None:
    """Take over the reasons; one that no failure needs any more is a failure itself."""
    result.reasons = {code: words for code, words in told.items() if code in result.broken}
    if idle := sorted(told.keys() - result.reasons.keys()):
        unneeded = "這些代碼沒有不合格，請刪除理由 / no page fails these, delete the reasons"
        raise Stop(f"{REASONS.name}: {unneeded}: {', '.join(idle)}")


def scan(folder: Path, paths: Sequence[str], report: Path) -> dict[str, Any]:
    """Run a11y-moda over some pages of a site; `paths` are their files."""
    pages: dict[str, bytes] = {}
    # Its optional questions to a language model stay off, whatever the environment holds.
    quiet = {k: v for k, v in os.environ.items() if not k.startswith(("A11Y_", "OPENAI_"))}
    with serve(folder, instead=pages) as base:
        pages["/sitemap.xml"] = _sitemap([base + quote(path) for path in paths])
        size, output = f"--max-pages={len(paths)}", f"--output={report}"
        done = call(
            [sys.executable, "-m", "a11y_moda.cli", "site", base, *SWITCHES, size, output],
            cwd=report.parent,
            env=quiet,
        )
    if not report.is_file():
        raise Stop(f"a11y-moda:\n{done.stdout}")
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    unread = [page["url"] for page in found["pages"] if page["fetch_error"]]
    broken = [
        f"{issue['rule_id']} {page['url']}: {issue['message']}"
        for page in found["pages"]
        for issue in page["issues"]
        if BROKEN in issue["message"] or issue["rule_id"] == BLOCKED
    ]
    if unread or broken or found["site_summary"]["pages_scanned"] != len(paths):
        raise Stop("a11y-moda:\n" + "\n".join([*unread, *broken, done.stdout[-2000:]]))
    return found


@lru_cache(maxsize=1)
def known() -> dict[str, Rule]:
    """Every rule of a11y-moda, by its code."""
    return {one.meta.rule_id: _rule(one.meta) for one in all_rules(level=ModaLevel.AAA)}


def rules() -> list[Rule]:
    """The rules that decide without a language model."""
    asking = {one.meta.rule_id for one in all_rules() if one.uses_llm}
    return [rule for code, rule in known().items() if code not in asking]


def _rule(meta: RuleMeta) -> Rule:
    guideline = meta.guideline
    return Rule(
        *(meta.rule_id, LEVELS[int(meta.level)], (guideline,)),
        *(meta.desc, f"guideline {guideline}"),
    )


def _of_level(
    report: dict[str, Any], addresses: Sequence[str], *, up_to: int = 3, above: int = 0
) -> Result:
    wanted = {name for number, name in LEVELS.items() if above < number <= up_to}
    result = Result.of(rule for rule in rules() if rule.level in wanted)
    for rule in result.rules:
        for address in addresses:
            result.judge(rule, address)
    for page in report["pages"]:
        address = Page(unquote(urlsplit(page["url"]).path).lstrip("/")).address
        failed = [
            issue
            for issue in page["issues"]
            if issue["status"] == "fail" and above < issue["level"] <= up_to
        ]
        for number, issue in enumerate(failed, 1):
            rule = issue["rule_id"]
            # Some of the rules that ask a model find a part of the faults without it.
            result.rules.setdefault(rule, known()[rule])
            result.fail(rule, address, issue["snippet"] or f"({number})", issue["message"])
    return result


def _sitemap(addresses: Sequence[str]) -> bytes:
    listed = "".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</urlset>'
    ).encode()
