"""How wide words may become, and where a line of them may break.

Nobody knows with which font a drawing will be read, so every character is counted as wide as the
widest of the common fonts draws it (DejaVu Sans, Verdana, Noto Sans CJK). Words that fit by this
measure fit everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

#: Widths of Latin characters in hundredths of the font size; all others of ASCII are `_LATIN` wide.
_WIDTHS = {
    character: width / 100
    for characters, width in (
        ("ijl", 28),
        ("'I", 30),
        (" ,.|", 33),
        (":;/\\-", 36),
        ("f", 38),
        ("()[]!t", 40),
        ("r", 42),
        ('"`', 53),
        ("sz_*J", 53),
        ("cL?", 56),
        ("kvxyFE$", 60),
        ("aeoTYZ", 62),
        ("PSbdghnpqu{}0123456789", 64),
        ("ABKRVX", 70),
        ("CU", 74),
        ("HN", 76),
        ("DG&", 78),
        ("OQ", 80),
        ("w", 83),
        ("#+<=>^~", 85),
        ("M", 89),
        ("m%W@", 100),
    )
    for character in characters
}
_LATIN = 0.7
_EMOJI = 1.4
#: Bold letters are wider, narrow ones more so than wide ones: 1.08 times and a twentieth.
_BOLD = (1.08, 0.05)
_MARKS = ("Mn", "Me", "Cf")

#: Kinsoku: what may not begin a line and what may not end one.
_CLOSING = frozenset("，。、；：？！）］｝」』》〉】〕〗’”…—～·・％℃°々ー,.;:?!)]}%")
_OPENING = frozenset("（［｛「『《〈【〔〖‘“＄￥([{$#")
#: Where a run of Chinese comes apart most easily: before words that link, after those that belong
#: to what stands before them.
_LINKING = frozenset("與或及和並")
_LINKED = frozenset("的後")
#: A Latin word may break after these when enough stands on both sides.
_JOINT = re.compile(r"(?<=\w{3}[-/])(?=\w{3})")
#: How many letters of a cut word stand on a line at least, where there is room for so many.
_LETTERS = 3
_SPACES = re.compile(r"\s+")


@lru_cache(maxsize=4096)
def _char_width(character: str, bold: bool) -> float:
    if unicodedata.category(character) in _MARKS:
        return 0.0
    if character >= "\U0001f000":
        return _EMOJI
    if _is_wide(character):
        return 1.0
    base = unicodedata.normalize("NFD", character)[0]
    width = _WIDTHS.get(base, _LATIN)
    return width * _BOLD[0] + _BOLD[1] if bold else width


def _is_wide(character: str) -> bool:
    """Ambiguous ones (quotation marks, dashes) are wide in Chinese fonts."""
    return unicodedata.east_asian_width(character) in "WFA"


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width that `text` has at most, in the unit of the font size."""
    return size * sum(_char_width(character, bold) for character in text)


def widest_part(text: str, size: float, *, bold: bool = False) -> float:
    """The width of the longest part of a text that a line should not break."""
    parts = _pieces(text.strip())
    return max((text_width(part.rstrip(), size, bold=bold) for part in parts), default=0.0)


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """`text` in as few lines as fit into `room`, all about as long as each other."""
    text = _SPACES.sub(" ", text).strip()
    if text_width(text, size, bold=bold) <= room:
        return (text,)
    pieces = [part for piece in _pieces(text) for part in _fitting(piece, room, size, bold=bold)]
    widths = [text_width(piece.rstrip(), size, bold=bold) for piece in pieces]
    blanks = [text_width(" ", size, bold=bold) * piece.endswith(" ") for piece in pieces]
    return _balanced(pieces, widths, blanks, room, size)


def _pieces(text: str) -> list[str]:
    """The parts of a text between which a line may break; a space stays with the part before."""
    pieces: list[str] = []
    for part in _parts(text):
        before = pieces[-1] if pieces else ""
        # A space that somebody typed after a bracket does not make it end a line.
        if before and (part[0] in _CLOSING or before.rstrip()[-1] in _OPENING):
            pieces[-1] += part
        else:
            pieces.append(part)
    return pieces


def _parts(text: str) -> Iterator[str]:
    """Wide characters one by one, all others by the word."""
    word = ""
    for character in text:
        if _is_wide(character) and character not in "’‘":
            yield from _words(word)
            word = character
            continue
        if word and _is_wide(word[0]) and character != " " and not _is_mark(character):
            yield word
            word = ""
        word += character
        if character == " ":
            yield from _words(word)
            word = ""
    yield from _words(word)


def _words(word: str) -> Iterator[str]:
    if word:
        yield from _JOINT.split(word)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


def _fitting(piece: str, room: float, size: float, *, bold: bool) -> list[str]:
    """A piece that is longer than a line, cut where the line ends; a hyphen shows the cut."""
    if text_width(piece.rstrip(), size, bold=bold) <= room:
        return [piece]
    word = piece.rstrip()
    cut, line = [], ""
    for at, character in enumerate(word):
        rest = text_width(line + word[at:], size, bold=bold)
        # A cut word with a letter or two left over is no word.
        short = len(line) >= _LETTERS and at + _LETTERS == len(word)
        longer = text_width(line + character + "-", size, bold=bold)
        full = len(line) > 1 and longer > room
        if (full or short) and rest > room and not _is_mark(character):
            kept = 1 if character in _CLOSING and len(line) > 2 else 0
            end, line = line[: len(line) - kept], line[len(line) - kept :]
            cut.append(end + "-" if end[-1].isascii() and end[-1].isalpha() else end)
        line += character
    return [*cut, line + " " * piece.endswith(" ")]


def _balanced(
    pieces: list[str], widths: list[float], blanks: list[float], room: float, size: float
) -> tuple[str, ...]:
    """The lines with the least uneven room left over, by dynamic programming from the end.

    Fewer lines come first, then even ones; a line that ends behind punctuation or between words
    is better than one that ends within a run of Chinese.
    """
    count = len(pieces)
    best: list[tuple[float, int]] = [(0.0, count)] * (count + 1)
    for start in range(count - 1, -1, -1):
        found = (float("inf"), start + 1)
        width = 0.0
        for end in range(start + 1, count + 1):
            width += widths[end - 1] + (blanks[end - 2] if end - 1 > start else 0.0)
            if width > room and end > start + 1:
                break
            left = max(0.0, room - width) / size
            cost = 1000.0 + left * left + _break_cost(pieces, end) + best[end][0]
            if cost < found[0]:
                found = (cost, end)
        best[start] = found
    lines, at = [], 0
    while at < count:
        end = best[at][1]
        lines.append("".join(pieces[at:end]).rstrip())
        at = end
    return tuple(lines)


def _break_cost(pieces: list[str], end: int) -> float:
    if end == len(pieces):
        return 0.0
    before, after = pieces[end - 1], pieces[end]
    if before.rstrip()[-1].isdigit() and _is_wide(after[0]):
        return 12.0  # a number and its unit: 「30 日」
    if before[-1] == " " or before[-1] in _CLOSING or after[0] in _OPENING:
        return 0.0
    return 1.0 if after[0] in _LINKING or before[-1] in _LINKED else 6.0
