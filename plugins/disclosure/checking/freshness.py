"""What is due: reviews of answers and services, updates of disclosed items (F-05).

Shown to editors only. A page never says that its agency is late.
"""

from __future__ import annotations

import datetime as dt

from disclosure.checking.checker import Check
from disclosure.model.disclosure_item import DisclosureItem, later
from disclosure.reading.places import Location


def nothing_is_overdue(check: Check) -> None:
    """Reviews and updates whose day has passed, measured against the day of the build."""
    today = check.settings.today
    if today is None:
        return
    for record in check.catalogue.shown:
        if record.review_months and not getattr(record, "superseded_by", None):
            since = record.reviewed or record.changed
            due = later(since, record.review_months)
            if due < today:
                _tell(check, record.id, ("review_months",), "review-overdue", due)
        if isinstance(record, DisclosureItem) and record.due and record.due < today:
            if record.next_due:
                _tell(check, record.id, ("next_due",), "next-due-passed", record.due)
            else:
                _tell(check, record.id, ("frequency",), "update-overdue", record.due)
        for field in ("reviewed", "updated"):
            day = getattr(record, field)
            if day and day > today:
                _tell(check, record.id, (field,), "future-date", day)


def _tell(check: Check, record: str, place: Location, rule: str, due: dt.date) -> None:
    what = {
        "review-overdue": (
            "應在 {} 前再檢視一次；內容仍正確就把 reviewed 改成今天",
            "was due for review on {}; if it is still right, set `reviewed` to today",
        ),
        "next-due-passed": (
            "應在 {} 前更新；更新後把 next_due 改成下一次的日期",
            "was due for an update on {}; once done, set `next_due` to the next day",
        ),
        "future-date": (
            "寫的 {} 還沒有到；請寫已經檢視或更新的那一天",
            "bears {}, which has not come yet; write the day on which it was done",
        ),
        "update-overdue": (
            "應在 {} 前更新；更新後把 updated 改成今天",
            "was due for an update on {}; once done, set `updated` to today",
        ),
    }
    zh, en = what[rule]
    check.tell(
        check.catalogue.sources[record].path,
        place,
        rule,
        f"這筆資料{zh.format(due)}。",
        f"This record {en.format(due)}.",
        "warning",
    )


RULES = (nothing_is_overdue,)
