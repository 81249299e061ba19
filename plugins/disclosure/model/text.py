"""Text in several languages.

No language is named here: which ones a site speaks is configuration, handed to the validators as
`context={"languages": ("zh", "en", ...)}`. The first one is the primary language, which every
text must have.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, RootModel, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from disclosure.suggest import nearest

T = TypeVar("T")
#: White space, and the characters that take no room.
_BLANK = " \t\r\n\u3000\u200b\u200c\u200d\u2060\u00ad"


def known_languages(words: dict[str, T], info: ValidationInfo) -> dict[str, T]:
    """Words by language, of languages that the site has."""
    languages: tuple[str, ...] = (info.context or {}).get("languages", ())
    for code in words if languages else ():
        if code not in languages:
            raise PydanticCustomError(
                "unknown_language",
                "unknown language {code}",
                {"code": code, "guess": nearest(code, languages), "known": ", ".join(languages)},
            )
    return words


class Text(RootModel[dict[str, str]]):
    """The same words in one or more languages: `{zh: …, en: …}`."""

    model_config = {"frozen": True, "hide_input_in_errors": True}

    @field_validator("root")
    @classmethod
    def _languages(cls, value: dict[str, str], info: ValidationInfo) -> dict[str, str]:
        languages: tuple[str, ...] = (info.context or {}).get("languages", ())
        if not languages:
            return value
        known_languages(value, info)
        if languages[0] not in value:
            raise PydanticCustomError(
                "primary_language", "language {code} is missing", {"code": languages[0]}
            )
        for code, words in value.items():
            if not words.strip(_BLANK):
                raise PydanticCustomError("empty_text", "{code} is empty", {"code": code})
        # In the site's order: what is not translated falls back to the primary language.
        return {code: value[code].strip() for code in languages if code in value}

    def get(self, language: str) -> str | None:
        """The words in `language`, or None when they are not written yet."""
        return self.root.get(language)

    def best(self, language: str, others: Sequence[str] = ()) -> tuple[str, str]:
        """`(words, language they are in)`: the asked language, else one of `others`, else the
        first one written. Packaged lists may speak none of a site's languages."""
        words = self.root.get(language)
        if words is not None:
            return words, language
        written = next((one for one in others if one in self.root), next(iter(self.root)))
        return self.root[written], written

    def __hash__(self) -> int:
        return hash(tuple(self.root.items()))


def text(**words: str) -> Text:
    """Build a `Text` from words of our own, e.g. in tests: `text(zh="…", en="…")`."""
    return Text.model_construct(root=dict[str, Any](words))


def _primary(value: object, info: ValidationInfo) -> object:
    languages: tuple[str, ...] = (info.context or {}).get("languages", ())
    return {languages[0]: value} if isinstance(value, str) and languages else value


#: A text that may be written in short: a plain line stands for the words in the primary language.
Words = Annotated[Text, BeforeValidator(_primary)]
