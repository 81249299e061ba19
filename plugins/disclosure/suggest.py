"""The nearest known word to a mistyped one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, or an empty string when none is near.

    >>> nearest("sectoins", ["sections", "steps"])
    'sections'
    """
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else ""


def called(name: str, names: Mapping[str, Iterable[str]]) -> str:
    """The id of what goes by a name, or an empty string.

    >>> called("戒護科", {"guard": ["戒護科", "Guard Section"]})
    'guard'
    """
    return next((one for one, known in names.items() if name in known), "")


def guess_words(guess: str) -> tuple[str, str]:
    """The end of a message that suggests a word, or ends without one."""
    return (f"，是否為「{guess}」？", f'; did you mean "{guess}"?') if guess else ("。", ".")
