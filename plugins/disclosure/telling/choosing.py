"""Which problems a check prints: those of some files, of a kind of record, of a rule."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from disclosure.model.settings import Settings
from disclosure.problems import Problem

#: What `--kind` may name. A kind is where a file stands, so that a file that cannot be read has
#: one as well.
KINDS = {
    "plan": "plans",
    "service": "services",
    "form": "forms",
    "disclosure-item": "disclosure",
    "faq": "",
    "page": "",
}
CONFIGURATION = "mkdocs.yml"


@dataclass(frozen=True)
class Choice:
    """What was asked for. Left out, everything was."""

    files: frozenset[str] | None = None
    kind: str | None = None
    rule: str | None = None

    def takes(self, problem: Problem, settings: Settings) -> bool:
        """Is the problem among those that were asked for?"""
        return self.has(problem.path, settings) and self.rule in (None, problem.rule)

    def has(self, path: str, settings: Settings) -> bool:
        """Is the file among those that were asked for?"""
        return (self.files is None or _is_below(path, self.files)) and (
            self.kind is None or kind_of(path, settings) == self.kind
        )


def _is_below(path: str, files: frozenset[str]) -> bool:
    one = PurePosixPath(path)
    return any(str(above) in files for above in (one, *one.parents))


def kind_of(path: str, settings: Settings) -> str:
    """The kind of record that a file holds; nothing for files about the whole site."""
    one = PurePosixPath(path)
    for kind, folder in KINDS.items():
        if folder and one.is_relative_to(PurePosixPath(settings.data, folder)):
            return kind
    inside = _inside(path, settings)
    if inside is None or inside.suffix != ".md":
        return ""
    return "faq" if inside.parts[0] == "faq" and len(inside.parts) == 3 else "page"


def _inside(path: str, settings: Settings) -> PurePosixPath | None:
    """The path below `content/` in the main language."""
    one = PurePosixPath(path)
    if not one.is_relative_to(settings.content):
        return None
    inside = one.relative_to(settings.content)
    if inside.parts and inside.parts[0] in settings.languages[1:]:
        return PurePosixPath(*inside.parts[1:])
    return inside


def chosen_files(
    paths: Iterable[Path], settings: Settings
) -> tuple[frozenset[str] | None, list[Problem]]:
    """The files and folders that paths name, with those of their translations.

    None stands for the whole site. A path that leads to nothing of the site is a problem.
    """
    files: set[str] = set()
    problems: list[Problem] = []
    whole = False
    for path in paths:
        name = _name(path, settings)
        if not path.exists():
            problems.append(
                _unknown(
                    path,
                    "沒有這個檔案或資料夾；路徑從目前的資料夾算起。",
                    "There is no such file or folder; paths begin at the folder that you are in.",
                )
            )
        elif name == ".":
            whole = True
        elif name is None or not _belongs(name, settings):
            problems.append(
                _unknown(
                    path,
                    f"這不是網站的資料：要檢查的檔案在 {settings.data}/ 與 {settings.content}/。",
                    f"This is no part of the site: its files are in {settings.data}/ and "
                    f"{settings.content}/.",
                )
            )
        else:
            files |= {name, *_translations(name, settings)}
    return (None if whole else frozenset(files)), problems


def _unknown(path: Path, zh: str, en: str) -> Problem:
    return Problem(str(path), 0, 0, "unknown-path", zh, en)


def _name(path: Path, settings: Settings) -> str | None:
    """The path from the site's folder: as it was named, or as it is when a link led there."""
    named = path.absolute()
    for one in (named, named.parent.resolve() / named.name):
        name = Path(os.path.relpath(one, settings.root))
        if ".." not in name.parts:
            return name.as_posix()
    return None


def _belongs(name: str, settings: Settings) -> bool:
    one = PurePosixPath(name)
    folders = (settings.data, settings.content)
    return name == CONFIGURATION or any(one.is_relative_to(folder) for folder in folders)


def _translations(name: str, settings: Settings) -> list[str]:
    """The same path in every language, where it is one of `content/`."""
    inside = _inside(name, settings)
    if inside is None:
        return []
    content = PurePosixPath(settings.content)
    return [str(content / inside), *(str(content / one / inside) for one in settings.languages[1:])]


def site_of(paths: Sequence[Path], folder: Path) -> Path:
    """The folder of `mkdocs.yml`: the nearest around the first path, else `folder`."""
    for path in paths:
        here = path.absolute()
        for one in (here, *here.parents):
            if (one / CONFIGURATION).is_file():
                return one
    return folder
