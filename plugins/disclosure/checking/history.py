"""What a record says of its changes must fit what became of it."""

from __future__ import annotations

from disclosure.checking.checker import Check


def updates_are_not_behind(check: Check) -> None:
    """A written `updated` is what the public reads; a later change would go unseen. A note of a day
    to come is told for that alone."""
    today = check.settings.today
    for record in check.catalogue.shown:
        if record.updated is None:
            continue
        path = check.catalogue.sources[record.id].path
        notes = (one.date for one in record.changes if today is None or one.date <= today)
        noted = max(notes, default=record.updated)
        edited = max(check.catalogue.edits.get(record.id, ()), default=record.updated)
        if noted > record.updated:
            check.tell(
                path,
                ("updated",),
                "updated-behind",
                f"更新日期（updated）寫 {record.updated}，更新紀錄（changes）卻有 {noted} 的說明；"
                f"請把 updated 改成 {noted}。",
                f"`updated` says {record.updated}, but `changes` tells of {noted}: set `updated` "
                f"to {noted}.",
                "warning",
            )
        elif edited > record.updated:
            check.tell(
                path,
                ("updated",),
                "updated-behind",
                f"更新日期（updated）寫 {record.updated}，git 的紀錄卻顯示 {edited} 改過；內容變了"
                f"就把 updated 改成 {edited} 或刪掉。只是整理格式的提交，訊息末行寫 Content: none，"
                f"或記在 {check.data_path('history.yml')} 的 not_content。",
                f"`updated` says {record.updated}, but git shows a change on {edited}: if the "
                f"content is different, set `updated` to {edited} or delete it. A commit that "
                "changed no content ends its message with `Content: none`, or stands in "
                f"`not_content` of {check.data_path('history.yml')}.",
                "warning",
            )


def changes_have_happened(check: Check) -> None:
    """Notes on changes are for what is done, not for what is planned."""
    today = check.settings.today
    for record in check.catalogue.shown:
        for number, change in enumerate(record.changes):
            if today is not None and change.date > today:
                check.tell(
                    check.catalogue.sources[record.id].path,
                    ("changes", number, "date"),
                    "future-date",
                    f"更新紀錄寫的 {change.date} 還沒有到；請寫已經更新的那一天。",
                    f"The note on a change bears {change.date}, which has not come yet; write the "
                    "day on which it was done.",
                    "warning",
                )


RULES = (updates_are_not_behind, changes_have_happened)
