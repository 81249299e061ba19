"""The machine checks of Taiwan's 網站無障礙規範, both editions, over the whole site."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit import moda
from audit.results import Result
from tests.support.html import Page


@pytest.fixture(scope="module")
def found(
    demo_site: Path, demo_pages: list[Page], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Result, Result]:
    return moda.check(demo_site, demo_pages, tmp_path_factory.mktemp("moda"))


def test_no_page_fails_at_level_a_or_aa(found: tuple[Result, Result]) -> None:
    assert [str(one) for one in found[0].failures] == []


def test_what_fails_at_level_aaa_has_a_reason(found: tuple[Result, Result]) -> None:
    assert [str(one) for one in found[1].wrong] == []
