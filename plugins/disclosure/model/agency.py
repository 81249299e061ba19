"""The agency that owns the site, the agencies that records name, and their units."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from disclosure.model.base import Id, Line, Model
from disclosure.model.citation import Email, Url
from disclosure.model.dates import Date
from disclosure.model.record import Classification, Keywords
from disclosure.model.text import Text

#: A file of `content/`, by its path from there.
Picture = Annotated[Line, StringConstraints(pattern=r"^[\w./-]+\.(?:svg|png|jpe?g|webp)$")]


class Badge(Model):
    """The accessibility badge (無障礙標章) that the agency was awarded (B-24, B-25)."""

    number: Line = Field(description="標章編號")
    level: Literal["A", "AA", "AAA"]
    edition: Line = Field(description="Edition of the rules tested, e.g. 110.07 or 115.11")
    until: Date = Field(description="The last day of its three years")
    url: Url = Field(description="The page that the authority designates")
    picture: Picture = Field(description="88×31, unaltered, as it was awarded")


class Agency(Model):
    """`agency.yml`: the agency whose site this is."""

    name: Text
    description: Text | None = None
    notice: Text | None = Field(None, description="Shown on every page, e.g. a demo notice")
    code: Line | None = Field(None, description="機關代碼 (OID), printed into DC.Identifier")
    address: Text | None = None
    phone: Line | None = None
    fax: Line | None = None
    email: Email | None = None
    hours: Text | None = Field(None, description="When the counter is open")
    mailbox: Url | None = Field(None, description="The page where one writes to the agency")
    logo: Picture | None = None
    badge: Badge | None = None
    rights: Text | None = Field(None, description="DC.Rights; the agency's name when left out")
    keywords: Keywords = Field(default_factory=dict)
    classification: Classification | None = Field(
        None, description="Codes of indexes that list nothing; other indexes take their records'"
    )

    def badge_on(self, day: dt.date | None) -> Badge | None:
        """The badge, unless it has run out: then it may not be shown (B-25)."""
        run_out = self.badge is not None and day is not None and self.badge.until < day
        return None if run_out else self.badge


class NamedAgency(Model):
    """One row of `agencies.yml`."""

    id: Id
    name: Text


class Agencies(Model):
    """`agencies.yml`: every agency that a record names as its own."""

    agencies: tuple[NamedAgency, ...] = ()


class Unit(Model):
    """One row of `units.yml`: a section or office (承辦科室)."""

    id: Id
    name: Text
    aliases: tuple[Line, ...] = Field((), description="Other spellings in the sources")
    everyone: bool = Field(False, description="各科室: stands for all units, not for one")
    phone: Line | None = None
    duties: Text | None = None
    former: tuple[Id, ...] = Field((), description="Ids of units whose place it has taken")


class Units(Model):
    """`units.yml`: the register of units."""

    units: tuple[Unit, ...] = ()
