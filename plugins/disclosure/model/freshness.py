"""`freshness.yml`: how often each kind of record is looked at again, and which plans are due."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from disclosure.model.base import Id, Model
from disclosure.model.record import ReviewMonths

#: The kinds of record, as `kind_of` names them.
Kind = Literal["service", "faq", "form", "plan", "disclosure-item", "page"]


class PlanDuties(Model):
    """Agencies that publish a plan every year and report its results twice (G-01)."""

    agencies: Annotated[tuple[Id, ...], Field(min_length=1)]
    since: Annotated[int, Field(ge=1912, le=2200, description="The first year, Western count")]


class Freshness(Model):
    """What is due when, where a record does not say so itself."""

    review_months: dict[Kind, ReviewMonths] = Field(default_factory=dict)
    plan_duties: PlanDuties | None = None
