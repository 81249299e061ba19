"""What is written down: the same bytes for the same findings, and only for a known version."""

from __future__ import annotations

import ast
import json
from dataclasses import replace
from pathlib import Path

import pytest

from audit import __main__ as program
from audit import record, summary
from audit.results import Done, Result, Rule
from audit.site import Site
from audit.tools import ROOT, Missing, Stop, npm_file
from tests.audit.faults import URL, planted

ONE = Rule("one", "AA", ("1.4.3",), "一", "one")
TWO = Rule("two", "AAA", (), "二", "two")


@pytest.fixture
def done() -> Done:
    result = Result.of([TWO, ONE])
    result.judge("two", "/en/")
    result.fail("one", "/en/", "a", "pale", "mobile-light")
    result.fail("one", "/en/", "a", "pale", "desktop-light")
    result.fail("one", "/", "b", "pale", "desktop-light")
    result.fail("two", "/", "c", "odd")
    result.doubt("two", "/", "d", "who knows")
    result.reasons = {"two": {"zh": "理由", "en": "reason"}}
    result.facts = {"views": ["desktop-light"]}
    return Done("axe", "axe-core", "4.14.1", result, 1.5)


def recorded(done: Done, folder: Path) -> dict[str, object]:
    site = Site(planted(folder), URL)
    data = record.record(site, [done], made="2026-11-21", commit="abc", dirty=False)
    assert json.loads(record.text(data)) == data
    return data


def test_the_whole_record(done: Done, tmp_path: Path) -> None:
    assert recorded(done, tmp_path) == {
        "format": 1,
        "made": "2026-11-21",
        "commit": "abc",
        "dirty": False,
        "pages": 2,
        "kinds": ["page"],
        "languages": ["en", "zh-Hant-TW"],
        "checks": [
            {
                "id": "axe",
                "tool": "axe-core",
                "version": "4.14.1",
                "pages": 2,
                "rules": 2,
                "failures": 2,
                "views": ["desktop-light"],
                "found": [
                    {
                        **{"rule": "one", "pages": 2, "nodes": 2, "path": "/"},
                        **{"view": "desktop-light", "what": "b pale"},
                    },
                    {
                        **{"rule": "two", "pages": 1, "nodes": 1, "path": "/", "view": ""},
                        **{"what": "c odd", "reason": {"zh": "理由", "en": "reason"}},
                    },
                ],
                "undecided": [
                    {
                        **{"rule": "two", "pages": 1, "nodes": 1, "path": "/", "view": ""},
                        **{"what": "d who knows"},
                    }
                ],
            }
        ],
        "rules": {
            "axe": {
                "one": {
                    **{"level": "AA", "criteria": ["1.4.3"], "title": {"zh": "一", "en": "one"}},
                    **{"pages": 2, "passed": 0, "failed": {"0": 1, "1": 1}, "undecided": {}},
                },
                "two": {
                    **{"level": "AAA", "criteria": [], "title": {"zh": "二", "en": "two"}},
                    **{"pages": 2, "passed": 1, "failed": {"0": 1}, "undecided": {"0": 1}},
                },
            }
        },
        "paths": ["/", "/en/"],
    }


def test_the_order_of_findings_does_not_show(done: Done, tmp_path: Path) -> None:
    mixed = Result.of([ONE, TWO])
    mixed.add(done.result)
    mixed.failures = mixed.failures[::-1]
    mixed.facts = done.result.facts
    again = recorded(replace(done, result=mixed), tmp_path / "again")
    assert record.text(again) == record.text(recorded(done, tmp_path))


def test_a_rule_is_one_line(done: Done, tmp_path: Path) -> None:
    lines = record.text(recorded(done, tmp_path)).splitlines()
    assert [line for line in lines if '"one": {' in line and line.rstrip(",").endswith("}")]


def test_the_summary_tells_both_languages_and_every_broken_rule(done: Done) -> None:
    said = "\n".join([*summary.of_one(done), *summary.verdict([done])])
    for words in ("✗ one: 2 頁 / pages", "附理由 / with a reason: two", "undecided: two", "failed"):
        assert words in said


def test_a_rule_that_is_not_listed_is_refused() -> None:
    with pytest.raises(KeyError, match="three"):
        Result.of([ONE]).judge("three", "/")


def test_changes_stop_the_audit_before_it_begins(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def never(folder: Path) -> None:
        raise AssertionError("nothing is built")

    monkeypatch.setattr(program, "changes", lambda: [" M data/units.yml"])
    monkeypatch.setattr(program, "build", never)
    assert program.main([]) == 2
    said = capsys.readouterr().err
    assert "data/units.yml" in said
    assert "--anyway" in said


def test_a_part_is_measured_but_not_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = tmp_path / "audit.json"
    monkeypatch.setattr(program, "RESULTS", written)
    monkeypatch.setattr(program, "build", lambda folder: planted(folder.parent))
    assert program.main(["--only", "links,styles"]) == 0
    assert program.main(["--only", "links", "--pages", "nowhere"]) == 2
    assert not written.exists()
    assert "全部合格 / all passed: 2" in capsys.readouterr().out


def test_the_whole_is_written_with_its_commit(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    written = tmp_path / "audit.json"
    monkeypatch.setattr(program, "RESULTS", written)
    monkeypatch.setattr(program, "CHECKS", [one for one in program.CHECKS if one.id == "links"])
    monkeypatch.setattr(program, "build", lambda folder: planted(folder.parent))
    monkeypatch.setattr(program, "changes", lambda: [" M data/units.yml"])
    monkeypatch.setattr(program, "commit", lambda: "abc")
    assert program.main(["--anyway"]) == 0
    data = json.loads(written.read_text(encoding="utf-8"))
    assert (data["commit"], data["dirty"], data["pages"]) == ("abc", True, 2)


def test_a_check_that_measured_nothing_is_not_recorded(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    idle = replace(program.CHECKS[0], id="links", version=str, run=lambda bench: Result.of([ONE]))
    monkeypatch.setattr(program, "RESULTS", tmp_path / "audit.json")
    monkeypatch.setattr(program, "CHECKS", [idle])
    monkeypatch.setattr(program, "build", lambda folder: planted(folder.parent))
    monkeypatch.setattr(program, "commit", lambda: "abc")
    assert program.main(["--anyway"]) == 2
    assert not (tmp_path / "audit.json").exists()
    assert "nothing was measured by: links" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--only", "axes"], ["--views", "desktop"]])
def test_a_name_that_nothing_has_is_refused(words: list[str]) -> None:
    with pytest.raises(SystemExit):
        program.main(words)


def test_a_missing_tool_tells_how_to_install_it() -> None:
    with pytest.raises(Missing, match=r"sh scripts/tools\.sh browser"):
        npm_file("nothing/of/that/name.js")
    assert issubclass(Missing, Stop)


MODULES = sorted((ROOT / "audit").rglob("*.py"))


def test_no_module_is_long_and_every_one_says_what_it_is_for() -> None:
    assert len(MODULES) > 20
    for path in MODULES:
        words = path.read_text(encoding="utf-8")
        assert len(words.splitlines()) <= 300, path.name
        assert ast.get_docstring(ast.parse(words)), path.name
