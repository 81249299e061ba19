"""Tables of editors' pages, where HTML may stand within cells and tables within tables."""

from __future__ import annotations

import re

from disclosure.model.captions import caption_begins
from disclosure.writing.html_tree import Attributes, Element, Node, parse
from disclosure.writing.tables import Cell, plain_table

_STYLE_ALIGN = re.compile(r"\s*text-align:\s*(left|center|right)\s*;?\s*")
_GROUPS = ("thead", "tbody", "tfoot")
#: What no cell of Markdown has: an editor has said the headers already, in another way.
_SPECIAL = ("colspan", "rowspan", "scope", "headers", "role")


def improve_tables(tree: Element, caption_mark: str) -> None:
    """Every table of a page. `caption_mark` begins a caption, such as 表 or Table."""
    # From the innermost outwards: a table is read only when those within it are done.
    for parent, table in reversed(list(tree.walk())):
        if table.tag != "table":
            continue
        _take_caption(parent, table, caption_mark)
        rows = _rows(table)
        for row in rows:
            for cell in row.elements("th", "td"):
                _align(cell)
        if _is_plain(table, rows):
            parent.replace(table, *parse(_plain(table, rows)).children)
        else:
            parent.replace(table, Element("div", _scrolling(table), [table]))


def _rows(table: Element) -> list[Element]:
    """The rows of a table, without those of a table within one of its cells."""
    groups = [table, *table.elements(*_GROUPS)]
    return [row for group in groups for row in group.elements("tr")]


def _take_caption(parent: Element, table: Element, mark: str) -> None:
    """Move the paragraph right before a table into it, when it is a caption."""
    at = next(at for at, node in enumerate(parent.children) if node is table)
    before = at - 1
    while before >= 0 and not _stands(parent.children[before]):
        before -= 1
    paragraph = parent.children[before] if before >= 0 else None
    if not isinstance(paragraph, Element) or paragraph.tag != "p" or table.elements("caption"):
        return
    begins = caption_begins(paragraph.words, mark)
    first = paragraph.children[0] if paragraph.children else None
    if begins is None or not isinstance(first, str):
        return
    paragraph.children[0] = first.lstrip()[begins:]
    paragraph.become("caption")
    del parent.children[before:at]
    table.children.insert(0, paragraph)


def _stands(node: Node) -> bool:
    """Whether a node is more than blanks."""
    return isinstance(node, Element) or bool(node.strip())


def _align(cell: Element) -> None:
    """Alignment as a class: the site's policy refuses a style, and HTML the attribute."""
    styled = _STYLE_ALIGN.fullmatch(cell.get("style"))
    side = cell.get("align") or (styled[1] if styled else "")
    if side:
        cell.set("align", "")
        cell.set("style", "")
        cell.set("class", " ".join([*cell.classes, side]))


def _is_plain(table: Element, rows: list[Element]) -> bool:
    """Whether a table is as Markdown makes it: a row of headers, and no cell that spans several."""
    groups = [one for one in table.elements() if one.tag != "caption"]
    cells = [cell for row in rows for cell in row.elements()]
    return (
        [one.tag for one in groups] in (["thead"], ["thead", "tbody"])
        and len(groups[0].elements("tr")) == 1
        and not any(one.attributes for one in (table, *groups, *rows))
        and len({len(row.elements()) for row in rows} | {0}) == 2
        and all(cell.tag in ("th", "td") for cell in cells)
        and not any(cell.has(name) for cell in cells for name in _SPECIAL)
    )


def _plain(table: Element, rows: list[Element]) -> str:
    head, *body = ([_cell(cell) for cell in row.elements()] for row in rows)
    captions = table.elements("caption")
    return plain_table(head, body, f"{captions[0].html()}\n" if captions else "")


def _cell(cell: Element) -> Cell:
    return Cell(cell.inner_html(), cell.written_attributes())


def _scrolling(table: Element) -> Attributes:
    """What scrolls when the table is too wide: only a plain one turns into cards instead."""
    captions = table.elements("caption")
    if not captions:
        return {"class": "table"}
    return {"class": "table", "tabindex": "0", "role": "region", "aria-label": captions[0].words}
