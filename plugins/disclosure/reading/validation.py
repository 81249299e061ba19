"""Plain data → model, with every failure told in the editor's words and at its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from disclosure.problems import Problem
from disclosure.reading.places import (
    Location,
    child,
    fields_at,
    find,
    key_node,
    where_missing,
    without_tags,
)
from disclosure.reading.yaml_reader import Document
from disclosure.suggest import nearest

ModelT = TypeVar("ModelT", bound=BaseModel)
_QUOTED = re.compile(r"'([^']*)'")

#: rule, Chinese, English
Told = tuple[str, str, str]
#: what a thing is called in Chinese and in English
Names = tuple[str, str]
Teller = Callable[[Names, list[str], dict[str, Any]], Told]


def validate(model: type[ModelT], document: Document, languages: tuple[str, ...]) -> ModelT | None:
    """The model that a document's data makes, or None with the problems in `document.problems`."""
    if document.problems:
        return None
    if not isinstance(document.data, dict):
        document.tell(
            document.node,
            "not-a-mapping",
            "檔案最外層應該是「欄位: 值」。",
            "The file must consist of `field: value` lines.",
        )
        return None
    try:
        return model.model_validate(document.data, context={"languages": languages})
    except ValidationError as failure:
        found = failure.errors(include_url=False)
        mistyped = {guess for error in found for guess in _meant(model, error)}
        for error in found:
            if error["type"] == "missing" and error["loc"] in mistyped:
                continue
            if error["type"] == "too_short" and any(_below(other, error) for other in found):
                continue  # pydantic counts only the entries that are valid
            document.problems.append(_problem(model, document, error))
        return None


def _below(error: ErrorDetails, above: ErrorDetails) -> bool:
    place = above["loc"]
    return len(error["loc"]) > len(place) and error["loc"][: len(place)] == place


def _meant(model: type[BaseModel], error: ErrorDetails) -> list[Location]:
    """The field that an unknown one was meant to be: it is mistyped, not missing as well."""
    if error["type"] != "extra_forbidden":
        return []
    *parent, name = error["loc"]
    guess = nearest(str(name), next(fields_at(model, tuple(parent)), []))
    return [(*parent, guess)] if guess else []


def _problem(model: type[BaseModel], document: Document, error: ErrorDetails) -> Problem:
    location: Location = error["loc"]
    kind = error["type"]
    fields = next(fields_at(model, location[:-1]), []) if location else []
    line, column = _place(document, location, kind, fields)
    steps = without_tags(document.node, location)
    tell = _TELLERS.get(kind, _other)
    said = {"input": error.get("input"), **error.get("ctx", {}), "msg": error["msg"]}
    rule, zh, en = tell(_name(steps), fields, said)
    trail = _trail(steps)
    if trail:
        zh, en = f"{trail[0]}：{zh}", f"{trail[1]}: {en}"
    return Problem(document.path, line, column, rule, zh, en)


def _place(document: Document, location: Location, kind: str, fields: list[str]) -> tuple[int, int]:
    node, missing = find(document.node, location)
    if kind == "missing" and node is not None and missing:
        line, column = where_missing(node, str(missing[0]), fields)
        return line + document.first_line, column + 1
    if kind == "union_tag_invalid":
        node = child(node, "kind") or node
    if kind == "extra_forbidden" and location:
        parent, _ = find(document.node, location[:-1])
        key = key_node(parent, str(location[-1]))
        if key is not None:
            return document.place(key)
    return document.place(node)


def _trail(steps: Location) -> Names | None:
    """Where in the file's structure, in words: `sections 第 2 項 › strategies 第 1 項`."""
    names: list[Names] = []
    for number, step in enumerate(steps[:-1]):
        if isinstance(step, int):
            names[-1:] = [_name(steps[: number + 1])]
        else:
            names.append((step, step))
    return (" › ".join(zh for zh, _ in names), " › ".join(en for _, en in names)) if names else None


def _name(steps: Location) -> Names:
    """What the last step is called: a field, or an entry of a list."""
    step = steps[-1] if steps else ""
    if isinstance(step, int):
        owner = next((s for s in reversed(steps) if isinstance(s, str)), "")
        return f"{owner} 第 {step + 1} 項", f"{owner} no. {step + 1}"
    return step, step


def _other(name: Names, fields: list[str], ctx: dict[str, Any]) -> Told:
    return (
        "wrong-value",
        f"「{name[0]}」的值不合規定。",
        f'The value of "{name[1]}" is not allowed: {ctx["msg"]}.',
    )


def _missing(name: Names, fields: list[str], ctx: dict[str, Any]) -> Told:
    return (
        "missing-field",
        f"缺少必要的欄位「{name[0]}」。",
        f'The required field "{name[1]}" is missing.',
    )


def _extra(name: Names, fields: list[str], ctx: dict[str, Any]) -> Told:
    guess = nearest(name[0], fields)
    if guess:
        return (
            "unknown-field",
            f"沒有「{name[0]}」這個欄位，是否為「{guess}」？",
            f'There is no field "{name[1]}"; did you mean "{guess}"?',
        )
    known = "、".join(fields)
    return (
        "unknown-field",
        f"沒有「{name[0]}」這個欄位。可用的欄位：{known}。",
        f'There is no field "{name[1]}" here. Known fields: {", ".join(fields)}.',
    )


