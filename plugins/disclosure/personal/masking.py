"""Values made unrecognisable, so that a message does not spread what it warns of."""

from __future__ import annotations


def masked(kind: str, value: str) -> str:
    """As much of a value as lets an editor find it, and no more.

    >>> masked("id", "A123456789")
    'A12*****89'
    """
    return _MASKS[kind](value)


def _number(value: str) -> str:
    return value[:3] + "*" * (len(value) - 5) + value[-2:]


def _mobile(value: str) -> str:
    return f"{value[:4]}***{value[-3:]}"


def _mailbox(value: str) -> str:
    return f"{value[0]}***@{value.rpartition('@')[2]}"


def _plate(value: str) -> str:
    return f"{value[:2]}***{value[-2:]}"


def _short_number(value: str) -> str:
    return value[0] + "*" * (len(value) - 1)


def _author(value: str) -> str:
    return " ".join(_name(word) for word in value.split())


def _name(word: str) -> str:
    return f"{word[0]}***" if word.isascii() else word[0] + "○" * (len(word) - 1)


def _as_it_is(value: str) -> str:
    return value  # a location is told as coarsely as it is kept


_MASKS = {
    "id": _number,
    "residence": _number,
    "mobile": _mobile,
    "email": _mailbox,
    "plate": _plate,
    "inmate": _short_number,
    "location": _as_it_is,
    "author": _author,
}
