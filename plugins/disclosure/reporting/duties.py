"""What agencies owe by law or order every year: a service plan, and its results twice (G-01).

The days are those of the Ministry of Justice's plan of 2018 (服務躍升執行計畫): plans are
published by 31 March, results are reported by 20 July and by 20 January of the next year.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from disclosure.model.catalogue import Catalogue
from disclosure.model.plan import Plan

What = Literal["plan", "first", "second"]


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that an agency owes for a year, and the day on which it was done."""

    agency: str
    year: int
    what: What
    due: dt.date
    plan: Plan | None
    done: dt.date | None


def due_on(year: int, what: What) -> dt.date:
    """The last day on which a duty is done in time."""
    if what == "plan":
        return dt.date(year, 3, 31)
    return dt.date(year, 7, 20) if what == "first" else dt.date(year + 1, 1, 20)


def duties(catalogue: Catalogue, today: dt.date) -> Iterator[Duty]:
    """The duties of the agencies of `freshness.yml`, up to those of this year."""
    wanted = catalogue.freshness.plan_duties
    if wanted is None:
        return
    for agency in wanted.agencies:
        for year in range(wanted.since, today.year + 1):
            plan = _plan(catalogue, agency, year, today)
            yield Duty(
                agency, year, "plan", due_on(year, "plan"), plan, plan.published if plan else None
            )
            if plan is None:
                continue  # what is not published has no results to report
            yield _results(plan, "first", today)
            yield _results(plan, "second", today)


def _plan(catalogue: Catalogue, agency: str, year: int, today: dt.date) -> Plan | None:
    """The plan that was published first, where a year has several."""
    found = [
        plan
        for plan in catalogue.every(Plan)
        if (plan.agency, plan.year, plan.life) == (agency, year, "published")
        and plan.published <= today
    ]
    return min(found, key=lambda plan: (plan.published, plan.id), default=None)


def _results(plan: Plan, half: Literal["first", "second"], today: dt.date) -> Duty:
    handed_in = [
        one.submitted for one in plan.reports if one.half == half and one.submitted <= today
    ]
    due = due_on(plan.year, half)
    return Duty(plan.agency, plan.year, half, due, plan, min(handed_in, default=None))
