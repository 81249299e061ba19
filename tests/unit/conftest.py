"""A small, faultless project for each test that needs files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.builders import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The files of `builders.FILES`."""
    return Project(tmp_path)
