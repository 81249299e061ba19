"""The day of a build: the only place that asks for it.

It decides what is overdue, which only editors are told, and on pages what holds for a time only:
rules with a validity, notices, the badge.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os


def today() -> dt.date:
    """The day that `SOURCE_DATE_EPOCH` names (reproducible builds), else today in Taiwan."""
    taiwan = dt.timezone(dt.timedelta(hours=8))
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        with contextlib.suppress(OverflowError, ValueError, OSError):  # a year that there is not
            return dt.datetime.fromtimestamp(int(epoch), taiwan).date()
    return dt.datetime.now(taiwan).date()
