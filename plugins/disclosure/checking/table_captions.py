"""Every table says what it shows: a paragraph `表：各地的接見時間` stands right before it.

Tables are found in the source, for the sake of their lines. What is accepted here becomes a caption
on the page (`writing/tables.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.checking.checker import Check
from disclosure.checking.walking import walk
from disclosure.model.captions import caption_begins
from disclosure.model.page import Page
from disclosure.model.record import Record
from disclosure.model.text import Text
from disclosure.prose_links import without_code
from disclosure.reading.files import read_text
from disclosure.reading.front_matter import read_markdown

#: A line that may be `| --- | :-: |` below a row of headers; and whether it is one.
_MAYBE_RULE = re.compile(r"^[ \t>*+|:-]+$", re.MULTILINE)
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_PIPE = re.compile(r"(?<!\\)\|")
#: What a line begins with before its own words: quotations, and the mark of a list's item.
_MARGIN = re.compile(r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?")
#: The first line of a box or of a tab, which belongs to no paragraph.
_OPENING = re.compile(r'\s*(?:!!! ?\w|\?\?\?\+? ?["\w]|===[!+]? ?")')
#: Other lines whose indented followers are their content; below any further they are quoted code.
_HOLDER = re.compile(r"\s*(?:[-*+] |\d+[.)] |\[\^[^\]]+\]:|: )")
_CODE = 4
_HTML = re.compile(r"<table\b.*?(?:</table\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_HTML_CAPTION = re.compile(r"<caption\b", re.IGNORECASE)


@dataclass(frozen=True)
class Table:
    """A table in a text: its row of headers, the row's line counted from 0, what names it."""

    line: int
    header: str
    captioned: bool


def tables(text: str, mark: str, *, html: bool = False) -> list[Table]:
    """The tables of a Markdown text; with `html` also those written as such."""
    starts = [match.start() - 1 for match in _MAYBE_RULE.finditer(text)] if "|" in text else []
    html = html and "<table" in text.lower()
    if not starts and not html:
        return []
    visible = without_code(text)
    lines, written = visible.split("\n"), text.split("\n")
    above = (text.count("\n", 0, start) for start in starts if start > 0)
    found = {at: _has_caption(lines, at, mark) for at in above if _is_table(lines, at)}
    for match in _HTML.finditer(visible) if html else ():
        at = visible.count("\n", 0, match.start())
        found[at] = bool(_HTML_CAPTION.search(match[0])) or _has_caption(lines, at, mark)
    return [Table(at, written[at].strip(), captioned) for at, captioned in sorted(found.items())]


def _is_table(lines: list[str], at: int) -> bool:
    header, rule = _MARGIN.sub("", lines[at], count=1), lines[at + 1].lstrip(" \t>")
    return (
        bool(header.strip())
        and "|" in header + rule
        and _RULE.fullmatch(rule.rstrip()) is not None
        and _columns(header) == _columns(rule)
        and not _is_code(lines, at)
    )


def _columns(row: str) -> int:
    return len(_PIPE.split(row.strip().removeprefix("|").removesuffix("|")))


def _indent(line: str) -> int:
    margin = _MARGIN.match(line.expandtabs(_CODE))
    return margin.end() if margin else 0


def _is_code(lines: list[str], at: int) -> bool:
    """Whether the lines are indented without belonging to anything: quoted code."""
    indent = _indent(lines[at])
    if indent < _CODE or not lines[at].startswith((" ", "\t")):
        return False
    outer = (
        line for line in reversed(lines[:at]) if line.strip() and _blanks(line) <= indent - _CODE
    )
    holder = next(outer, "")
    return not (_HOLDER.match(holder) or _OPENING.match(holder))


def _blanks(line: str) -> int:
    line = line.expandtabs(_CODE)
    return len(line) - len(line.lstrip())


def _has_caption(lines: list[str], at: int, mark: str) -> bool:
    """Whether the paragraph before line `at`, at the same place of the page, is a caption."""
    end = at
    while end > 0 and not _own(lines[end - 1]):
        end -= 1
    if end in (0, at):  # nothing before it, or no blank line between
        return False
    start = end
    while start > 0 and _own(lines[start - 1]) and not _OPENING.match(lines[start - 1]):
        start -= 1
    paragraph = "\n".join(_own(line) for line in lines[start:end])
    same_place = _indent(lines[start]) == _indent(lines[at])
    return same_place and caption_begins(paragraph, mark) is not None


def _own(line: str) -> str:
    return _MARGIN.sub("", line, count=1).strip()


# -- the rule --------------------------------------------------------------------------------------


def tables_have_captions(check: Check) -> None:
    """In the texts of every record, and on editors' pages, in each language."""
    for record in check.catalogue.records.values():
        is_page = isinstance(record, Page)
        for path, language, text, first in _texts(check, record):
            mark = check.strings[language]["table_caption_mark"]
            found = tables(text, mark, html=is_page)
            if all(table.captioned for table in found):
                continue  # no line is wanted, so that no file is read once more
            for table in found:
                line = first + table.line
                if not is_page:  # a text of a record: only its file knows on which line it stands
                    line = check.locator.line_of(path, table.header, first)
                    first = line + 1  # the next may have the same headers
                if not table.captioned:
                    _tell(check, path, line, table.header, mark)


def _texts(check: Check, record: Record) -> Iterator[tuple[str, str, str, int]]:
    """`(path, language, text, the line from which on it stands)`."""
    source = check.catalogue.sources[record.id]
    paths = {check.catalogue.primary: source.path, **source.translations}
    if isinstance(record, Page):
        for language, path in paths.items():
            file = read_markdown(
                read_text(check.settings.root / path, check.settings.root, []) or "", path
            )
            yield path, language, file.body, file.body_line
        return
    for place, value in walk(record):
        if isinstance(value, Text):
            for language, text in value.root.items():
                if "|" not in text:
                    continue
                path = paths.get(language, source.path)
                # In a Markdown file the place is that of no field: its prose follows the head.
                line = (
                    1 if path.endswith(".md") else check.locator.place(path, (*place, language))[0]
                )
                yield path, language, text, line


def _tell(check: Check, path: str, line: int, header: str, mark: str) -> None:
    check.tell(
        path,
        line,
        "table-without-caption",
        f"表格「{header[:30]}」沒有標題；請在它前面空一行，單獨寫一段「{mark}：這張表的內容」。",
        f"The table `{header[:30]}` has no caption: write a paragraph `{mark}: what it shows` "
        "right before it, with a blank line between.",
    )


RULES = (tables_have_captions,)
