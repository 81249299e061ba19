"""Which finished pages can be taken over from the last build.

The finished pages themselves are those of the published folder; kept beside them is a list of
`file → digest of all that it depends on, size, time of change`. A page is taken over by a hard
link when its digest is the same and the file is still as it was written, so a file that somebody
has edited by hand is made again, and a page that no longer exists leaves nothing behind.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from disclosure.writing.staging import make_way

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Finished:
    """A page as it was written."""

    digest: str
    size: int
    changed: int

    @classmethod
    def of(cls, digest: str, file: str) -> Finished:
        """What `file` is now."""
        status = os.stat(file)
        return cls(digest, status.st_size, status.st_mtime_ns)


def _is_same_file(status: os.stat_result, target: str) -> bool:
    try:
        return os.path.samestat(status, os.stat(target))
    except FileNotFoundError:
        return False


class Manifest:
    """The finished pages of the last build, by their path in the published folder."""

    def __init__(self, path: Path | None, site: Path) -> None:
        """The list at `path` about the folder `site`; without a path nothing is taken over."""
        self._path = path
        self._site = str(site)
        self._finished: dict[str, Finished] = {}
        if path is None:
            return
        # A list that is not as it was written is no list: every page is made anew.
        with contextlib.suppress(
            OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError
        ):
            stored = json.loads(path.read_bytes())
            if stored["format"] == _FORMAT:
                self._finished = {name: Finished(*row) for name, row in stored["pages"].items()}

    def take_over(self, name: str, digest: str, target: str) -> Finished | None:
        """Link the finished page `name` to `target` if it is the one wanted."""
        known = self._finished.get(name)
        if known is None or known.digest != digest:
            return None
        source = f"{self._site}/{name}"
        try:
            status = os.stat(source)
            if (status.st_size, status.st_mtime_ns) != (known.size, known.changed):
                return None
            if not _is_same_file(status, target):
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(target)
                os.link(source, target)
        except OSError:  # gone, on another volume, or a file system without links
            return None
        return known

    def take_over_all(self, folder: str, digest: str, target: Path) -> dict[str, Finished]:
        """Link all finished files below `folder/` that have a digest; nothing if one has changed
        or is gone, since they belong together."""
        taken: dict[str, Finished] = {}
        for name, known in self._finished.items():
            if known.digest == digest and name.startswith(folder):
                make_way(target, name)
                if self.take_over(name, digest, f"{target}/{name}") is None:
                    return {}
                taken[name] = known
        return taken

    def store(self, finished: dict[str, Finished]) -> None:
        """Remember the pages of this build."""
        if self._path is None:
            return
        pages = {
            name: [page.digest, page.size, page.changed] for name, page in sorted(finished.items())
        }
        beside = self._path.with_suffix(".new")
        # Where the list cannot be kept, the next build makes every page anew: no reason to fail.
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps({"format": _FORMAT, "pages": pages}), encoding="utf-8")
            beside.replace(self._path)
