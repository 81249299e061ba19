"""The words that need explaining: abbreviations and terms of the law (`glossary.yml`)."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from disclosure.model.base import Id, Line, Model
from disclosure.model.citation import Citation
from disclosure.model.text import Text, known_languages

#: Spellings by language.
Spellings = Annotated[dict[str, tuple[Line, ...]], AfterValidator(known_languages)]


class GlossaryTerm(Model):
    """One word and what it means, in a sentence or two that anybody understands."""

    id: Id
    term: Text
    meaning: Text
    also: Spellings = Field(default_factory=dict, description="Other spellings, explained alike")
    avoid: Spellings = Field(
        default_factory=dict, description="Words not to be used for it: `term` is the right one"
    )
    sources: tuple[Citation, ...] = ()


class Avoided(Model):
    """Words that the site does not use, and what it says instead."""

    words: Annotated[Spellings, Field(min_length=1)]
    use: Annotated[dict[str, Line], AfterValidator(known_languages), Field(min_length=1)]


class Allowed(Model):
    """An exception: words that may stand as they are, such as a quotation or a name."""

    words: Line
    record: Id | None = Field(None, description="Only there; everywhere when left out")
    reason: Line


class Glossary(Model):
    """`glossary.yml`. Every page explains the words that it uses, at its first use of them."""

    terms: tuple[GlossaryTerm, ...] = ()
    avoid: tuple[Avoided, ...] = ()
    allow: tuple[Allowed, ...] = ()
