"""A site is made beside the published one and takes its place when it is whole.

Three folders stand beside each other:

    site/           what is published; never written to
    .site.spare/    the version before it, in which the next one is made
    .site.mkdocs/   what MkDocs itself writes: editors' pages and assets, moved to the spare

Making ten thousand folders and removing as many costs more than making the pages in them, so the
spare is kept and only what differs is replaced. A file of the spare may be a hard link to a
published one: it is always replaced, never written into.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path


class Staging:
    """The folders around one published site."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.spare = site.with_name(f".{site.name}.spare")
        self.mkdocs = site.with_name(f".{site.name}.mkdocs")
        self._leaving = site.with_name(f".{site.name}.leaving")

    def begin(self) -> None:
        """Clear away what an interrupted build left behind."""
        if self._leaving.exists():
            if not self.site.exists():  # stopped between the two renames of `publish`
                self._leaving.rename(self.site)
            else:
                shutil.rmtree(self._leaving)
        self.discard()

    def discard(self) -> None:
        """Throw away what MkDocs has written; the published site is as it was."""
        shutil.rmtree(self.mkdocs, ignore_errors=True)

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
        self.discard()
        if self.site.exists():
            self.site.rename(self._leaving)
        self.spare.rename(self.site)
        if self._leaving.exists():
            self._leaving.rename(self.spare)


def make_way(root: Path, name: str) -> None:
    """Make the folders of the file `name`, where a file of the last version may be in the way."""
    target = root / name
    for folder in reversed(target.relative_to(root).parents):
        if not (root / folder).is_dir() or (root / folder).is_symlink():
            (root / folder).unlink(missing_ok=True)
            (root / folder).mkdir(parents=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)


def files_below(folder: Path) -> Iterator[str]:
    """Every file below a folder, as a path with slashes."""
    for here, _, names in os.walk(folder):
        inside = os.path.relpath(here, folder).replace(os.sep, "/")
        for name in names:
            yield name if inside == "." else f"{inside}/{name}"


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
            elif name in kept:
                left = True
            else:
                os.unlink(entry.path)
    return left
