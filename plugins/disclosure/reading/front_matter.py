"""Markdown files: a strict YAML head between two `---` lines, then the prose."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure.problems import Problem
from disclosure.reading.odd_signs import merge_mark
from disclosure.reading.yaml_reader import Document, read_yaml

_FENCE = "---"


@dataclass(slots=True)
class MarkdownFile:
    """A Markdown file taken apart. `body_line` is the file's line on which the prose begins."""

    head: Document
    body: str
    body_line: int


def read_markdown(text: str, path: str) -> MarkdownFile:
    """Take a Markdown file apart; what is wrong with its head is in `head.problems`."""
    mark = merge_mark(text)
    if mark is not None:  # what it left behind is neither of the two texts
        head = Document(path)
        head.problems.append(Problem(path, mark[0] + 1, 0, *mark[1]))
        return MarkdownFile(head, "", 1)
    first, newline, rest = text.partition("\n")
    if first.rstrip() != _FENCE or not newline:
        head = Document(path)
        head.problems.append(
            Problem(
                path,
                1,
                1,
                "no-front-matter",
                "檔案開頭缺少以「---」圍起的欄位（至少要有 title）。",
                "The file must begin with its fields between two `---` lines (at least `title`).",
            )
        )
        return MarkdownFile(head, text, 1)
    fields: list[str] = []
    lines = rest.split("\n")
    for number, line in enumerate(lines):
        if line.rstrip() == _FENCE:
            head = read_yaml("\n".join(fields) + "\n", path, first_line=2)
            blank = next((at for at, field in enumerate(fields) if not field.strip()), None)
            if head.problems and blank is not None and head.problems[0].line > blank + 2:
                # The text had begun: this fence is a rule within it, the head was never closed.
                head.problems[:] = [_not_closed(path, blank + 2)]
            return MarkdownFile(head, "\n".join(lines[number + 1 :]), number + 3)
        fields.append(line)
    head = Document(path)
    # An opening fence that is never closed: the place is where the head stops looking like one.
    looks_like_head = 0
    for line in fields:
        if not line.strip() or line.lstrip().startswith(("#", "- ")) or ":" in line:
            looks_like_head += 1
        else:
            break
    head.problems.append(_not_closed(path, min(looks_like_head + 2, len(lines) + 1)))
    return MarkdownFile(head, "", 1)


def _not_closed(path: str, line: int) -> Problem:
    return Problem(
        path,
        line,
        0,
        "front-matter-not-closed",
        "開頭的欄位沒有結束：欄位之後、內文之前要有一行「---」。",
        "The fields at the top never end: put a line `---` between them and the text.",
    )
