"""`disclosure explain`."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.cli import main
from disclosure.rules import catalogue

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("name", ["unknown-unit", "[unknown-unit]"])
def test_a_rule_is_explained_with_both_examples(name: str, capsys: Capture) -> None:
    assert main(["explain", name]) == 0
    said = capsys.readouterr().out
    rule = catalogue().rules["unknown-unit"]
    for words in (rule.zh, rule.en, rule.file, rule.wrong, rule.right):
        assert words is not None
        assert words in said


def test_a_mistyped_rule_has_a_neighbour(capsys: Capture) -> None:
    assert main(["explain", "unknown-unt"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "是否為「unknown-unit」？" in told.err
    assert 'did you mean "unknown-unit"?' in told.err


def test_all_rules_are_listed_by_topic(capsys: Capture) -> None:
    assert main(["explain"]) == 0
    said = capsys.readouterr().out
    known = catalogue()
    assert all(f"\n  {rule}\n" in said for rule in known.rules)
    assert all(f"{topic.zh} / {topic.en}\n" in said for topic in known.topics.values())


@pytest.mark.parametrize("name", list(catalogue().rules))
def test_every_rule_can_be_explained(name: str, capsys: Capture) -> None:
    assert main(["explain", name]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{name}：")
    assert all(one.isprintable() or one == "\n" for one in said), "what nobody sees is spelled out"
    assert "None" not in said


def test_a_rule_can_be_explained_without_a_site_that_can_be_read(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))
    Path("mkdocs.yml").write_text("a: [", encoding="utf-8")
    assert main(["explain", "missing-field"]) == 0
    assert "missing-field" in capsys.readouterr().out
