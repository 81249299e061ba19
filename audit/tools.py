"""The programs that the checks run; one that is missing is a failure that tells its install."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ROOT / ".tools"


class Stop(RuntimeError):
    """Why the audit cannot go on; said to whoever started it, in both languages."""


class Missing(Stop):
    """A program that a check needs is not installed."""

    def __init__(self, what: str, group: str = "browser") -> None:
        install = f"sh scripts/tools.sh {group}"
        super().__init__(f"缺少 {what}，請執行：{install} / {what} is missing, run: {install}")


def chromium() -> str:
    """The browser: the environment variable CHROMIUM, else the first that is installed."""
    names = [os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"]
    return _program("Chromium", *filter(None, names))


def java() -> str:
    """The Java runtime."""
    return _program("Java", "java")


def node() -> str:
    """Node.js, which only Lighthouse needs."""
    return _program("Node.js", "node", group="audit")


def npm_file(path: str) -> Path:
    """A file of the packages that scripts/tools/package.json names."""
    return _file(TOOLS / "node_modules" / path, path, "browser")


def audit_file(path: str) -> Path:
    """A file of the packages that scripts/tools/audit/package.json names."""
    return _file(TOOLS / "audit" / "node_modules" / path, path, "audit")


def npm_version(package: Path) -> str:
    """The version that a package.json tells."""
    return str(json.loads(package.read_text(encoding="utf-8"))["version"])


def call(
    command: Sequence[str], *, cwd: Path, env: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a program; all that it says, to both of its outputs, is in `stdout`."""
    return subprocess.run(
        command,
        cwd=cwd,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def _program(what: str, *names: str, group: str = "browser") -> str:
    for name in names:
        if found := shutil.which(name):
            return found
    raise Missing(what, group)


def _file(file: Path, what: str, group: str) -> Path:
    if not file.is_file():
        raise Missing(what, group)
    return file
