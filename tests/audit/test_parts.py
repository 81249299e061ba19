"""The server and the measuring of pictures, which the checks rely on."""

from __future__ import annotations

import base64
import gzip
import io
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from PIL import Image

from audit.axe import without_scripts
from audit.behaviour.pixels import change, contrast
from audit.server import serve
from audit.site import Site, samples
from tests.audit.faults import URL, planted


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = planted(tmp_path)
    (folder / "404.html").write_text("gone", encoding="utf-8")
    return folder


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    with serve(site) as base:
        yield base


def test_text_is_compressed_for_who_takes_it(address: str, site: Path) -> None:
    with urlopen(Request(address, headers={"Accept-Encoding": "gzip"})) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(answer.read()) == (site / "index.html").read_bytes()
    with urlopen(address) as answer:
        assert answer.headers["Content-Encoding"] is None
        assert answer.headers["Cache-Control"] == "public, max-age=600"
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


def test_a_folder_is_asked_for_with_a_slash(address: str) -> None:
    with urlopen(f"{address}en") as answer:
        assert answer.url == f"{address}en/"


@pytest.mark.parametrize("path", ["nowhere/", "../index.html", "en/%2e%2e/%2e%2e/faults.py"])
def test_what_is_not_there_is_answered_by_the_sites_own_page(address: str, path: str) -> None:
    with pytest.raises(HTTPError) as error, urlopen(address + path):
        pass
    assert error.value.code == 404
    assert error.value.read() == b"gone"


def test_scripts_are_taken_out() -> None:
    page = b"<p>a<script src=a.js></script><SCRIPT>1 < 2</SCRIPT><noscript>b</noscript></p>"
    assert without_scripts(page) == b"<p>ab</p>"


def test_pages_of_a_kind_stand_for_the_rest(site: Path) -> None:
    found = Site(site, URL)
    assert found.roots == {"zh-Hant-TW": "", "en": "en/"}
    assert [page.path for page in samples(found.pages)] == [
        "404.html",
        "en/index.html",
        "index.html",
    ]
    counterpart = found.counterpart(found.by_path["index.html"], "en")
    assert counterpart is not None
    assert counterpart.path == "en/index.html"
    assert [page.path for page in found.chosen(["en/*", "en"])] == ["en/index.html"]


def picture(line: int, colour: str) -> str:
    image = Image.new("RGB", (120, 60), "white")
    image.paste(Image.new("RGB", (100 + 2 * line, 40 + 2 * line), colour), (10 - line, 10 - line))
    image.paste(Image.new("RGB", (100, 40), "white"), (10, 10))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return base64.b64encode(stream.getvalue()).decode()


def test_a_ring_of_two_dots_is_enough() -> None:
    found = change(picture(2, "black"), picture(0, "white"), 280)
    assert found.dots == found.strong >= found.needed


@pytest.mark.parametrize(("line", "colour"), [(1, "black"), (2, "#aaaaaa"), (0, "black")])
def test_a_thin_or_pale_ring_is_not(line: int, colour: str) -> None:
    found = change(picture(line, colour), picture(0, "white"), 280)
    assert found.strong < found.needed


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(b"\x00\x00\x00", b"\xff\xff\xff") == pytest.approx(21)
    assert contrast(b"\x76\x76\x76", b"\xff\xff\xff") == pytest.approx(4.54, abs=0.01)
