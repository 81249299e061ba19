"""Long lists in parts: each part a page of its own, with a pager at its foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from disclosure.site.spec import View
from disclosure.site.voice import Voice

T = TypeVar("T")


def count(items: int, size: int) -> int:
    """Into how many parts of at most `size` a list is split; an empty one is one part."""
    return max(1, -(-items // size))


def path(first: str, number: int) -> str:
    """The address of a part: that of the list for the first. No record can have such an address."""
    return first if number == 1 else f"{first}part/{number}/"


def numbered(first: str, items: int, size: int) -> Iterator[tuple[int, str]]:
    """Number and address of each part of a list."""
    return ((number, path(first, number)) for number in range(1, count(items, size) + 1))


def part(items: Sequence[T], number: int, size: int) -> Sequence[T]:
    """The items of one part, from 1."""
    return items[(number - 1) * size : number * size]


def title(voice: Voice, whole: str, number: int) -> str:
    """The title of a part: pages need different ones."""
    return whole if number == 1 else voice.strings.say("part_title", title=whole, number=number)


def pager(voice: Voice, first: str, number: int, items: int, size: int) -> View | None:
    """Links to all parts; nothing for a list in one part."""
    if count(items, size) == 1:
        return None
    start = (number - 1) * size + 1
    return {
        "parts": [
            {"number": one, "path": where, "current": one == number}
            for one, where in numbered(first, items, size)
        ],
        "said": voice.strings.say(
            "pager_said", first=start, last=min(start + size - 1, items), all=items
        ),
    }
