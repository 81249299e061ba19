"""The accessibility statement claims nothing that the audit has not shown."""

from __future__ import annotations

import datetime as dt

from disclosure.checking.checker import Check
from disclosure.reading.audit import NAME as AUDIT

#: After so many days the site that was measured is hardly the one that is read.
_MOST_DAYS = 90


def efforts_are_shown(check: Check) -> None:
    """Every effort rests on results; one that does not is left out of the page."""
    own, audit = check.catalogue.accessibility, check.catalogue.audit
    if own is None or audit is None:
        return
    for number, effort in enumerate(own.efforts):
        for place, name in enumerate(effort.rests_on):
            if not audit.shows(name):
                check.tell(
                    check.data_path("accessibility.yml"),
                    ("efforts", number, "rests_on", place),
                    "unproven-effort",
                    f"最近一次 make audit 沒有「{name}」通過的結果，所以聲明頁不會列出這一項。",
                    f'The latest `make audit` has no passed result "{name}", so the statement '
                    "leaves this effort out.",
                    "warning",
                )


def results_are_recent(check: Check) -> None:
    """Results of long ago say little about the site of today."""
    audit, today = check.catalogue.audit, check.settings.today
    if audit and today and today - audit.made > dt.timedelta(days=_MOST_DAYS):
        path = check.data_path(AUDIT)
        check.tell(
            path,
            check.locator.line_of(path, '"made"'),
            "audit-old",
            f"網站上次測試是 {audit.made}，超過 {_MOST_DAYS} 天；請重新執行 make audit。",
            f"The site was measured on {audit.made}, more than {_MOST_DAYS} days ago: run "
            "`make audit` again.",
            "warning",
        )


RULES = (efforts_are_shown, results_are_recent)
