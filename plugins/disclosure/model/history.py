"""What the agency says of the history of its files: `history.yml`."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from disclosure.model.base import Line, Model
from disclosure.model.dates import Date

_HASH = re.compile(r"[0-9a-f]{7,64}")


def _commit(value: object) -> object:
    written = value.strip().lower() if isinstance(value, str) else ""
    if not _HASH.fullmatch(written):
        raise PydanticCustomError("not_a_commit", "not the number of a commit")
    return written


#: The number of a commit, or its first digits.
Commit = Annotated[str, BeforeValidator(_commit)]


class NotContent(Model):
    """A commit that touched many files and changed what none of them says."""

    commit: Commit = Field(description="Its number; the first seven digits will do")
    reason: Line = Field(description="For colleagues; not published")


class HistoryNotes(Model):
    """`history.yml`."""

    since: Date | None = Field(None, description="Commits before this day are passed over")
    not_content: tuple[NotContent, ...] = ()
