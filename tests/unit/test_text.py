"""The same words in several languages."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from disclosure.model.text import Text, text


def test_the_asked_language_comes_first_and_then_the_first_written() -> None:
    both, one = text(zh="甲", en="a"), text(zh="甲")
    assert both.best("en") == ("a", "en")
    assert one.best("en") == ("甲", "zh")
    assert one.best("vi") == ("甲", "zh")
    assert (both.get("en"), one.get("en")) == ("a", None)


def test_blanks_around_the_words_are_cut() -> None:
    value = {"zh": " 甲\n", "en": "a "}
    assert Text.model_validate(value, context={"languages": ("zh", "en")}).root == {
        "zh": "甲",
        "en": "a",
    }


@pytest.mark.parametrize(
    ("value", "kind", "told"),
    [
        ({"en": "a"}, "primary_language", {"code": "zh"}),
        ({}, "primary_language", {"code": "zh"}),
        (
            {"zh": "甲", "eng": "a"},
            "unknown_language",
            {"code": "eng", "guess": "en", "known": "zh, en"},
        ),
        (
            {"zh": "甲", "fr": "a"},
            "unknown_language",
            {"code": "fr", "guess": "", "known": "zh, en"},
        ),
        ({"zh": " \n"}, "empty_text", {"code": "zh"}),
        ({"zh": "甲", "en": ""}, "empty_text", {"code": "en"}),
    ],
)
def test_the_primary_language_is_required_and_unknown_ones_are_refused(
    value: dict[str, str], kind: str, told: dict[str, str]
) -> None:
    with pytest.raises(ValidationError) as failure:
        Text.model_validate(value, context={"languages": ("zh", "en")})
    (error,) = failure.value.errors()
    assert error["type"] == kind
    assert error["ctx"] == told


def test_without_languages_every_code_is_taken() -> None:
    assert Text.model_validate({"vi": "a"}).root == {"vi": "a"}


def test_texts_of_the_same_words_are_the_same() -> None:
    assert text(zh="甲") == text(zh="甲")
    assert len({text(zh="甲"), text(zh="甲"), text(zh="乙")}) == 2
