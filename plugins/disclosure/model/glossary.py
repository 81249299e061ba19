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
    sources: tuple[Citation, ...] = ()


class Glossary(Model):
    """`glossary.yml`. Every page explains the words that it uses, at its first use of them."""

    terms: tuple[GlossaryTerm, ...] = ()
