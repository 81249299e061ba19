"""The base of every model: frozen, no unknown fields, nothing coerced silently."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator
from pydantic_core import PydanticCustomError


class Model(BaseModel):
    """A value read from a data file. Immutable; an unknown field is an error."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, hide_input_in_errors=True
    )


#: An address-safe identifier: it becomes part of a permanent URL, so lower-case ASCII only.
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80)]

ONE_LINE = r"^[^\r\n]*$"
#: One line of text that says something.
Line = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=ONE_LINE)]


class Said(Model):
    """A group of fields none of which is required by itself, but not all may be left out."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        values = (getattr(self, name) for name in type(self).model_fields)
        if all(value is None or value is False for value in values):
            raise PydanticCustomError(
                "nothing_said", "nothing said", {"fields": ", ".join(type(self).model_fields)}
            )
        return self
