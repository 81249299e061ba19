"""When a record is to be looked at again (F-05)."""

from __future__ import annotations

import datetime as dt

from disclosure.model.disclosure_item import later
from disclosure.model.faq import Faq
from disclosure.model.freshness import Freshness
from disclosure.model.record import Record, kind_of


def is_replaced(record: Record) -> bool:
    """A question that another one replaces stays as it was: nobody needs to look at it again."""
    return isinstance(record, Faq) and record.superseded_by is not None


def review_months(record: Record, freshness: Freshness) -> int:
    """How many months a review lasts: the record's own number, else its kind's; 0 for ever."""
    if is_replaced(record):
        return 0
    if record.review_months is not None:
        return record.review_months
    by_kind: dict[str, int] = dict(freshness.review_months.items())
    return by_kind.get(kind_of(record), 0)


def review_due(record: Record, freshness: Freshness) -> dt.date | None:
    """The last day of a review: counted from the last one, or from the last change."""
    months = review_months(record, freshness)
    return later(record.reviewed or record.changed, months) if months else None
