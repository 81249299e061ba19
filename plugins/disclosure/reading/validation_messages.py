"""What a wrong value is told in: one sentence in Chinese and one in English for each kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from disclosure.model.base import ONE_LINE
from disclosure.model.personal_data import DOMAIN
from disclosure.suggest import nearest

_QUOTED = re.compile(r"'([^']*)'")

#: rule, Chinese, English
Told = tuple[str, str, str]
#: what a thing is called in Chinese and in English
Names = tuple[str, str]
Teller = Callable[[Names, list[str], dict[str, Any]], Told]


def other(name: Names, fields: list[str], ctx: dict[str, Any]) -> Told:
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
_WRONG_SIGNS = _fixed(
    "wrong-form",
    "「{name}」的寫法不對：識別碼只能用小寫英文字母、數字與連字號（如 send-money），"
    "代碼只能用英文字母與數字。",
    'The form of "{name}" is wrong: ids take lower-case letters, digits and hyphens (such as '
    "send-money); codes take letters and digits.",
)
#: Patterns of which the text above would be wrong.
_FORMS = {
    ONE_LINE: _fixed(
        "wrong-form",
        "「{name}」只能寫一行，中間不能換行。",
        '"{name}" must be a single line.',
    ),
    DOMAIN: _fixed(
        "wrong-form",
        "「{name}」要寫網域，用小寫英文字母、數字與連字號，至少有一個點，例如 mail.example.org。",
        '"{name}" must be a domain in lower case with a dot in it, such as mail.example.org.',
    ),
}


#: Fields that hold an id of a register, where people write its name.
_REGISTERS = {
    "unit": "units.yml",
    "units": "units.yml",
    "agency": "agencies.yml",
    "category": "faq.yml",
}


def _pattern(name: Names, fields: list[str], ctx: dict[str, Any]) -> Told:
    register = _REGISTERS.get(name[1])
    if register and ctx["pattern"] not in _FORMS:
        return (
            "wrong-form",
            f"「{name[0]}」要寫識別碼，不能寫名稱：請在 {register} 找到那個名稱，抄它的 id。",
            f'"{name[1]}" takes an id and no name: look the name up in {register}, and copy its '
            "id.",
        )
    return _FORMS.get(ctx["pattern"], _WRONG_SIGNS)(name, fields, ctx)


TELLERS: dict[str, Teller] = {
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
    "string_pattern_mismatch": _pattern,
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
    "not_a_commit": _fixed(
        "wrong-form",
        "「{name}」要寫 git 提交的編號，或它開頭的七個字以上，例如 4f2a91c。",
        '"{name}" must be the number of a commit, or seven or more of its first digits, such as '
        "4f2a91c.",
    ),
    "not_a_month": _fixed(
        "not-a-month",
        "「{name}」的「{value}」不是月份，請寫西元年-月，如 2026-03。",
        '"{value}" in "{name}" is not a month: write year-month, such as 2026-03.',
    ),
    "nothing_said": _fixed(
        "empty-group",
        "「{name}」底下什麼都沒寫；不知道就整個刪掉。可用的欄位：{fields}。",
        '"{name}" says nothing: leave it out if it is not known. Known fields: {fields}.',
    ),
    "not_an_address": _fixed(
        "not-an-address",
        "「{name}」要寫完整的網址，以 https:// 開頭、中間沒有空白。",
        '"{name}" must be a full address that begins with https:// and holds no blank.',
    ),
    "not_a_mailbox": _fixed(
        "not-a-mailbox",
        "「{name}」要寫一個電子郵件地址，如 service@example.gov.tw。",
        '"{name}" must be one e-mail address, such as service@example.gov.tw.',
    ),
    "not_a_path": _fixed(
        "not-a-path",
        "「{name}」要寫 content/ 底下的路徑與檔名，只用小寫英文字母、數字與連字號，"
        "例如 forms/remote-visit.odt。",
        '"{name}" must be a path below content/ in lower-case letters, digits and hyphens, such '
        "as forms/remote-visit.odt.",
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
