"""The one place that runs git: a single `git log` over the folders that editors write in, and a
look for a file that is missing."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

#: Between the fields of a commit's line; no hash or date holds it. The trailer, which might, is
#: the last of them.
FIELD = "\x1f"
#: The line of a commit message that says what kind of change it is: `Content: none`.
TRAILER = "Content"
#: Hash, the time at which its author made it, and the trailer. The author's time stays when a
#: commit is moved onto another one; the committer's would make old texts new.
_FORMAT = f"%H{FIELD}%at{FIELD}%(trailers:key={TRAILER},valueonly,separator=%x2C)"
#: Where a hook has been told that it works; here the folder alone decides.
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")


class Unavailable(Exception):
    """There is no git program, no repository, or nothing committed."""


class Shallow(Exception):
    """The repository was cloned without its history."""


class Refused(Exception):
    """Git cannot read the repository; its own words."""


def read_log(folder: Path, paths: Sequence[str]) -> bytes:
    """The commits that touched `paths`, given below `folder`: oldest first, with the names of the
    files, which are below `folder` too. For `history.log`.

    Whatever the configuration of git on this machine says, the answer is the same.
    """
    shallow = _run(folder, "rev-parse", "--is-shallow-repository")
    if shallow.returncode:
        words = shallow.stderr.decode(errors="replace").strip()
        raise (Unavailable if "not a git repository" in words else Refused)(words)
    if shallow.stdout.strip() == b"true":
        raise Shallow
    if _run(folder, "rev-parse", "--quiet", "--verify", "HEAD^{commit}").returncode:
        raise Unavailable("nothing is committed yet")
    log = _run(
        folder,
        *("-c", "log.showRoot=true", "--literal-pathspecs"),
        # A branch stands whole behind the one before, so that a file is not renamed in between.
        *("log", "--topo-order", "--reverse", "--no-merges"),
        *("--no-show-signature", "--encoding=UTF-8"),
        # Names as they are (-z), from the folder; above 2,000 files in one commit only those that
        # were moved unchanged are followed.
        *("-z", "--name-status", "--relative", "--find-renames", "-l2000", "--no-ext-diff"),
        *(f"--format={_FORMAT}", "HEAD", "--", *paths),
    )
    if log.returncode:
        raise Refused(log.stderr.decode(errors="replace").strip())
    return log.stdout


def last_written(folder: Path, path: str) -> str:
    """The short number of the last commit that wrote a file, given below `folder`; empty where git
    knows of none, or is not there."""
    try:
        found = _run(
            folder,
            *("--literal-pathspecs", "log", "-1", "--diff-filter=AM", "--no-show-signature"),
            *("--format=%h", "--", path),
        )
    except (Unavailable, Refused):
        return ""
    return "" if found.returncode else found.stdout.decode().strip()


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    # C: what git says when it refuses is looked at above.
    environment |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_PAGER": "cat"}
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise Unavailable("there is no program git") from None
    except OSError as error:
        raise Refused(str(error)) from error
