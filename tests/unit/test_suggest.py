"""The nearest known word."""

from __future__ import annotations

import pytest

from disclosure.suggest import nearest


@pytest.mark.parametrize(
    ("word", "known", "guess"),
    [
        ("sectoins", ["sections", "steps"], "sections"),
        ("stepps", ["sections", "steps"], "steps"),
        ("guard-contol", {"guard-control": 1, "guidance": 2}, "guard-control"),
        ("330", ["33", "340", "330"], "330"),
        ("電話", ["phone"], ""),
        ("", ["phone"], ""),
        ("phone", [], ""),
    ],
)
def test_a_word_is_suggested_only_when_it_is_near(word: str, known: list[str], guess: str) -> None:
    assert nearest(word, known) == guess
