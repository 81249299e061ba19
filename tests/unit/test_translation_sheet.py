"""Translations as a spreadsheet: out and in again, and everything that may go wrong between."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.problems import Problem
from disclosure.reading.site import read_site
from disclosure.translating.importing import Taken, take_in
from disclosure.translating.sheet import COLUMNS, read_sheet, written
from disclosure.translating.states import survey
from tests.unit.builders import DAY, Project

NEW, KEEP, OLD = COLUMNS[7], COLUMNS[8], COLUMNS[6]
Rows = list[dict[str, str]]


@pytest.fixture
def asked(project: Project) -> Project:
    """A project with a question, and a page that has no English file."""
    head = 'classification: {theme: ["330"], cake: ["634"], service: [I00]}\npublished: 2026-01-05'
    project.write("content/faq/visits/book.md", f"---\ntitle: 問\n{head}\n---\n\n答\n")
    project.write("content/en/faq/visits/book.md", "---\ntitle: Asked\n---\n\nTold.\n\n- a\n")
    project.write("content/about/index.md", f"---\ntitle: 關於\n{head}\n---\n\n本文\n")
    return project


class Sheet:
    """An exported sheet that a translator edits."""

    def __init__(self, project: Project, path: Path) -> None:
        self.project, self.path = project, path
        self.export()

    def export(self) -> None:
        catalogue = read_site(self.project.settings()).catalogue
        assert catalogue is not None
        self.path.write_bytes(written(survey(catalogue, "data"), "zh"))

    def edit(self, change: Callable[[Rows], object], **form: str) -> None:
        text = self.path.read_bytes().decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        change(rows)
        made = io.StringIO()
        writer = csv.DictWriter(made, COLUMNS, delimiter=form.get("delimiter", ","))
        writer.writeheader()
        writer.writerows(rows)
        self.path.write_bytes(made.getvalue().encode(form.get("encoding", "utf-8-sig")))

    def take_in(self) -> tuple[Taken, list[Problem]]:
        settings = self.project.settings(today=DAY)
        catalogue = read_site(settings).catalogue
        assert catalogue is not None
        rows, problems = read_sheet(self.path)
        if problems:
            return Taken(), problems
        return take_in(rows, list(survey(catalogue, "data")), catalogue, settings, "sheet.csv")


@pytest.fixture
def sheet(asked: Project, tmp_path_factory: pytest.TempPathFactory) -> Sheet:
    """The sheet of that project."""
    return Sheet(asked, tmp_path_factory.mktemp("sheets") / "sheet.csv")


def fill(name: str, **cells: str) -> Callable[[Rows], None]:
    """Write into the row of a field."""

    def change(rows: Rows) -> None:
        named = {"new": NEW, "keep": KEEP, "old": OLD}
        (row,) = (row for row in rows if f"{row[COLUMNS[0]]}#{row[COLUMNS[1]]}" == name)
        row |= {named[key]: words for key, words in cells.items()}

    return change


def snapshot(project: Project) -> dict[str, bytes]:
    return {
        path.relative_to(project.root).as_posix(): path.read_bytes()
        for path in project.root.rglob("*")
        if path.is_file()
    }


def test_a_sheet_that_nobody_edited_changes_nothing(sheet: Sheet) -> None:
    before = snapshot(sheet.project)
    assert sheet.take_in() == (Taken(), [])
    sheet.edit(lambda rows: None)
    assert sheet.take_in() == (Taken(), [])
    assert snapshot(sheet.project) == before


def test_new_words_are_written_and_accepted(sheet: Sheet) -> None:
    before = snapshot(sheet.project)
    sheet.edit(fill("units.yml/guard#name", new="Guards"))
    sheet.edit(fill("book#body", new="Call us,\r\n\r\n- now"))
    taken, problems = sheet.take_in()
    assert not problems
    assert (taken.written, taken.files) == (
        2,
        ["content/en/faq/visits/book.md", "data/units.yml"],
    )
    after = snapshot(sheet.project)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {*taken.files, "data/translations.lock"}
    assert after["content/en/faq/visits/book.md"] == (
        b"---\ntitle: Asked\n---\n\nCall us,\n\n- now\n"
    )
    expected = before["data/units.yml"].replace(b"en: Guard Section", b"en: Guards")
    assert after["data/units.yml"] == expected
    lock = after["data/translations.lock"].decode()
    assert [line.split()[2] for line in lock.splitlines()[3:]] == ["body", "name"]


def test_a_page_without_a_translation_gets_its_file(sheet: Sheet) -> None:
    sheet.edit(fill("about#body", new="Text"))
    _, problems = sheet.take_in()
    assert [problem.rule for problem in problems] == ["translation-sheet"]  # it needs a title
    sheet.edit(fill("about#title", new="About: us"))
    assert sheet.take_in()[1] == []
    made = sheet.project.root / "content/en/about/index.md"
    assert made.read_text("utf-8") == '---\ntitle: "About: us"\n---\n\nText\n'


def test_old_words_are_kept_by_a_mark(sheet: Sheet) -> None:
    sheet.edit(fill("book#title", keep="x"))
    before = snapshot(sheet.project)
    taken, problems = sheet.take_in()
    assert (taken.written, taken.confirmed, problems) == (0, 1, [])
    after = snapshot(sheet.project)
    assert {name for name in after if after[name] != before.get(name)} == {"data/translations.lock"}


def refusal(sheet: Sheet, **cells: str) -> str:
    """The one problem of a row that is filled in so; no file is written."""
    sheet.edit(fill("book#title", **cells))
    before = snapshot(sheet.project)
    (problem,) = sheet.take_in()[1]
    assert snapshot(sheet.project) == before
    return problem.zh


@pytest.mark.parametrize("mark", ["否", "no", "0", "-", "FALSE", "?"])
def test_a_mark_that_may_mean_no_keeps_nothing(sheet: Sheet, mark: str) -> None:
    assert f"「沿用目前譯文」只能填 x，不能是「{mark}」" in refusal(sheet, keep=mark)


@pytest.mark.parametrize("mark", ["X", "v", "是", " yes "])
def test_other_marks_for_yes_count_too(sheet: Sheet, mark: str) -> None:
    sheet.edit(fill("book#title", keep=mark))
    assert sheet.take_in() == (Taken(confirmed=1), [])


@pytest.mark.parametrize("words", ["#NAME?", "#VALUE!", "#N/A", "#DIV/0!", "########", "Err:508"])
def test_what_a_spreadsheet_could_not_compute_is_no_translation(sheet: Sheet, words: str) -> None:
    assert f"試算表的錯誤值「{words}」" in refusal(sheet, new=words)


@pytest.mark.parametrize("words", ["=1+1", "-5", "+886", "@home", "'quoted'", "2026-03-02", "12"])
def test_words_that_a_spreadsheet_would_compute_come_back_as_they_were(
    sheet: Sheet, words: str
) -> None:
    sheet.edit(fill("book#title", new=f"'{words}" if words != "12" else words))
    assert sheet.take_in()[1] == []
    catalogue = read_site(sheet.project.settings()).catalogue
    assert catalogue is not None
    assert catalogue.records["book"].title.root["en"] == words
    sheet.export()
    text = sheet.path.read_bytes().decode("utf-8-sig")
    (row,) = (r for r in csv.DictReader(io.StringIO(text, newline="")) if r[OLD].endswith(words))
    assert row[OLD] == f"'{words}"
    before = snapshot(sheet.project)
    assert sheet.take_in() == (Taken(), [])
    assert snapshot(sheet.project) == before


def test_the_sheet_begins_with_the_mark_by_which_excel_knows_utf8(sheet: Sheet) -> None:
    assert sheet.path.read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_the_separator_of_another_region_is_read(sheet: Sheet, delimiter: str) -> None:
    sheet.edit(fill("book#title", new="New, really; yes"), delimiter=delimiter)
    assert sheet.take_in()[0].written == 1


def test_a_row_that_cannot_be_taken_in_is_told(sheet: Sheet) -> None:
    """translation-sheet: every row at once, and nothing is written."""
    sheet.edit(fill("units.yml/guard#name", new="Guards"))
    sheet.edit(fill("book#title", old="edited here"))
    sheet.edit(fill("about#title", keep="x"))
    sheet.edit(fill("book#body", new="New"))
    sheet.edit(lambda rows: rows.append(rows[0] | {COLUMNS[0]: "gone", NEW: "x"}))
    sheet.edit(lambda rows: rows.append(next(r for r in rows if r[NEW] == "Guards")))
    sheet.project.edit("content/faq/visits/book.md", "答", "答案")
    before = snapshot(sheet.project)
    taken, problems = sheet.take_in()
    assert taken == Taken()
    assert {problem.rule for problem in problems} == {"translation-sheet"}
    said = "\n".join(problem.zh for problem in problems)
    for words in ("目前譯文」欄被改過", "不能沿用", "又改過了", "網站上沒有「gone", "改了兩次"):
        assert said.count(words) == 1, said
    assert len({problem.line for problem in problems}) == 5
    assert snapshot(sheet.project) == before


def test_the_line_of_a_row_is_that_of_its_beginning(sheet: Sheet) -> None:
    sheet.edit(fill("about#title", keep="x"))
    lines = sheet.path.read_text("utf-8-sig").split("\n")
    (problem,) = sheet.take_in()[1]
    assert lines[problem.line - 1].startswith("about,title")


@pytest.mark.parametrize(
    ("name", "words", "why"),
    [
        ("book#title", "two\nlines", "「title」只能寫一行"),
        ("about#title", "two\nlines", "「title」只能寫一行"),
        ("book#body", "# Again", "「# 」"),
        ("book#body", "<script>x</script>", "script"),
    ],
)
def test_words_that_the_file_may_not_hold_are_refused_and_all_files_put_back(
    sheet: Sheet, name: str, words: str, why: str
) -> None:
    """The row is named: the line of the file is what it was."""
    sheet.edit(fill("book#title", new="Asked again"))
    sheet.edit(fill("book#body", new="New"))
    sheet.edit(fill(name, new=words))
    sheet.edit(fill("units.yml/guard#name", new="Guards"))
    before = snapshot(sheet.project)
    lines = sheet.path.read_text("utf-8-sig").split("\n")
    _, (problem,) = sheet.take_in()
    assert (problem.path, problem.rule) == ("sheet.csv", "translation-sheet")
    assert lines[problem.line - 1].startswith(name.replace("#", ","))
    assert problem.zh.startswith(f"「{name}」的新譯文不能用，所以檔案都沒有改：")
    assert why in problem.zh
    assert snapshot(sheet.project) == before


@pytest.mark.parametrize("words", ["'Tis fine", "'", "''n' roll"])
def test_an_apostrophe_of_the_translator_s_own_stays(sheet: Sheet, words: str) -> None:
    guard = "'" if words.startswith("''") else ""
    sheet.edit(fill("book#title", new=f"{guard}{words}"))
    assert sheet.take_in()[1] == []
    catalogue = read_site(sheet.project.settings()).catalogue
    assert catalogue is not None
    assert catalogue.records["book"].title.root["en"] == words
    sheet.export()
    before = snapshot(sheet.project)
    sheet.edit(fill("book#title", keep="x"))
    assert sheet.take_in()[1] == []
    assert snapshot(sheet.project) == before


def test_a_long_text_stands_in_one_cell(sheet: Sheet) -> None:
    sheet.edit(fill("book#body", new="word " * 40_000))
    taken, problems = sheet.take_in()
    assert (taken.written, problems) == (1, [])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("識別碼,欄位\n".encode("cp950"), "CSV UTF-8"),
        (b"a,b\n1,2\n", "欄名"),
        (b"", "欄名"),
    ],
)
def test_a_file_that_is_no_sheet_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    rows, (problem,) = read_sheet(path)
    assert (rows, problem.rule) == ([], "translation-sheet")
    assert words in problem.zh


def test_a_sheet_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert read_sheet(tmp_path / "none.csv")[1][0].rule == "translation-sheet"
