"""`severities` of `mkdocs.yml`: a build and `disclosure check` weigh alike."""

from __future__ import annotations

import pytest

from disclosure import cli
from tests.build.minisite import BASE, Minisite

IDLE = BASE["data/units.yml"] + "  - {id: health, name: {zh: 衛生科, en: Health Section}}\n"


@pytest.mark.parametrize(
    ("weight", "is_built", "is_told"),
    [("error", False, True), ("warning", True, True), ("off", True, False), ('"off"', True, False)],
)
def test_a_build_and_a_check_weigh_alike(
    minisite: Minisite,
    capsys: pytest.CaptureFixture[str],
    weight: str,
    is_built: bool,
    is_told: bool,
) -> None:
    minisite.write({"data/units.yml": IDLE})
    minisite.option(severities=f"{{unused-unit: {weight}}}")
    built = minisite.try_build()
    assert (built.error is None) == is_built
    code = cli.main(["check", str(minisite.root)])
    assert (code == 0) == is_built
    err = capsys.readouterr().err
    assert ("[unused-unit]" in err) == ("[unused-unit]" in built.log) == is_told


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ("{unused-unt: off}", "沒有「unused-unt」這條規則，是否為「unused-unit」？"),
        ("{unused-unit: of}", "不能是「of」，是否為「off」？"),
        ("{missing-field: warning}", "「missing-field」不能放寬"),
    ],
)
def test_a_weight_that_cannot_be_is_told_at_its_line(
    minisite: Minisite, capsys: pytest.CaptureFixture[str], chosen: str, words: str
) -> None:
    minisite.option(severities=chosen)
    lines = (minisite.root / "mkdocs.yml").read_text(encoding="utf-8").split("\n")
    line = next(number for number, one in enumerate(lines, 1) if "severities:" in one)
    assert cli.main(["check", str(minisite.root)]) == 1
    err = capsys.readouterr().err
    assert f"mkdocs.yml:{line}: " in err
    assert words in err
    assert words in minisite.try_build().log


@pytest.mark.parametrize("chosen", ["off", "[unused-unit]", "{unused-unit: [off]}"])
def test_weights_that_are_none_stop_the_build_and_the_check(
    minisite: Minisite, chosen: str
) -> None:
    minisite.option(severities=chosen)
    assert minisite.try_build().error is not None
    assert cli.main(["check", str(minisite.root)]) == 1
