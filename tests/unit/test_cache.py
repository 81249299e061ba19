"""Which pages of the last build are taken over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from disclosure.writing.cache import Finished, Manifest

NAME = "plans/a/index.html"


class Place:
    """A published folder with one page, the spare beside it, and the list."""

    def __init__(self, root: Path) -> None:
        self.site, self.spare, self.list = root / "site", root / "spare", root / "c" / "pages.json"
        self.page, self.target = self.site / NAME, self.spare / NAME
        for file in (self.page, self.target):
            file.parent.mkdir(parents=True)
        self.page.write_text("page")

    def store(self, digest: str = "d1") -> None:
        finished = {NAME: Finished.of(digest, str(self.page))}
        Manifest(self.list, self.site).store(finished)

    def take_over(self, digest: str = "d1") -> Finished | None:
        return Manifest(self.list, self.site).take_over(NAME, digest, str(self.target))


@pytest.fixture
def here(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_an_unchanged_page_is_linked(here: Place) -> None:
    here.store()
    assert here.take_over() == Finished.of("d1", str(here.page))
    assert here.target.samefile(here.page)


def test_an_old_file_in_the_way_is_replaced_not_written_into(here: Place) -> None:
    here.store()
    other = here.site / "other.html"
    other.write_text("other")
    os.link(other, here.target)
    assert here.take_over() is not None
    assert here.target.read_text() == "page"
    assert other.read_text() == "other"


def test_a_file_that_is_linked_already_stays(here: Place) -> None:
    here.store()
    os.link(here.page, here.target)
    assert here.take_over() is not None
    assert here.target.samefile(here.page)


def test_a_page_with_another_digest_is_not_taken_over(here: Place) -> None:
    here.store()
    assert here.take_over("d2") is None
    assert not here.target.exists()


def test_a_page_that_somebody_edited_is_not_taken_over(here: Place) -> None:
    here.store()
    here.page.write_text("edited")
    assert here.take_over() is None
    assert not here.target.exists()


def test_a_page_edited_to_the_same_size_is_not_taken_over(here: Place) -> None:
    here.store()
    before = here.page.stat().st_mtime_ns
    here.page.write_text("PAGE")
    os.utime(here.page, ns=(before + 1, before + 1))
    assert here.take_over() is None


def test_a_page_that_is_gone_is_not_taken_over(here: Place) -> None:
    here.store()
    here.page.unlink()
    assert here.take_over() is None


def test_an_unknown_page_is_not_taken_over(here: Place) -> None:
    assert here.take_over() is None


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b"\xff\xfe",
        b'{"format": 0, "pages": {}}',
        b'{"format": 1}',
        b'{"format": 1, "pages": null}',
        b'{"format": 1, "pages": []}',
        b'{"format": 1, "pages": {"plans/a/index.html": ["d1"]}}',
        b'{"format": 1, "pages": {"plans/a/index.html": 5}}',
        b'{"format": 1, "pages": {"plans/a/index.html": ["d1", "x", null]}}',
        b"[" * 100_000,
    ],
)
def test_a_list_that_is_damaged_is_not_believed(here: Place, raw: bytes) -> None:
    here.list.parent.mkdir()
    here.list.write_bytes(raw)
    assert here.take_over() is None


def test_a_folder_in_the_place_of_the_list_is_no_list(here: Place) -> None:
    here.list.mkdir(parents=True)
    assert here.take_over() is None


def test_without_a_list_nothing_is_remembered(here: Place) -> None:
    manifest = Manifest(None, here.site)
    manifest.store({NAME: Finished.of("d1", str(here.page))})
    assert manifest.take_over(NAME, "d1", str(here.target)) is None
    assert not here.list.exists()


def test_the_list_is_the_same_in_whatever_order_pages_were_written(here: Place) -> None:
    one, other = Finished("d1", 1, 2), Finished("d2", 3, 4)
    Manifest(here.list, here.site).store({"a": one, "b": other})
    first = here.list.read_bytes()
    Manifest(here.list, here.site).store({"b": other, "a": one})
    assert here.list.read_bytes() == first
    assert [path.name for path in here.list.parent.iterdir()] == ["pages.json"]
