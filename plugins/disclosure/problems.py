"""Problems: what is wrong with an editor's file, told in Chinese with an English line.

Reading and checking never raise for an editor's mistake; they collect problems, all of them, and
the caller decides what to do. One problem reads

    data/plans/chiayi-111.yml:42:5: 沒有「sectoins」這個欄位，是否為「sections」？
        There is no field "sectoins"; did you mean "sections"?  [unknown-field]
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that an editor must mend.

    `path` is relative to the project's folder; `line` and `column` count from 1, and 0 means the
    file as a whole.
    """

    path: str
    line: int
    column: int
    rule: str
    zh: str
    en: str
    severity: Severity = "error"

    def __str__(self) -> str:
        place = self.path
        if self.line:
            place += f":{self.line}"
            if self.column:
                place += f":{self.column}"
        mark = "" if self.severity == "error" else "（提醒）"
        return f"{place}: {mark}{self.zh}\n    {self.en}  [{self.rule}]"


def report(problems: Iterable[Problem]) -> str:
    """All problems, sorted by place, each once, with a closing count."""
    found = sorted(set(problems))
    files = len({problem.path for problem in found})
    lines = [str(problem) for problem in found]
    errors = sum(problem.severity == "error" for problem in found)
    hints = len(found) - errors
    zh, en = f"共 {errors} 個問題", f"{errors} problem{'s' * (errors != 1)}"
    if hints:
        zh, en = f"{zh}、{hints} 個提醒", f"{en} and {hints} warning{'s' * (hints != 1)}"
    lines.append(f"{zh}，在 {files} 個檔案。\n    {en} in {files} file{'s' * (files != 1)}.")
    return "\n".join(lines)


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Only those that stop a build."""
    return [problem for problem in problems if problem.severity == "error"]
