"""Forms: one form, its files in several formats (I-01, I-02)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from disclosure.model.citation import Citation
from disclosure.model.file import File
from disclosure.model.record import Record
from disclosure.model.text import Text


class Form(Record):
    """A form to fill in."""

    files: Annotated[tuple[File, ...], Field(min_length=1)]
    how: Text | None = Field(None, description="How to fill it in, where to send it; Markdown")
    sources: tuple[Citation, ...] = ()
