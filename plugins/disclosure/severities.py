"""How much a rule weighs: the option `severities` of `mkdocs.yml`.

    severities: {no-remedy: off, unused-unit: error}

A build and a check ask the same. Rules without which a page cannot be made, or would show what
may not be shown, are fixed: they cannot be weakened.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from disclosure.model.settings import Settings
from disclosure.problems import Problem, Severity
from disclosure.reading.locator import Locator
from disclosure.rules import catalogue, no_such_rule
from disclosure.suggest import guess_words, nearest

OFF = "off"
WEIGHTS: dict[str, Severity] = {"error": "error", "warning": "warning"}
_FILE = "mkdocs.yml"


def weighed(problems: Iterable[Problem], settings: Settings) -> list[Problem]:
    """The problems as the site weighs them, without those of rules that are off."""
    chosen = settings.severities
    if not chosen:
        return list(problems)
    return [
        replace(one, severity=WEIGHTS.get(_weight(one, chosen.get(one.rule)), one.severity))
        for one in problems
        if _weight(one, chosen.get(one.rule)) != OFF
    ]


def _weight(problem: Problem, chosen: str | None) -> str:
    """`off`, `error`, `warning`, or what the rule itself says."""
    rule = catalogue().rules.get(problem.rule)
    weaker = chosen in (OFF, "warning")
    if chosen is None or rule is None or (rule.fixed and weaker):
        return problem.severity
    return chosen


def wrong_severities(settings: Settings) -> list[Problem]:
    """What is wrong with the option itself."""
    if not settings.severities:
        return []
    rules = catalogue().rules
    locator = Locator(settings.root)
    problems: list[Problem] = []

    def tell(name: str, rule: str, zh: str, en: str) -> None:
        line = locator.line_of(_FILE, f"{name}:", locator.line_of(_FILE, "severities:"))
        problems.append(Problem(_FILE, line, 0, rule, zh, en))

    for name, weight in settings.severities.items():
        if name not in rules:
            zh, en = no_such_rule(name)
            tell(name, "unknown-rule", f"severities：{zh}", f"`severities`: {en}")
        elif weight != OFF and weight not in WEIGHTS:
            zh, en = guess_words(nearest(weight, (OFF, *WEIGHTS)))
            tell(
                name,
                "unknown-severity",
                f"severities：「{name}」只能是 error、warning 或 off，不能是「{weight}」{zh}",
                f'`severities`: "{name}" is error, warning or off, not "{weight}"{en}',
            )
        elif rules[name].fixed and weight != "error":
            tell(
                name,
                "fixed-rule",
                f"severities：「{name}」不能放寬；請刪掉這一項，並改正違反這條規則的檔案。",
                f'`severities`: "{name}" cannot be weakened: remove the entry, and mend the files '
                "that break the rule.",
            )
    return problems
