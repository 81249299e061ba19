"""sitemap.xml."""

from __future__ import annotations

import datetime as dt
import gzip
import xml.etree.ElementTree as ET
from pathlib import Path

from disclosure.model.settings import Settings
from disclosure.writing.sitemap import packed, sitemap
from tests.unit.builders import DAY, plan, site

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def made(address: str = "https://example.org/a/") -> ET.Element:
    settings = Settings(root=Path("/nonexistent"), site_url=address)
    pages = [("", DAY), ("plans/plan-115/", dt.date(2026, 3, 1))]
    return ET.fromstring(sitemap(site(plan(), settings=settings), pages))


def test_every_page_stands_there_in_each_language_with_its_date() -> None:
    rows = [
        (url.findtext("s:loc", "", NAMES), url.findtext("s:lastmod", "", NAMES))
        for url in made().findall("s:url", NAMES)
    ]
    assert rows == [
        ("https://example.org/a/", "2026-01-05"),
        ("https://example.org/a/en/", "2026-01-05"),
        ("https://example.org/a/plans/plan-115/", "2026-03-01"),
        ("https://example.org/a/en/plans/plan-115/", "2026-03-01"),
    ]


def test_every_page_names_itself_in_all_languages() -> None:
    for url in made().findall("s:url", NAMES)[2:]:
        found = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)}
        assert found == {
            "zh-Hant-TW": "https://example.org/a/plans/plan-115/",
            "en": "https://example.org/a/en/plans/plan-115/",
            "x-default": "https://example.org/a/plans/plan-115/",
        }
        assert {link.get("rel") for link in url.findall("x:link", NAMES)} == {"alternate"}


def test_an_address_with_special_signs_is_escaped() -> None:
    loc = made("https://example.org/?a=1&b=2/").find("s:url/s:loc", NAMES)
    assert loc is not None
    assert loc.text == "https://example.org/?a=1&b=2/"


def test_the_packed_sitemap_is_the_same_each_time() -> None:
    assert packed("甲") == packed("甲")
    assert gzip.decompress(packed("甲")).decode() == "甲"
    assert packed("甲")[4:8] == bytes(4)
