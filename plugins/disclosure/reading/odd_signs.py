"""Signs in a text that nobody means to type: invisible ones, and marks of an unfinished merge."""

from __future__ import annotations

import re

#: A rule id, and what to tell in Chinese and in English.
Message = tuple[str, str, str]

#: Never meant: control characters, line ends that only YAML sees, private-use characters (造字),
#: which other people's devices cannot show, and signs without a width that turn words around or
#: tear them, so that a reader sees something else than a program.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2066-\u2069\ue000-\uf8ff"
    "\ufeff\ufffe\uffff]"
)
#: What git writes around the two sides of a conflict. The line between them is one of equals
#: signs, which may be meant.
_MERGE = re.compile(r"^(<{7}|>{7}) ", re.MULTILINE)
_MERGE_MARK: Message = (
    "merge-mark",
    "這是 git 合併時留下的記號，表示兩個人改了同一處；請留下要的一邊，再刪掉「<<<<<<<」、"
    "「=======」、「>>>>>>>」這三行。",
    "This is a mark of a git merge: two people changed the same place. Keep the side that is "
    "wanted, then delete the three lines `<<<<<<<`, `=======` and `>>>>>>>`.",
)


def control_character(text: str) -> tuple[int, int, Message] | None:
    """Line from 0, column, and what to tell, of the first character that nobody means to type."""
    found = _CONTROL.search(text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start())
    column = found.start() - text.rfind("\n", 0, found.start())
    code = f"U+{ord(found[0]):04X}"
    return (
        line,
        column,
        (
            "control-character",
            f"有看不見的控制字元或造字（{code}），別人的裝置無法顯示或會顯示成別的樣子，"
            "請刪除或改寫。",
            f"There is an invisible or private-use character ({code}), which other people's "
            "devices cannot show, or show as something else: remove it.",
        ),
    )


def merge_mark(text: str) -> tuple[int, Message] | None:
    """Line from 0, and what to tell, of the first mark of a merge that was not finished.

    >>> merge_mark("a\\n<<<<<<< HEAD\\nb")[0]
    1
    """
    found = _MERGE.search(text)
    return None if found is None else (text.count("\n", 0, found.start()), _MERGE_MARK)
