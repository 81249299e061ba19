"""The JavaScript of the editor: two packages of npm, exactly these versions, verified.

`npm pack` fetches one archive a package and nothing that it depends on: both archives hold all that
a browser needs. Their digests stand here, so that what is published on the agency's site is what
was looked at when the version was chosen.
"""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

#: Below the folder of mkdocs.yml, where the project's other tools stand too.
FOLDER = Path(".tools/admin")
COMMAND = "disclosure admin fetch"


@dataclass(frozen=True, slots=True)
class Package:
    """A package, and which of its files are wanted: `(file or folder in it, its name here)`."""

    name: str
    version: str
    sha512: str
    files: tuple[tuple[str, str], ...]

    @property
    def kept(self) -> str:
        """The archive's name in our folder; another version is another file."""
        return f"{self.name}-{self.version}.tgz"


PACKAGES = (
    Package(
        "decap-cms",
        "3.16.3",
        "hf+dPlCh7TJmWl8+6VRzHYOWhri5xgUknrZbDewaWe4s9B7xJ8PQugp2QHeSldMUKzav6+z0oIpwUYhUJDYtYw==",
        (
            ("dist/decap-cms.js", "decap-cms.js"),
            ("dist/decap-cms.js.LICENSE.txt", "decap-cms.js.LICENSE.txt"),
        ),
    ),
    Package(
        "yaml",
        "2.9.1",
        "3NxN8+78OdzbT7C/WjGsyfPAtJaN3FNDsWxv7Y7mcDsT/oOmgW8BpyQQFFBnvZE3j9Y2Sdz1ULFLezL7Eb2yFw==",
        (("browser/dist/", "yaml/"), ("LICENSE", "yaml/LICENSE.txt")),
    ),
)


class PackageError(Exception):
    """A package is missing, or is not what it should be; the message is for people."""


def fetch(root: Path) -> list[str]:
    """Fetch what is not there yet. Returns what was fetched; raises `PackageError`."""
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    fetched = []
    for package in PACKAGES:
        if not (folder / package.kept).is_file():
            _pack(package, folder)
            fetched.append(f"{package.name} {package.version}")
    return fetched


def _pack(package: Package, folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise PackageError(
            "找不到 npm，請先安裝：sudo apt-get install nodejs npm\n"
            "    npm is missing; install it first: sudo apt-get install nodejs npm"
        )
    with tempfile.TemporaryDirectory(dir=folder) as into:
        asked = [npm, "pack", f"{package.name}@{package.version}", "--ignore-scripts", "--silent"]
        done = subprocess.run(
            [*asked, "--pack-destination", into], capture_output=True, text=True, cwd=into
        )
        archive = Path(into) / package.kept
        if done.returncode or not archive.is_file():
            raise PackageError(
                f"npm 無法下載 {package.name} {package.version}：{done.stderr.strip()}\n"
                f"    npm could not fetch {package.name} {package.version}."
            )
        _verify(package, archive.read_bytes())
        archive.replace(folder / package.kept)


def _verify(package: Package, content: bytes) -> None:
    digest = base64.b64encode(hashlib.sha512(content).digest()).decode()
    if digest != package.sha512:
        raise PackageError(
            f"{package.kept} 的檢查碼不符，不使用。請刪除它，再執行：{COMMAND}\n"
            f"    The digest of {package.kept} is wrong; it is not used. Delete it, then: {COMMAND}"
        )


def scripts(root: Path) -> dict[str, bytes]:
    """The files of both packages by their name below `/admin/`. Raises `PackageError`."""
    files: dict[str, bytes] = {}
    for package in PACKAGES:
        files |= _unpacked(_verified(root, package), package.sha512)
    return files


def ready(root: Path) -> None:
    """Raises `PackageError` when a package is missing or is not what it should be."""
    for package in PACKAGES:
        _verified(root, package)


def _verified(root: Path, package: Package) -> Path:
    archive = root / FOLDER / package.kept
    try:
        content = archive.read_bytes()
    except FileNotFoundError:
        raise PackageError(
            f"還沒有下載編輯畫面的程式，請執行：{COMMAND}\n"
            f"    The editor's JavaScript is not there yet; run: {COMMAND}"
        ) from None
    _verify(package, content)
    return archive


@cache
def _unpacked(archive: Path, sha512: str) -> dict[str, bytes]:
    """The wanted files of an archive that was verified; unpacked once a process."""
    package = next(one for one in PACKAGES if one.sha512 == sha512)
    with tarfile.open(archive) as opened:
        return dict(_wanted(package, opened))


def _wanted(package: Package, opened: tarfile.TarFile) -> Iterator[tuple[str, bytes]]:
    for member in opened:
        inside = member.name.partition("/")[2]
        for source, name in package.files:
            found = inside == source or (source.endswith("/") and inside.startswith(source))
            content = opened.extractfile(member) if found and member.isfile() else None
            if content is not None:
                yield name + inside.removeprefix(source), content.read()
