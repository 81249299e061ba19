"""Problems in the forms that programs read: our own JSON, and those of GitHub and GitLab.

`docs/developers/check.md` describes our own; it may gain fields, but loses and changes none while
its `format` stays the same.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from disclosure.problems import Problem, errors

FORMAT = "disclosure-check/1"


def as_json(problems: Sequence[Problem]) -> str:
    """One object: how many problems, and each with its place, rule and both sentences."""
    wrong = len(errors(problems))
    told = {
        "format": FORMAT,
        "errors": wrong,
        "warnings": len(problems) - wrong,
        "problems": [asdict(problem) for problem in problems],
    }
    return _json(told)


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands, one a line, which GitHub shows beside the changed lines."""
    return "\n".join(_command(problem) for problem in problems)


def _command(problem: Problem) -> str:
    properties: dict[str, object] = {"file": problem.path}
    if problem.line:
        properties["line"] = problem.line
        if problem.column:
            properties["col"] = problem.column
    properties["title"] = problem.rule
    said = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = _data(f"{problem.zh}\n{problem.en}")
    return f"::{problem.severity} {said}::{message}"


def _data(words: str) -> str:
    """The percent sign first: the others are escaped with it."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def as_gitlab(problems: Sequence[Problem]) -> str:
    """A Code Quality report. Its fingerprints outlive a line that moves."""
    seen: Counter[tuple[str, str, str]] = Counter()
    issues: list[dict[str, Any]] = []
    for problem in problems:
        what = (problem.path, problem.rule, problem.zh)
        seen[what] += 1
        issues.append(
            {
                "description": f"{problem.zh} {problem.en}",
                "check_name": problem.rule,
                "fingerprint": _fingerprint(*what, str(seen[what])),
                "severity": "major" if problem.severity == "error" else "minor",
                # A line is required there: a problem of the whole file stands on the first.
                "location": {"path": problem.path, "lines": {"begin": max(problem.line, 1)}},
            }
        )
    return _json(issues)


def _fingerprint(*words: str) -> str:
    return hashlib.sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()


def from_folder(problems: Sequence[Problem], root: Path, folder: Path) -> list[Problem]:
    """The problems with their paths from another folder, where the site stands below it.

    GitHub and GitLab know files by their paths from the repository's folder, in which their jobs
    begin, and not by those from the site's.
    """
    if not root.is_relative_to(folder):
        return list(problems)
    inside = root.relative_to(folder)
    return [replace(problem, path=(inside / problem.path).as_posix()) for problem in problems]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
}
