"""Finding and decoding editors' files, with a problem for each that cannot be used."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from disclosure.problems import Problem

_BOM = b"\xef\xbb\xbf"


def relative(path: Path, root: Path) -> str:
    """The path as an editor writes it: from the project's folder, with slashes."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def walk(folder: Path, root: Path, problems: list[Problem]) -> Iterator[Path]:
    """Every file below `folder`, sorted; hidden files and editors' backups are passed over."""
    for path in entries(folder, root, problems):
        if path.name.startswith(".") or path.name.endswith("~"):
            continue
        if _leads_astray(path, root):
            problems.append(_astray(path, root))
        elif path.is_dir():
            yield from walk(path, root, problems)
        else:
            yield path


def entries(folder: Path, root: Path, problems: list[Problem]) -> list[Path]:
    """What stands in a folder, sorted; nothing when there is no such folder."""
    try:
        return sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        problems.append(unreadable(folder, root, error.strerror or str(error)))
        return []


def is_there(path: Path) -> bool:
    """Does something stand at a path, even if it cannot be looked at?"""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def is_readable(path: Path) -> bool:
    """Is it a regular file that may be read?"""
    try:
        return stat.S_ISREG(path.stat().st_mode) and os.access(path, os.R_OK)
    except OSError:
        return False


def unreadable(path: Path, root: Path, reason: str) -> Problem:
    """The problem of a file or folder that cannot be read."""
    return Problem(
        relative(path, root),
        0,
        0,
        "unreadable-file",
        "無法讀取這個檔案或資料夾，請檢查是否存在以及權限。",
        f"The file or folder cannot be read: {reason}.",
    )


def _leads_astray(path: Path, root: Path) -> bool:
    """Is the path a link to outside the project, to nothing, or to a folder that it is in?"""
    if not path.is_symlink():
        return False
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return True
    return not target.is_relative_to(root.resolve()) or path.parent.resolve().is_relative_to(target)


def _astray(path: Path, root: Path) -> Problem:
    return Problem(
        relative(path, root),
        0,
        0,
        "outside-link",
        "這是捷徑，指向專案資料夾外面、不存在之處，或包含它自己的資料夾；請改放檔案本身。",
        "This is a link to outside the project, to nothing, or to a folder that holds it: put the "
        "file itself here.",
    )


def read_text(path: Path, root: Path, problems: list[Problem]) -> str | None:
    """The file as text with `\\n` line ends, or None when a problem was added instead."""
    name = relative(path, root)
    if _leads_astray(path, root):
        problems.append(_astray(path, root))
        return None
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise OSError("not a regular file")
        raw = path.read_bytes()
    except OSError as error:
        problems.append(unreadable(path, root, error.strerror or str(error)))
        return None
    if raw.startswith(_BOM):
        problems.append(
            Problem(
                name,
                1,
                1,
                "byte-order-mark",
                "檔案開頭有 BOM，請另存為「UTF-8」（不要選「UTF-8 含 BOM」）。",
                'The file begins with a byte order mark: save it as "UTF-8", not "UTF-8 with BOM".',
            )
        )
        return None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problems.append(
            Problem(
                name,
                line,
                0,
                "not-utf8",
                "這一行有不是 UTF-8 的字元（可能存成 Big5），請另存為 UTF-8。",
                "This line holds bytes that are not UTF-8 (Big5, perhaps): save the file as UTF-8.",
            )
        )
        return None
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        problems.append(
            Problem(
                name,
                line,
                0,
                "line-ends",
                "換行格式是 Windows（CRLF）或舊 Mac（CR），請改為 LF；編輯器右下角可以切換。",
                "The line ends are CRLF or CR: switch the file to LF (most editors show it in the "
                "status bar).",
            )
        )
        return None
    return text
