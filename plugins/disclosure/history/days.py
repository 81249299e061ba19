"""Commits → the days on which the text of each file was changed, over its renamings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from disclosure.history.log import Commit

Days = set[dt.date]


def days_of_files(
    commits: Iterable[Commit], counts: Callable[[Commit], bool]
) -> dict[str, frozenset[dt.date]]:
    """`path → days`, for every file that there is. `commits` come oldest first; those that do not
    count, or bear no day, still say how files were renamed.

    Branches stand one behind the other in the log although they grew side by side. A file may so
    be changed on one of them under the name that another, told before, has just taken away: such a
    change belongs to the file as it is called now.
    """
    there: dict[str, Days] = {}
    renamed: dict[str, Days] = {}
    for commit in commits:
        content = counts(commit)
        for one in commit.touched:
            if one.status == "D":
                there.pop(one.path, None)
                continue
            if one.old:
                days = there.pop(one.old, None)
                if days is None:
                    days = renamed.get(one.old, set())
                renamed[one.old] = there[one.path] = days
            elif one.status == "A":
                days = there.setdefault(one.path, set())
            else:
                found = there.get(one.path)
                days = renamed.get(one.path) if found is None else found
                if days is None:
                    days = there[one.path] = set()
            if content and one.is_new_text and commit.day is not None:
                days.add(commit.day)
    return {path: frozenset(days) for path, days in there.items()}
