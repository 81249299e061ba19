"""`disclosure check` of some files, of a kind, of a rule, and in the forms that programs read."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from disclosure import cli
from disclosure.problems import Problem
from disclosure.telling import formats
from tests.rules.examples import BASE

QUESTION = "content/faq/visiting/book-a-visit.md"
ENGLISH = "content/en/faq/visiting/book-a-visit.md"
PLAN = "data/plans/service-115.yml"


class Told:
    """What a run of the command said."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def places(self) -> set[str]:
        """The files that problems are told of."""
        return set(re.findall(r"^([\w./-]+?)(?::\d+)*: ", self.err, re.MULTILINE))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The base site with a problem in a question, its translation and a plan, and a reminder."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    edit(tmp_path / QUESTION, "number: 2\n", "number: 2\nrelated: [book-a-vist]\n")
    edit(tmp_path / ENGLISH, "Please", "See [it](record:book-a-vist). Please")
    edit(tmp_path / PLAN, 'theme: ["330"]', 'theme: ["33O"]')
    edit(tmp_path / "data/units.yml", "units:\n", "units:\n  - {id: idle, name: {zh: 閒科}}\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767571200")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    words = path.read_text(encoding="utf-8")
    assert words.count(old) == 1
    path.write_text(words.replace(old, new), encoding="utf-8")


