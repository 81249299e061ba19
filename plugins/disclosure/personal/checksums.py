"""The check digits of Taiwan's ID and residence numbers.

A letter stands for two digits; the digits are weighted 1, 9, 8, …, 1 and the check digit 1, and
their sum is a multiple of ten. Numbers that merely look alike pass one time in ten.
"""

from __future__ import annotations

#: The letters by the number that they stand for, from 10 on: the order in which they were given
#: to cities and counties.
_LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO"
_WEIGHTS = (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1)


def is_national_id(number: str) -> bool:
    """A letter, 1 or 2, seven digits and the check digit."""
    return number[1] in "12" and _adds_up(number)


def is_residence_number(number: str) -> bool:
    """With 8 or 9 behind the letter, as issued since 2021; or with a second letter, A to D."""
    return number[1] in "89ABCD" and _adds_up(number)


def _adds_up(number: str) -> bool:
    first, second = _code(number[0]), number[1]
    # Of the second letter's two digits only the last one counts.
    digits = [*divmod(first, 10), _code(second) % 10 if second.isalpha() else int(second)]
    digits += map(int, number[2:])
    return sum(weight * one for weight, one in zip(_WEIGHTS, digits, strict=True)) % 10 == 0


def _code(letter: str) -> int:
    return _LETTERS.index(letter) + 10
