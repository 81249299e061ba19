"""Editors' files: what can be read, and what is passed over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from disclosure.problems import Problem
from disclosure.reading.files import read_text, relative, walk
from tests.unit.builders import place


def read(root: Path, raw: bytes) -> tuple[str | None, list[Problem]]:
    path = root / "data" / "a.yml"
    path.parent.mkdir()
    path.write_bytes(raw)
    problems: list[Problem] = []
    return read_text(path, root, problems), problems


def names(root: Path, folder: str = "data") -> tuple[list[str], list[Problem]]:
    problems: list[Problem] = []
    return [relative(path, root) for path in walk(root / folder, root, problems)], problems


def make(root: Path, *files: str) -> None:
    for name in files:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("a: 1\n")


def test_a_file_in_utf8_with_plain_line_ends_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, "標題: 甲\n".encode()) == ("標題: 甲\n", [])


@pytest.mark.parametrize(
    ("raw", "line", "column", "rule", "zh", "en"),
    [
        (b"\xef\xbb\xbfa: 1\n", 1, 1, "byte-order-mark", "BOM", "byte order mark"),
        (b"a: 1\nb: 2\r\nc: 3\r\n", 2, 0, "line-ends", "CRLF", "CRLF"),
        (b"a: 1\rb: 2\r", 1, 0, "line-ends", "CR", "CR"),
        ("a: 1\nb: 2\nc: 標題\n".encode("big5"), 3, 0, "not-utf8", "Big5", "Big5"),
        (b"\xff\n", 1, 0, "not-utf8", "UTF-8", "UTF-8"),
        ("a: 1\n".encode("utf-16"), 1, 0, "not-utf8", "UTF-8", "UTF-8"),
        (b"a: 1\n\xe6\xa8", 2, 0, "not-utf8", "UTF-8", "UTF-8"),
    ],
)
def test_another_coding_is_told_with_its_line(
    tmp_path: Path, raw: bytes, line: int, column: int, rule: str, zh: str, en: str
) -> None:
    text, problems = read(tmp_path, raw)
    assert text is None
    assert [place(problem) for problem in problems] == [("data/a.yml", line, column, rule)]
    assert zh in problems[0].zh
    assert en in problems[0].en


def test_a_directory_with_the_name_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.yml").mkdir()
    problems: list[Problem] = []
    assert read_text(tmp_path / "x.yml", tmp_path, problems) is None
    assert [place(problem) for problem in problems] == [("x.yml", 0, 0, "unreadable-file")]
    assert problems[0].en == "The file or folder cannot be read: not a regular file."


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    problems: list[Problem] = []
    assert read_text(tmp_path / "x.yml", tmp_path, problems) is None
    assert [place(problem) for problem in problems] == [("x.yml", 0, 0, "unreadable-file")]
    assert "No such file" in problems[0].en
    assert "無法讀取這個檔案" in problems[0].zh


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_named_pipe_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.yml")
    problems: list[Problem] = []
    assert read_text(tmp_path / "x.yml", tmp_path, problems) is None
    assert [place(problem) for problem in problems] == [("x.yml", 0, 0, "unreadable-file")]


def test_files_are_found_at_every_level_in_order(tmp_path: Path) -> None:
    make(tmp_path, "data/b.yml", "data/a/z.yml", "data/c.txt")
    assert names(tmp_path) == (["data/a/z.yml", "data/b.yml", "data/c.txt"], [])


def test_hidden_files_and_backups_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "data/a.yml", "data/a.yml~", "data/.a.yml.swp", "data/.git/x.yml", "data/b~/x")
    assert names(tmp_path) == (["data/a.yml"], [])


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert names(tmp_path) == ([], [])


def test_a_link_within_the_project_is_followed(tmp_path: Path) -> None:
    make(tmp_path, "shared/a.yml", "data/z.yml")
    (tmp_path / "data" / "a.yml").symlink_to("../shared/a.yml")
    assert names(tmp_path) == (["data/a.yml", "data/z.yml"], [])


@pytest.mark.parametrize("target", ["/etc/hostname", "../../outside.yml", "nothing.yml", "a.yml"])
def test_a_link_that_leaves_the_project_or_leads_nowhere_is_told(
    tmp_path: Path, target: str
) -> None:
    make(tmp_path, "outside.yml", "project/data/b.yml")
    root = tmp_path / "project"
    (root / "data" / "a.yml").symlink_to(target)
    found, problems = names(root)
    assert found == ["data/b.yml"]
    assert [place(problem) for problem in problems] == [("data/a.yml", 0, 0, "outside-link")]
    assert "捷徑" in problems[0].zh
    assert "link to outside the project" in problems[0].en


def test_a_linked_folder_outside_the_project_is_not_entered(tmp_path: Path) -> None:
    make(tmp_path, "outside/a.yml", "project/data/b.yml")
    (tmp_path / "project" / "data" / "c").symlink_to("../../outside")
    found, problems = names(tmp_path / "project")
    assert found == ["data/b.yml"]
    assert [place(problem) for problem in problems] == [("data/c", 0, 0, "outside-link")]


@pytest.mark.parametrize("target", [".", "..", "../data"])
def test_a_link_to_a_folder_above_itself_does_not_repeat_its_files(
    tmp_path: Path, target: str
) -> None:
    make(tmp_path, "data/a.yml")
    (tmp_path / "data" / "loop").symlink_to(target)
    found, _ = names(tmp_path)
    assert found == ["data/a.yml"]


def test_a_path_is_named_from_the_project_with_slashes(tmp_path: Path) -> None:
    assert relative(tmp_path / "data" / "a.yml", tmp_path) == "data/a.yml"
    assert relative(Path("/elsewhere/a.yml"), tmp_path) == "/elsewhere/a.yml"
