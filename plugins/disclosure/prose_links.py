"""Links in Markdown prose, found in the source text.

Used to check links with their lines and to resolve `record:` links; the Markdown converters do the
real parsing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

RECORD = "record:"
INDEX = "index:"
_INLINE = re.compile(r"\]\(\s*<?([^)\s>]+)")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]^]+\]:\s*<?([^\s>]+)", re.MULTILINE)
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class ProseLink:
    """A link's target, and its line in the text, counted from 0."""

    target: str
    line: int


def links(text: str) -> Iterator[ProseLink]:
    """Every link and image of a Markdown text, code excepted."""
    if "](" not in text and "]:" not in text:
        return
    visible = _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    for pattern in (_INLINE, _DEFINITION):
        for match in pattern.finditer(visible):
            yield ProseLink(match[1], visible.count("\n", 0, match.start(1)))


def targets(text: str) -> tuple[str, ...]:
    """The `record:` and `index:` targets that a text links to, each once, in order."""
    if RECORD not in text and INDEX not in text:
        return ()
    found = (link.target for link in links(text))
    return tuple(dict.fromkeys(one for one in found if one.startswith((RECORD, INDEX))))
