"""What the audit says at its end, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audit.checks import CHECKS
from audit.results import Done, Finding, grouped, nodes

NAMES = {check.id: f"{check.zh} / {check.en}" for check in CHECKS}


def verdict(done: Sequence[Done]) -> Iterator[str]:
    """The last line: whether all is well."""
    wrong = [one.id for one in done if one.result.wrong]
    if wrong:
        yield f"不合格 / failed: {', '.join(wrong)}"
    else:
        yield f"全部合格 / all passed: {len(done)}"


def of_one(done: Done) -> Iterator[str]:
    """What one check found."""
    result = done.result
    pages = len(set().union(*result.judged.values()))
    mark = "✗" if result.wrong else "✓"
    yield (
        f"{mark} {NAMES[done.id]} ({done.tool} {done.version}): "
        f"{pages} 頁 / pages, {len(result.rules)} 項 / rules, {done.seconds:.0f} s"
    )
    for name, value in result.facts.items():
        yield f"    {name}: {value}"
    yield from _rules(result.wrong, "✗")
    excused = [one for one in result.failures if one.rule in result.reasons]
    yield from _rules(excused, "附理由 / with a reason:")
    for rule, found in nodes(result.undecided).items():
        yield f"    ? 無法判定 / undecided: {rule}: {len(found)} 頁 / pages, {sum(found.values())}"


def _rules(findings: Sequence[Finding], mark: str) -> Iterator[str]:
    for one in grouped(findings):
        yield f"    {mark} {one['rule']}: {one['pages']} 頁 / pages, {one['nodes']} 處 / places"
        yield f"        {one['path']} {one['view']}: {one['what']}"
