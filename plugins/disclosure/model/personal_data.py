"""`personal-data.yml`: what looks like personal data and is meant to be public, and why."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from disclosure.model.base import Line, Model

Kind = Literal["id", "residence", "mobile", "email", "plate", "inmate", "location", "author"]

#: `mail.example.org`
DOMAIN = r"^[a-z0-9-]+(?:\.[a-z0-9-]+)+$"
Domain = Annotated[Line, StringConstraints(pattern=DOMAIN)]


class PublicDomain(Model):
    """A domain at which every mailbox is the agency's business."""

    domain: Domain
    reason: Line


class PublicDatum(Model):
    """One find that is meant to be there."""

    kind: Kind
    value: Line | None = Field(None, description="What is public itself: a duty phone, a mailbox")
    masked: Line | None = Field(None, description="As the message shows it, for anything else")
    files: tuple[Line, ...] = Field((), description="Where; with `value`, everywhere if left out")
    reason: Line


class PersonalData(Model):
    """`personal-data.yml`. All else that looks like personal data stops the build."""

    domains: tuple[PublicDomain, ...] = ()
    exceptions: tuple[PublicDatum, ...] = ()
