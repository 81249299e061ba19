"""Text in several languages.

No language is named here: which ones a site speaks is configuration, handed to the validators as
`context={"languages": ("zh", "en", ...)}`. The first one is the primary language, which every
text must have.
"""

from __future__ import annotations

from typing import Any

from pydantic import RootModel, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from disclosure.suggest import nearest


class Text(RootModel[dict[str, str]]):
    """The same words in one or more languages: `{zh: …, en: …}`."""

    model_config = {"frozen": True, "hide_input_in_errors": True}

    @field_validator("root")
    @classmethod
    def _languages(cls, value: dict[str, str], info: ValidationInfo) -> dict[str, str]:
        languages: tuple[str, ...] = (info.context or {}).get("languages", ())
        if not languages:
            return value
        for code in value:
            if code not in languages:
                raise PydanticCustomError(
                    "unknown_language",
                    "unknown language {code}",
                    {
                        "code": code,
                        "guess": nearest(code, languages),
                        "known": ", ".join(languages),
                    },
                )
        if languages[0] not in value:
            raise PydanticCustomError(
                "primary_language", "language {code} is missing", {"code": languages[0]}
            )
        for code, words in value.items():
            if not words.strip():
                raise PydanticCustomError("empty_text", "{code} is empty", {"code": code})
        return {code: words.strip() for code, words in value.items()}

    def get(self, language: str) -> str | None:
        """The words in `language`, or None when they are not written yet."""
        return self.root.get(language)

    def best(self, language: str) -> tuple[str, str]:
        """`(words, language they are in)`: the asked language, else the first one written."""
        words = self.root.get(language)
        if words is not None:
            return words, language
        first = next(iter(self.root))
        return self.root[first], first

    def __hash__(self) -> int:
        return hash(tuple(self.root.items()))


def text(**words: str) -> Text:
    """Build a `Text` from words of our own, e.g. in tests: `text(zh="…", en="…")`."""
    return Text.model_construct(root=dict[str, Any](words))
