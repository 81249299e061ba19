"""A service plan: one agency, one year, sections → strategies → measures (DESIGN §3).

The shape holds what plans of five agencies and four years print; see `docs/editors/plans.md`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from disclosure.model.base import Id, Line, Model
from disclosure.model.dates import Date, Deadline
from disclosure.model.record import Record, UnitRef
from disclosure.model.text import Text


class Basis(Model):
    """A document that a plan rests on or was issued by."""

    authority: Text = Field(description="Who issued or forwarded it")
    date: Date | None = None
    number: Line | None = Field(None, description="發文字號, as printed")
    action: Literal["issued", "forwarded"] = "issued"
    title: Text


class Target(Model):
    """What a measure promises: a quantity to compare with, or a quality to show (G-05)."""

    kind: Literal["quantitative", "qualitative"] = "quantitative"
    what: Text = Field(description="What is counted or shown")
    comparison: Literal["at-least", "at-most", "exactly", "more-than", "less-than"] | None = None
    number: Annotated[Decimal, Field(max_digits=12)] | None = None
    unit: Text | None = Field(None, description="次, 場次, %, 分 …")
    period: Literal["day", "week", "month", "quarter", "half-year", "year", "each-time"] | None = (
        Field(None, description="Per what time the number counts; empty: once in the plan")
    )
    printed: Line | None = Field(None, description="The source's own few words, e.g. 8 成以上")


class Result(Model):
    """What was done in a period."""

    period: Text
    text: Text


class Item(Model):
    """A numbered point below a measure, a strategy or a chapter: (1), (A) …"""

    number: Line | None = None
    text: Text
    units: tuple[UnitRef, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    targets: tuple[Target, ...] = ()
    items: tuple[Item, ...] = ()


class Measure(Item):
    """推動作法: one concrete thing to do."""

    results: tuple[Result, ...] = ()


class Strategy(Model):
    """執行策略: the middle level of the table. `id` is the same for the same matter every year."""

    id: Id
    number: Line
    title: Text = Field(description="A short name of our own, for headings and comparison")
    text: Text
    units: tuple[UnitRef, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    targets: tuple[Target, ...] = ()
    measures: tuple[Measure, ...] = ()
    benefit: Text | None = Field(None, description="預期效益; Markdown")
    results: tuple[Result, ...] = ()
    note: Text | None = Field(None, description="What an editor must tell about the source")


class Section(Model):
    """實施要項. A title lost in the source is left out, and `note` says so."""

    id: Id
    number: Line
    title: Text | None = None
    note: Text | None = None
    strategies: Annotated[tuple[Strategy, ...], Field(min_length=1)]


class Chapter(Model):
    """A chapter outside the table, e.g. 實施步驟, 管制考核, 獎勵, 其他."""

    number: Line | None = None
    heading: Text = Field(description="The heading as printed, and its English")
    clauses: Annotated[tuple[Item, ...], Field(min_length=1)]
    note: Text | None = None


class Columns(Model):
    """The column names that this year's plan prints (G-03)."""

    section: Text
    strategy: Text
    units: Text | None = None
    deadlines: Text | None = None
    measures: Text | None = None
    benefit: Text | None = None
    results: Text | None = None


class Prepared(Model):
    """Who drew the plan up, and when, where the source prints it."""

    units: tuple[UnitRef, ...] = ()
    date: Date | None = None


class ResultsReport(Model):
    """A report of what the plan has achieved: until June, or in the whole year (G-01)."""

    half: Literal["first", "second"]
    submitted: Date = Field(description="The day on which it was handed in")


class Plan(Record):
    """服務躍升執行計畫 or 提升服務品質執行計畫 of one agency for one year."""

    agency: Id
    year: Annotated[int, Field(ge=1912, le=2200, description="Western year")]
    carries_out: Id | None = Field(None, description="The plan that this one carries out")
    issued: Basis | None = Field(None, description="The document that issued this very plan")
    prepared: Prepared | None = None
    reports: tuple[ResultsReport, ...] = Field((), description="Half-yearly, as handed in")
    basis: Annotated[tuple[Basis, ...], Field(min_length=1)]
    goals: Text = Field(description="Markdown")
    scope: Text
    scope_heading: Text = Field(description="The printed heading: 實施對象, 實施單位 …")
    columns: Columns
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    steps: Chapter | None = None
    control: Chapter | None = None
    evaluation: Chapter | None = None
    rewards: Chapter | None = None
    other: Chapter | None = None
    notes: tuple[Text, ...] = Field((), description="What an editor must tell about the source")

    @property
    def strategies(self) -> tuple[Strategy, ...]:
        """All strategies, in the plan's order."""
        return tuple(s for section in self.sections for s in section.strategies)

    @property
    def chapters(self) -> tuple[tuple[str, Chapter], ...]:
        """`(field name, chapter)` for each chapter that the plan has, in the plan's order."""
        named = ((name, getattr(self, name)) for name in CHAPTERS)
        return tuple((name, chapter) for name, chapter in named if chapter is not None)


CHAPTERS = ("steps", "control", "evaluation", "rewards", "other")
