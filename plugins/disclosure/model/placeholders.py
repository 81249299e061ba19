"""Words that `disclosure new` leaves where an editor has to write something.

They are recognized when a record is published, so that no citizen ever reads them.
"""

from __future__ import annotations

import re

#: Where the answer to a question goes.
ANSWER = "（請把這一行換成答案，第一句先給結論。）"
_LEFT = re.compile(rf"{ANSWER}|（請填寫：[^）\n]*|\(To be written: [^)\n]*")


def blank(what: str) -> str:
    """A place to fill in, in the main language.

    >>> blank("計畫目標")
    '（請填寫：計畫目標）'
    """
    return f"（請填寫：{what}）"


def blank_translation(what: str) -> str:
    """A place to fill in, in a translation.

    >>> blank_translation("the title")
    '(To be written: the title)'
    """
    return f"(To be written: {what})"


def left_in(words: str) -> str:
    """The first placeholder that is still there, but for its closing bracket; or nothing.

    >>> left_in("目標是（請填寫：計畫目標）。"), left_in("便民。")
    ('（請填寫：計畫目標', '')
    """
    found = _LEFT.search(words)
    return found[0] if found else ""
