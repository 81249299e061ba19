"""The small site of the unit tests, for the gate as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.builders import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small, faultless site."""
    return Project(tmp_path)
