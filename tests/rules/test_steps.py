"""Rules that take more than a file to show."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from disclosure.cli import main
from tests.rules.examples import BASE


def test_a_folder_that_cannot_be_made_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    register = tmp_path / "data" / "faq.yml"
    money = "  - id: money\n    name: {zh: 寄款, en: Money}\n"
    register.write_text(register.read_text("utf-8") + money, encoding="utf-8")
    (tmp_path / "content" / "faq" / "money").write_text("", encoding="utf-8")
    assert main(["-C", str(tmp_path), "new", "faq", "money", "send-money", "怎麼寄錢？"]) == 1
    assert "[unwritable-file]" in capsys.readouterr().err
