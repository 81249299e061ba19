"""How editors name a table: a paragraph of its own before it, `表：各地的接見時間`."""

from __future__ import annotations

import re

_REST = re.compile(
    r"\s*([0-9０-９一二三四五六七八九十][0-9０-９一二三四五六七八九十.-]*)?\s*[:：]\s*(?=\S)"
)


def caption_begins(paragraph: str, mark: str) -> int | None:
    """Where a paragraph's caption begins, or None when it is no caption.

    `mark` is the word that announces it. A number behind it stays, since texts refer to it.

    >>> [caption_begins(one, "表") for one in ("表：時間", "表 2：時間", "表格：時間", "表：")]
    [2, 0, None, None]
    """
    start = len(paragraph) - len(paragraph.lstrip())
    if not paragraph.startswith(mark, start):
        return None
    rest = _REST.match(paragraph, start + len(mark))
    if rest is None:
        return None
    return start if rest[1] else rest.end()
