"""The gallery of pages: every kind of page has its picture, and the list is up to date."""

from __future__ import annotations

from pathlib import Path

from audit.site import Site
from scripts import screenshots
from tests.support.site import site_url


def test_every_kind_of_page_has_its_picture(demo_site: Path) -> None:
    # A kind that is not listed stops it.
    listed = screenshots.shots(Site(demo_site, site_url()))
    names = {shot.file for shot in listed}
    assert {file.name for file in screenshots.PICTURES.iterdir()} == names
    large = [name for name in names if _size(name) > screenshots.MOST_BYTES]
    assert large == []


def test_the_gallery_is_what_the_program_makes(demo_site: Path) -> None:
    listed = screenshots.shots(Site(demo_site, site_url()))
    made = screenshots.gallery(listed)
    assert screenshots.GALLERY.read_text(encoding="utf-8") == made, "run: make screenshots"


def _size(name: str) -> int:
    return (screenshots.PICTURES / name).stat().st_size
