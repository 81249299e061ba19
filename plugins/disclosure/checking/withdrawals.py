"""What is withdrawn says since when and why, and what to read instead."""

from __future__ import annotations

from disclosure.checking.checker import Check
from disclosure.checking.ledger import withdrawal
from disclosure.checking.naming import names_another_record
from disclosure.model.page import Page


def withdrawals_are_explained(check: Check) -> None:
    """`life: withdrawn` and the group `withdrawn` stand together."""
    for record in check.catalogue.records.values():
        path = check.catalogue.sources[record.id].path
        if record.life == "withdrawn" and isinstance(record, Page) and record.path == "index.md":
            check.tell(
                path,
                ("life",),
                "home-withdrawn",
                "首頁不能撤下，每個網站都要有；請改寫內容。",
                "The home page cannot be withdrawn, for every site has one: rewrite it.",
            )
        elif record.life == "withdrawn" and record.withdrawn is None:
            day = check.settings.today or record.changed
            group = withdrawal(day.isoformat(), check.settings.languages)
            check.tell(
                path,
                ("life",),
                "withdrawal-incomplete",
                f"撤下的資料要說明日期與原因，網頁才能告訴讀者；請加上「{group}」，"
                "有可以改看的資料就再寫 successor: 識別碼。",
                f"What is withdrawn has to say when and why, so that its page can: add `{group}`, "
                "and `successor: <id>` if there is something to read instead.",
            )
        elif record.life != "withdrawn" and record.withdrawn is not None:
            check.tell(
                path,
                ("withdrawn",),
                "not-withdrawn",
                "寫了 withdrawn，卻沒有撤下；請加上「life: withdrawn」，或刪掉這一段。",
                "There is a `withdrawn`, but the record is not: add `life: withdrawn`, or remove "
                "this group.",
            )


def withdrawals_have_happened(check: Check) -> None:
    """The page says that the record is gone since a day; that day has come."""
    today = check.settings.today
    for record in check.catalogue.withdrawn:
        assert record.withdrawn is not None
        day = record.withdrawn.date
        if today is not None and day > today:
            check.tell(
                check.catalogue.sources[record.id].path,
                ("withdrawn", "date"),
                "future-date",
                f"撤下的日期 {day} 還沒有到，網頁卻已經寫著撤下；請寫實際撤下的那一天，"
                "還不到撤下的時候就拿掉「life: withdrawn」與這一段。",
                f"The day of the withdrawal, {day}, has not come yet, but the page says that the "
                "record is withdrawn: write the day on which it was, or remove `life: withdrawn` "
                "and this group until then.",
                "warning",
            )


def successors_are_there(check: Check) -> None:
    """The page of what is withdrawn leads to one that exists."""
    catalogue = check.catalogue
    for record in catalogue.withdrawn:
        assert record.withdrawn is not None
        name, path = record.withdrawn.successor, catalogue.sources[record.id].path
        place = ("withdrawn", "successor")
        if name is None or not names_another_record(check, record, path, place, name):
            continue
        if not catalogue.shows(catalogue.records[name]):
            _not_shown(check, path, name)


def _not_shown(check: Check, path: str, name: str) -> None:
    check.tell(
        path,
        ("withdrawn", "successor"),
        "unpublished-record",
        f"「{name}」還是草稿或已經撤下；請寫現在有效的那一筆，或刪掉 successor。",
        f'"{name}" is a draft or withdrawn, where no reader should be led: name what is valid '
        "now, or remove `successor`.",
    )


RULES = (withdrawals_are_explained, withdrawals_have_happened, successors_are_there)
