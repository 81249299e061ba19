"""Notices for every page: short, for a short time, and one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from disclosure.checking.checker import Check
from disclosure.checking.naming import leads_to_a_shown_record, unknown
from disclosure.model.notices import Notice
from disclosure.model.text import Text

_FILE = "notices.yml"
#: The longest title and text, in characters: of Chinese, and of languages written in letters.
LONGEST = {"title": (40, 120), "text": (120, 360)}
#: After so many days an urgent notice is no news to anybody.
MOST_DAYS = 31


def notices_are_in_order(check: Check) -> None:
    """They end after they begin, and lead to what is on the site."""
    for number, notice in enumerate(check.catalogue.notices.notices):
        path, place = check.data_path(_FILE), ("notices", number)
        if notice.until < notice.since:
            check.tell(
                path,
                (*place, "until"),
                "notice-order",
                "公告的 until 早於 since，所以永遠不會出現。",
                "`until` is earlier than `since`, so that the notice is never shown.",
            )
        if notice.record is None:
            continue
        if notice.record in check.catalogue.records:
            leads_to_a_shown_record(check, None, path, (*place, "record"), notice.record)
        else:
            known = check.catalogue.records
            unknown(check, path, (*place, "record"), "record", notice.record, known)


def notices_are_short(check: Check) -> None:
    """They stand above the text of every page: a few words, for a few days."""
    for number, notice in _to_come(check):
        path, place = check.data_path(_FILE), ("notices", number)
        for field, words in (("title", notice.title), ("text", notice.text)):
            for language in _too_long(check, words, *LONGEST[field]):
                check.tell(
                    path,
                    (*place, field, language),
                    "long-notice",
                    "這段公告太長，每一頁都要先看完它；請縮成一兩句，細節寫在一筆資料裡，"
                    "用 record 連過去。",
                    "This is long for a notice that stands on every page: keep a sentence or two, "
                    "and lead to the rest by `record`.",
                    "warning",
                )
        days = (notice.until - notice.since).days + 1
        if notice.level == "urgent" and days > MOST_DAYS:
            check.tell(
                path,
                (*place, "until"),
                "lasting-notice",
                f"緊急公告要顯示 {days} 天，看久了就沒有人注意；請縮短，或把 level 改成 info。",
                f"An urgent notice of {days} days is soon overlooked: shorten it, or make its "
                "`level` info.",
                "warning",
            )


def _to_come(check: Check) -> Iterator[tuple[int, Notice]]:
    """The notices that somebody will still read, each with its number; past ones may stay."""
    today = check.settings.today
    for number, notice in enumerate(check.catalogue.notices.notices):
        if today is None or notice.until >= today:
            yield number, notice


def _too_long(check: Check, words: Text | None, han: int, letters: int) -> list[str]:
    """The languages in which a text is too long."""
    return [
        language
        for language, said in (words.root if words else {}).items()
        if len(said) > (han if check.strings[language].facts.script == "han" else letters)
    ]


def notices_speak_every_language(check: Check) -> None:
    """Whoever reads another language makes the same needless journey."""
    for number, notice in _to_come(check):
        for field, words in (("title", notice.title), ("text", notice.text)):
            missing = [one for one in check.catalogue.languages if words and not words.get(one)]
            if missing:
                check.tell(
                    check.data_path(_FILE),
                    ("notices", number, field),
                    "notice-untranslated",
                    f"這則公告的 {field} 還沒有譯文：{'、'.join(missing)}。"
                    "看不懂中文的家屬也會白跑一趟。",
                    f"`{field}` of this notice is not written in: {', '.join(missing)}. Families "
                    "who read no Chinese make the same needless journey.",
                    "warning",
                )


def urgent_notices_stand_alone(check: Check) -> None:
    """Two urgent ones on one day: which comes first?"""
    urgent = [(number, one) for number, one in _to_come(check) if one.level == "urgent"]
    for (_, first), (number, second) in combinations(urgent, 2):
        day = max(first.since, second.since)
        if first.shown_on(day) and second.shown_on(day):
            check.tell(
                check.data_path(_FILE),
                ("notices", number, "since"),
                "urgent-notices-overlap",
                f"從 {day} 起，緊急公告「{first.id}」與「{second.id}」同時出現；請合成一則，"
                "或把比較不急的改成 level: info。",
                f'From {day} on, the urgent notices "{first.id}" and "{second.id}" are shown '
                "together: make them one, or make the lesser one `level: info`.",
                "warning",
            )


RULES = (
    notices_are_in_order,
    notices_are_short,
    notices_speak_every_language,
    urgent_notices_stand_alone,
)
