"""The programs that the tests run over the built site. One that is missing is a failure."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.support.site import ROOT

HOW_TO_INSTALL = "install it with: sh scripts/tools.sh browser"


def chromium() -> str:
    """The browser: the environment variable CHROMIUM, else the first that is installed."""
    names = [os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"]
    for name in filter(None, names):
        if found := shutil.which(name):
            return found
    pytest.fail(f"Chromium is missing; {HOW_TO_INSTALL}", pytrace=False)


def java() -> str:
    """The Java runtime."""
    if found := shutil.which("java"):
        return found
    pytest.fail(f"Java is missing; {HOW_TO_INSTALL}", pytrace=False)


def npm_file(path: str) -> Path:
    """A file of the packages that scripts/tools/package.json names."""
    file = ROOT / ".tools" / "node_modules" / path
    if not file.is_file():
        pytest.fail(f"{path} is missing; {HOW_TO_INSTALL}", pytrace=False)
    return file
