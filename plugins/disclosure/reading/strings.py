"""The words of the interface, one translation file a language.

A file of the package may be completed or overruled by `data/translations/<language>.yml`; a
language that the package does not know needs nothing else.
"""

from __future__ import annotations

import hashlib
from functools import cached_property
from pathlib import Path
from string import Formatter
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from disclosure.model.base import Line, Model
from disclosure.problems import Problem
from disclosure.reading.files import is_there, read_text, relative
from disclosure.reading.validation import validate
from disclosure.reading.yaml_reader import read_yaml
from disclosure.suggest import guess_words, nearest

_TAG = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"


class LanguageFacts(Model):
    """How a language is written."""

    tag: Annotated[str, StringConstraints(pattern=_TAG)] = Field(
        description="BCP 47 tag for HTML, e.g. zh-Hant-TW"
    )
    name: Line = Field(description="Its own name, e.g. 中文")
    calendar: Literal["roc", "iso"] = "iso"
    script: Literal["han", "other"] = Field("other", description="han: Chinese characters")


class Translation(Model):
    """One translation file."""

    # Blanks at the ends count here: `", "` between the entries of a list.
    model_config = ConfigDict(str_strip_whitespace=False)

    language: LanguageFacts | None = None
    words: dict[str, str] = Field(default_factory=dict)


class _Count(int):
    """A number that knows its noun: `{count:question|questions}`."""

    def __format__(self, form: str) -> str:
        one, bar, several = form.partition("|")
        if not bar:
            return super().__format__(form)
        return f"{int(self)} {one if self == 1 else several}"


class Strings:
    """The interface in one language: `strings["plan.year"]`, with `{…}` filled by `say`."""

    def __init__(self, code: str, facts: LanguageFacts, words: dict[str, str]) -> None:
        self.code = code
        self.facts = facts
        self._words = words

    def __getitem__(self, key: str) -> str:
        return self._words[key]

    def __contains__(self, key: str) -> bool:
        return key in self._words

    def say(self, key: str, **values: object) -> str:
        """The words of `key` with their places filled."""
        said = {name: _Count(one) if type(one) is int else one for name, one in values.items()}
        return self._words[key].format(**said)

    @cached_property
    def digest(self) -> str:
        """Tells whether any word or fact of the language has changed."""
        told = repr((self.facts, sorted(self._words.items())))
        return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()


def read_strings(
    folder: Path, packaged: Path, root: Path, languages: tuple[str, ...]
) -> tuple[dict[str, Strings], list[Problem]]:
    """The interface in each language; what a language lacks is one problem a language."""
    problems: list[Problem] = []
    known: dict[str, set[str]] = {}
    for path in sorted(packaged.glob("*.yml")):
        for key, form in _read(path, packaged, problems).words.items():
            known.setdefault(key, set()).update(_places(form))
            # Where one language counts with a noun, others may count without.
            known[key] |= {place.removesuffix("|") for place in known[key]}
    result: dict[str, Strings] = {}
    for code in languages:
        base, own = Translation(), Translation()
        if (packaged / f"{code}.yml").is_file():
            base = _read(packaged / f"{code}.yml", packaged, problems)
        path = folder / f"{code}.yml"
        before = len(problems)
        if is_there(path):
            own = _read(path, root, problems)
        facts = own.language or base.language
        words = {**base.words, **own.words}
        if len(problems) > before:
            continue
        _check(relative(path, root), code, facts, words, known, own, problems)
        if facts is not None:
            result[code] = Strings(code, facts, words)
    return result, problems


def _places(form: str) -> set[str]:
    """What stands in braces; something that can never be allowed when a brace is not closed."""
    try:
        parsed = list(Formatter().parse(form))
    except ValueError:
        return {"?"}
    return {
        name + (f"!{conversion}" if conversion else "") + _spec(spec)
        for _, name, spec, conversion in parsed
        if name is not None
    }


def _spec(spec: str | None) -> str:
    """What stands behind the colon of a place; the two forms of a noun as a mere `|`."""
    if not spec:
        return ""
    return "|" if "|" in spec and "{" not in spec else f":{spec}"


def _read(path: Path, root: Path, problems: list[Problem]) -> Translation:
    text = read_text(path, root, problems)
    if text is None:
        return Translation()
    document = read_yaml(text, relative(path, root))
    translation = validate(Translation, document, ())
    problems.extend(document.problems)
    return translation or Translation()


def _check(
    path: str,
    code: str,
    facts: LanguageFacts | None,
    words: dict[str, str],
    known: dict[str, set[str]],
    own: Translation,
    problems: list[Problem],
) -> None:
    if facts is None:
        problems.append(
            Problem(
                path,
                0,
                0,
                "translation-file",
                f"語言「{code}」缺少翻譯檔，或檔案沒有 language 欄位。",
                f'Language "{code}" has no translation file, or it lacks the field `language`.',
            )
        )
        return
    for key, form in own.words.items():
        places = known.get(key, set())
        if places and not _places(form) <= places:
            plain = sorted(place for place in places if not place.endswith("|"))
            allowed = "、".join(f"{{{place}}}" for place in plain)
            problems.append(
                Problem(
                    path,
                    0,
                    0,
                    "translation-places",
                    f"介面文字「{key}」大括號裡只能是 {allowed}，而且要成對。",
                    f'The interface text "{key}" may have no other places in braces than '
                    f"{allowed}, and every brace must be closed.",
                )
            )
    missing = sorted(set(known) - set(words))
    if missing:
        problems.append(
            Problem(
                path,
                0,
                0,
                "translation-incomplete",
                f"介面文字還缺 {len(missing)} 則：{'、'.join(missing)}。",
                f"{len(missing)} interface texts are missing: {', '.join(missing)}.",
            )
        )
    for key in sorted(set(own.words) - set(known)):
        zh, en = guess_words(nearest(key, known))
        problems.append(
            Problem(
                path,
                0,
                0,
                "translation-unknown",
                f"介面文字沒有「{key}」{zh}",
                f'There is no interface text "{key}"{en}',
            )
        )
