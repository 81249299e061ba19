"""When each record was really changed: the days of `history/`, and `history.yml` beside them."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

from disclosure.history.days import days_of_files
from disclosure.history.git import Refused, Shallow, Unavailable, read_log
from disclosure.history.log import Commit, commits
from disclosure.model.catalogue import Source
from disclosure.model.history import HistoryNotes
from disclosure.model.record import Record
from disclosure.model.settings import Settings
from disclosure.problems import Problem
from disclosure.reading.data_file import load
from disclosure.reading.downloads import files_of
from disclosure.reading.files import is_there, relative
from disclosure.reading.locator import Locator

NAME = "history.yml"
_CONFIG = "mkdocs.yml"

#: Days on which the text of a record was changed, oldest first, by the record's id.
Edits = dict[str, tuple[dt.date, ...]]


def read_history(
    settings: Settings,
    records: dict[str, Record],
    sources: dict[str, Source],
    problems: list[Problem],
) -> Edits:
    """The days on which records were changed; none when the site goes by its data alone."""
    path = settings.data_folder / NAME
    notes = load(path, settings, HistoryNotes, problems) if is_there(path) else HistoryNotes()
    if notes is None or not settings.history:
        return {}
    folders = [_absolute(settings, name) for name in (settings.data, settings.content)]
    base = os.path.commonpath(folders)
    try:
        log = list(commits(read_log(Path(base), [os.path.relpath(one, base) for one in folders])))
    except (Unavailable, Shallow, Refused) as reason:
        problems.append(_without(settings, reason))
        return {}
    problems += _unknown(settings, notes, log)
    set_aside = tuple(one.commit for one in notes.not_content)

    def counts(commit: Commit) -> bool:
        return (
            commit.is_content
            and commit.day is not None
            and not commit.hash.startswith(set_aside)
            and (notes.since is None or commit.day >= notes.since)
            # A build of an earlier day, or a computer whose clock is ahead.
            and (settings.today is None or commit.day <= settings.today)
        )

    days = {
        os.path.join(base, *path.split("/")): found
        for path, found in days_of_files(log, counts).items()
    }
    edits: Edits = {}
    for name, record in records.items():
        files = _files(settings, record, sources[name])
        changed = {day for file in files for day in days.get(_absolute(settings, file), ())}
        if changed:
            edits[name] = tuple(sorted(changed))
    return edits


def completed(records: dict[str, Record], edits: Edits) -> dict[str, Record]:
    """The records, with the day of the last change as `updated` where their files do not say one.
    What was changed up to the day of publication is how the record was made."""

    def complete(record: Record) -> Record:
        last = edits[record.id][-1] if record.id in edits else record.published
        if record.updated or last <= record.changed:
            return record
        return record.model_copy(update={"updated": last})

    return {name: complete(record) for name, record in records.items()}


def _files(settings: Settings, record: Record, source: Source) -> Iterator[str]:
    """The files that a record is made of: in each language, and those that it offers."""
    yield source.path
    yield from source.translations.values()
    for _, file in files_of(record):
        yield f"{settings.content}/{file.path}"


def _absolute(settings: Settings, path: str) -> str:
    """A path of the project in the one form in which two of them can be compared."""
    return os.path.normpath(settings.root / path)


def _unknown(settings: Settings, notes: HistoryNotes, log: list[Commit]) -> Iterator[Problem]:
    """Commits that `history.yml` names and that there are not."""
    name = relative(settings.data_folder / NAME, settings.root)
    for number, one in enumerate(notes.not_content):
        if any(commit.hash.startswith(one.commit) for commit in log):
            continue
        line, column = Locator(settings.root).place(name, ("not_content", number, "commit"))
        yield Problem(
            name,
            line,
            column,
            "unknown-commit",
            f"git 的紀錄裡，動到資料與內容的提交沒有「{one.commit}」；"
            "紀錄重寫過就改成新的編號，不需要就刪掉這一項。",
            f'No commit "{one.commit}" touched the data or the content: write its new number if '
            "the history was rewritten, or delete this entry.",
            "warning",
        )


def _without(settings: Settings, reason: Exception) -> Problem:
    """Why there is no history: an error, unless the site can go by its data."""
    line = Locator(settings.root).line_of(_CONFIG, "history:")
    if isinstance(reason, Shallow):
        return Problem(
            _CONFIG,
            line,
            0,
            "shallow-clone",
            "這份 git 複本沒有完整的歷史，更新日期會算錯；請執行 git fetch --unshallow，"
            "自動建置則把取回深度設為 0。",
            "This clone lacks its history, which would give wrong dates: run "
            "`git fetch --unshallow`; in CI set the depth of the checkout to 0.",
        )
    if isinstance(reason, Refused):
        return Problem(
            _CONFIG,
            line,
            0,
            "unreadable-history",
            f"git 無法讀取這個資料夾的歷史，它說：{reason}",
            f"Git cannot read the history of this folder. It says: {reason}",
        )
    return Problem(
        _CONFIG,
        line,
        0,
        "no-history",
        "這裡沒有 git 的歷史可以讀，所以只用資料裡寫的日期。",
        f"There is no history of git to read, so only the dates in the data count ({reason}).",
        "warning",
    )
