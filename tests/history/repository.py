"""A git repository made for a test; nothing of this machine's own configuration matters."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent


def day(words: str) -> str:
    """A day as git takes it: ten in the morning in Taiwan."""
    return words if "T" in words else f"{words}T10:00:00+08:00"


class Repository:
    """A folder under git, changed in commits of given days."""

    def __init__(self, root: Path, home: Path) -> None:
        self.root = root
        self.home = home
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, date: str = "2026-01-01") -> str:
        """Run git as somebody else, somewhere else."""
        who = {"NAME": "承辦人", "EMAIL": "staff@example.gov.tw", "DATE": day(date)}
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "GIT_CONFIG_NOSYSTEM": "1",
            **{
                f"GIT_{role}_{name}": one
                for role in ("AUTHOR", "COMMITTER")
                for name, one in who.items()
            },
        }
        done = subprocess.run(
            ["git", "-C", str(self.root), *arguments],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def write(self, name: str, words: str) -> None:
        """Write a file, less the common indentation."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(words).lstrip("\n"), encoding="utf-8", newline="\n")

    def commit(
        self, date: str, files: Mapping[str, str] | None = None, message: str = "更新"
    ) -> str:
        """Write files and commit everything that has changed; the number of the commit."""
        for name, words in (files or {}).items():
            self.write(name, words)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message, date=date)
        return self.git("rev-parse", "HEAD")
