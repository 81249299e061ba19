"""Files to download: forms, and documents that the agency discloses."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from disclosure.model.base import Line, Model
from disclosure.model.text import Text

_PATH = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]+")


def _path(value: str) -> str:
    if not _PATH.fullmatch(value) or value.endswith(".md"):  # pages are no files to download
        raise PydanticCustomError("not_a_path", "{value} is not a path", {"value": value})
    return value


#: Below `content/`; ASCII, for it becomes an address.
FilePath = Annotated[
    Line,
    AfterValidator(_path),
    WithJsonSchema({"type": "string", "pattern": rf"^(?!.*\.md$){_PATH.pattern}$"}),
]

#: The open formats for what readers are to edit (ODF-CNS15251).
ODF = frozenset({"odt", "ods", "odp"})


class File(Model):
    """A file to download."""

    path: FilePath = Field(description="Below content/, e.g. forms/remote-visit.odt")
    name: Text | None = Field(None, description="What it is, where one record has several")

    @property
    def extension(self) -> str:
        """`odt`"""
        return self.path.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is read off a file itself: bytes, SHA-256, and the day that the document bears."""

    size: int
    checksum: str
    date: dt.date | None = None
