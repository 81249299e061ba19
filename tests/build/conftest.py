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


@pytest.fixture
def demo_copy(tmp_path: Path) -> Minisite:
    """A copy of the demo site."""
    return Minisite.of_demo(tmp_path)
