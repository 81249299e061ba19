"""A small site to build."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.minisite import Minisite


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")


@pytest.fixture
def minisite(tmp_path: Path) -> Minisite:
    """The base site of `minisite.py`."""
    return Minisite(tmp_path)


@pytest.fixture(scope="session")
def demo_source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo site as it is when the tests begin, whatever is edited meanwhile."""
    return Minisite.of_demo(tmp_path_factory.mktemp("source")).root


@pytest.fixture
def demo_copy(tmp_path: Path, demo_source: Path) -> Minisite:
    """A copy of the demo site."""
    return Minisite.of_demo(tmp_path, demo_source)
