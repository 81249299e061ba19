"""What a fact rests on: a law, a notice, a page of an agency."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from disclosure.model.base import Line, Model
from disclosure.model.dates import Date
from disclosure.model.text import Text, Words

#: What stands in no address unless it is written in another way, or misleads.
_NOT_IN_ADDRESS = re.compile(r"[\s\"<>\\^`{}|]")


def _address(value: str) -> str:
    try:
        parts = urlsplit(value)
        host = parts.hostname or ""
    except ValueError:
        host = ""
    fine = host.count(".") and parts.scheme in ("http", "https") and "@" not in parts.netloc
    if not fine or _NOT_IN_ADDRESS.search(value):
        raise PydanticCustomError("not_an_address", "{value} is not an address", {"value": value})
    return value


def _mailbox(value: str) -> str:
    name, at, host = value.partition("@")
    if not (name and at and "." in host) or any(c.isspace() or c in ',;<>?&"' for c in value):
        raise PydanticCustomError("not_a_mailbox", "{value} is not a mailbox", {"value": value})
    return value


#: The same rules as far as a pattern can tell them, for programs that help editors to write.
_MAILBOX_FORM = r"^[^@\s,;<>?&\"]+@[^\s,;<>?&\"]*\.[^\s,;<>?&\"]*$"
_IN_HOST, _IN_ADDRESS = r"[^\s\"<>\\^`{}|@/?#]", r"[^\s\"<>\\^`{}|]"
_ADDRESS_FORM = rf"^[Hh][Tt][Tt][Pp][Ss]?://{_IN_HOST}*\.{_IN_HOST}*(?:[/?#]{_IN_ADDRESS}*)?$"

#: An e-mail address.
Email = Annotated[
    Line,
    AfterValidator(_mailbox),
    WithJsonSchema({"type": "string", "pattern": _MAILBOX_FORM}),
]
#: The full address of a page elsewhere.
Url = Annotated[
    Line,
    AfterValidator(_address),
    WithJsonSchema({"type": "string", "maxLength": 500, "pattern": _ADDRESS_FORM}),
]


class Citation(Model):
    """A law, a rule or a public page. `says` tells which fact was taken from it."""

    title: Words = Field(description="Name of the law, the notice or the page, and whose it is")
    article: Words | None = Field(None, description="第 59 條 …")
    url: Url | None = None
    date: Date | None = Field(None, description="The date that the source itself bears")
    says: Text | None = Field(None, description="The fact that rests on it")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: object) -> object:
        """`sources: [本監接見須知]` for `sources: [{title: 本監接見須知}]`."""
        return {"title": value} if isinstance(value, str) else value
