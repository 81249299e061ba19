"""Every link to another site, with the places where it stands.

Taken from the files as they are, not from records: so a link is found in whichever field or prose
it stands, and with its line, even while something else is wrong with the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from disclosure.model.settings import Settings
from disclosure.prose_links import without_code
from disclosure.reading.files import read_text, relative, walk
from disclosure.reading.front_matter import read_markdown
from disclosure.reading.yaml_reader import Document, read_yaml

#: Up to what stands in no address: blanks, quotes, Chinese brackets and punctuation.
_ADDRESS = re.compile(
    r"https?://[^\s<>\"'`\\^{}|「」『』（）《》〈〉【】，。、；：！？]+", re.IGNORECASE
)
#: The list of links that are passed over links to nothing.
LIST = "links.yml"
_CLOSING = {")": "(", "]": "["}
_AT_THE_END = ".,;:!?*_~'"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a link stands."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


def collect(settings: Settings) -> dict[str, tuple[Place, ...]]:
    """`address → places` of all links to other hosts, addresses sorted."""
    own = urlsplit(settings.site_url).hostname
    found: dict[str, list[Place]] = {}
    for path, text in _texts(settings):
        for part, start in _published(text, path):
            for address, at in addresses(part):
                if urlsplit(address).hostname not in (None, "", own):
                    found.setdefault(address, []).append(_place(path, text, start + at))
    return {address: tuple(sorted(places)) for address, places in sorted(found.items())}


def addresses(text: str) -> Iterator[tuple[str, int]]:
    """Every full address in a text and where it begins; not the bracket or full stop behind it.

    >>> list(addresses("見[甲](https://a.tw/b_(c))。"))
    [('https://a.tw/b_(c)', 5)]
    """
    at = 0
    while match := _ADDRESS.search(text, at):
        address = _balanced(match[0]).rstrip(_AT_THE_END)
        at = match.start() + max(len(address), 1)
        if _can_be_read(address):
            yield address, match.start()


def _balanced(address: str) -> str:
    """Up to a bracket that was opened before the address."""
    open_ones: list[str] = []
    for number, sign in enumerate(address):
        if sign in "([":
            open_ones.append(sign)
        elif sign in _CLOSING and (not open_ones or open_ones.pop() != _CLOSING[sign]):
            return address[:number]
    return address


def _can_be_read(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:  # `https://[x`, which the check of pages tells
        return False


def _texts(settings: Settings) -> Iterator[tuple[str, str]]:
    """The data files and the Markdown files. What cannot be read is told by the check."""
    for folder, suffix in ((settings.data_folder, ".yml"), (settings.content_folder, ".md")):
        for path in walk(folder, settings.root, []):
            if path.suffix != suffix or path == settings.data_folder / LIST:
                continue
            text = read_text(path, settings.root, [])
            if text and "://" in text:
                yield relative(path, settings.root), text


def _published(text: str, path: str) -> Iterator[tuple[str, int]]:
    """The parts of a file that are published, and where each begins: values, not comments; prose,
    not the code in it."""
    lines = [0, *(match.end() for match in re.finditer("\n", text)), len(text)]
    if path.endswith(".yml"):
        yield from _values(text, read_yaml(text, path), lines)
        return
    file = read_markdown(text, path)
    yield from _values(text, file.head, lines)
    start = lines[file.body_line - 1]
    yield without_code(text[start:]), start  # code is blanked: every place stays where it is


def _values(text: str, document: Document, lines: list[int]) -> Iterator[tuple[str, int]]:
    above = document.first_line - 1
    for node in _scalars(document.node):
        if "://" in node.value:
            begin, end = node.start_mark, node.end_mark
            start = lines[begin.line + above] + begin.column
            yield text[start : lines[end.line + above] + end.column], start


def _scalars(node: Node | None) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, MappingNode):
        for _, value in node.value:
            yield from _scalars(value)
    elif isinstance(node, SequenceNode):
        for one in node.value:
            yield from _scalars(one)


def _place(path: str, text: str, at: int) -> Place:
    return Place(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
