"""Finding the line of something in a file that was read before.

Rules across records run on models, which remember no lines. A problem is rare, so its file is read
once more when there is one, instead of keeping every node of every file in memory.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel
from yaml.nodes import MappingNode

from disclosure.reading.files import read_text
from disclosure.reading.front_matter import read_markdown
from disclosure.reading.places import Location, find, where_missing
from disclosure.reading.yaml_reader import Document, read_yaml


class Locator:
    """Line and column of a model's field."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._documents: dict[str, Document] = {}
        self._texts: dict[str, list[str]] = {}

    def place(self, path: str, location: Location) -> tuple[int, int]:
        """Line and column, from 1, of the value at `location` in the file `path`."""
        document = self._document(path)
        node, _ = find(document.node, location)
        return document.place(node)

    def place_missing(self, path: str, model: type[BaseModel], name: str) -> tuple[int, int]:
        """Line and column at which a field that a file lacks would stand."""
        document = self._document(path)
        if not isinstance(document.node, MappingNode):
            return 1, 1
        line, column = where_missing(document.node, name, list(model.model_fields))
        return line + document.first_line, column + 1

    def line_of(self, path: str, words: str, after: int = 1) -> int:
        """The first line from `after` on that holds `words`; `after` itself when none does."""
        for number, line in enumerate(self._lines(path), 1):
            if number >= after and words in line:
                return number
        return after

    def prose_line(self, path: str) -> int:
        """The line on which the prose of a Markdown file begins, behind its head."""
        file = read_markdown("\n".join(self._lines(path)), path)
        blank = len(file.body) - len(file.body.lstrip())
        return file.body_line + file.body.count("\n", 0, blank)

    def _lines(self, path: str) -> list[str]:
        """The lines of a file, for those who need no field of it: parsing costs ten times more."""
        if path not in self._texts:
            text = read_text(self._root / path, self._root, []) or ""
            self._texts[path] = text.split("\n")
        return self._texts[path]

    def _document(self, path: str) -> Document:
        if path not in self._documents:
            text = "\n".join(self._lines(path))
            self._documents[path] = (
                read_markdown(text, path).head if path.endswith(".md") else read_yaml(text, path)
            )
        return self._documents[path]
