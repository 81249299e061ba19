"""The lock file of translations: one accepted field a line.

    owner language field fingerprint-of-original fingerprint-of-translation day

Lines, and not YAML, because programs write it and versions of it are merged: a line stands by
itself, any order is right, two rows of one field do no harm, and a damaged line costs that one
field only.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection

from disclosure.model.settings import Settings
from disclosure.model.translation import Accepted, Lock
from disclosure.problems import Problem
from disclosure.reading.files import is_there, read_text, relative

NAME = "translations.lock"

_FINGERPRINT = re.compile(r"[a-p]{16}")


def read_lock(settings: Settings, problems: list[Problem]) -> Lock | None:
    """The lock file of a site; None where there is none."""
    path = settings.data_folder / NAME
    if not is_there(path):
        return None
    text = read_text(path, settings.root, problems)
    if text is None:
        return Lock()
    lock, damaged = parse(text, settings.languages)
    name = relative(path, settings.root)
    problems += [
        Problem(
            name,
            line,
            1,
            "translation-lock",
            "這一行不是譯文紀錄（合併衝突的記號，或被改過）。請執行 disclosure translations tidy，"
            "它會刪掉讀不懂的行，其餘照舊；被刪的欄位之後再確認一次。",
            "This line is no row of the lock file (a mark of a merge conflict, or edited by hand): "
            "run `disclosure translations tidy`, which removes what cannot be read and keeps all "
            "else; confirm the fields that it removes once more.",
        )
        for line in damaged
    ]
    return lock


def parse(text: str, languages: Collection[str]) -> tuple[Lock, list[int]]:
    """The rows of a lock file, and the numbers of the lines that are none."""
    lock = Lock()
    damaged: list[int] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = _row(line.split(" "))
        if row is None or (languages and row.language not in languages):
            damaged.append(number)
        else:
            lock.add(row)
    return lock, damaged


def _row(words: list[str]) -> Accepted | None:
    if len(words) != 6 or not all(words):
        return None
    owner, language, field, original, translation, day = words
    if not (_FINGERPRINT.fullmatch(original) and _FINGERPRINT.fullmatch(translation)):
        return None
    try:
        return Accepted(owner, language, field, original, translation, dt.date.fromisoformat(day))
    except ValueError:
        return None
