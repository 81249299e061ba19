"""What is typed after `disclosure`: its values, and what is said when it is mistyped.

`argparse` says what is wrong in English alone; an editor reads Chinese first.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
from collections.abc import Callable
from typing import NoReturn, TypeVar

from disclosure.suggest import guess_words, nearest

_PORTS = 65535
#: Days or seconds: more than anybody waits, and all that is ever due.
_MOST = 999_999_999
N = TypeVar("N", int, float)


class Parser(argparse.ArgumentParser):
    """A parser whose errors are in Chinese and in English; those of its subcommands are too."""

    def error(self, message: str) -> NoReturn:
        """Say how the command is used and what is wrong; exits with 2, as `argparse` does."""
        zh, en = told(message)
        self.print_usage(sys.stderr)
        self.exit(2, f"{zh}\n    {en}\n")


def days(written: str) -> int:
    """A whole number of days, from 0 on."""
    return _number(written, int, f"0 到 {_MOST} 的整數", f"a whole number from 0 to {_MOST}")


def port(written: str) -> int:
    """The number of a port of this computer; 0 takes a free one."""
    words = f"0 到 {_PORTS} 的整數", f"a whole number from 0 to {_PORTS}"
    return _number(written, int, *words, most=_PORTS)


def seconds(written: str) -> float:
    """A length of time, from 0 on; fractions are allowed."""
    return _number(written, float, f"0 到 {_MOST} 的秒數", f"a number of seconds from 0 to {_MOST}")


def day(written: str) -> dt.date:
    """A day of the Western calendar."""
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        raise mistyped(
            f"日期要寫成西元的 年-月-日，例如 2026-03-31，不能是「{written}」。",
            f'a day is written as 2026-03-31, not "{written}".',
        ) from None


def mistyped(zh: str, en: str) -> argparse.ArgumentTypeError:
    """The error of a value that cannot be taken."""
    return argparse.ArgumentTypeError(f"{zh}\n{en}")


def _number(written: str, kind: type[N], zh: str, en: str, *, most: float = _MOST) -> N:
    try:
        number = kind(written)
    except ValueError:
        number = kind(-1)
    if 0 <= number <= most:  # which nan is not
        return number
    raise mistyped(f"要寫 {zh}，不能是「{written}」。", f'{en}, not "{written}".')


#: What `argparse` calls the words that have no name of their own on the command line.
_NAMES = {
    "command": "指令（command）",
    "action": "動作（action）",
    "kind": "種類（kind）",
    "what": "動作（what）",
}


def told(message: str) -> tuple[str, str]:
    """A message of `argparse`, with that of a value within it, in Chinese and in English."""
    for pattern, say in _SAID:
        if found := pattern.fullmatch(message):
            return say(message, *found.groups())
    return f"指令的寫法不對（{message}）；加上 --help 可以看用法。", f"{message}."


def _wrong_value(message: str, name: str, zh: str, en: str) -> tuple[str, str]:
    return f"{name}：{zh}", f"{name}: {en}"


def _no_such_choice(message: str, name: str, value: str, choices: str) -> tuple[str, str]:
    known = [choice.strip(" '") for choice in choices.split(",")]
    zh, en = guess_words(nearest(value, known))
    there = ", ".join(known)
    return (
        f"{_NAMES.get(name, name + ' ')}不能是「{value}」{zh}可以寫的有：{there}。",
        f'{name} cannot be "{value}"{en} There are: {there}.',
    )


def _in_chinese(zh: str) -> Callable[..., tuple[str, str]]:
    def say(message: str, *parts: str) -> tuple[str, str]:
        return zh.format(*(_NAMES.get(part, part) for part in parts)), f"{message}."

    return say


#: The messages of `argparse`, Python 3.11 to 3.14, and how each is said in Chinese.
_SAID: tuple[tuple[re.Pattern[str], Callable[..., tuple[str, str]]], ...] = tuple(
    (re.compile(pattern, re.DOTALL), say)
    for pattern, say in (
        (r"argument (.+?): (.+)\n(.+)", _wrong_value),
        (r"(.+)\n(.+)", lambda message, zh, en: (zh, en)),
        (r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)", _no_such_choice),
        (
            r"the following arguments are required: (.+)",
            _in_chinese("少寫了 {}；加上 --help 可以看用法。"),
        ),
        (
            r"unrecognized arguments: (.+)",
            _in_chinese("這個指令沒有「{}」；加上 --help 可以看用法。"),
        ),
        (r"argument (.+?): expected (?:one|at least one) argument", _in_chinese("{} 後面要寫值。")),
        (r"argument (.+?): expected (\d+) arguments", _in_chinese("{} 後面要寫 {} 個值。")),
        (
            r"argument (.+?): ignored explicit argument '?(.*?)'?",
            _in_chinese("{} 後面不寫值，請拿掉「{}」。"),
        ),
        (
            r"ambiguous option: (.+?) could match (.+)",
            _in_chinese("「{}」可能是 {}，請寫完整。"),
        ),
    )
)
