"""The command `disclosure check`."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.cli import main, settings
from tests.unit.builders import Project

CONFIG = """
    site_name: 示範監獄
    site_url: https://example.org/
    docs_dir: content
    plugins:
      - search
      - disclosure:
          languages: [zh, en]
          data_dir: data
          navigation: [plans, units]
"""


def test_a_faultless_project_is_told_with_its_number_of_records(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("mkdocs.yml", CONFIG)
    assert main(["check", str(project.root)]) == 0
    said = capsys.readouterr()
    assert said.out == "4 筆資料，沒有錯誤。\n    4 records, no errors.\n"
    assert said.err == ""


def test_problems_are_reported_and_the_exit_code_is_one(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("mkdocs.yml", CONFIG)
    project.edit("data/plans/plan-115.yml", "sections:", "sectoins:")
    assert main(["check", str(project.root)]) == 1
    assert capsys.readouterr().err == (
        "data/plans/plan-115.yml:17:1: 沒有「sectoins」這個欄位，是否為「sections」？\n"
        '    There is no field "sectoins"; did you mean "sections"?  [unknown-field]\n'
        "共 1 個問題，在 1 個檔案。\n    1 problem in 1 file.\n"
    )


def test_hints_alone_are_no_failure(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.write("mkdocs.yml", CONFIG)
    project.remove("data/agency.yml")
    assert main(["check", str(project.root)]) == 0
    assert "（提醒）" in capsys.readouterr().err


def test_the_settings_are_those_of_mkdocs_yml(project: Project) -> None:
    project.write("mkdocs.yml", CONFIG)
    read = settings(project.root)
    assert (read.site_name, read.site_url) == ("示範監獄", "https://example.org/")
    assert (read.languages, read.navigation) == (("zh", "en"), ("plans", "units"))
    assert read.content_folder == project.root / "content"
    assert read.data_folder == project.root / "data"


@pytest.mark.parametrize("words", ["", "plugins: [disclosure]\n", "plugins:\n  - disclosure:\n"])
def test_what_is_not_said_has_the_defaults_of_mkdocs_and_of_the_plugin(
    tmp_path: Path, words: str
) -> None:
    (tmp_path / "mkdocs.yml").write_text(words)
    read = settings(tmp_path)
    assert (read.languages, read.data, read.content) == (("zh", "en"), "data", "docs")


def test_tags_in_mkdocs_yml_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "docs_dir: a\nsite_name: !ENV [NAME, x]\nx: !!python/name:os.system\n"
    )
    assert settings(tmp_path).content == "a"


def test_plugins_may_be_written_as_a_mapping(tmp_path: Path) -> None:
    """MkDocs takes both forms."""
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  disclosure:\n    languages: [zh]\n")
    assert settings(tmp_path).languages == ("zh",)


@pytest.mark.parametrize(
    "words", ["a: [", "just words", "- a", "plugins:\n  - disclosure: {languages: zh}"]
)
def test_a_damaged_mkdocs_yml_is_told_without_a_traceback(
    project: Project, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    project.write("mkdocs.yml", words)
    assert main(["check", str(project.root)]) == 1
    assert "mkdocs.yml" in capsys.readouterr().err
