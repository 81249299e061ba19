"""Plain data → model, with every failure told in the editor's words and at its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from disclosure.problems import Problem
from disclosure.reading.places import Location, fields_at, find, key_node, where_missing
from disclosure.reading.yaml_reader import Document
from disclosure.suggest import nearest

ModelT = TypeVar("ModelT", bound=BaseModel)

#: rule, Chinese, English
Told = tuple[str, str, str]


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
        for error in failure.errors(include_url=False, include_input=False):
            document.problems.append(_problem(model, document, error))
        return None


def _problem(model: type[BaseModel], document: Document, error: ErrorDetails) -> Problem:
    location: Location = error["loc"]
    kind = error["type"]
    fields = next(fields_at(model, location[:-1]), []) if location else []
    rule, zh, en = _told(kind, location, fields, error)
    line, column = _place(document, location, kind, fields)
    trail = _trail(location)
    if trail:
        zh, en = f"{trail[0]}：{zh}", f"{trail[1]}: {en}"
    return Problem(document.path, line, column, rule, zh, en)


def _place(document: Document, location: Location, kind: str, fields: list[str]) -> tuple[int, int]:
    node, missing = find(document.node, location)
    if kind == "missing" and node is not None and missing:
        line, column = where_missing(node, str(missing[0]), fields)
        return line + document.first_line, column + 1
    if kind == "extra_forbidden" and location:
        parent, _ = find(document.node, location[:-1])
        key = key_node(parent, str(location[-1]))
        if key is not None:
            return document.place(key)
    return document.place(node)


def _trail(location: Location) -> tuple[str, str]:
    """Where in the file's structure, in words: `sections 第 2 項 › strategies 第 1 項`."""
    zh: list[str] = []
    en: list[str] = []
    for step in location[:-1]:
        if isinstance(step, int):
            if zh:
                zh[-1] += f" 第 {step + 1} 項"
                en[-1] += f" no. {step + 1}"
        elif step not in ("date", "month", "ongoing"):
            zh.append(step)
            en.append(step)
    return " › ".join(zh), " › ".join(en)


def _name(location: Location) -> str:
    step = location[-1] if location else ""
    if isinstance(step, int):
        owner = next((s for s in reversed(location) if isinstance(s, str)), "")
        return f"{owner} 第 {step + 1} 項"
    return str(step)


def _told(kind: str, location: Location, fields: list[str], error: ErrorDetails) -> Told:
    tell = _TELLERS.get(kind)
    if tell is not None:
        return tell(_name(location), fields, error.get("ctx", {}))
    name = _name(location)
    return (
        "wrong-value",
        f"「{name}」的值不合規定。",
        f'The value of "{name}" is not allowed: {error["msg"]}.',
    )


def _missing(name: str, fields: list[str], ctx: dict[str, Any]) -> Told:
    return (
        "missing-field",
        f"缺少必要的欄位「{name}」。",
        f'The required field "{name}" is missing.',
    )


def _extra(name: str, fields: list[str], ctx: dict[str, Any]) -> Told:
    guess = nearest(name, fields)
    if guess:
        return (
            "unknown-field",
            f"沒有「{name}」這個欄位，是否為「{guess}」？",
            f'There is no field "{name}"; did you mean "{guess}"?',
        )
    known = "、".join(fields)
    return (
        "unknown-field",
        f"沒有「{name}」這個欄位。可用的欄位：{known}。",
        f'There is no field "{name}" here. Known fields: {", ".join(fields)}.',
    )


def _choice(name: str, fields: list[str], ctx: dict[str, Any]) -> Told:
    expected = str(ctx.get("expected") or ctx.get("expected_tags") or "").replace("'", "")
    tag = str(ctx.get("tag", ""))
    guess = nearest(tag, expected.replace(" or ", ", ").split(", ")) if tag else ""
    zh_guess, en_guess = (
        (f"，是否為「{guess}」", f'; did you mean "{guess}"') if guess else ("", "")
    )
    return (
        "unknown-choice",
        f"「{name}」只能是下列之一：{expected}{zh_guess}。",
        f'"{name}" must be one of: {expected}{en_guess}.',
    )


def _fixed(rule: str, zh: str, en: str) -> Callable[[str, list[str], dict[str, Any]], Told]:
    def tell(name: str, fields: list[str], ctx: dict[str, Any]) -> Told:
        return rule, zh.format(name=name, **ctx), en.format(name=name, **ctx)

    return tell


def _language(name: str, fields: list[str], ctx: dict[str, Any]) -> Told:
    guess = ctx["guess"]
    zh_guess, en_guess = (
        (f"，是否為「{guess}」", f'; did you mean "{guess}"') if guess else ("", "")
    )
    return (
        "unknown-language",
        f"「{name}」底下沒有「{ctx['code']}」這種語言（可用：{ctx['known']}）{zh_guess}。",
        f'"{name}" has no language "{ctx["code"]}" (known: {ctx["known"]}){en_guess}.',
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
_PATTERN = _fixed(
    "wrong-form",
    "「{name}」的寫法不對：識別碼只能用小寫英文字母、數字與連字號（如 send-money），"
    "代碼只能用英文字母與數字。",
    'The form of "{name}" is wrong: ids take lower-case letters, digits and hyphens (such as '
    "send-money); codes take letters and digits.",
)

_TELLERS: dict[str, Callable[[str, list[str], dict[str, Any]], Told]] = {
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
    "list_type": _LIST_WANTED,
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
    "int_from_float": _NUMBER_WANTED,
    "decimal_parsing": _NUMBER_WANTED,
    "decimal_type": _NUMBER_WANTED,
    "finite_number": _NUMBER_WANTED,
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
