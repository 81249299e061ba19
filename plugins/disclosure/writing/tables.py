"""Tables as Markdown makes them: a caption, headers for every cell, cards on narrow screens.

A paragraph `表：各地的接見時間` right before a table becomes its caption. One behind it does not:
nobody could tell to which of two tables it belongs. No roles say again that it is a table, though
as cards it is laid out otherwise: HTML forbids them on its rows and cells, and browsers of today
do without.

In a record's prose tables are found as comrak writes them, to the letter: raw HTML is shown as text
there, and a tree would take ten times as long. `editors_tables` knows the tables of editors' pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import NamedTuple

from disclosure.model.captions import caption_begins

_TABLE = re.compile(r"<table>\n<thead>\n(.*?)</thead>\n(?:<tbody>\n(.*?)</tbody>\n)?</table>", re.S)
_CELL = re.compile(r'<t[hd](?: align="(\w+)")?>(.*?)</t[hd]>|(</tr>)', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_BOLD = re.compile(r"<(strong|b)>(?:(?!</?\1>).)*</\1>", re.DOTALL)
_PARAGRAPH, _END = "<p>", "</p>\n"


class Cell(NamedTuple):
    """What a cell holds, and its own attributes as they are written in a tag."""

    html: str
    attributes: str = ""

    @property
    def words(self) -> str:
        """What can be read of it, escaped for an attribute."""
        return _TAG.sub("", self.html).strip().replace('"', "&quot;")

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it, not even a picture."""
        return not unescape(self.words).strip() and "<img" not in self.html


def accessible_tables(html: str, caption_mark: str) -> str:
    """The tables of a record's finished prose. `caption_mark` begins a caption, such as 表."""
    if "<table>" not in html:
        return html
    done: list[str] = []
    place = 0
    for table in _TABLE.finditer(html):
        before, caption = _caption(html[place : table.start()], caption_mark)
        head, body = _rows(table[1]), _rows(table[2] or "")
        done += [
            before,
            plain_table(head[0], body, f"<caption>{caption}</caption>\n" * bool(caption)),
        ]
        place = table.end()
    return "".join([*done, html[place:]])


def _caption(before: str, mark: str) -> tuple[str, str]:
    """`(what stands before a table, its caption)`."""
    if before.endswith(_END):
        start = before.rindex(_PARAGRAPH)
        paragraph = before[start + len(_PARAGRAPH) : -len(_END)]
        begins = caption_begins(paragraph, mark)
        if begins is not None:
            return before[:start], paragraph[begins:]
    return before, ""


def _rows(html: str) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[]]
    for side, inside, end in _CELL.findall(html):
        if end:
            rows.append([])
        else:
            rows[-1].append(Cell(inside, f' class="{side}"' if side else ""))
    return rows[:-1]


def plain_table(head: Sequence[Cell], body: Sequence[Sequence[Cell]], caption: str) -> str:
    """A table whose first row names its columns; `caption` is the whole element, or nothing."""
    labels = [cell.words for cell in head]
    headers = "\n".join(_header(cell) for cell in head)
    named = _rows_are_named(head, body)
    rows = "\n".join(
        "<tr>\n"
        + "\n".join(
            _row_header(cell) if number == 0 and named and not cell.is_empty else _data(cell, label)
            for number, (cell, label) in enumerate(zip(row, labels, strict=True))
        )
        + "\n</tr>"
        for row in body
    )
    return (
        f'<div class="table cards"><table>\n{caption}<thead>\n'
        f"<tr>\n{headers}\n</tr>\n</thead>\n"
        + (f"<tbody>\n{rows}\n</tbody>\n" if rows else "")
        + "</table></div>"
    )


def _rows_are_named(head: Sequence[Cell], body: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first column names the rows.

    It does where the corner above it is empty, and where all of it is bold: what looks like a
    header has to be one (WCAG 2.2, 1.3.1). Any other first column may be as good as the next.
    """
    return head[0].is_empty or (
        bool(body) and all(_BOLD.fullmatch(row[0].html.strip()) for row in body)
    )


def _header(cell: Cell) -> str:
    if cell.is_empty:  # a header of nothing would be announced before every cell of its column
        return f"<td{cell.attributes}></td>"
    return f'<th{cell.attributes} scope="col">{cell.html}</th>'


def _row_header(cell: Cell) -> str:
    return f'<th{cell.attributes} scope="row">{cell.html}</th>'


def _data(cell: Cell, label: str) -> str:
    # As a card a cell is a grid, in which each piece of its text would be placed by itself.
    told = f' data-label="{label}"' if label else ""
    return f"<td{cell.attributes}{told}><div>{cell.html}</div></td>"
