"""Classification schemes: trees of terms, each with how sure its name is (DESIGN §5)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from disclosure.model.base import Id, Model
from disclosure.model.record import Code
from disclosure.model.text import Text

#: seen = code and name were read side by side in an official source; inferred = both are official
#: but were never seen together; label = the name is this site's own.
Attested = Literal["seen", "inferred", "label"]


class Term(Model):
    """One entry of a scheme."""

    code: Code
    name: Text
    parent: Code | None = None
    attested: Attested
    code_seen: bool = Field(True, description="False: never printed into a meta tag")
    description: Text | None = None


class Scheme(Model):
    """A classification scheme as its data file has it."""

    scheme: Id
    name: Text
    official: bool = True
    meta: Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z.]*$")] | None = Field(
        None, description="Name of the meta tag, e.g. Category.Theme"
    )
    note: Text | None = None
    terms: Annotated[tuple[Term, ...], Field(min_length=1)]


class Tree:
    """A scheme made ready for looking up: terms by code, children, paths."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self.terms: dict[str, Term] = {}
        for term in scheme.terms:
            self.terms.setdefault(term.code, term)
        self.children: dict[str | None, list[Term]] = {}
        for term in self.terms.values():
            parent = term.parent if term.parent in self.terms else None
            self.children.setdefault(parent, []).append(term)

    @property
    def id(self) -> str:
        """The scheme's id, e.g. `theme`."""
        return self.scheme.scheme

    def path(self, code: str) -> tuple[Term, ...]:
        """The term and what it stands under, outermost first. A cycle ends the path."""
        path: list[Term] = []
        at: str | None = code
        while at is not None and at in self.terms and self.terms[at] not in path:
            path.append(self.terms[at])
            at = self.terms[at].parent
        return tuple(reversed(path))
