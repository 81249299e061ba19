"""A repository, and a git that knows nothing of this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.history.repository import Repository
from tests.unit.builders import Project


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of git in these tests: empty, and no folder above the tests is a repository."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_COUNT"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def repository(tmp_path: Path, home: Path) -> Repository:
    """An empty repository."""
    return Repository(tmp_path / "repository", home)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small site that is under no version control."""
    return Project(tmp_path / "project")
