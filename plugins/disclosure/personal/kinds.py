"""The kinds of personal data that are looked for, and one find."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of personal data: its rule, its name, and what to do about it, in two languages."""

    rule: str
    zh: str
    en: str
    mend_zh: str
    mend_en: str


_REMOVE = (
    "請刪除，或改成看得出來是示範的寫法（例如 A12XXXXX89）",
    "Delete it, or write what is plainly a sample (such as A12XXXXX89)",
)
#: By the short names that `personal-data.yml` uses.
KINDS: dict[str, Kind] = {
    "id": Kind("national-id", "國民身分證統一編號", "a national ID number", *_REMOVE),
    "residence": Kind("residence-number", "居留證統一證號", "a residence number", *_REMOVE),
    "mobile": Kind(
        "mobile-phone",
        "行動電話號碼",
        "a mobile phone number",
        "請改成機關的市話或總機",
        "Give the agency's own telephone number instead",
    ),
    "email": Kind(
        "private-email",
        "不屬於機關網域的電子郵件地址",
        "an e-mail address outside the agency's domains",
        "請改成機關的信箱",
        "Give a mailbox of the agency instead",
    ),
    "plate": Kind("licence-plate", "車牌號碼", "a licence plate", *_REMOVE),
    "inmate": Kind("inmate-number", "收容人的編號", "the number of an inmate", *_REMOVE),
    "location": Kind(
        "picture-location",
        "拍照地點的座標",
        "the place where a picture was taken",
        "請在相片軟體選「移除位置資訊」後重新匯出，再換掉這個檔案",
        'Export the picture anew with "remove location" and replace this file',
    ),
    "author": Kind(
        "document-author",
        "文件作者的名字",
        "the name of a document's author",
        "請在文書軟體的「檔案 › 內容（摘要資訊）」把作者改成機關名稱，再存檔、重新匯出",
        "In the document's properties set the author to the agency's name, then save or export "
        "it anew",
    ),
}


@dataclass(frozen=True, slots=True)
class Find:
    """Something that looks like personal data.

    `value` is in one spelling, whatever the file has, for comparing; it must never be shown.
    `masked` may be. `start` counts characters of the text; `within_zh` and `within_en` say where
    in a document or picture it hides.
    """

    kind: str
    value: str
    masked: str
    start: int = 0
    within_zh: str = ""
    within_en: str = ""


def plain(kind: str, words: str) -> str:
    """A value as `Find.value` has it, from any spelling that an editor may choose."""
    if kind == "email":
        return words.strip().lower()
    if kind in ("author", "location"):
        return " ".join(words.split())
    short = re.sub("[^A-Z0-9]", "", words.upper())
    if kind == "mobile":
        return "0" + short[-9:]
    return short
