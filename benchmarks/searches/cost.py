"""What an index costs when a site is built: time and memory, ours beside the others."""

from __future__ import annotations

import json
import shutil
import statistics
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from measure import BuildFailedError, Cost

from searches.programs import PAGEFINDS, Programs, clear
from searches.sites import Content

#: One run: its content, its way, its round, what it cost, and the seconds that the index took.
Run = dict[str, Any]
WITH, WITHOUT = "with", "without"
COLD, EDIT = "cold", "edit"
THEME = "theme"


class Costs:
    """All runs of one content of synthetic records."""

    def __init__(self, content: Content, programs: Programs, rounds: int) -> None:
        """The content's sites have been built once."""
        self.content, self.programs, self.rounds = content, programs, rounds

    def runs(self) -> Iterator[Run]:
        """Every round: ours with and without index, who comes first in turn; then Pagefind. The
        theme's builds are long, and its plugin's time is measured within one: it has one round."""
        for number in range(self.rounds):
            for way in (WITH, WITHOUT)[:: 1 if number % 2 == 0 else -1]:
                yield from self._ours(way, number)
            for version in PAGEFINDS:
                yield self._pagefind(version, number)
        yield self._theme()

    def _ours(self, way: str, number: int) -> Iterator[Run]:
        """Cold, and again with a sentence more in one record."""
        folder = self.content.ours
        sentence = f"這一句是第{number + 1}輪量測時加上的。"
        clear(folder)
        yield self._build(f"{way} {COLD}", number, way)
        with _edited(folder, number, sentence):
            run = self._build(f"{way} {EDIT}", number, way)
        if way == WITH and not _tells(folder / "site" / "search", sentence):
            raise BuildFailedError(f"the edit is not in the index: {sentence}")
        yield run

    def _build(self, name: str, number: int, way: str) -> Run:
        report = self.content.folder / "report.json"
        report.unlink(missing_ok=True)
        options = ("--without",) if way == WITHOUT else ()
        cost = self.programs.run(self.programs.ours(report, *options), self.content.ours)
        index = self.content.ours / "site" / "search" / "index.json"
        if index.is_file() != (way == WITH):
            raise BuildFailedError(f"{name}: is there an index? {index.is_file()}")
        return self._run(name, number, cost, report)

    def _pagefind(self, version: str, number: int) -> Run:
        made = self.content.pagefind / "site" / f"pagefind-{version}"
        if made.exists():
            shutil.rmtree(made)
        cost = self.programs.run(self.programs.pagefind(version), self.content.pagefind)
        if not list((made / "fragment").iterdir()):
            raise BuildFailedError(f"Pagefind {version} indexed nothing")
        return self._run(f"pagefind {version}", number, cost)

    def _theme(self) -> Run:
        report = self.content.folder / "report.json"
        report.unlink(missing_ok=True)
        clear(self.content.theme)
        cost = self.programs.run(self.programs.theme(report), self.content.theme)
        return self._run(THEME, 0, cost, report)

    def _run(self, name: str, number: int, cost: Cost, report: Path | None = None) -> Run:
        index = json.loads(report.read_text("utf-8"))["index"] if report else cost.seconds
        said = f"{self.content.name}, round {number + 1}: {name} {cost.seconds:.2f} s"
        print(said, file=sys.stderr, flush=True)
        kept = {"content": self.content.name, "way": name, "round": number + 1}
        return kept | asdict(cost) | {"index": index}


@contextmanager
def _edited(folder: Path, number: int, sentence: str) -> Iterator[None]:
    """A sentence more in one Chinese record, for as long as it takes."""
    records = sorted((folder / "content" / "faq").rglob("*.md"))
    path = records[number * 7919 % len(records)]
    before = path.read_bytes()
    path.write_bytes(before + f"\n{sentence}\n".encode())
    try:
        yield
    finally:
        path.write_bytes(before)


def _tells(search: Path, sentence: str) -> bool:
    return any(sentence in file.read_text("utf-8") for file in (search / "texts").iterdir())


def median(runs: Sequence[Run], content: str, way: str, what: str) -> float:
    """The median of a measure over the rounds."""
    found = [run[what] for run in runs if (run["content"], run["way"]) == (content, way)]
    return float(statistics.median(found))
