"""Translations whose original has changed, those that nobody has confirmed, and what is missing."""

from __future__ import annotations

from pathlib import Path

from disclosure.checking.checker import Check
from disclosure.translating.fields import place_of
from disclosure.translating.states import Translation, unsettled

#: A message names so many fields that wait for a translation.
MOST_NAMED = 3


def translations_follow_their_original(check: Check) -> None:
    """Each stale field; the missing ones of a file together, and the number of the unconfirmed.

    Only where translations are accepted at all: without a lock file nothing is known.
    """
    unconfirmed: dict[str, list[Translation]] = {}
    missing: dict[tuple[str, str], list[Translation]] = {}
    for one in unsettled(check.catalogue, check.settings.data):
        if one.state == "stale":
            _tell_stale(check, one)
        elif one.state == "missing":
            missing.setdefault((one.field.path, one.language), []).append(one)
        else:
            unconfirmed.setdefault(one.field.place(one.language)[0], []).append(one)
    for (_, language), found in missing.items():
        _tell_missing(check, language, found)
    for path, found in unconfirmed.items():
        owners = " ".join(dict.fromkeys(one.owner for one in found))
        are = "translation has" if len(found) == 1 else "translations have"
        check.tell(
            path,
            _line(check, found[0]),
            "translation-unconfirmed",
            f"有 {len(found)} 欄譯文還沒有人確認過；看過之後執行 "
            f"disclosure translations accept {owners}。",
            f"{len(found)} {are} not been confirmed by anybody; once that is done, run "
            f"`disclosure translations accept {owners}`.",
            "warning",
        )


def _tell_missing(check: Check, language: str, found: list[Translation]) -> None:
    first = found[0]
    named = [one.name if "/" in one.owner else one.field.name for one in found]
    names, more = "、".join(named[:MOST_NAMED]), len(found) - MOST_NAMED
    zh, en = ("", "") if more <= 0 else (f" 等 {len(found)} 欄", f" and {more} more")
    if first.field.files is not None:
        where = check.settings.content_folder.relative_to(check.settings.root) / language
        inside = Path(first.field.path).relative_to(check.settings.content)
        how_zh, how_en = f"寫在 {where / inside}", f"write it in {where / inside}"
    else:
        how_zh = f"在中文下面加一行「{language}: …」"
        how_en = f"add `{language}: …` below the original"
    check.tell(
        first.field.path,
        _line(check, first),
        "translation-missing",
        f"還沒有 {language} 的譯文：{names}{zh}。{how_zh}；在那之前，網頁會標明這一段沒有翻譯。",
        f"Not translated into {language} yet: {', '.join(named[:MOST_NAMED])}{en}. To do so, "
        f"{how_en}; until then the page says that the passage is not translated.",
        "warning",
    )


def _tell_stale(check: Check, one: Translation) -> None:
    check.tell(
        one.field.place(one.language)[0],
        _line(check, one),
        "translation-stale",
        f"「{one.owner}」的 {one.field.name}（{one.language}）依據 {one.since} 的原文，"
        "之後原文改過了；"
        f"譯文改好或確認仍然正確之後，執行 disclosure translations accept {one.name}。",
        f'"{one.field.name}" of "{one.owner}" ({one.language}) follows the original of '
        f"{one.since}, which has changed since; mend it or see that it is still right, then run "
        f"`disclosure translations accept {one.name}`.",
        "warning",
    )


def _line(check: Check, one: Translation) -> int:
    return place_of(one.field, one.language, check.locator)[1]


RULES = (translations_follow_their_original,)
