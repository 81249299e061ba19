"""The programs that build sites and indexes; those compared with get a folder of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import measure

HERE = Path(__file__).resolve().parent
REQUIREMENTS = HERE / "requirements.txt"
#: 1.5 cuts Chinese otherwise in the index than in the question; 1.6 does not, but PyPI lacks it.
PAGEFINDS = ("1.5.2", "1.6.0")
#: What builds leave in a folder: gone before a cold one.
MADE = ("site", ".site.next", ".site.last", ".cache")


@dataclass(frozen=True)
class Programs:
    """How each of them is called, in the folder of its site."""

    #: Python of the environment with stock Material and jieba
    other: str
    #: by version
    pagefinds: Mapping[str, str]
    timeout: float

    def ours(self, report: Path, *options: str) -> list[str]:
        """A build with this plugin."""
        return [sys.executable, str(HERE / "build_ours.py"), str(report), *options]

    def theme(self, report: Path) -> list[str]:
        """A build with stock Material and its search plugin."""
        return [self.other, str(HERE / "build_theme.py"), str(report)]

    def pagefind(self, version: str) -> list[str]:
        """Pagefind over a site that is built."""
        options = ["--site", "site", "--output-subdir", f"pagefind-{version}", "--quiet"]
        return [self.pagefinds[version], *options]

    def run(self, command: Sequence[str], folder: Path) -> measure.Cost:
        """Any of them, to its end."""
        os.sync()  # what others wrote must not be written in this one's time
        return measure.run(command, folder, folder / "log", self.timeout)


def install(folder: Path, timeout: float) -> Programs:
    """What is compared with, in `folder` if it is not there yet."""
    python = folder / "material" / "bin" / "python"
    if not _is_done(folder / "material"):
        venv.create(folder / "material", clear=True, with_pip=True)
        options = ["--quiet", "--disable-pip-version-check", "-r", str(REQUIREMENTS)]
        subprocess.run([str(python), "-m", "pip", "install", *options], check=True)
        _done(folder / "material")
    found = {version: str(_pagefind(folder, version)) for version in PAGEFINDS}
    return Programs(str(python), found, timeout)


def _pagefind(folder: Path, version: str) -> Path:
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("缺少 npm，請執行 / npm is missing, run: sh scripts/tools.sh browser")
    own = folder / f"pagefind-{version}"
    if not _is_done(own):
        own.mkdir(parents=True, exist_ok=True)
        options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        command = [npm, "install", "--prefix", str(own), *options, f"pagefind@{version}"]
        subprocess.run(command, check=True, stdout=sys.stderr)
        _done(own)
    return next(own.glob("node_modules/@pagefind/*/bin/pagefind_extended"))


def _is_done(folder: Path) -> bool:
    stamp = folder / "complete"
    return stamp.is_file() and stamp.read_bytes() == REQUIREMENTS.read_bytes()


def _done(folder: Path) -> None:
    shutil.copyfile(REQUIREMENTS, folder / "complete")


def versions(programs: Programs) -> dict[str, str]:
    """What is compared."""
    ask = "import importlib.metadata as m, sys; print(*map(m.version, sys.argv[1:]))"
    names = ("mkdocs", "mkdocs-material", "jieba")
    command = [programs.other, "-c", ask, *names]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return dict(zip(names, said.split(), strict=True)) | {"pagefind": ", ".join(PAGEFINDS)}


def clear(folder: Path) -> None:
    """Take away all that earlier builds made."""
    for name in MADE:
        if (folder / name).exists():
            shutil.rmtree(folder / name)