@pytest.fixture
def run(site: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def told(*arguments: str) -> Told:
        code = cli.main(["check", *arguments])
        said = capsys.readouterr()
        return Told(code, said.out, said.err)

    return told


def test_without_a_choice_everything_is_told(run: Any) -> None:
    told = run()
    assert told.code == 1
    assert told.places == {QUESTION, ENGLISH, PLAN, "data/units.yml"}


@pytest.mark.parametrize("path", [QUESTION, ENGLISH, "content/faq", "content/en/faq/visiting"])
def test_a_file_is_told_with_its_translations(run: Any, path: str) -> None:
    told = run(path)
    assert (told.code, told.places) == (1, {QUESTION, ENGLISH})
    assert "其他還有 1 個問題沒有列出" in told.out


@pytest.mark.parametrize("path", ["content/en", "content"])
def test_all_of_a_language_is_told_with_its_originals(run: Any, site: Path, path: str) -> None:
    assert run(path).places == {QUESTION, ENGLISH}
    for name in (QUESTION, ENGLISH):
        shutil.copyfile(BASE / name, site / name)
    assert not run(path).out.startswith("0 筆資料")


def test_a_file_without_fault_is_right_whatever_the_others_are(run: Any) -> None:
    told = run("data/services/release-certificate.yml")
    assert (told.code, told.err) == (0, "")
    assert "其他還有 3 個問題沒有列出" in told.out


def test_a_reminder_does_not_decide(run: Any) -> None:
    told = run("data/units.yml")
    assert (told.code, told.places) == (0, {"data/units.yml"})


def test_a_path_may_be_absolute_or_from_another_folder(
    run: Any, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(str(site / PLAN)).places == {PLAN}
    monkeypatch.chdir(site / "data")
    assert run("plans").places == {PLAN}
    monkeypatch.chdir("/")
    assert run(str(site / PLAN)).places == {PLAN}
    assert run(str(site)).code == 1


def test_a_path_may_lead_over_a_link(
    run: Any, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    link = tmp_path_factory.mktemp("link") / "site"
    link.symlink_to(site)
    assert run(str(link / PLAN)).places == {PLAN}
    assert run(str(link / "content" / ".." / "data")).places == {PLAN, "data/units.yml"}


def test_files_may_be_mended_until_all_is_well(run: Any, site: Path) -> None:
    for name in (QUESTION, ENGLISH, PLAN, "data/units.yml"):
        shutil.copyfile(BASE / name, site / name)
    assert run("content/faq").out == "2 筆資料，沒有錯誤。\n    2 records, no errors.\n"
    assert run("--kind", "plan").out.startswith("2 筆資料")
    assert run(PLAN).out == "1 筆資料，沒有錯誤。\n    1 record, no errors.\n"


@pytest.mark.parametrize("path", ["content/faq/visiting/book.md", "elsewhere", "/nowhere.md"])
def test_a_path_that_does_not_exist_is_told(run: Any, path: str) -> None:
    told = run(path)
    assert told.code == 1
    assert "沒有這個檔案或資料夾" in told.err
    assert "[unknown-path]" in told.err


def test_a_file_that_is_none_of_the_site_is_told(run: Any, site: Path) -> None:
    (site / "notes.txt").write_text("", encoding="utf-8")
    told = run("notes.txt", PLAN)
    assert told.code == 1
    assert told.places == {"notes.txt", PLAN}


@pytest.mark.parametrize(
    ("kind", "files"),
    [("faq", {QUESTION, ENGLISH}), ("plan", {PLAN}), ("service", set()), ("page", set())],
)
def test_one_kind_of_record(run: Any, kind: str, files: set[str]) -> None:
    told = run("--kind", kind)
    assert (told.code, told.places) == (bool(files), files)


def test_one_rule(run: Any) -> None:
    assert run("--rule", "unknown-code").places == {PLAN}
    told = run("--rule", "unknown-cod")
    assert told.code == 1
    assert "是否為「unknown-code」？" in told.err


def test_a_damaged_file_has_a_kind(run: Any, site: Path) -> None:
    (site / PLAN).write_text("a: [", encoding="utf-8")
    assert run("--kind", "plan").places == {PLAN}


# -- forms for programs ----------------------------------------------------------------------------

PROBLEMS = [
    Problem("data/a, b:c.yml", 3, 5, "one-rule", "百分之 50%，\n兩行：甲", "50%,\r\ntwo: a"),
    Problem("data/b.yml", 7, 0, "two-rule", "同一句。", "The same.", "warning"),
    Problem("data/b.yml", 9, 0, "two-rule", "同一句。", "The same.", "warning"),
    Problem("data/c.yml", 0, 0, "three-rule", "整個檔案。", "The whole file."),
]


def test_json(run: Any) -> None:
    told = run("--format", "json")
    assert (told.code, told.err) == (1, "")
    said = json.loads(told.out)
    assert list(said) == ["format", "errors", "warnings", "problems"]
    assert (said["format"], said["errors"], said["warnings"]) == ("disclosure-check/1", 3, 1)
    fields = ["path", "line", "column", "rule", "zh", "en", "severity"]
    assert all(list(problem) == fields for problem in said["problems"])
    assert {one["path"] for one in said["problems"]} == {QUESTION, ENGLISH, PLAN, "data/units.yml"}


def test_nothing_to_tell_is_told_in_every_form(run: Any) -> None:
    for form, empty in (("json", 0), ("gitlab", [])):
        told = run("--kind", "form", "--format", form)
        said = json.loads(told.out)
        assert (told.code, said["errors"] if form == "json" else said) == (0, empty)
    assert run("--kind", "form", "--format", "github").out == ""


def read_command(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as the runner reads it: parts first, then `%25` last of all."""
    found = re.fullmatch(r"::(?P<name>[a-z]+)(?: (?P<properties>.*?))?::(?P<data>.*)", line)
    assert found is not None, line
    properties = {}
    for pair in found["properties"].split(","):
        name, equals, value = pair.partition("=")
        assert equals, pair
        value = value.replace("%3A", ":").replace("%2C", ",")
        properties[name] = plain(value)
    return found["name"], properties, plain(found["data"])


def plain(words: str) -> str:
    return words.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def test_github_reads_what_was_meant() -> None:
    lines = formats.as_github(PROBLEMS).split("\n")
    assert len(lines) == len(PROBLEMS)
    for line, problem in zip(lines, PROBLEMS, strict=True):
        name, properties, message = read_command(line)
        assert name == problem.severity
        assert message == f"{problem.zh}\n{problem.en}"
        assert properties["file"] == problem.path
        assert properties["title"] == problem.rule
        assert properties.get("line", "0") == str(problem.line)
        assert properties.get("col", "0") == str(problem.column)


#: What GitLab's documentation asks of a Code Quality report, and what we add: nothing.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 32},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/).+"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "additionalProperties": False,
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def test_gitlab_is_given_what_it_requires() -> None:
    issues = json.loads(formats.as_gitlab(PROBLEMS))
    jsonschema.validate(issues, GITLAB)
    for issue, problem in zip(issues, PROBLEMS, strict=True):
        assert issue["check_name"] == problem.rule
        assert problem.zh in issue["description"]
        assert problem.en in issue["description"]
        assert issue["location"]["path"] == problem.path
        assert issue["location"]["lines"]["begin"] == max(problem.line, 1)
    assert [issue["severity"] for issue in issues] == ["major", "minor", "minor", "major"]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


@pytest.mark.parametrize("form", ["github", "gitlab"])
def test_paths_for_others_begin_where_the_job_runs(
    run: Any, site: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.chdir(site.parent)
    said = run(site.name, "--kind", "plan", "--format", form).out
    assert f"{site.name}/{PLAN}" in said
    monkeypatch.chdir(site / "content")
    said = run(str(site / PLAN), "--format", form).out
    assert PLAN in said
    assert f"{site.name}/{PLAN}" not in said


def test_a_fingerprint_outlives_lines_that_move() -> None:
    moved = [Problem(p.path, p.line + 4, p.column, p.rule, p.zh, p.en) for p in PROBLEMS]
    before, after = (
        [issue["fingerprint"] for issue in json.loads(formats.as_gitlab(problems))]
        for problems in (PROBLEMS, moved)
    )
    assert before == after


# -- an editor waits for it ------------------------------------------------------------------------


def test_nothing_is_loaded_that_a_check_does_not_need(site: Path) -> None:
    """Neither MkDocs nor what writes pages, nor the other commands."""
    program = (
        "import sys; from disclosure.cli import main; main(['check'])\n"
        "print(*(name for name in sys.modules if name.startswith('disclosure.')), sep='\\n')\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, sep='\\n')"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=site, capture_output=True, encoding="utf-8", check=True
    )
    loaded = set(run.stdout.split("\n"))
    assert {"disclosure.preparing", "disclosure.commands.check", "yaml"} <= loaded
    assert loaded & {"mkdocs", "material", "jinja2", "comrak", "disclosure.build"} == set()
    assert [name for name in loaded if name.startswith("disclosure.writing")] == []
    commands = [name for name in loaded if name.startswith("disclosure.commands.")]
    assert commands == ["disclosure.commands.check"]
