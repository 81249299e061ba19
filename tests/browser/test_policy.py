"""A strict Content-Security-Policy breaks nothing, and no request leaves the site's host."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import OpenPage
from tests.support.html import Page as BuiltPage
from tests.support.server import serve

POLICY = {"Content-Security-Policy": "default-src 'self'"}


@pytest.fixture(scope="module")
def strict_address(demo_site: Path) -> Iterator[str]:
    """The demo site behind the policy."""
    with serve(demo_site, headers=POLICY) as base:
        yield base.rstrip("/")


def test_no_trouble(open_page: OpenPage, strict_address: str, samples: list[BuiltPage]) -> None:
    found = {}
    for sample in samples:
        trouble: list[str] = []
        with open_page(strict_address + sample.address, trouble=trouble, until="networkidle"):
            pass
        if trouble:
            found[sample.address] = trouble
    assert found == {}


def test_refusals_are_seen(open_page: OpenPage, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Planted</title>"
        "<body><p style='color:red'>inline</p><script>document.title = 'ran'</script>",
        encoding="utf-8",
    )
    trouble: list[str] = []
    with serve(tmp_path, headers=POLICY) as base, open_page(base, trouble=trouble) as page:
        assert page.title() == "Planted"
    assert len([line for line in trouble if "Content Security Policy" in line]) == 2


def test_other_hosts_are_seen(open_page: OpenPage, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        "<!doctype html><html lang=en><title>Planted</title>"
        "<a href='https://example.org/b'>a link is no request</a>"
        "<img alt='' src='https://example.org/a.png'>",
        encoding="utf-8",
    )
    trouble: list[str] = []
    with serve(tmp_path) as base, open_page(base, trouble=trouble):
        pass
    assert "another host: https://example.org/a.png" in trouble
    assert not any("example.org/b" in line for line in trouble)
