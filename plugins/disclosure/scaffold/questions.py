"""What can be asked of whoever begins a record, and which answers will not do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from disclosure.problems import Problem
from disclosure.reading.odd_signs import control_character
from disclosure.scaffold.desk import Desk
from disclosure.suggest import guess_words, nearest

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 500
_LONGEST_NAME = 80

#: Answers by the key of their question.
Answers = dict[str, str]


@dataclass(frozen=True)
class Question:
    """One thing to ask. `refuse` tells why an answer will not do; nothing typed means `default`,
    and no default means that something must be typed."""

    key: str
    zh: str
    en: str
    refuse: Callable[[str], Problem | None]
    default: str | None = None
    choices: Mapping[str, str] = field(default_factory=dict)


def told(path: str, rule: str, zh: str, en: str) -> Problem:
    """A problem of a file as a whole."""
    return Problem(path, 0, 0, rule, zh, en)


def name(desk: Desk, path: Path, identity: Callable[[str], str] | None = None) -> Question:
    """The file's name, which becomes an address. `path` is where it will stand, with `*` for it.

    It is the record's id too; where it may have folders, `identity` makes the id of it.
    """

    def refuse(answer: str) -> Problem | None:
        at = Path(str(path).replace("*", answer))
        shown = desk.shown(at)
        steps = answer.split("/") if identity else [answer]
        if not all(_NAME.fullmatch(step) for step in steps):
            return told(
                shown,
                "file-name",
                f"「{answer}」會成為網址，只能用小寫英文字母、數字與連字號，例如 children-count。",
                f'"{answer}" becomes part of an address: lower-case letters, digits and hyphens '
                "only.",
            )
        known = identity(answer) if identity else answer
        if len(known) > _LONGEST_NAME:
            return told(
                shown,
                "file-name",
                f"「{answer}」有 {len(answer)} 個字，檔名（連同資料夾）最多 {_LONGEST_NAME} 個字。",
                f'"{answer}" has {len(answer)} characters; a name, with its folders, takes '
                f"{_LONGEST_NAME} at most.",
            )
        catalogue = desk.catalogue
        holder = catalogue.renamed.get(known, known)
        if holder in catalogue.records or at.exists():
            taken = catalogue.sources[holder].path if holder in catalogue.sources else shown
            return told(
                shown,
                "duplicate-id",
                f"識別碼「{known}」已由 {taken} 使用，請換一個。",
                f'The id "{known}" is taken by {taken}: choose another.',
            )
        return None

    return Question(
        "name",
        "檔名（會成為網址，公布之後盡量不改；小寫英文字母、數字與連字號，例如 children-count）",
        "File name, which becomes the address",
        refuse,
    )


def title(path: Path, desk: Desk, zh: str, en: str) -> Question:
    """What the record is called, in the main language."""
    return Question("title", zh, en, lambda answer: _unwritable(answer, desk.shown(path)))


def translated_title(path: Path, desk: Desk, language: str) -> Question:
    """The title in another language; it may come later."""
    name = desk.names.get(language, language)
    return Question(
        f"title.{language}",
        f"{name} 的題目或名稱（還沒有就直接按 Enter）",
        f"Title in {name} (Enter if there is none yet)",
        lambda answer: _unwritable(answer, desk.shown(path)) if answer else None,
        default="",
    )


def _unwritable(answer: str, path: str) -> Problem | None:
    """A title has words, and no sign that other people's devices cannot show."""
    try:
        control = control_character(answer)
        answer.encode()
    except UnicodeEncodeError:
        return told(
            path, "control-character", "題目有無法儲存的字元。", "The title cannot be saved."
        )
    if control:
        return told(path, *control[2])
    if not answer or len(answer) > _LONGEST:
        return told(
            path,
            "too-long" if answer else "empty-text",
            f"題目要有 1 到 {_LONGEST} 個字。",
            f"The title takes 1 to {_LONGEST} characters.",
        )
    return None


def units(desk: Desk, default: str, *, wanted: bool = False) -> Question:
    """Who answers for it: ids of units, with blanks between them."""
    register = desk.catalogue.units
    path = f"{desk.settings.data}/units.yml"

    def refuse(answer: str) -> Problem | None:
        if wanted and not answer.split():
            return told(
                path,
                "no-unit",
                "至少要有一個承辦單位；名冊裡還沒有的，請先登記。",
                "At least one unit is wanted; register it first if it is not in the list.",
            )
        return _unknown(answer.split(), register, "unit", path, "科室")

    return Question(
        "units",
        "承辦單位（識別碼，好幾個就用空白隔開）",
        "Units that answer for it (ids, blanks between them)",
        refuse,
        default=None if wanted and not default else default,
        choices={one.id: one.name.best(desk.settings.primary)[0] for one in register.values()},
    )


def one_of(
    desk: Desk, key: str, zh: str, en: str, known: Mapping[str, str], what: tuple[str, str, str]
) -> Question:
    """One word of a register. `what` is its kind in rule ids, its Chinese word, and its file."""
    kind, word, file = what
    path = f"{desk.settings.data}/{file}"
    return Question(
        key,
        zh,
        en,
        lambda answer: _unknown([answer], known, kind, path, word),
        choices=known,
    )


def _unknown(
    answers: list[str], known: Mapping[str, object], kind: str, path: str, word: str
) -> Problem | None:
    for one in answers:
        if one not in known:
            zh, en = guess_words(nearest(one, known))
            there = "、".join(known) or "—"
            return told(
                path,
                f"unknown-{kind}",
                f"沒有「{one}」這個{word}（有：{there}）{zh}",
                f'There is no {kind} "{one}"{en}',
            )
    return None
