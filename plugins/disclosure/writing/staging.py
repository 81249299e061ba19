"""A site is made beside the published one and takes its place when it is whole.

These stand beside each other:

    site/           what is published; never written to
    .site.spare/    the version before it, in which the next one is made
    .site.mkdocs/   what MkDocs itself writes: editors' pages and assets, moved to the spare
    .site.lock      held while a build runs

Making ten thousand folders and removing as many costs more than making the pages in them, so the
spare is kept and only what differs is replaced. A file of the spare may be a hard link to a
published one: it is always replaced, never written into.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: two builds at once are not kept apart
    fcntl = None  # type: ignore[assignment]

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


class Staging:
    """The folders around one published site."""

    def __init__(self, site: Path) -> None:
        # Where `site` is a link, what it leads to is replaced, not the link.
        self.site = Path(os.path.realpath(site))
        self.spare = self.site.with_name(f".{self.site.name}.spare")
        self.mkdocs = self.site.with_name(f".{self.site.name}.mkdocs")
        self._leaving = self.site.with_name(f".{self.site.name}.leaving")
        self._lock = self.site.with_name(f".{self.site.name}.lock")
        self._locked: int | None = None

    def begin(self) -> None:
        """Keep other builds out, and clear away what an interrupted one left behind.

        Raises `BlockingIOError` when another build of the same site is running.
        """
        self.site.parent.mkdir(parents=True, exist_ok=True)
        if fcntl is not None and self._locked is None:
            handle = os.open(self._lock, os.O_RDWR | os.O_CREAT, 0o644)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                os.close(handle)
                raise
            self._locked = handle
        if _is_folder(self._leaving) and not self.site.exists():
            self._leaving.rename(self.site)  # stopped between the two renames of `publish`
        _remove(self._leaving)
        if not _is_folder(self.spare):
            _remove(self.spare)
        _remove(self.mkdocs)

    def end(self) -> None:
        """Throw away what MkDocs has written, and let other builds in."""
        if fcntl is not None and self._locked is None:
            return  # refused, or ended before: what is there is another build's
        shutil.rmtree(self.mkdocs, ignore_errors=True)
        if self._locked is not None:
            os.close(self._locked)
            self._locked = None

    def publish(self, pages: set[str]) -> None:
        """Complete the spare by MkDocs's files, drop what is neither, and swap it in.

        `pages` are the files below the spare that were written or taken over by this build.
        """
        kept = set(pages)
        for name in files_below(self.mkdocs):
            make_way(self.spare, name)
            os.replace(self.mkdocs / name, self.spare / name)
            kept.add(name)
        _prune(str(self.spare), "", kept)
        _remove(self.mkdocs)
        if self.site.exists() and not _exchange(self.spare, self.site):
            self.site.rename(self._leaving)
            self.spare.rename(self.site)
            self._leaving.rename(self.spare)
        elif not self.site.exists():
            self.spare.rename(self.site)


def make_way(root: Path, name: str) -> None:
    """Make the folders of the file `name`, where a file or a link of the last version may be in
    the way."""
    folder = root
    for part in name.split("/")[:-1]:
        folder = folder / part
        if not _is_folder(folder):
            _remove(folder)
            folder.mkdir(parents=True)
    if _is_folder(root / name):
        shutil.rmtree(root / name)


def put(root: Path, name: str, content: bytes) -> None:
    """Write the file `name`; never into one that is there, which may be a published one."""
    make_way(root, name)
    with contextlib.suppress(FileNotFoundError):
        os.unlink(root / name)
    with open(root / name, "xb") as file:
        file.write(content)


def files_below(folder: Path) -> Iterator[str]:
    """Every file below a folder, as a path with slashes."""
    for here, _, names in os.walk(folder):
        inside = os.path.relpath(here, folder).replace(os.sep, "/")
        for name in names:
            yield name if inside == "." else f"{inside}/{name}"


def _is_folder(path: Path) -> bool:
    """A folder itself, not a link to one."""
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False


def _remove(path: Path) -> None:
    """Remove whatever stands at a path; a link, not what it leads to."""
    if _is_folder(path):
        shutil.rmtree(path)
    else:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            path.unlink()


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step, so that there is a site at every moment; False where the
    system has no such step."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    done: int = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return done == 0


def _prune(root: str, inside: str, kept: set[str]) -> bool:
    """Remove every file that is not kept and every folder left empty; is anything left?"""
    left = False
    with os.scandir(f"{root}/{inside}") as entries:
        for entry in entries:
            name = f"{inside}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if _prune(root, f"{name}/", kept):
                    left = True
                else:
                    os.rmdir(entry.path)
            elif name in kept and not entry.is_symlink():
                left = True
            else:
                os.unlink(entry.path)
    return left
