"""From a kind and answers to files that pass the check, or to what is wrong and no file at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from disclosure.model.settings import Settings
from disclosure.preparing import prepare
from disclosure.problems import Problem, errors
from disclosure.reading.site import read_site
from disclosure.scaffold.desk import Desk
from disclosure.scaffold.kinds import KINDS
from disclosure.scaffold.questions import Answers, Question, told
from disclosure.scaffold.words import NewFile

#: Asks until there is an answer that will do.
Asker = Callable[[Question], str]


@dataclass(frozen=True)
class Begun:
    """What was begun: its files, the record's own first, and its permanent number if it has one."""

    paths: tuple[Path, ...]
    mark: str


def missing(kind: str, given: Mapping[str, str]) -> list[str]:
    """The keys that still want an answer."""
    return [key for key in KINDS[kind].WANTED if key not in given]


def begin(
    kind: str,
    settings: Settings,
    given: Mapping[str, str],
    today: dt.date,
    ask: Asker | None = None,
) -> Begun | list[Problem]:
    """Write the files of a new record, or tell why not. Nothing is ever overwritten.

    What is not given is asked; without `ask` everything wanted must be given.
    """
    reading = read_site(settings)
    if reading.catalogue is None:
        return errors(reading.problems)
    names = {code: strings.facts.name for code, strings in reading.strings.items()}
    desk = Desk(settings, reading.catalogue, today, names)
    answers: Answers = {}
    for question in KINDS[kind].questions(desk, answers):
        answer = given.get(question.key)
        if answer is not None:
            answer = " ".join(answer.split())
            problem = question.refuse(answer)
            if problem:
                return [problem]
        elif ask:
            answer = ask(question)
        else:
            answer = question.default
        if answer is None:
            raise ValueError(f"nobody has said the {question.key}")
        answers[question.key] = answer
    mark = KINDS[kind].mark(desk, answers)
    files = KINDS[kind].files(desk, answers)
    made: list[Path] = []
    try:
        problems = _write(files, desk, made) or _check(files, desk)
    except BaseException:  # also Ctrl-C between two files: all of them, or none
        _remove(made)
        raise
    if problems:
        _remove(made)
        return problems
    return Begun(tuple(file.path for file in files), mark)


def _write(files: list[NewFile], desk: Desk, made: list[Path]) -> list[Problem]:
    """Write the files; each file and folder that is made goes to `made`."""
    for file in files:
        try:
            for folder in reversed([one for one in file.path.parents if not one.exists()]):
                folder.mkdir()
                made.append(folder)
            with file.path.open("x", encoding="utf-8", newline="\n") as opened:
                made.append(file.path)
                opened.write(file.text)
        except OSError as error:
            return [
                told(
                    desk.shown(file.path),
                    "unwritable-file",
                    "無法建立這個檔案：請確認資料夾存在、沒有同名的檔案，而且您有寫入的權限。",
                    f"This file cannot be created: {error.strerror or error}.",
                )
            ]
    return []


def _check(files: list[NewFile], desk: Desk) -> list[Problem]:
    """What the check has against the new files."""
    ours = {desk.shown(file.path) for file in files}
    return [one for one in errors(prepare(desk.settings).problems) if one.path in ours]


def _remove(made: list[Path]) -> None:
    """Take back what was made; the last first, so that folders are empty."""
    for path in reversed(made):
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink()
