"""The address of a page on paper: in words and as a QR code."""

from __future__ import annotations

import re

import pytest
import segno

from disclosure.writing.paper import paper

ADDRESSES = [
    "https://a.tw/",
    "https://disclosure.example.gov.tw/services/general-visit/",
    "https://disclosure.example.gov.tw/en/browse/theme/330/part/12/?a=1&b=2",
    "https://disclosure.example.gov.tw/" + "x" * 300,
]
RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")


def dark(html: str) -> set[tuple[int, int]]:
    """The modules that a path covers, `(row, column)`; none of them twice."""
    path = re.search(r'<path d="([^"]*)"/>', html)
    assert path is not None
    assert RUN.sub("", path[1]) == ""
    found: list[tuple[int, int]] = []
    for x, y, width, back in RUN.findall(path[1]):
        assert width == back
        found += [(int(y), int(x) + step) for step in range(int(width))]
    assert len(found) == len(set(found))
    return set(found)


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_drawing_has_the_modules_of_the_code(address: str) -> None:
    html = paper(address)
    code = segno.make_qr(address, error="l", boost_error=False, mask=3)
    edge = re.search(r'viewBox="0 0 (\d+) (\d+)"', html)
    assert edge is not None
    border = 2
    assert int(edge[1]) == int(edge[2]) == len(code.matrix) + 2 * border
    expected = {
        (row, column)
        for row, line in enumerate(code.matrix_iter(border=border))
        for column, module in enumerate(line)
        if module
    }
    assert dark(html) == expected


def test_a_code_of_another_address_is_another() -> None:
    assert dark(paper(ADDRESSES[0])) != dark(paper(ADDRESSES[0] + "b"))


def test_the_address_stands_beside_the_code_in_words() -> None:
    assert paper(ADDRESSES[2]).endswith("<p>" + ADDRESSES[2].replace("&", "&amp;") + "</p>")


def test_the_code_is_hidden_from_screen_readers_and_carries_no_style() -> None:
    html = paper(ADDRESSES[0])
    assert 'aria-hidden="true"' in html
    assert "style=" not in html
    assert "xmlns" not in html
