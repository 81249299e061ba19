"""The ledger of addresses: each that was ever published, and what stood there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

#: A table that a program writes and that git merges line by line.
NAME = "addresses.csv"
HEAD = "address,what,released"

#: `sheet` is the one-page version of a service.
Kind = Literal["record", "sheet", "unit", "category"]


@dataclass(frozen=True, slots=True)
class Released:
    """One line. `address` is below the root of the main language and ends with a slash, or is empty
    for the home page; it stands in the file with a slash in front."""

    address: str
    kind: Kind
    id: str
    day: dt.date
    line: int = 0

    @property
    def what(self) -> str:
        """What stood there, as the file says it: `record:send-money`."""
        return f"{self.kind}:{self.id}"

    def __str__(self) -> str:
        return f"/{self.address},{self.what},{self.day.isoformat()}"


def written(entries: Iterable[Released]) -> str:
    """The whole file: sorted, so that the same addresses are always the same file."""
    lines = [str(entry) for entry in sorted(entries, key=lambda one: one.address)]
    return "\n".join([HEAD, *lines, ""])
