"""A site is made beside the published one and takes its place when it is whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from disclosure.writing.staging import Staging, files_below, make_way


def write(folder: Path, **files: str) -> None:
    for name, words in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_text(words)


def read(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def staging(tmp_path: Path) -> Staging:
    return Staging(tmp_path / "site")


def test_the_folders_stand_beside_the_site(staging: Staging) -> None:
    assert (staging.spare.name, staging.mkdocs.name) == (".site.spare", ".site.mkdocs")
    assert staging.spare.parent == staging.mkdocs.parent == staging.site.parent


def test_the_first_site_is_published(staging: Staging) -> None:
    write(staging.spare, plans__a_html="a")
    write(staging.mkdocs, index_html="home")
    staging.publish({"plans/a.html"})
    assert read(staging.site) == {"index.html": "home", "plans/a.html": "a"}
    assert not staging.spare.exists()
    assert not staging.mkdocs.exists()


def test_the_old_site_becomes_the_spare(staging: Staging) -> None:
    write(staging.site, a_html="old")
    write(staging.spare, a_html="new")
    staging.publish({"a.html"})
    assert read(staging.site) == {"a.html": "new"}
    assert read(staging.spare) == {"a.html": "old"}
    assert sorted(path.name for path in staging.site.parent.iterdir()) == [".site.spare", "site"]


def test_what_is_neither_a_page_nor_of_mkdocs_is_dropped_with_its_folders(staging: Staging) -> None:
    write(staging.spare, a_html="a", gone_html="x", old__deep__b_html="x", kept__c_html="c")
    (staging.spare / "empty" / "deep").mkdir(parents=True)
    write(staging.mkdocs, assets__site_css="css")
    staging.publish({"a.html", "kept/c.html"})
    assert read(staging.site) == {"a.html": "a", "assets/site.css": "css", "kept/c.html": "c"}
    assert sorted(path.name for path in staging.site.iterdir()) == ["a.html", "assets", "kept"]


def test_a_link_to_a_folder_is_dropped_and_not_entered(staging: Staging, tmp_path: Path) -> None:
    write(tmp_path / "outside", x_html="x")
    write(staging.spare, a_html="a")
    (staging.spare / "link").symlink_to(tmp_path / "outside")
    staging.publish({"a.html"})
    assert read(staging.site) == {"a.html": "a"}
    assert read(tmp_path / "outside") == {"x.html": "x"}


def test_a_hard_link_to_a_published_file_is_replaced_not_written_into(staging: Staging) -> None:
    write(staging.site, index_html="old", a_html="same")
    staging.spare.mkdir()
    for name in ("index.html", "a.html"):
        os.link(staging.site / name, staging.spare / name)
    write(staging.mkdocs, index_html="new")
    before = (staging.site / "index.html").stat().st_ino
    staging.publish({"a.html"})
    assert read(staging.site) == {"a.html": "same", "index.html": "new"}
    assert read(staging.spare) == {"a.html": "same", "index.html": "old"}
    assert (staging.spare / "index.html").stat().st_ino == before


def test_a_failed_build_leaves_the_published_site_as_it_was(staging: Staging) -> None:
    write(staging.site, a_html="old")
    staging.begin()
    write(staging.mkdocs, a_html="half")
    staging.end()
    assert read(staging.site) == {"a.html": "old"}
    assert not staging.mkdocs.exists()
    staging.end()


def stop_after_renames(monkeypatch: pytest.MonkeyPatch, left: int) -> None:
    """A build that is interrupted once so many folders are renamed, with no one-step exchange."""
    rename = Path.rename

    def stop(path: Path, target: Path) -> Path:
        nonlocal left
        left -= 1
        if left < 0:
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr("disclosure.writing.staging._exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", stop)


def test_a_build_stopped_between_the_two_renames_is_put_right(
    staging: Staging, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(staging.site, a_html="old")
    write(staging.spare, a_html="new")
    stop_after_renames(monkeypatch, 1)
    with pytest.raises(KeyboardInterrupt):
        staging.publish({"a.html"})
    monkeypatch.undo()
    assert not staging.site.exists()
    staging.begin()
    assert read(staging.site) == {"a.html": "old"}
    staging.publish({"a.html"})
    assert read(staging.site) == {"a.html": "new"}


def test_a_build_stopped_before_the_last_rename_is_put_right(
    staging: Staging, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(staging.site, a_html="old")
    write(staging.spare, a_html="new")
    stop_after_renames(monkeypatch, 2)
    with pytest.raises(KeyboardInterrupt):
        staging.publish({"a.html"})
    monkeypatch.undo()
    staging.begin()
    assert read(staging.site) == {"a.html": "new"}
    assert sorted(path.name for path in staging.site.parent.iterdir()) == [".site.lock", "site"]


def test_a_beginning_clears_what_mkdocs_left_behind(staging: Staging) -> None:
    write(staging.site, a_html="old")
    write(staging.mkdocs, half_html="x")
    staging.begin()
    assert not staging.mkdocs.exists()
    assert read(staging.site) == {"a.html": "old"}


def test_a_file_takes_the_place_of_a_folder_of_the_last_version(staging: Staging) -> None:
    write(staging.spare, files__old_pdf="old", a_html="a")
    write(staging.mkdocs, files="now a file")
    staging.publish({"a.html"})
    assert read(staging.site) == {"a.html": "a", "files": "now a file"}


def test_a_folder_takes_the_place_of_a_file_of_the_last_version(staging: Staging) -> None:
    write(staging.spare, files="was a file", a_html="a")
    write(staging.mkdocs, files__new_pdf="new")
    staging.publish({"a.html"})
    assert read(staging.site) == {"a.html": "a", "files/new.pdf": "new"}


def test_every_file_below_a_folder_is_named_with_slashes(tmp_path: Path) -> None:
    write(tmp_path / "x", a_html="", b__c__d_html="")
    assert sorted(files_below(tmp_path / "x")) == ["a.html", "b/c/d.html"]
    assert list(files_below(tmp_path / "nothing")) == []


def test_where_the_system_can_there_is_a_site_at_every_moment(
    staging: Staging, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(staging.site, a_html="old")
    write(staging.spare, a_html="new")

    def never(path: Path, target: Path) -> Path:
        raise AssertionError(f"{path} was renamed to {target}")

    monkeypatch.setattr(Path, "rename", never)
    staging.publish({"a.html"})
    assert read(staging.site) == {"a.html": "new"}
    assert read(staging.spare) == {"a.html": "old"}


def test_a_second_build_of_the_same_site_is_kept_out(staging: Staging) -> None:
    staging.begin()
    other = Staging(staging.site)
    with pytest.raises(BlockingIOError):
        other.begin()
    staging.end()
    other.begin()
    other.end()


def test_what_a_link_leads_to_is_replaced_and_not_the_link(tmp_path: Path) -> None:
    write(tmp_path / "www", a_html="old")
    (tmp_path / "site").symlink_to("www")
    staging = Staging(tmp_path / "site")
    staging.begin()
    write(staging.spare, a_html="new")
    staging.publish({"a.html"})
    assert (tmp_path / "site").is_symlink()
    assert read(tmp_path / "www") == {"a.html": "new"}


@pytest.mark.parametrize("kind", ["file", "link", "dangling"])
def test_a_spare_that_is_no_folder_is_removed_and_not_entered(tmp_path: Path, kind: str) -> None:
    write(tmp_path / "precious", a_html="mine")
    staging = Staging(tmp_path / "site")
    if kind == "file":
        staging.spare.write_text("x")
    else:
        staging.spare.symlink_to("precious" if kind == "link" else "nowhere")
    staging.begin()
    assert not staging.spare.exists()
    assert not staging.spare.is_symlink()
    assert read(tmp_path / "precious") == {"a.html": "mine"}
    staging.end()


def test_a_link_within_the_spare_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path / "outside", x_html="mine")
    root = tmp_path / "spare"
    root.mkdir()
    (root / "plans").symlink_to("../outside")
    make_way(root, "plans/a/index.html")
    (root / "plans/a/index.html").write_text("new")
    assert read(tmp_path / "outside") == {"x.html": "mine"}
