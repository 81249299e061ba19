"""Where in a text an editor slipped, and what to say of it, when YAML's parser has given up.

The parser often notices a slip lines later, or at the end of the file.
"""

from __future__ import annotations

import contextlib

import yaml

from disclosure.problems import Problem
from disclosure.reading import wide_signs
from disclosure.reading.yaml_messages import SYNTAX


def syntax_problem(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Problem:
    """What to tell of a text that the parser gave up on; its line 1 is `first_line` of the file."""
    problem = f"{error.context or ''} {error.problem or ''}".strip()
    opened = _opened_quote(error, text)
    if opened is not None:
        first, last = opened
        zh = f"從這裡開始的引號沒有關上，一直讀到第 {last.line + first_line} 行的引號。"
        en = (
            "The quote that begins here is not closed: it reaches as far as the quote on line "
            f"{last.line + first_line}."
        )
        place = first.line + first_line, first.column + 1
        return Problem(path, *place, "yaml-syntax", zh, en)
    lines = text.split("\n")
    wide = wide_signs.slip(lines, _suspects(error, lines))
    if wide is not None:
        return Problem(
            path, wide.line + first_line, wide.column + 1, "yaml-syntax", wide.zh, wide.en
        )
    line, column, lost_dash = _slip(error, lines)
    zh = "YAML 格式不對，請檢查縮排、冒號與引號。"
    en = f"This is not valid YAML: {problem}."
    if lost_dash:
        zh = "清單的這一項，開頭少了「- 」。"
        en = "This entry of a list lacks the `- ` at its beginning."
    else:
        told = next((told for told in SYNTAX if told[0] in problem), None)
        _, zh, en = told or ("", zh, en)
    return Problem(path, line + first_line, column + 1, "yaml-syntax", zh, en)


def _suspects(error: yaml.MarkedYAMLError, lines: list[str]) -> list[int]:
    """Lines on which the slip may stand, from 0: where the parser began, where it gave up, and the
    last one with words before that."""
    marks = {mark.line for mark in (error.context_mark, error.problem_mark) if mark is not None}
    above = range(min(max(marks, default=0), len(lines)) - 1, -1, -1)
    return sorted(marks | {next((n for n in above if lines[n].strip()), 0)})


def _opened_quote(error: yaml.MarkedYAMLError, text: str) -> tuple[yaml.Mark, yaml.Mark] | None:
    """Both ends of quoted words of several lines, behind which the parser gave up.

    The quote that should have closed them is missing, and the next one was taken for it.
    """
    gave_up = error.problem_mark
    found: tuple[yaml.Mark, yaml.Mark] | None = None
    if gave_up is None:
        return None
    with contextlib.suppress(yaml.YAMLError):  # that error again, or what follows from it
        for token in yaml.scan(text, Loader=yaml.CBaseLoader):
            first, last = token.start_mark, token.end_mark
            if last.index > gave_up.index:
                break
            is_quoted = isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')
            if is_quoted and first.line < last.line == gave_up.line:
                found = first, last
    return found


def _slip(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[int, int, bool]:
    """Line and column, from 0, of the slip, which may be far before the parser gives up.

    The third value tells whether an entry of a list has lost its `- `.
    """
    began, gave_up = error.context_mark, error.problem_mark
    problem, context = error.problem or "", error.context or ""
    if gave_up is None or (began is not None and "end of stream" in problem):
        # A quote or bracket that is never closed is noticed at the end of the file.
        return (began.line, began.column, False) if began is not None else (0, 0, False)
    if began is not None and "could not find expected ':'" in problem:
        return began.line, began.column, False  # it is noticed on the next line
    if "document start" in problem:  # something stands before the first field of the file
        first = next((n for n, line in enumerate(lines) if line.strip() and line[0] != "#"), 0)
        return first, 0, False
    if began is not None and "block collection" in context and began.column == 0:
        return began.line, 0, False  # a list at the left margin, noticed when the fields begin
    if "another document" in problem:  # its `---` is no entry of a list
        return gave_up.line, gave_up.column, False
    if gave_up.line >= len(lines):  # behind the last line, where that has no line end
        return len(lines) - 1, 0, False
    if began is not None and "flow" in context and _is_left(lines, began.line, gave_up.line):
        return began.line, began.column, False  # the bracket is not closed; else a comma is missing
    if lines[gave_up.line][gave_up.column :].startswith("-"):
        lost = _entry_without_dash(lines, gave_up.line, gave_up.column)
        if lost is not None:
            return lost, gave_up.column, True
    return gave_up.line, gave_up.column, False


def _is_left(lines: list[str], began: int, gave_up: int) -> bool:
    """Does the later line stand no deeper than the one in which a bracket was opened?"""
    first, last = (len(line) - len(line.lstrip()) for line in (lines[began], lines[gave_up]))
    return gave_up > began and last <= first


def _entry_without_dash(lines: list[str], entry: int, column: int) -> int | None:
    """The first line of a list whose first entry lost its `- `; `entry` is the next entry."""
    for number in range(entry - 1, -1, -1):
        line = lines[number]
        indentation = len(line) - len(line.lstrip())
        is_key = line.rstrip().endswith(":")
        if not line.strip() or line.lstrip().startswith("#") or indentation > column:
            continue
        if indentation == column and not is_key:
            continue  # another entry of the list, or the one that lost its `- `
        below = lines[number + 1].strip()
        return number + 1 if is_key and not below.startswith("-") else None
    return None
