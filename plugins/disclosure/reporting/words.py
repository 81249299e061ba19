"""The report's words for editors, who read Chinese first and English below it."""

from __future__ import annotations

from disclosure.reporting.report import Row, State, Topic

#: `(Chinese, English)`
TOPICS: dict[Topic, tuple[str, str]] = {
    "review": ("檢視內容", "review"),
    "update": ("更新資料", "update"),
    "validity": ("適用期間", "validity"),
    "plan": ("公開年度計畫", "plan of the year"),
    "first": ("上半年執行成果", "results, first half-year"),
    "second": ("全年執行成果", "results, whole year"),
    "draft": ("草稿", "draft"),
    "notice": ("公告", "notice"),
}
STATES: dict[State, tuple[str, str]] = {
    "overdue": ("逾期", "overdue"),
    "over": ("已結束", "ended"),
    "due": ("快到期", "due soon"),
    "never": ("從未檢視", "never reviewed"),
    "waiting": ("未發布", "not published"),
    "done": ("已完成", "done"),
}
#: Of rows that no unit answers for.
NO_UNIT = ("沒有寫科室", "no unit named")


def said(row: Row) -> tuple[str, str]:
    """What a row says, in both languages."""
    zh, en = TOPICS[row.topic]
    if row.topic in ("plan", "first", "second"):
        zh, en = f"{row.year} 年{zh}", f"{en} {row.year}"
    late_zh, late_en = f"，逾期 {row.days} 天", f", {_days(row.days)} late"
    if row.state == "never":
        return f"{zh}：從未檢視", f"{en}: never reviewed"
    if row.state == "waiting":
        return f"{zh}：已放 {row.days} 天", f"{en}: untouched for {_days(row.days)}"
    if row.state == "over":
        return f"{zh}：{row.due} 結束，已過 {row.days} 天", f"{en}: ended on {row.due}"
    if row.state == "done":
        zh, en = (
            f"{zh}：{row.last} 完成（期限 {row.due}）",
            f"{en}: done on {row.last}, due {row.due}",
        )
        return (f"{zh}{late_zh}", f"{en}{late_en}") if row.days else (zh, en)
    zh, en = f"{zh}：期限 {row.due}", f"{en}: due on {row.due}"
    return (f"{zh}{late_zh}", f"{en}{late_en}") if row.state == "overdue" else (zh, en)


def _days(number: int) -> str:
    return f"{number} day{'s' * (number != 1)}"
