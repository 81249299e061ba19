"""Slips of a Chinese keyboard that YAML's parser notices a line too late, or not by name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

#: `published：2026-01-05`, `- id：x`: to YAML a word without an end.
_WIDE_COLON = re.compile(r"\s*(?:- +)*([A-Za-z_][\w-]*) *：\s*(.*)")
#: `number:5`, but no address such as `https://…`.
_TIGHT_COLON = re.compile(r"\s*(?:- +)*([a-z_]+):(?![/:\s])(.+)")
_WIDE_BLANK = re.compile(r"[ \t]*[\u3000\u00a0]+")


class Slip(NamedTuple):
    """Where, from 0, and what to tell."""

    line: int
    column: int
    zh: str
    en: str


def slip(lines: list[str], suspects: Iterable[int]) -> Slip | None:
    """The first such slip on the lines on which the parser may have stumbled."""
    for number in suspects:
        line = lines[number] if number < len(lines) else ""
        if found := _WIDE_COLON.fullmatch(line):
            return Slip(number, line.index("："), *wide_colon(found[1], found[2]))
        if found := _TIGHT_COLON.fullmatch(line):
            zh = f"「{found[1]}」的冒號後面少了空格；請寫成「{found[1]}: {_short(found[2])}」。"
            en = f"The space behind the colon of `{found[1]}` is missing: write `{found[1]}: `."
            return Slip(number, line.index(":") + 1, zh, en)
        if _WIDE_BLANK.match(line):
            zh = "行首是全形空格或網頁複製來的空格，不能用來縮排；請刪掉，改打半形空格。"
            en = "The line begins with a wide or a non-breaking blank: indent with plain spaces."
            return Slip(number, 0, zh, en)
    return None


def wide_colon(field: str, value: str) -> tuple[str, str]:
    """What is told of a full-width colon behind the name of a field."""
    right = f"{field}: {_short(value)}"
    return (
        f"「{field}」後面是全形冒號；請改成半形冒號加一個空格：「{right}」。",
        f"A full-width colon stands behind `{field}`: write `{field}: `, with an ASCII colon and "
        "a space.",
    )


def _short(value: str) -> str:
    return value if len(value) <= 20 else f"{value[:19]}…"
