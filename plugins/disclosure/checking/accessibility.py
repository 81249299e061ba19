"""The accessibility statement claims nothing that the audit has not shown."""

from __future__ import annotations

from disclosure.checking.checker import Check


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


RULES = (efforts_are_shown,)
