"""The report's words for editors, who read Chinese first and English below it.

The names of topics and states are those of the internal page: the package's, whatever a site
overrules on its own pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import yaml

from disclosure.reporting.report import Row, State, Topic
from disclosure.resources import translation_folder

#: Of rows that no unit answers for.
NO_UNIT = ("沒有寫科室", "no unit named")


def topic_names(topic: Topic) -> tuple[str, str]:
    """What is to be done, in Chinese and in English."""
    return _both(f"due_topic_{topic}")


def state_names(state: State) -> tuple[str, str]:
    """How far it is, in Chinese and in English."""
    return _both(f"due_state_{state}")


def said(row: Row) -> tuple[str, str]:
    """What a row says, in both languages."""
    zh, en = topic_names(row.topic)
    if row.topic in ("plan", "first", "second"):
        zh, en = f"{row.year} 年{zh}", f"{en}, {row.year}"
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


def _both(key: str) -> tuple[str, str]:
    return _words("zh")[key], _words("en")[key]


@cache
def _words(language: str) -> Mapping[str, str]:
    text = (translation_folder() / f"{language}.yml").read_text("utf-8")
    words: dict[str, str] = yaml.load(text, Loader=yaml.CSafeLoader)["words"]
    return words
