"""The output of `git log` as commits."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.history.git import FIELD

_TAIWAN = dt.timezone(dt.timedelta(hours=8))
#: `M`, `A`, `D`, or `R098`: a file renamed, with its likeness.
_STATUS = re.compile(rb"\n?([A-Z])(\d*)")
#: What the trailer says of a commit that changes no content.
_NONE = "none"


@dataclass(frozen=True, slots=True)
class Touched:
    """What a commit did to one file. `old` is its name before, where it was renamed."""

    path: str
    status: str
    old: str = ""

    @property
    def is_new_text(self) -> bool:
        """Was the text changed? Not by a mere renaming."""
        return self.status != "R100"


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit that touched the site's files, on its day in Taiwan; some bear no day at all."""

    hash: str
    day: dt.date | None
    is_content: bool
    touched: tuple[Touched, ...]


def commits(log: bytes) -> Iterator[Commit]:
    """The commits of `git.read_log`, in its order."""
    tokens = iter(log.split(b"\0"))
    head = next(tokens, b"")
    while head:
        touched: list[Touched] = []
        for token in tokens:
            status = _STATUS.fullmatch(token)
            if status is None:
                break
            kind = status[1].decode()
            old = _name(next(tokens)) if kind == "R" else ""
            told = f"R{int(status[2])}" if old else kind
            touched.append(Touched(_name(next(tokens)), told, old))
        else:
            token = b""
        yield _commit(head.decode(errors="replace"), tuple(touched))
        head = token


def _commit(head: str, touched: tuple[Touched, ...]) -> Commit:
    # The trailer is what anybody may write into a message: it may hold the separator too.
    name, seconds, trailer = head.split(FIELD, 2)
    values = {value.strip().lower() for value in trailer.split(",")}
    return Commit(name, _day(seconds), _NONE not in values, touched)


def _day(seconds: str) -> dt.date | None:
    """None for a time that a program has left out, or that no calendar holds."""
    try:
        return dt.datetime.fromtimestamp(int(seconds), _TAIWAN).date()
    except (ValueError, OverflowError, OSError):
        return None


def _name(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")
