"""What is uploaded: the wheel, made from the source archive, carries the packaged defaults."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.site import ROOT

#: where a folder of the repository stands in the wheel
MOVED = {
    "plugins/disclosure": "disclosure",
    "overrides": "disclosure/overrides",
    "data/classification": "disclosure/classification",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    done = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    (found,) = folder.glob("*.whl")
    return found


def test_wheel_has_the_package_and_its_defaults(wheel: Path) -> None:
    expected = {
        f"{there}/{file.relative_to(ROOT / here).as_posix()}"
        for here, there in MOVED.items()
        for file in (ROOT / here).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    names = set(zipfile.ZipFile(wheel).namelist())
    packed = {name for name in names if not name.partition("/")[0].endswith(".dist-info")}
    assert packed == expected


def test_installed_wheel_finds_its_defaults(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    show = (
        "import disclosure.resources as r;"
        "print(r.shell_folder(), r.classification_folder(),"
        " r.template_folder(), r.translation_folder(), sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", show],
        cwd=tmp_path,  # the current folder comes first on the path
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    folders = [Path(line) for line in done.stdout.splitlines()]
    package = tmp_path.resolve() / "disclosure"
    assert [folder.parent for folder in folders] == [package] * 4
    assert all(any(folder.iterdir()) for folder in folders)


def test_wheel_alone_builds_a_site_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    installed, folder = tmp_path / "installed", tmp_path / "agency"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    content = folder / "content"
    content.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(
        "site_name: 某某機關\nsite_url: https://agency.example.gov.tw/\ndocs_dir: content\n"
        "strict: true\ntheme:\n  name: material\n  font: false\nplugins:\n  - disclosure\n",
        encoding="utf-8",
    )
    (content / "index.md").write_text(
        "---\ntitle: 歡迎\nclassification: {theme: ['330'], cake: ['634'], service: [I00]}\n"
        "published: 2026-01-05\n---\n\n本機關的公開資訊。\n",
        encoding="utf-8",
    )
    # The folder of the installed wheel comes before the checkout that this Python knows.
    command = (
        "import disclosure, sys; print(disclosure.__file__, flush=True);"
        "sys.argv = ['mkdocs', 'build']; from mkdocs.__main__ import cli; cli()"
    )
    done = subprocess.run(
        [sys.executable, "-c", command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(installed), "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert str(installed) in done.stdout.splitlines()[0]
    site = folder / "site"
    for page in ("index.html", "en/index.html", "browse/theme/330/index.html", "404.html"):
        assert (site / page).is_file(), page
    assert (site / "assets/site.css").read_text(encoding="utf-8")
    english = (site / "en/index.html").read_text(encoding="utf-8")
    assert '<div lang="zh-Hant-TW"><p>本機關的公開資訊。</p></div>' in english
