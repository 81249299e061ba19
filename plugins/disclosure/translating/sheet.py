"""Translations as a spreadsheet: a CSV that Excel and LibreOffice open, and what comes back.

One row a field. The translator writes into two columns only: new words, or a mark that the old
ones still hold. All others are there to be read, and to tell whether the site has moved on.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from disclosure.problems import Problem
from disclosure.spreadsheets import table_of
from disclosure.translating.states import Translation, fingerprint, normalised

COLUMNS = (
    "識別碼 id",
    "欄位 field",
    "語言 language",
    "狀態 state",
    "依據日期 since",
    "原文 original",
    "目前譯文 translation",
    "新譯文 new translation",
    "沿用目前譯文 keep",
    "備註 note",
    "版本 version",
)
#: What a spreadsheet takes for a formula, a number or a date, or strips; an apostrophe in front
#: tells it that these are words.
_MISREAD = re.compile(r"[=+\-@\t']|[\d\s.,:/%-]+\Z")

#: What is taken for a yes in the column "keep"; the manual asks for the first.
_KEEP = frozenset(("x", "v", "✓", "✔", "y", "yes", "是"))
#: What a spreadsheet shows for a formula that it cannot compute, or for a column too narrow.
_CALCULATED = re.compile(r"#+|#[A-Z0-9/_]+[!?]?|Err:\d{3}")


@dataclass(frozen=True, slots=True)
class Row:
    """A row in which the translator has written something."""

    line: int
    name: str
    language: str
    translation: str
    words: str
    keep: str
    version: str


def version(one: Translation, primary: str) -> str:
    """Of both texts: tells whether either has changed since the export."""
    translated = one.field.text.get(one.language) or ""
    return f"{fingerprint(one.field.text.root[primary])}-{fingerprint(translated)}"


def written(found: Iterable[Translation], primary: str) -> bytes:
    """The sheet, as the bytes of its file."""
    rows: list[Iterable[object]] = [COLUMNS]
    for one in found:
        text = one.field.text
        since = one.since.isoformat() if one.since else ""
        texts = (text.root[primary], text.get(one.language) or "")
        rows.append(
            (
                *(one.owner, one.field.name, one.language, one.state, _guarded(since)),
                *(_guarded(normalised(words)) for words in texts),
                *("", "", "", version(one, primary)),
            )
        )
    return table_of(rows).encode()


def _guarded(words: str) -> str:
    return f"'{words}" if words and _MISREAD.match(words) else words


def _unguarded(cell: str) -> str:
    """What the guard was put before, without it; any other apostrophe is the translator's own."""
    words = normalised(cell)
    return words[1:] if words.startswith("'") and _MISREAD.match(words[1:]) else words


def read_sheet(path: Path) -> tuple[list[Row], list[Problem]]:
    """The rows that were written into, and why the file cannot be used."""

    def refused(zh: str, en: str, line: int = 0) -> tuple[list[Row], list[Problem]]:
        return [], [Problem(str(path), line, 0, "translation-sheet", zh, en)]

    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return refused("無法讀取這個檔案。", f"The file cannot be read: {error.strerror}.")
    except UnicodeDecodeError:
        return refused(
            "這個檔案不是 UTF-8；在 Excel 請另存為「CSV UTF-8（逗號分隔）」。",
            'The file is not UTF-8: in Excel, save it as "CSV UTF-8 (Comma delimited)".',
        )
    head = text.partition("\n")[0]
    # Excel saves with the separator of the computer's region.
    delimiter = max(",;\t", key=head.count)
    # A whole page may stand in one cell; Python's own limit is there for files without an end.
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found: list[Row] = []
    try:
        names = [cell.strip() for cell in next(reader, [])]
        missing = [name for name in COLUMNS if name not in names]
        if missing:
            return refused(
                f"第一列缺少這些欄名：{'、'.join(missing)}。請用匯出的檔案來改。",
                f"The first row lacks these column names: {', '.join(missing)}. Edit the file that "
                "was exported.",
                1,
            )
        for cells in reader:
            row = dict(zip(names, cells, strict=False))
            owner, field, language, _, _, _, old, new, keep, _, mark = (
                row.get(name, "") for name in COLUMNS
            )
            said = _unguarded(new)
            touched = said or keep.strip() or not _is_as_it_was(old, mark.strip())
            if any(cell.strip() for cell in cells) and touched:
                found.append(
                    Row(
                        reader.line_num - _breaks(cells),
                        f"{owner.strip()}#{field.strip()}",
                        language.strip(),
                        _unguarded(old),
                        said,
                        keep.strip(),
                        mark.strip(),
                    )
                )
    except csv.Error as error:
        return refused("這不是 CSV 檔。", f"This is no CSV file: {error}.", reader.line_num)
    return found, []


def misfilled(row: Row) -> tuple[str, str] | None:
    """Why the words of a row cannot be meant, whatever the site says."""
    if row.keep and row.keep.casefold() not in _KEEP:
        return (
            f"「{row.name}」的「沿用目前譯文」只能填 x，不能是「{row.keep}」；不沿用就留空白。",
            f'"keep" of "{row.name}" is x or empty, not "{row.keep}".',
        )
    if _CALCULATED.fullmatch(row.words):
        return (
            f"「{row.name}」的新譯文是試算表的錯誤值「{row.words}」；"
            "以 = 或 - 開頭的文字，前面請加一個半形的單引號。",
            f'The new words of "{row.name}" are an error of the spreadsheet, "{row.words}": put an '
            "apostrophe before words that begin with = or -.",
        )
    return None


def _is_as_it_was(cell: str, mark: str) -> bool:
    """Does the column of the present words still hold what was exported?"""
    return mark.rpartition("-")[2] == fingerprint(_unguarded(cell))


def _breaks(cells: Iterable[str]) -> int:
    """Lines that a row takes beyond its first."""
    return sum(cell.count("\n") for cell in cells)
