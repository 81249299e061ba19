"""The editor's JavaScript: exactly what was chosen, or a message that says what to do."""

from __future__ import annotations

import base64
import hashlib
import io
import tarfile
from pathlib import Path

import pytest

from disclosure.admin import packages
from disclosure.admin.packages import COMMAND, FOLDER, PACKAGES, Package, PackageError


def archive(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as made:
        for name, content in files.items():
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(content)
            made.addfile(member, io.BytesIO(content))
    return stream.getvalue()


@pytest.fixture
def one(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """In place of the two packages a small one; its archive."""
    content = archive({"dist/a.js": b"a", "dist/b.js": b"b", "lib/c/d.js": b"d", "x.js": b"x"})
    digest = base64.b64encode(hashlib.sha512(content).digest()).decode()
    files = (("dist/a.js", "a.js"), ("lib/", "lib/"))
    monkeypatch.setattr(packages, "PACKAGES", (Package("one", "1.0.0", digest, files),))
    return content


def test_what_is_wanted_is_taken_out(one: bytes, tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "one-1.0.0.tgz").write_bytes(one)
    assert packages.scripts(tmp_path) == {"a.js": b"a", "lib/c/d.js": b"d"}
    assert packages.fetch(tmp_path) == []


def test_another_archive_is_refused(one: bytes, tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "one-1.0.0.tgz").write_bytes(one + b"\0")
    for asked in (packages.scripts, packages.ready):
        with pytest.raises(PackageError, match=f"不符.*{COMMAND}"):
            asked(tmp_path)


def test_a_missing_package_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match=f"請執行：{COMMAND}"):
        packages.scripts(tmp_path)


def test_a_missing_npm_names_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PackageError, match="apt-get install nodejs npm"):
        packages.fetch(tmp_path)


@pytest.mark.parametrize("wrong", ["exit 1", "head -c 9 /dev/zero > one-1.0.0.tgz"])
def test_what_npm_cannot_bring_is_not_kept(
    wrong: str, one: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    npm = tmp_path / "bin/npm"
    npm.parent.mkdir()
    npm.write_text(f"#!/bin/sh\n{wrong}\n", "utf-8")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{npm.parent}:/usr/bin:/bin")
    with pytest.raises(PackageError, match=r"one.1\.0\.0"):
        packages.fetch(tmp_path)
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_both_packages_are_pinned() -> None:
    assert [package.kept for package in PACKAGES] == ["decap-cms-3.16.3.tgz", "yaml-2.9.1.tgz"]
    assert all(len(package.sha512) == 88 for package in PACKAGES)
