"""The report of all problems."""

from __future__ import annotations

import pytest

from disclosure.problems import Problem, Severity, errors, report


def problem(
    path: str = "a.yml", line: int = 1, column: int = 1, rule: str = "r", level: Severity = "error"
) -> Problem:
    return Problem(path, line, column, rule, "中文。", "English.", level)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (problem(line=42, column=5), "a.yml:42:5: 中文。\n    English.  [r]"),
        (problem(line=42, column=0), "a.yml:42: 中文。\n    English.  [r]"),
        (problem(line=0, column=0), "a.yml: 中文。\n    English.  [r]"),
        (problem(level="warning"), "a.yml:1:1: （提醒）中文。\n    English.  [r]"),
    ],
)
def test_a_problem_is_told_with_its_place_in_both_languages(one: Problem, expected: str) -> None:
    assert str(one) == expected


def test_problems_are_told_by_place_each_once() -> None:
    told = report(
        [
            problem("b.yml"),
            problem(line=10),
            problem(line=9),
            problem(line=9, column=0),
            problem("b.yml"),
        ]
    )
    places = [line.partition(" ")[0] for line in told.split("\n")[::2]]
    assert places == ["a.yml:9:", "a.yml:9:1:", "a.yml:10:1:", "b.yml:1:1:", "共"]
    assert told.endswith("共 4 個問題，在 2 個檔案。\n    4 problems in 2 files.")


@pytest.mark.parametrize(
    ("levels", "zh", "en"),
    [
        (["error"], "共 1 個問題，在 1 個檔案。", "1 problem in 1 file."),
        (["error", "error"], "共 2 個問題，在 2 個檔案。", "2 problems in 2 files."),
        (
            ["error", "warning"],
            "共 1 個問題、1 個提醒，在 2 個檔案。",
            "1 problem and 1 warning in 2 files.",
        ),
        (
            ["warning", "warning"],
            "共 0 個問題、2 個提醒，在 2 個檔案。",
            "0 problems and 2 warnings in 2 files.",
        ),
        ([], "共 0 個問題，在 0 個檔案。", "0 problems in 0 files."),
    ],
)
def test_the_last_line_counts_problems_and_files(levels: list[Severity], zh: str, en: str) -> None:
    told = report(problem(f"{number}.yml", level=level) for number, level in enumerate(levels))
    assert told.split("\n")[-2:] == [zh, f"    {en}"]


def test_only_errors_stop_a_build() -> None:
    stop, hint = problem(), problem(level="warning")
    assert errors([hint, stop, hint]) == [stop]
