"""`severities` of `mkdocs.yml`: what may be weakened, and that pages are made all the same."""

from __future__ import annotations

import ast
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from disclosure.build import prepare, write_records
from disclosure.configuration import read_settings
from disclosure.model.settings import Settings
from disclosure.problems import report
from disclosure.resources import shell_folder
from disclosure.rules import Rule, catalogue
from disclosure.writing import environment
from disclosure.writing.cache import Manifest
from disclosure.writing.renderer import Renderer
from tests.rules.examples import DAY, lay
from tests.support.site import ROOT

RULES = catalogue().rules
#: Those that can be tried: switching them off leaves no error of another rule.
WEAK = [
    rule
    for rule in RULES.values()
    if rule.example and not any(RULES[name].fixed for name in (rule.id, *rule.also))
]
#: But for `mkdocs.yml` itself: when it cannot be read, nothing says what a rule weighs.
FIXED = [r for r in RULES.values() if r.example and r.fixed and r.id != "mkdocs-yml"]


class Compiled(BytecodeCache):
    """Templates compiled once for all tests here: otherwise most of the time goes into that."""

    def __init__(self) -> None:
        self.known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.known:
            bucket.bytecode_from_string(self.known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.known[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


@pytest.fixture(autouse=True)
def _compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "Environment", partial(Environment, bytecode_cache=COMPILED))


def settings(root: Path, rule: Rule, *others: str, weight: str) -> Settings:
    known = read_settings(root, rule.today or DAY)
    chosen = dict.fromkeys((rule.id, *others), weight)
    return replace(known, severities={**known.severities, **chosen})


@pytest.mark.parametrize("rule", WEAK, ids=lambda rule: rule.id)
def test_pages_are_made_in_spite_of_a_rule_that_is_off(rule: Rule, tmp_path: Path) -> None:
    """Whoever switches a rule off gets a site, not a traceback."""
    example = lay(rule, "wrong", tmp_path)
    prepared = prepare(settings(example.root, rule, *rule.also, weight="off"))
    assert prepared.site is not None, report(prepared.problems)
    assert not prepared.problems, report(prepared.problems)
    renderer = Renderer(prepared.site, [str(shell_folder())])
    target = tmp_path / "built"
    assert write_records(renderer, prepared.planned, target, Manifest(None, target)).made > 40


@pytest.mark.parametrize("rule", WEAK[::9], ids=lambda rule: rule.id)
@pytest.mark.parametrize("weight", ["error", "warning"])
def test_a_rule_weighs_what_is_chosen(rule: Rule, weight: str, tmp_path: Path) -> None:
    example = lay(rule, "wrong", tmp_path)
    prepared = prepare(settings(example.root, rule, *rule.also, weight=weight))
    assert {one.severity for one in prepared.problems} == {weight}
    assert (prepared.site is None) == (weight == "error")


@pytest.mark.parametrize("rule", FIXED, ids=lambda rule: rule.id)
def test_a_fixed_rule_cannot_be_weakened(rule: Rule, tmp_path: Path) -> None:
    example = lay(rule, "wrong", tmp_path)
    prepared = prepare(settings(example.root, rule, weight="off"))
    told = {one.rule: one.severity for one in prepared.problems}
    assert told[rule.id] == told["fixed-rule"] == "error"
    assert prepared.site is None


#: Rules told while files are read that leave out nothing that was written to be published.
HARMLESS = {
    "unknown-file": "the file is none that anything reads",
    "id-differs": "the record is read, under the id that it names",
    "audit-unreadable": "the statement says less, as on a site that was never measured",
    "translation-unknown": "nothing asks for the word",
}


def test_what_cannot_be_read_cannot_be_waved_through() -> None:
    """A rule told while files are read is fixed: its file, or a part of it, would be left out."""
    told = {
        node.value
        for path in (ROOT / "plugins" / "disclosure" / "reading").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    errors = {rule.id for rule in RULES.values() if rule.id in told and rule.severity == "error"}
    weak = {name for name in errors if not RULES[name].fixed}
    assert weak == set(HARMLESS)


def test_only_what_is_tried_may_be_weakened() -> None:
    """An error that no example shows to be harmless when it is off cannot be switched off."""
    untried = [rule.id for rule in RULES.values() if not rule.fixed and rule not in WEAK]
    assert [name for name in untried if RULES[name].severity == "error"] == []
