"""Words that mean the same to whoever searches (`search.yml`)."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from disclosure.model.base import Line, Model
from disclosure.model.text import known_languages

Character = Annotated[str, StringConstraints(min_length=1, max_length=1)]


class Synonym(Model):
    """What people type, and what the texts say."""

    use: Line = Field(description="The word of the texts, e.g. 接見")
    also: Annotated[tuple[Line, ...], Field(min_length=1)] = Field(
        description="Other words for it, e.g. 會客, 探監"
    )


Synonyms = Annotated[dict[str, tuple[Synonym, ...]], AfterValidator(known_languages)]
Ignored = Annotated[dict[str, tuple[Line, ...]], AfterValidator(known_languages)]


class SearchWords(Model):
    """How people write what they look for, by language."""

    variants: dict[Character, Character] = Field(
        default_factory=dict, description="Characters written in two ways: 臺: 台"
    )
    synonyms: Synonyms = Field(default_factory=dict)
    ignored: Ignored = Field(default_factory=dict, description="Words that find nothing: 請問, how")
