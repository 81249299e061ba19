"""A process flow as data: who does what, in which order, with decisions and several ends.

Steps stand in the order of the page; that order gives them their numbers. A step leads to the one
below it unless it names another in `next`; a decision leads where its branches say; an end leads
nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from disclosure.model.base import Id, Model
from disclosure.model.text import Text

#: Calendar days (日曆天) and working days (工作天) are told apart (E-05); `days` where the source
#: does not say which.
TimeUnit = Literal["minutes", "hours", "days", "calendar-days", "working-days", "months"]
StepKind = Literal["start", "step", "decision", "end"]


class Time(Model):
    """How long something takes at most."""

    number: Annotated[int, Field(ge=1, le=9999)]
    unit: TimeUnit


class Lane(Model):
    """A column of the flow: a unit of the register, the citizen, or somebody with a name."""

    id: Id
    unit: Id | None = Field(None, description="A unit of units.yml")
    name: Text | None = Field(None, description="申請人, 首長 …; the unit's name when left out")
    citizen: bool = Field(False, description="Not the agency: its time does not count")


class Branch(Model):
    """One way out of a decision."""

    label: Text | None = None
    to: Id


class Step(Model):
    """One thing that somebody does."""

    id: Id
    lane: Id
    kind: StepKind = "step"
    action: Text = Field(description="A few words: it stands in the box")
    detail: Text | None = Field(None, description="Markdown, for the list of steps")
    time: Time | None = None
    documents: tuple[Id, ...] = Field((), description="Asked for here; ids of the service's own")
    form: Id | None = None
    next: Id | None = None
    branches: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """One arrow: where it leads, and its label when there is a choice."""

    to: str
    label: Text | None = None


class Flow(Model):
    """How an application is handled."""

    lanes: Annotated[tuple[Lane, ...], Field(min_length=1)]
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    note: Text | None = Field(None, description="What is not known of this flow; Markdown")

    @cached_property
    def ways(self) -> tuple[tuple[Way, ...], ...]:
        """The ways out of each step, in the steps' order. A step may name one that is not there."""
        return tuple(self._ways(number) for number in range(len(self.steps)))

    def _ways(self, number: int) -> tuple[Way, ...]:
        step = self.steps[number]
        if step.kind == "end":
            return ()
        if step.kind == "decision":
            return tuple(Way(branch.to, branch.label) for branch in step.branches)
        if step.next:
            return (Way(step.next),)
        below = self.steps[number + 1 : number + 2]
        return tuple(Way(one.id) for one in below)
