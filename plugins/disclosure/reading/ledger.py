"""`addresses.csv`, the ledger of addresses, which `disclosure release` writes and no editor.

Strictly read: a line that was lost or damaged would let an address die unnoticed. The order of the
lines means nothing, so that git may join the lines of two branches (`merge=union`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import cast, get_args

from disclosure.history.git import last_written
from disclosure.model.ledger import HEAD, NAME, Kind, Released
from disclosure.model.settings import Settings
from disclosure.problems import Problem
from disclosure.reading.files import is_there, read_text, relative

_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_LINE = re.compile(
    rf"/(?P<address>(?:{_ID}/)*),(?P<kind>{'|'.join(get_args(Kind))}):(?P<id>{_ID})"
    r",(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
)


def read_ledger(settings: Settings, problems: list[Problem]) -> tuple[Released, ...]:
    """The addresses released so far; none where there is no ledger yet."""
    path = settings.data_folder / NAME
    if not is_there(path):
        problems += _missing(relative(path, settings.root), settings)
        return ()
    text = read_text(path, settings.root, problems)
    if text is None:
        return ()
    name = relative(path, settings.root)
    lines = text.removesuffix("\n").split("\n")
    if lines[0] != HEAD:
        problems.append(_damaged(name, 1, HEAD))
    seen: dict[str, Released] = {}
    for number, line in enumerate(lines[1:], 2):
        entry = _entry(line, number)
        if entry is None:
            problems.append(_damaged(name, number, "/faq/visiting/hours/,record:hours,2026-11-21"))
        elif entry.address in seen:
            problems.append(_double(name, entry, seen[entry.address]))
        else:
            seen[entry.address] = entry
    return tuple(seen.values())


def _missing(path: str, settings: Settings) -> Iterator[Problem]:
    """There was one, as git knows: without it every released address could die unnoticed."""
    commit = last_written(settings.root, path)
    if commit:
        restore = f"git checkout {commit} -- {path}"
        yield Problem(
            path,
            0,
            0,
            "ledger-missing",
            f"網址登記簿不見了，發布過的網址就沒有人看著；請執行「{restore}」放回來。"
            f"從來沒有公開過的網站，請建立只有第一行「{HEAD}」的檔案。",
            f"The ledger of addresses is gone, and nobody watches those that were released: run "
            f"`{restore}`. A site that was never public keeps a file with the first line alone, "
            f"`{HEAD}`.",
        )


def _entry(line: str, number: int) -> Released | None:
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    try:
        day = dt.date.fromisoformat(found["day"])
    except ValueError:
        return None
    return Released(found["address"], cast("Kind", found["kind"]), found["id"], day, number)


def _damaged(path: str, line: int, wanted: str) -> Problem:
    return Problem(
        path,
        line,
        0,
        "ledger-damaged",
        f"這一行損壞了，應該像「{wanted}」；這個檔案由 disclosure release 產生，請勿手動修改，"
        f"並用 git checkout -- {path} 還原（合併時留下的 <<<<<<< 等記號請刪掉，兩邊的行都留下）。",
        f'This line is damaged; it should read like "{wanted}". The file is written by '
        f"`disclosure release` and not by hand: restore it with `git checkout -- {path}` (after a "
        "merge, remove marks such as <<<<<<< and keep the lines of both sides).",
    )


def _double(path: str, entry: Released, first: Released) -> Problem:
    return Problem(
        path,
        entry.line,
        0,
        "ledger-double",
        f"網址 /{entry.address} 在第 {first.line} 行已經有了；請留下日期較早的那一行，刪掉另一行。",
        f"The address /{entry.address} stands in line {first.line} already: keep the line with the "
        "earlier date and remove the other.",
    )
