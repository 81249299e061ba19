"""What is due: reviews, updates of disclosed items, rules that have ended (F-05).

Shown to editors only. A page never says that its agency is late.
"""

from __future__ import annotations

import datetime as dt

from disclosure.checking.checker import Check
from disclosure.model.disclosure_item import DisclosureItem
from disclosure.model.plan import Plan
from disclosure.model.record import Record
from disclosure.reading.places import Location
from disclosure.reporting.reviews import is_replaced, review_due

_SAID = {
    "review-overdue": (
        "這筆資料應在 {} 前再檢視一次；內容仍正確就把 reviewed 改成今天。",
        "This record was due for review on {}; if it is still right, set `reviewed` to today.",
    ),
    "update-overdue": (
        "這筆資料應在 {} 前更新；更新後把 updated 改成今天。",
        "This record was due for an update on {}; once done, set `updated` to today.",
    ),
    "next-due-passed": (
        "這筆資料應在 {} 前更新；更新後把 next_due 改成下一次的日期。",
        "This record was due for an update on {}; once done, set `next_due` to the next day.",
    ),
    "future-date": (
        "這筆資料寫的 {} 還沒有到；請寫已經檢視或更新的那一天。",
        "This record bears {}, which has not come yet; write the day on which it was done.",
    ),
    "validity-over": (
        "這筆資料的適用期間到 {} 為止，網頁已經寫明已失效；請改成現在的規定，或撤下這筆資料。",
        "What this record says held until {}, and its page says so; write what holds now, or "
        "withdraw the record.",
    ),
}


def nothing_is_overdue(check: Check) -> None:
    """Reviews and updates whose day has passed, measured against the day of the build."""
    today = check.settings.today
    if today is None:
        return
    for record in check.catalogue.shown:
        due = review_due(record, check.catalogue.freshness)
        if due and due < today:
            _tell(check, record, _what_counts(record), "review-overdue", due)
        if isinstance(record, DisclosureItem) and record.due and record.due < today:
            if record.next_due:
                _tell(check, record, ("next_due",), "next-due-passed", record.due)
            else:
                _tell(check, record, ("frequency",), "update-overdue", record.due)


def _what_counts(record: Record) -> Location:
    """Where the interval stands; where the kind has it, the day from which it is counted."""
    if record.review_months is not None:
        return ("review_months",)
    return next(
        (field,) for field in ("reviewed", "updated", "published") if getattr(record, field)
    )


def nothing_is_dated_ahead(check: Check) -> None:
    """What was done was done today or before."""
    today = check.settings.today
    if today is None:
        return
    for record in check.catalogue.shown:
        days: list[tuple[Location, dt.date | None]] = [
            (("reviewed",), record.reviewed),
            (("updated",), record.updated),
        ]
        if isinstance(record, Plan):
            reports = enumerate(record.reports)
            days += [(("reports", at, "submitted"), one.submitted) for at, one in reports]
        for place, day in days:
            if day and day > today:
                _tell(check, record, place, "future-date", day)


def rules_hold_for_a_time(check: Check) -> None:
    """A validity ends after it has begun; what has ended is told."""
    for record in check.catalogue.records.values():
        held = record.validity
        if held is None or held.until is None:
            continue
        if held.since and held.until < held.since:
            check.tell(
                check.catalogue.sources[record.id].path,
                ("validity", "until"),
                "validity-order",
                "適用期間的 until 早於 since。",
                "`until` is earlier than `since`.",
            )
        elif (
            record.standing(check.settings.today) == "over"
            and check.catalogue.shows(record)
            and not is_replaced(record)
        ):
            _tell(check, record, ("validity", "until"), "validity-over", held.until)


def _tell(check: Check, record: Record, place: Location, rule: str, day: dt.date) -> None:
    zh, en = _SAID[rule]
    path = check.catalogue.sources[record.id].path
    check.tell(path, place, rule, zh.format(day), en.format(day), "warning")


RULES = (nothing_is_overdue, nothing_is_dated_ahead, rules_hold_for_a_time)
