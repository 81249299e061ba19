"""Writing the lock file: accepting translations, and putting the file in order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import replace

from disclosure import storing
from disclosure.model.catalogue import Catalogue
from disclosure.model.settings import Settings
from disclosure.model.translation import Accepted, Lock
from disclosure.reading.files import is_there, read_text
from disclosure.reading.translation_lock import NAME
from disclosure.translating.states import Translation, accepted, survey

_HEAD = """\
# 譯文確認紀錄：由 disclosure translations accept 寫入，請勿手動編輯；要一起提交到 git。
# Accepted translations: written by `disclosure translations accept`; commit it, do not edit it.
# owner language field original translation day
"""


def written(rows: Iterable[Accepted]) -> str:
    """The text of a lock file: one field a line, sorted, so that edits merge."""
    lines = (
        f"{row.owner} {row.language} {row.field} {row.original} {row.translation} {row.day}\n"
        for row in sorted(set(rows))
    )
    return _HEAD + "".join(lines)


def accept(
    catalogue: Catalogue, settings: Settings, chosen: Collection[Translation], day: dt.date
) -> int:
    """Accept translations as they stand; how many of them were not accepted before.

    A field that is current keeps the day on which it was accepted. Rows that no field needs any
    longer go, of these owners only: what a colleague is about to write is left alone.
    """
    new = [one for one in chosen if one.state in ("stale", "unconfirmed")]
    confirmed = {(one.name, one.language) for one in new}
    owners = {one.owner for one in new}
    lock = catalogue.translation_lock or Lock()
    rows = {row for some in lock.rows.values() for row in some if row.owner not in owners}
    rows |= {
        _present(one)
        for one in survey(catalogue, settings.data)
        if one.owner in owners and one.row and (one.name, one.language) not in confirmed
    }
    rows |= {accepted(one, catalogue.primary, day) for one in new}
    if new:
        store(settings, rows)
    return len(new)


def tidy(catalogue: Catalogue, settings: Settings) -> int:
    """Write the file anew with the rows that a field needs; how many lines have gone."""
    path = settings.data_folder / NAME
    before = (read_text(path, settings.root, []) or "") if is_there(path) else ""
    rows = {_present(one) for one in survey(catalogue, settings.data) if one.row}
    store(settings, rows)
    return max(0, before.count("\n") - written(rows).count("\n"))


def _present(one: Translation) -> Accepted:
    """The row of a field under the names that the field and its owner have now."""
    assert one.row is not None
    return replace(one.row, owner=one.owner, field=one.field.name)


def store(settings: Settings, rows: Iterable[Accepted]) -> None:
    """Write the lock file; an interrupted run leaves the old one."""
    storing.store(settings.data_folder / NAME, written(rows).encode())
