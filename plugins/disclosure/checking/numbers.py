"""Permanent numbers: every question and service has one, and nobody else has the same."""

from __future__ import annotations

from disclosure.checking.checker import Check
from disclosure.model.faq import Faq
from disclosure.model.record import Record
from disclosure.model.service import Service


def numbers_are_given_once(check: Check) -> None:
    """Questions within their category, services among themselves; also those withdrawn."""
    groups: dict[str, list[Faq | Service]] = {}
    for record in check.catalogue.records.values():
        if isinstance(record, Faq | Service):
            groups.setdefault(_group(record), []).append(record)
    for group in groups.values():
        holders: dict[int, Record] = {}
        # The one that was there first keeps its number: it stands on paper already.
        for record in sorted(group, key=lambda one: (one.published, one.id)):
            if record.number is None or record.number in holders:
                _tell(check, record, group, holders)
            else:
                holders[record.number] = record


def _group(record: Faq | Service) -> str:
    return f"faq/{record.category}" if isinstance(record, Faq) else "service"


def _tell(
    check: Check, record: Faq | Service, group: list[Faq | Service], holders: dict[int, Record]
) -> None:
    free = max((one.number or 0 for one in group), default=0) + 1
    if record.number is None:
        check.tell_missing(
            record,
            "number",
            "no-number",
            f"缺少永久編號；下一個可用的是「number: {free}」。",
            f"The permanent number is missing; the next free one is `number: {free}`.",
        )
        return
    other = check.catalogue.sources[holders[record.number].id].path
    check.tell(
        check.catalogue.sources[record.id].path,
        ("number",),
        "duplicate-number",
        f"編號 {record.number} 已由 {other} 使用。新寫的那一份用下一個可用的 {free}；"
        "已經公布的不動，若是剛才改了其中一份的號碼，請改回來。",
        f"The number {record.number} is taken by {other}. The new one of the two takes the next "
        f"free one, {free}; one that was published keeps its number: put back what you have just "
        "changed.",
    )


RULES = (numbers_are_given_once,)
