"""New words in a YAML file, and not a character changed elsewhere.

The parser says from where to where a value stands; only that is replaced, in the style in which it
is written. Whoever calls compares what the file says before and after.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from disclosure.reading.places import Location, child, entries
from disclosure.reading.yaml_reader import read_yaml

_STEP = 2
#: What begins a value that is more than plain words.
_SPECIAL = tuple("-?:,[]{}#&*!|>'\"%@` ")
_IN_FLOW = re.compile(r"[,\[\]{}]")


class NotRewritable(ValueError):
    """A value stands where no words can be put."""


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    words: str


def rewritten(text: str, values: Mapping[Location, str], primary: str) -> str:
    """The YAML text with other words at some locations. Raises `NotRewritable`.

    A location that does not exist is added to the mapping that it belongs to; where a plain line
    stands for the words in the `primary` language, it becomes a mapping.
    """
    root = read_yaml(text, "").node
    if root is None:
        raise NotRewritable
    file = _File(text)
    changes = [file.change(root, location, words, primary) for location, words in values.items()]
    # From the end, so that the places of the others stay right. Of two additions to one mapping
    # the later one is put in first, and so stands behind.
    numbered = sorted(enumerate(changes), key=lambda one: (one[1].start, one[0]), reverse=True)
    for _, change in numbered:
        text = text[: change.start] + change.words + text[change.end :]
    return text


class _File:
    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def change(self, root: Node, location: Location, words: str, primary: str) -> _Change:
        node: Node = root
        parent, flow = root, _is_flow(root)
        for number, step in enumerate(location):
            parent, below = node, child(node, step)
            flow = flow or _is_flow(node)
            if below is None:
                if number + 1 < len(location):
                    raise NotRewritable
                return self._added(node, str(step), words, primary, flow=flow)
            node = below
        if not isinstance(node, ScalarNode):
            raise NotRewritable
        return self._replaced(node, parent, words, flow=flow)

    def _at(self, mark: yaml.Mark) -> int:
        place: int = self.starts[mark.line] + mark.column
        return place

    def _replaced(self, node: ScalarNode, parent: Node, words: str, *, flow: bool) -> _Change:
        start = self._at(node.start_mark)
        if node.style not in ("|", ">"):
            said = _scalar(words, node.style or "", self._indent(parent), flow=flow)
            return _Change(start, self._at(node.end_mark), said)
        first = node.start_mark.line
        last = self._last_line(node)
        content = [line for line in self.lines[first + 1 : last + 1] if line.strip()]
        indent = min(len(line) - len(line.lstrip(" ")) for line in content)
        header = self.lines[first][node.start_mark.column :]
        chomping = "-" if "-" in header.partition("#")[0] else ""
        style = ">" if node.style == ">" and "\n" not in words else "|"
        return _Change(start, self.starts[last + 1] - 1, _block(words, style + chomping, indent))

    def _added(self, node: Node, key: str, words: str, primary: str, *, flow: bool) -> _Change:
        if isinstance(node, ScalarNode):
            if node.style in ("|", ">") or "\n" in node.value:
                raise NotRewritable
            both = (_scalar(one, "", 0, flow=True) for one in (node.value, words))
            said = f"{{{primary}: {next(both)}, {key}: {next(both)}}}"
            return _Change(self._at(node.start_mark), self._at(node.end_mark), said)
        if not isinstance(node, MappingNode) or not node.value:
            raise NotRewritable
        last: Node = node.value[-1][1]
        if flow:
            end = self._at(last.end_mark)
            said = _scalar(words, "", 0, flow=True)
            return _Change(end, end, f", {key}: {said}")
        indent = self._indent(node)
        line = self._last_line(last) + 1
        if line >= len(self.lines):  # the file does not end with a line break
            raise NotRewritable
        said = _scalar(words, "", indent, flow=False)
        place = self.starts[line]
        return _Change(place, place, f"{' ' * indent}{key}: {said}\n")

    def _indent(self, node: Node) -> int:
        """How far the keys of a mapping stand to the right."""
        keys = entries(node)
        column: int = keys[0][0].start_mark.column if keys else node.start_mark.column
        return column

    def _last_line(self, node: Node) -> int:
        """The line, from 0, on which a value ends."""
        while isinstance(node, MappingNode | SequenceNode) and node.value and not _is_flow(node):
            last = node.value[-1]
            node = last[1] if isinstance(node, MappingNode) else last
        if not (isinstance(node, ScalarNode) and node.style in ("|", ">")):
            line: int = node.end_mark.line
            return line
        # The parser counts what follows a block as a part of it: blank lines, even comments.
        first = node.start_mark.line + 1
        indent = next(
            (len(line) - len(line.lstrip(" ")) for line in self.lines[first:] if line.strip()),
            0,
        )
        last_line = first - 1
        for number in range(first, len(self.lines)):
            line_words = self.lines[number]
            if line_words.strip():
                if len(line_words) - len(line_words.lstrip(" ")) < indent:
                    break
                last_line = number
        return last_line


def _is_flow(node: Node) -> bool:
    return isinstance(node, MappingNode | SequenceNode) and bool(node.flow_style)


def _scalar(words: str, style: str, indent: int, *, flow: bool) -> str:
    """Words as YAML, in the given style where that can hold them."""
    if "\n" in words:
        return _quoted(words) if flow else _block(words, "|-", indent + _STEP)
    if style == "'":
        return "'{}'".format(words.replace("'", "''"))
    if not style and _is_plain(words, flow=flow):
        return words
    return _quoted(words)


def _is_plain(words: str, *, flow: bool) -> bool:
    if not words or words.startswith(_SPECIAL) or words.endswith((":", " ")):
        return False
    if ": " in words or " #" in words or "\t" in words or (flow and _IN_FLOW.search(words)):
        return False
    # Whether the word means nothing, a date or a number is the reader's to say.
    document = read_yaml(f"{{a: {words}}}" if flow else f"a: {words}", "")
    return not document.problems and document.data == {"a": words}


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return '"{}"'.format(escaped.replace("\n", "\\n").replace("\t", "\\t"))


def _block(words: str, header: str, indent: int) -> str:
    lines = (f"{' ' * indent}{line}" if line else "" for line in words.split("\n"))
    return "\n".join((header, *lines))
