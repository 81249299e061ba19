"""Links and words in Markdown prose, found in the source text.

Used to check links with their lines, to resolve `record:` links and to search; the Markdown
converters do the real parsing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

RECORD = "record:"
INDEX = "index:"
_INLINE = re.compile(r"\]\(\s*(?:<([^>\n]*)>|((?:[^\s()<>]|\([^\s()]*\))+))")
_DEFINITION = re.compile(r"^[ >*+-]*\[[^\]^]+\]:\s*<?([^\s>]+)", re.MULTILINE)
_NAMED = re.compile(r"<((?:record|index):[^\s>]+)>")
_HREF = re.compile(r"""href=["']?((?:record|index):[^"'\s>]+)""")
#: An address within the site in a tag: it is neither adapted to the page nor looked up.
_TAG = re.compile(r"""<[a-zA-Z][^<>]*?\s(?:href|src)=["']?(?![a-zA-Z][\w+.-]*:|//|\#)([^"'\s>]+)""")
_TARGET = r"(?:record:|index:|https?:|mailto:|tel:|[\w./-]+\.(?:md|html?|odt|ods|pdf)\b)"
#: What was meant as a link, and would be printed as it is: wide brackets, a blank before the
#: bracket or within the address, no address, no end.
_MISSHAPEN = re.compile(
    rf"\][ \t]*（\s*{_TARGET}[^）\n]*）?"
    r"|\][ \t]+\(\s*(?:record|index):[^)\n]*\)?"
    r"|\]\(\s*\)"
    rf"|\]\(\s*{_TARGET}[^()<>\n]*(?:\([^()\n]*\)[^()\n]*)*$"
    rf"|\]\(\s*{_TARGET}[^\s()<>]*[ \t]+(?![\"'(])[^\s)][^)\n]*\)",
    re.MULTILINE,
)
_CODE = re.compile(r"^(`{3,}|~{3,})[^\n`]*\n.*?^\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)
#: What a text is marked up with: a link's or picture's words stay, its target goes, inner ones
#: first; then definitions of links, rules of tables and lines, bullets, quotes, headings, and
#: emphasis that stands at the edge of a word.
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])")
#: Words of neighbouring cells stay apart.
_EDGE_OF_CELL = re.compile(r"\\?\|")
_MARKUP = re.compile(
    r"^[ >*+-]*\[[^\]^]+\]:.*$"
    r"|^[ :-]+$|^(?:[ \t]*(?:#{1,6}|[-+*>]|\d+[.)])(?=\s))+"
    r"|\\([!-/:-@\[-`{-~])|\*+|`+|~~|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class ProseLink:
    """A link's target, and its line in the text, counted from 0."""

    target: str
    line: int


def without_code(text: str) -> str:
    """The text with its code blanked out, every line and column where it was."""
    if "`" not in text and "~~~" not in text:
        return text
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def links(text: str) -> Iterator[ProseLink]:
    """Every link and image of a Markdown text, code excepted."""
    if "](" not in text and "]:" not in text and "<" not in text:
        return
    visible = without_code(text)
    for pattern in (_INLINE, _DEFINITION, _NAMED, _HREF):
        for match in pattern.finditer(visible):
            start, end = _span(match)
            yield ProseLink(visible[start:end], visible.count("\n", 0, start))


def tag_links(text: str) -> Iterator[ProseLink]:
    """Addresses within the site in HTML tags, code excepted."""
    if "<" in text:
        yield from _matches(_TAG, text, 1)


def misshapen(text: str) -> Iterator[ProseLink]:
    """What was meant as a link and is none, code excepted: the piece behind its words."""
    if "]" in text:
        yield from _matches(_MISSHAPEN, text, 0)


def _matches(pattern: re.Pattern[str], text: str, group: int) -> Iterator[ProseLink]:
    visible = without_code(text)
    for match in pattern.finditer(visible):
        yield ProseLink(match[group], visible.count("\n", 0, match.start()))


def _span(match: re.Match[str]) -> tuple[int, int]:
    """Where the target stands: in the one group that took part."""
    return match.span(match.lastindex or 0)


def with_targets(text: str, change: Callable[[str], str]) -> str:
    """The text with the target of every link and image changed; code is left as it is."""
    visible = without_code(text)
    spans = {
        _span(match) for pattern in (_INLINE, _DEFINITION) for match in pattern.finditer(visible)
    }
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + change(text[start:end]) + text[end:]
    return text


def targets(text: str) -> tuple[str, ...]:
    """The `record:` and `index:` targets that a text links to, each once, in order."""
    if RECORD not in text and INDEX not in text:
        return ()
    found = (link.target for link in links(text))
    return tuple(dict.fromkeys(one for one in found if one.startswith((RECORD, INDEX))))


def without_markup(text: str) -> str:
    """The words of a Markdown text, for places that know no markup.

    >>> without_markup("- **請帶** [證件](record:papers)")
    ' 請帶 證件'
    """
    linked = 1
    while linked:
        text, linked = _LINK.subn(r"\1", text)
    return unescape(_MARKUP.sub(r"\1", _EDGE_OF_CELL.sub(" ", text)))
