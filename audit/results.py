"""What a check found: which rules it applied to which pages, and where they were broken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

#: A, AA, AAA of WCAG; `best-practice` where no criterion asks for it; "" where it is no such matter
Level = Literal["A", "AA", "AAA", "best-practice", ""]


@dataclass(frozen=True)
class Rule:
    """One thing that a check looks for."""

    id: str
    level: Level
    #: the numbers of the WCAG success criteria that it serves
    criteria: tuple[str, ...]
    zh: str
    en: str

    def to_json(self) -> dict[str, Any]:
        """What the results say about the rule itself."""
        return {
            "level": self.level,
            "criteria": list(self.criteria),
            "title": {"zh": self.zh, "en": self.en},
        }


@dataclass(frozen=True, order=True)
class Finding:
    """A place on a page where a rule is broken."""

    rule: str
    #: the address of the page
    path: str
    #: the element, however it is told
    target: str
    what: str
    view: str = ""

    def __str__(self) -> str:
        where = f"{self.path} [{self.view}]" if self.view else self.path
        return f"{self.rule} {where}: {self.target} {self.what}".strip()


@dataclass
class Result:
    """What one check found; results of parts of the site are added together."""

    rules: dict[str, Rule]
    #: the pages that a rule had something to say about
    judged: dict[str, set[str]] = field(default_factory=dict)
    failures: list[Finding] = field(default_factory=list)
    #: what the tool itself could not decide
    undecided: list[Finding] = field(default_factory=list)
    #: failures with a reason that the project stands by, by rule
    reasons: dict[str, dict[str, str]] = field(default_factory=dict)
    #: further facts for the results
    facts: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Result:
        """No finding yet, for these rules."""
        return cls({rule.id: rule for rule in rules})

    def judge(self, rule: str, path: str) -> None:
        """A rule has something to judge on a page."""
        if rule not in self.rules:
            raise KeyError(f"no such rule: {rule}")
        self.judged.setdefault(rule, set()).add(path)

    def fail(self, rule: str, path: str, target: str, what: str = "", view: str = "") -> None:
        """A rule is broken."""
        self.judge(rule, path)
        self.failures.append(Finding(rule, path, target, what, view))

    def doubt(self, rule: str, path: str, target: str, what: str = "", view: str = "") -> None:
        """The tool cannot tell whether a rule is kept."""
        self.judge(rule, path)
        self.undecided.append(Finding(rule, path, target, what, view))

    def add(self, other: Result) -> None:
        """Take over what was found elsewhere. Facts are not: they do not add up."""
        self.rules |= other.rules
        for rule, paths in other.judged.items():
            self.judged.setdefault(rule, set()).update(paths)
        self.failures += other.failures
        self.undecided += other.undecided
        self.reasons |= other.reasons

    @property
    def wrong(self) -> list[Finding]:
        """The failures that nothing excuses."""
        return [one for one in self.failures if one.rule not in self.reasons]

    @property
    def broken(self) -> set[str]:
        """The rules that failed."""
        return {one.rule for one in self.failures}


@dataclass(frozen=True)
class Done:
    """A check that was run: with what, what it found, and how many seconds it took."""

    id: str
    tool: str
    version: str
    result: Result
    seconds: float


def nodes(findings: Iterable[Finding]) -> dict[str, dict[str, int]]:
    """`{rule: {page: number of nodes}}`; a node that fails in several views is one node."""
    found: dict[str, dict[str, set[str]]] = {}
    for one in findings:
        found.setdefault(one.rule, {}).setdefault(one.path, set()).add(one.target)
    return {
        rule: {path: len(targets) for path, targets in sorted(pages.items())}
        for rule, pages in sorted(found.items())
    }


def grouped(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """One entry a rule: how many pages and nodes, and the first of them as an example."""
    first: dict[str, Finding] = {}
    for one in sorted(findings):
        first.setdefault(one.rule, one)
    return [
        {
            "rule": rule,
            "pages": len(pages),
            "nodes": sum(pages.values()),
            "path": first[rule].path,
            "view": first[rule].view,
            "what": f"{first[rule].target} {first[rule].what}".strip()[:300],
        }
        for rule, pages in nodes(findings).items()
    ]