def _choice(name: Names, fields: list[str], ctx: dict[str, Any]) -> Told:
    known = _QUOTED.findall(str(ctx.get("expected") or ctx.get("expected_tags") or ""))
    zh, en = _suggested(nearest(str(ctx.get("tag") or ctx.get("input") or ""), known))
    return (
        "unknown-choice",
        f"「{name[0]}」只能是下列之一：{'、'.join(known)}{zh}",
        f'"{name[1]}" must be one of: {", ".join(known)}{en}',
    )


def _suggested(guess: str) -> Names:
    """The end of a sentence, with a word that may have been meant."""
    return (f"。是否為「{guess}」？", f'; did you mean "{guess}"?') if guess else ("。", ".")


def _fixed(rule: str, zh: str, en: str) -> Teller:
    def tell(name: Names, fields: list[str], ctx: dict[str, Any]) -> Told:
        return rule, zh.format(name=name[0], **ctx), en.format(name=name[1], **ctx)

    return tell


def _language(name: Names, fields: list[str], ctx: dict[str, Any]) -> Told:
    zh, en = _suggested(ctx["guess"])
    return (
        "unknown-language",
        f"「{name[0]}」底下沒有「{ctx['code']}」這種語言，可用的是 {ctx['known']}{zh}",
        f'"{name[1]}" has no language "{ctx["code"]}"; known: {ctx["known"]}{en}',
    )


_TEXT_WANTED = _fixed(
    "wrong-type",
    "「{name}」要寫成一段文字。",
    '"{name}" must be text.',
)
_LIST_WANTED = _fixed(
    "wrong-type",
    "「{name}」要寫成清單：每項一行、以「- 」開頭，或寫成 [甲, 乙]。",
    '"{name}" must be a list: one `- entry` a line, or `[a, b]`.',
)
_MAPPING_WANTED = _fixed(
    "wrong-type",
    "「{name}」底下要有自己的欄位，各自縮排一行（例如 zh: 與 en:）。",
    '"{name}" must hold fields of its own, each on an indented line (such as zh: and en:).',
)
_NUMBER_WANTED = _fixed(
    "wrong-type",
    "「{name}」要寫成數字，例如 4 或 0.5。",
    '"{name}" must be a number, such as 4 or 0.5.',
)
_TOO_MANY_DIGITS = _fixed(
    "out-of-range",
    "「{name}」的位數太多。",
    '"{name}" has too many digits.',
)
_PATTERN = _fixed(
    "wrong-form",
    "「{name}」的寫法不對：識別碼只能用小寫英文字母、數字與連字號（如 send-money），"
    "代碼只能用英文字母與數字。",
    'The form of "{name}" is wrong: ids take lower-case letters, digits and hyphens (such as '
    "send-money); codes take letters and digits.",
)

_TELLERS: dict[str, Teller] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "literal_error": _choice,
    "union_tag_invalid": _choice,
    "union_tag_not_found": _fixed(
        "missing-field",
        "「{name}」缺少 kind（種類）。",
        'In "{name}" the field "kind" is missing.',
    ),
    "string_type": _TEXT_WANTED,
    "string_pattern_mismatch": _PATTERN,
    "string_too_short": _fixed("empty-text", "「{name}」是空的。", '"{name}" is empty.'),
    "string_too_long": _fixed(
        "too-long",
        "「{name}」太長，最多 {max_length} 個字。",
        '"{name}" is too long: {max_length} characters at most.',
    ),
    "tuple_type": _LIST_WANTED,
    "too_short": _fixed(
        "empty-list",
        "「{name}」至少要有 {min_length} 項。",
        '"{name}" needs at least {min_length} entry.',
    ),
    "model_type": _MAPPING_WANTED,
    "model_attributes_type": _MAPPING_WANTED,
    "dict_type": _MAPPING_WANTED,
    "int_parsing": _NUMBER_WANTED,
    "int_type": _NUMBER_WANTED,
    "decimal_parsing": _NUMBER_WANTED,
    "decimal_type": _NUMBER_WANTED,
    "finite_number": _NUMBER_WANTED,
    "decimal_max_digits": _TOO_MANY_DIGITS,
    "bool_parsing": _fixed(
        "wrong-type",
        "「{name}」只能是 true（是）或 false（否）。",
        '"{name}" must be true or false.',
    ),
    "bool_type": _fixed(
        "wrong-type",
        "「{name}」只能是 true（是）或 false（否）。",
        '"{name}" must be true or false.',
    ),
    "greater_than_equal": _fixed(
        "out-of-range", "「{name}」不能小於 {ge}。", '"{name}" must not be below {ge}.'
    ),
    "less_than_equal": _fixed(
        "out-of-range", "「{name}」不能大於 {le}。", '"{name}" must not be above {le}.'
    ),
    "not_a_date": _fixed(
        "not-a-date",
        "「{name}」的「{value}」不是存在的日期，請寫西元年-月-日，如 2026-03-05。",
        '"{value}" in "{name}" is not a date: write year-month-day, such as 2026-03-05.',
    ),
    "not_a_month": _fixed(
        "not-a-month",
        "「{name}」的「{value}」不是月份，請寫西元年-月，如 2026-03。",
        '"{value}" in "{name}" is not a month: write year-month, such as 2026-03.',
    ),
    "unknown_language": _language,
    "primary_language": _fixed(
        "missing-language",
        "「{name}」缺少主要語言（{code}）的文字。",
        '"{name}" lacks its text in the main language ({code}).',
    ),
    "empty_text": _fixed(
        "empty-text", "「{name}」的 {code} 是空的。", '"{name}" is empty in {code}.'
    ),
}
