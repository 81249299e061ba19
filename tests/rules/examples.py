"""The examples of the catalogue of rules, laid over a small site without a fault."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from disclosure.configuration import DamagedConfiguration, read_settings
from disclosure.preparing import prepare
from disclosure.problems import Problem
from disclosure.rules import Rule
from disclosure.translating.lock import accept
from disclosure.translating.states import survey

BASE = Path(__file__).parent / "base"
#: The day of an example that names none: that of everything in the base site.
DAY = dt.date(2026, 1, 5)


@dataclass(frozen=True)
class Example:
    """One of the two sites of a rule's example."""

    root: Path
    #: The lines on which the piece stands; none when the whole file is the example.
    lines: range | None

    def problems(self, day: dt.date | None) -> list[Problem]:
        """What a check of the site tells."""
        try:
            settings = read_settings(self.root, day or DAY)
        except DamagedConfiguration as error:
            return [error.problem]
        return prepare(settings).problems


def lay(rule: Rule, state: Literal["wrong", "right"], root: Path) -> Example:
    """The base site with a rule's example, wrong or right, in the empty folder `root`."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    if rule.accepted:
        _accept(root)
    for name, text in rule.given.items():
        _put(root / name, text)
    path = root / rule.file
    words = rule.wrong if state == "wrong" else rule.right
    if rule.made and state == "wrong":
        _make(path, rule.made)
        return Example(root, None)
    encoding = rule.encoding if state == "wrong" else "utf-8"
    if rule.whole:
        _put(path, words, encoding)
        return Example(root, None)
    before, lines = piece(path.read_bytes().decode(), rule)
    changed = before if words == rule.right else before.replace(rule.right or "", words or "")
    _put(path, changed, encoding)
    return Example(root, lines)


def _accept(root: Path) -> None:
    """Accept every translation of the base site, as an editor would."""
    settings = read_settings(root, DAY)
    site = prepare(settings).site
    assert site is not None
    assert accept(site.catalogue, settings, list(survey(site.catalogue, settings.data)), DAY)


def piece(text: str, rule: Rule) -> tuple[str, range]:
    """The right text of a file, and the lines on which the example stands."""
    right, wrong = rule.right or "", rule.wrong or ""
    assert text.count(right) == 1, f"{rule.id}: {text.count(right)} times in {rule.file}: {right}"
    first = text[: text.index(right)].count("\n") + 1
    return text, range(first, first + max(right.count("\n"), wrong.count("\n")) + 1)


def _put(path: Path, text: str | None, encoding: str = "utf-8") -> None:
    if text is None and path.is_dir():
        shutil.rmtree(path)
        return
    if text is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))


def _make(path: Path, kind: Literal["folder", "link"]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    if kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/nowhere/desktop")
