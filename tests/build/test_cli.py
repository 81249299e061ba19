"""`disclosure check`: the check of a build, without MkDocs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from disclosure import cli
from tests.build.minisite import BASE, Minisite


def test_a_good_site(minisite: Minisite, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(minisite.root)]) == 0
    output = capsys.readouterr()
    assert output.out == "2 筆資料，沒有錯誤。\n    2 records, no errors.\n"
    assert output.err == ""
    assert not minisite.site.exists()


def test_a_bad_site(minisite: Minisite, capsys: pytest.CaptureFixture[str]) -> None:
    minisite.edit("data/plans/plan-115.yml", "sections:", "sectoins:")
    minisite.edit("content/en/index.md", "(record:plan-115)", "(record:plan-15)")
    assert cli.main(["check", str(minisite.root)]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert (
        "data/plans/plan-115.yml:25:1: 沒有「sectoins」這個欄位，是否為「sections」？" in output.err
    )
    assert (
        '    There is no field "sectoins"; did you mean "sections"?  [unknown-field]' in output.err
    )
    assert output.err.endswith("個檔案。\n    1 problem in 1 file.\n")


def test_a_warning_is_shown_and_does_no_harm(
    minisite: Minisite, capsys: pytest.CaptureFixture[str]
) -> None:
    minisite.write(
        {
            "data/units.yml": BASE["data/units.yml"]
            + "  - {id: health, name: {zh: 衛生科, en: Health Section}}\n"
        }
    )
    assert cli.main(["check", str(minisite.root)]) == 0
    output = capsys.readouterr()
    assert "data/units.yml:4:10: （提醒）" in output.err
    assert output.out.startswith("2 筆資料")


def test_the_command_line(minisite: Minisite) -> None:
    run = minisite.run("disclosure.cli", "check")
    assert (run.returncode, run.stdout.startswith("2 筆資料")) == (0, True)
    minisite.edit("data/plans/plan-115.yml", "year: 2026", "year: 115")
    run = minisite.run("disclosure.cli", "check")
    assert run.returncode == 1
    assert "data/plans/plan-115.yml:13:7: " in run.stdout
    assert "Traceback" not in run.stdout
    run = minisite.run("disclosure.cli")
    assert run.returncode == 2
    assert (Path(sys.executable).parent / "disclosure").exists()


def test_the_check_finds_what_the_build_finds(
    minisite: Minisite, capsys: pytest.CaptureFixture[str]
) -> None:
    minisite.edit("data/units.yml", "id: guard", "id: gaurd")
    built = minisite.try_build()
    assert cli.main(["check", str(minisite.root)]) == 1
    assert capsys.readouterr().err.strip() in built.log


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- disclosure\n", "- disclosure:\n      languages: [zh, en, vi]\n"),
        ("plugins:\n  - disclosure\n", "plugins:\n  disclosure:\n    languages: [zh, en, vi]\n"),
    ],
)
def test_options_are_those_of_the_build(
    minisite: Minisite, capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    minisite.edit("mkdocs.yml", old, new)
    assert "data/translations/vi.yml" in minisite.try_build().log
    assert cli.main(["check", str(minisite.root)]) == 1
    assert "data/translations/vi.yml" in capsys.readouterr().err


@pytest.mark.parametrize("words", ["a: [\n", "- a\n", "plugins:\n", "", "plugins: disclosure\n",
                                   "docs_dir:\n", "plugins:\n  - disclosure:\n"])  # fmt: skip
def test_a_damaged_mkdocs_yml_ends_without_a_traceback(minisite: Minisite, words: str) -> None:
    minisite.write({"mkdocs.yml": words})
    run = minisite.run("disclosure.cli", "check")
    assert "Traceback" not in run.stdout
    assert run.returncode in (0, 1)


def test_a_folder_that_is_not_a_site(minisite: Minisite, tmp_path: Path) -> None:
    for name in ("empty", "nowhere"):
        if name == "empty":
            (tmp_path / name).mkdir()
        run = minisite.run("disclosure.cli", "check", name)
        assert run.returncode == 1, run.stdout
        assert "Traceback" not in run.stdout


def test_no_command_writes_into_a_folder_that_is_not_a_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (["new", "page", "about", "X"], ["schemas"], ["check"], ["links"], ["report"]):
        assert cli.main(["-C", str(tmp_path), *command]) == 1, command
        said = capsys.readouterr()
        assert said.out == ""
        assert f"（{tmp_path}）沒有 mkdocs.yml，請 cd 到網站的資料夾，或用 -C 指定" in said.err
    assert list(tmp_path.iterdir()) == []
    assert cli.main(["-C", str(tmp_path), "explain", "mkdocs-yml"]) == 0


def test_a_damaged_mkdocs_yml_is_told_with_its_line(
    minisite: Minisite, capsys: pytest.CaptureFixture[str]
) -> None:
    for words, line, why in (
        ("site_name: x\nplugins:\n  - x: [\nextra: !ENV [A]\n", 3, "括號沒有關上"),
        ("site_name: x\n<<<<<<< HEAD\n=======\n>>>>>>> b\n", 2, "git 合併"),
    ):
        minisite.write({"mkdocs.yml": words})
        assert cli.main(["check", str(minisite.root)]) == 1
        said = capsys.readouterr().err
        assert said.startswith(f"mkdocs.yml:{line}: 設定檔無法解讀：")
        assert why in said


def test_a_reader_who_has_had_enough_is_no_mistake(minisite: Minisite) -> None:
    """As with `disclosure explain | head -1`."""
    ours, theirs = os.pipe()
    os.close(ours)
    run = subprocess.run(
        [sys.executable, "-m", "disclosure.cli", "explain"],
        cwd=minisite.root,
        stdout=theirs,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(theirs)
    assert (run.returncode, run.stderr) == (0, "")
