"""Tables in editors' texts: a caption, headers for every cell, cards on narrow screens.

A paragraph `表：各地的接見時間` right before a table becomes its caption. As cards a table is laid
out with other display types, and browsers then forget that it is one: roles say it again.
"""

from __future__ import annotations

import re
from html import escape, unescape

_ALIGN = re.compile(r'<(t[hd])([^>]*?) (?:align="|style="text-align: )(left|center|right);?"')
_CAPTION = re.compile(r"<p>([^\s<:：]{1,12})[:：]\s*((?:(?!</?p>).)*?)</p>\s*<table>", re.DOTALL)
_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<(t[hd])([^>]*)>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def accessible_tables(html: str, caption_mark: str) -> str:
    """The tables of finished HTML. `caption_mark` begins a caption, such as 表 or Table."""
    if "<table" not in html:
        return html
    html = _ALIGN.sub(r'<\1\2 class="\3"', html)
    html = _CAPTION.sub(
        lambda match: (
            f"<table><caption>{match[2]}</caption>" if match[1] == caption_mark else match[0]
        ),
        html,
    )
    return _TABLE.sub(lambda match: _table(match[1]), html)


def _table(inside: str) -> str:
    head, mark, body = inside.partition("</thead>")
    labels = [escape(unescape(_TAG.sub("", words)).strip()) for _, _, words in _CELL.findall(head)]
    head = _CELL.sub(r'<\1\2 scope="col" role="columnheader">\3</\1>', head)
    rows = _ROW.sub(lambda match: f'<tr role="row">{_cells(match[1], labels)}</tr>', body)
    inside = f"{head}{mark}{rows}".replace("<tr>", '<tr role="row">')
    inside = re.sub(r"<(thead|tbody)>", r'<\1 role="rowgroup">', inside)
    return f'<div class="table cards"><table role="table">{inside}</table></div>'


def _cells(row: str, labels: list[str]) -> str:
    cells = _CELL.findall(row)
    return "".join(
        f'<{tag}{given} role="cell" data-label="{label}">{words}</{tag}>'
        for (tag, given, words), label in zip(cells, labels, strict=False)
    )
