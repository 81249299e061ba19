"""Files and folders of `data/` that nothing reads: nearly always a mistyped name."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from disclosure.model.settings import Settings
from disclosure.problems import Problem
from disclosure.reading.files import entries, relative, walk
from disclosure.suggest import guess_words, nearest


def strays(settings: Settings, files: Collection[str], folders: Collection[str]) -> list[Problem]:
    """A problem for each file or folder of `data/` that is none of those."""
    problems: list[Problem] = []
    folder = settings.data_folder
    known = (*files, *folders)
    for path in entries(folder, settings.root, problems):
        if path.name in folders and not path.is_dir():
            problems.append(
                Problem(
                    relative(path, settings.root),
                    0,
                    0,
                    "not-a-folder",
                    "這裡要是資料夾，卻是檔案。",
                    "A folder is expected here, but this is a file.",
                )
            )
        if path.name == "translations":
            problems += _stray_translations(path, settings)
        if path.name in known or path.name.startswith(".") or path.name.endswith("~"):
            continue
        zh, en = guess_words(nearest(path.name, known))
        problems.append(
            Problem(
                relative(path, settings.root),
                0,
                0,
                "unknown-file",
                f"這裡不認得這個檔案或資料夾{zh}",
                f"No file or folder of this name is known here{en}",
            )
        )
    return problems


def _stray_translations(folder: Path, settings: Settings) -> list[Problem]:
    problems: list[Problem] = []
    known = [f"{language}.yml" for language in settings.languages]
    for path in walk(folder, settings.root, problems):
        if path.name not in known:
            problems.append(
                Problem(
                    relative(path, settings.root),
                    0,
                    0,
                    "unknown-file",
                    f"網站沒有設定這種語言（可用：{'、'.join(known)}）。",
                    f"The site does not have this language (known: {', '.join(known)}).",
                )
            )
    return problems
