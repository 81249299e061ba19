"""Every rule has a wrong example that tells it, and it alone, and a right one that does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.problems import Problem, report
from disclosure.rules import Rule, catalogue
from tests.rules.examples import DAY, Example, lay
from tests.support.site import ROOT

RULES = catalogue().rules
SHOWN = [rule for rule in RULES.values() if rule.example]


def test_the_base_site_has_no_fault() -> None:
    problems = Example(ROOT / "tests" / "rules" / "base", None).problems(DAY)
    assert not problems, report(problems)


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.id)
def test_the_wrong_example_tells_the_rule(rule: Rule, tmp_path: Path) -> None:
    example = lay(rule, "wrong", tmp_path)
    problems = example.problems(rule.today)
    said = report(problems)
    told = [one for one in problems if one.rule == rule.id]
    assert told, said
    assert {one.rule for one in problems} == {rule.id, *rule.also}, said
    assert {one.path for one in told} == set(rule.told or (rule.file,)), said
    assert {one.severity for one in told} == {rule.severity}, said
    if example.lines and not rule.told:
        assert any(at(one, example.lines) for one in told), f"{example.lines}\n{said}"


def at(problem: Problem, lines: range) -> bool:
    """Does a problem stand on one of the lines, or mean the whole file?"""
    return problem.line == 0 or problem.line in lines


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.id)
def test_the_right_example_tells_nothing(rule: Rule, tmp_path: Path) -> None:
    problems = lay(rule, "right", tmp_path).problems(rule.today)
    assert not problems, report(problems)


@pytest.mark.parametrize("rule", [r for r in RULES.values() if not r.example], ids=lambda r: r.id)
def test_a_rule_without_an_example_has_a_test(rule: Rule) -> None:
    assert rule.test is not None
    path, _, name = rule.test.partition("::")
    source = (ROOT / path).read_text(encoding="utf-8")
    assert f"def {name}(" in source, rule.test
    assert rule.id in source, f"{rule.test} does not name {rule.id}"
