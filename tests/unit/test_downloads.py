"""Files to download: what is read off them, and what is told of them."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import random
import zipfile
import zlib

import pytest

from disclosure.model.file import FileFacts
from disclosure.problems import Problem
from tests.unit.builders import Project, odt, place, rules

FORM_FILE = "data/forms/letter-form.yml"
FORM = """
    id: letter-form
    title: {zh: 委託書, en: Letter of authority}
    classification: {theme: ["330"], cake: ["634"], service: [I00]}
    published: 2026-01-05
    files:
      - {path: forms/letter.odt}
"""
META = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta><office:meta>
<meta:creation-date>2026-03-01T08:00:00</meta:creation-date>
<dc:date>2026-04-02T17:30:00.123</dc:date>
</office:meta></office:document-meta>
"""


def pdf(*inside: str) -> bytes:
    return "\n".join(["%PDF-1.7", *inside, "%%EOF"]).encode("latin-1")


def offer(project: Project, *files: tuple[str, bytes | None]) -> None:
    """A form with these files; None is a file that is not there."""
    first, *rest = (f"      - {{path: {path}}}\n" for path, _ in files)
    project.write(FORM_FILE, FORM.replace("      - {path: forms/letter.odt}\n", first))
    path = project.root / FORM_FILE
    with path.open("a", encoding="utf-8") as form:
        form.writelines(line[4:] for line in rest)
    for name, content in files:
        if content is not None:
            path = project.root / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def facts(
    project: Project, *files: tuple[str, bytes | None], told: str = ""
) -> dict[str, FileFacts]:
    """What is read off the files; `told` is the one rule that may speak of them."""
    offer(project, *files)
    prepared = project.prepare()
    assert [one.rule for one in prepared.problems] == ([told] if told else [])
    assert prepared.site is not None
    return prepared.site.catalogue.files


def only(project: Project, *files: tuple[str, bytes | None]) -> Problem:
    offer(project, *files)
    return project.only_problem()


def test_size_and_checksum_are_those_of_the_bytes(project: Project) -> None:
    content = odt(META)
    found = facts(project, ("forms/letter.odt", content))["forms/letter.odt"]
    assert found == FileFacts(
        len(content), hashlib.sha256(content).hexdigest(), dt.date(2026, 4, 2)
    )


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_day_of_an_open_document_is_its_last_change(project: Project, method: int) -> None:
    found = facts(project, ("forms/letter.odt", odt(META, method)))["forms/letter.odt"]
    assert found.date == dt.date(2026, 4, 2)


@pytest.mark.parametrize(
    ("meta", "date"),
    [
        ("<meta:creation-date>2026-03-01T08:00:00</meta:creation-date>", dt.date(2026, 3, 1)),
        ("<dc:date>2026-02-30</dc:date>", None),
        ("<dc:date>soon</dc:date>", None),
        ("", None),
        (None, None),
    ],
)
def test_an_open_document_that_names_no_day_has_none(
    project: Project, meta: str | None, date: dt.date | None
) -> None:
    content = odt(meta)
    assert facts(project, ("forms/letter.odt", content))["forms/letter.odt"].date == date


@pytest.mark.parametrize(
    ("inside", "date"),
    [
        (["/CreationDate (D:20260301080000+08'00')"], dt.date(2026, 3, 1)),
        (["/CreationDate(D:20260301)", "/ModDate(D:20260402093000Z)"], dt.date(2026, 4, 2)),
        (["/ModDate (D:20260402)", "/CreationDate (D:20260301)"], dt.date(2026, 4, 2)),
        (["<xmp:CreateDate>2026-03-01T08:00:00</xmp:CreateDate>"], dt.date(2026, 3, 1)),
        (
            ["/CreationDate(D:20260301)", "<xmp:ModifyDate>2026-05-06</xmp:ModifyDate>"],
            dt.date(2026, 5, 6),
        ),
        (["/ModDate (D:20261301)"], None),
        (["/ModDate (D:00000000)", "/CreationDate (D:20260301)"], dt.date(2026, 3, 1)),
        ([], None),
    ],
)
def test_the_day_of_a_pdf_is_the_latest_that_it_bears(
    project: Project, inside: list[str], date: dt.date | None
) -> None:
    path = "forms/letter.pdf"
    assert facts(project, (path, pdf(*inside)))[path].date == date


INFO = b"<</CreationDate (D:20260301)/ModDate (D:20260402)>>"


def packed_pdf(content: bytes) -> bytes:
    head = b"5 0 obj\n<</Type /ObjStm /N 1 /Filter /FlateDecode>>\nstream\n"
    return b"%PDF-1.7\n" + head + content + b"\nendstream\nendobj\n%%EOF\n"


def test_the_day_of_a_pdf_is_found_in_its_packed_objects(project: Project) -> None:
    """As word processors of today write it."""
    path = "forms/letter.pdf"
    content = packed_pdf(zlib.compress(INFO))
    assert INFO not in content
    assert facts(project, (path, content))[path].date == dt.date(2026, 4, 2)


@pytest.mark.parametrize(
    "content", [b"", b"x" * 50, zlib.compress(INFO)[:-12], zlib.compress(b"a" * 50_000_000)]
)
def test_packed_objects_that_cannot_be_read_do_no_harm(project: Project, content: bytes) -> None:
    path = "forms/letter.pdf"
    assert facts(project, (path, packed_pdf(content)))[path].size > 0


def test_other_formats_have_no_day(project: Project) -> None:
    assert facts(project, ("a.csv", b"a,b\n"))["a.csv"] == FileFacts(
        4, hashlib.sha256(b"a,b\n").hexdigest()
    )


# -- damaged files -------------------------------------------------------------------------------


def damaged(seed: int) -> bytes:
    """An open document with bytes changed, lost or repeated behind its beginning."""
    random_ = random.Random(seed)
    content = bytearray(odt(META, random_.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])))
    for _ in range(random_.randint(1, 4)):
        at = random_.randrange(2, len(content))
        kind = random_.randrange(4)
        if kind == 0:
            content[at] = random_.randrange(256)
        elif kind == 1:
            del content[at : at + random_.randint(1, 40)]
        elif kind == 2:
            content[at:at] = random_.randbytes(random_.randint(1, 20))
        else:
            content[at] ^= 1 << random_.randrange(8)
    return bytes(content)


@pytest.mark.parametrize("start", range(0, 600, 60))
def test_a_broken_document_has_no_traceback(project: Project, start: int) -> None:
    """Whatever is wrong inside: the file is offered with a day or without, or it is refused."""
    offer(project, *((f"forms/f{seed}.odt", damaged(seed)) for seed in range(start, start + 60)))
    found = project.problems()
    assert {problem.rule for problem in found} <= {"file-format", "unsearched-file"}
    assert sum(one.rule == "file-format" for one in found) < 60


def test_a_document_with_a_broken_stream_has_no_traceback(project: Project) -> None:
    """The archive's list is whole; only what is compressed cannot be unpacked."""
    content = odt(META)
    at = content.index(b"meta.xml") + len("meta.xml")
    spoiled = content[:at] + b"\xff" * 20 + content[at + 20 :]
    assert zipfile.ZipFile(io.BytesIO(spoiled)).namelist()[1] == "meta.xml"
    found = facts(project, ("forms/a.odt", spoiled), told="unsearched-file")
    assert found["forms/a.odt"].date is None


@pytest.mark.parametrize(
    "content",
    [b"PK", b"PK\x03\x04", odt(META)[:200], b"PK" + bytes(1000), b"PK\x05\x06" + bytes(18)],
)
def test_half_a_document_is_told(project: Project, content: bytes) -> None:
    """It would open nowhere."""
    assert only(project, ("forms/a.odt", content)).rule == "file-format"


def test_a_document_that_would_fill_the_memory_is_not_unpacked(project: Project) -> None:
    content = odt("<dc:date>2026-01-01</dc:date>" + " " * 50_000_000)
    assert len(content) < 100_000
    found = facts(project, ("forms/a.odt", content), told="unsearched-file")
    assert found["forms/a.odt"].date == dt.date(2026, 1, 1)


# -- what is told --------------------------------------------------------------------------------


def test_a_file_that_is_not_there_is_told_with_a_guess(project: Project) -> None:
    offer(project, ("forms/leter.odt", None))
    path = project.root / "content/forms/letter.odt"
    path.parent.mkdir()
    path.write_bytes(odt(META))
    problem = project.only_problem()
    assert place(problem) == (FORM_FILE, 6, 12, "missing-file")
    assert problem.zh == "找不到檔案 content/forms/leter.odt，是否為「forms/letter.odt」？"
    assert problem.en == (
        'There is no file content/forms/leter.odt; did you mean "forms/letter.odt"?'
    )


def test_a_file_that_nothing_resembles_is_told_without_a_guess(project: Project) -> None:
    problem = only(project, ("forms/letter.odt", None))
    assert place(problem) == (FORM_FILE, 6, 12, "missing-file")
    assert problem.zh == "找不到檔案 content/forms/letter.odt。"


def test_a_page_is_no_guess_for_a_file(project: Project) -> None:
    assert "是否" not in only(project, ("index.mda", None)).zh


def test_a_folder_is_no_file(project: Project) -> None:
    (project.root / "content/forms/letter.odt").mkdir(parents=True)
    assert only(project, ("forms/letter.odt", None)).rule == "missing-file"


@pytest.mark.parametrize(
    ("path", "content", "kind"),
    [
        ("a.odt", b"%PDF-1.7\n", "ODT"),
        ("a.ods", b"a,b\n", "ODS"),
        ("a.odp", b"\xd0\xcf\x11\xe0", "ODP"),
        ("a.pdf", odt(META), "PDF"),
        ("a.pdf", b"", "PDF"),
        ("a.csv", b"", "CSV"),
    ],
)
def test_a_renamed_or_empty_file_is_told(
    project: Project, path: str, content: bytes, kind: str
) -> None:
    problem = only(project, (path, content))
    assert place(problem) == (FORM_FILE, 6, 12, "file-format")
    assert f"{path} 的內容不是 {kind}" in problem.zh
    assert f"{path} is no {kind} file inside" in problem.en


def test_a_page_is_not_offered_as_a_file(project: Project) -> None:
    """Pages are converted: there is no `about/index.md` on the site."""
    offer(project, ("about/index.md", None))
    assert place(project.only_problem())[:3] == (FORM_FILE, 6, 12)


@pytest.mark.parametrize(
    ("path", "twin"),
    [("a.doc", "odt"), ("a.docx", "odt"), ("a.xls", "ods"), ("a.xlsx", "ods"), ("a.pptx", "odp")],
)
def test_a_file_of_an_office_suite_asks_for_an_open_twin(
    project: Project, path: str, twin: str
) -> None:
    content = odt(META) if path.endswith("x") else b"\xd0\xcf\x11\xe0"

    def problems() -> list[Problem]:
        return [one for one in project.problems() if one.rule != "unsearched-file"]

    offer(project, (path, content))
    (problem,) = problems()
    assert place(problem) == (FORM_FILE, 6, 12, "office-only")
    assert f"請再提供開放格式（{twin.upper()}），例如 a.{twin}。" in problem.zh
    assert f"offer the open format {twin.upper()} as well" in problem.en
    offer(project, (path, content), (f"a.{twin}", odt(META)))
    assert problems() == []


def test_a_pdf_is_no_open_twin_for_it_cannot_be_filled_in(project: Project) -> None:
    offer(project, ("a.docx", b"PK"), ("a.pdf", pdf()))
    assert place(project.only_problem()) == (FORM_FILE, 6, 12, "office-only")


def test_a_sheet_has_no_twin_in_a_text(project: Project) -> None:
    """Beside `a.docx` there is `a.odt`, but nobody can open `b.xlsx`."""
    offer(project, ("a.docx", b"PK"), ("a.odt", odt(META)), ("b.xlsx", b"PK"))
    problem = project.only_problem()
    assert place(problem) == (FORM_FILE, 8, 12, "office-only")
    assert "b.ods" in problem.zh


def test_the_files_of_a_report_are_looked_at_too(project: Project) -> None:
    project.write(
        "data/disclosure/inspections.yml",
        """
        id: inspections
        title: {zh: 視察報告, en: Inspection reports}
        classification: {theme: ["330"], cake: ["634"], service: [I00], disclosure: ["5"]}
        published: 2026-01-05
        files:
          - {path: reports/none.pdf}
        reports:
          - period: {zh: 第一季, en: First quarter}
            files: [{path: reports/one.docx}, {path: reports/two.pdf}]
        """,
    )
    folder = project.root / "content/reports"
    folder.mkdir()
    (folder / "one.docx").write_bytes(b"PK")
    assert sorted(place(one) for one in project.problems()) == [
        ("data/disclosure/inspections.yml", 6, 12, "missing-file"),
        ("data/disclosure/inspections.yml", 9, 20, "office-only"),
        ("data/disclosure/inspections.yml", 9, 46, "missing-file"),
    ]


def test_a_form_without_a_file_is_told(project: Project) -> None:
    project.write(FORM_FILE, FORM.replace("\n      - {path: forms/letter.odt}", " []"))
    assert place(project.only_problem()) == (FORM_FILE, 5, 8, "empty-list")


def test_two_records_may_offer_one_file(project: Project) -> None:
    offer(project, ("forms/letter.odt", odt(META)))
    words = FORM.replace("id: letter-form", "id: other-form")
    project.write("data/forms/other-form.yml", words)
    assert project.problems() == []


def test_the_facts_of_a_file_that_is_not_there_stop_the_build(project: Project) -> None:
    offer(project, ("forms/letter.odt", None))
    prepared = project.prepare()
    assert prepared.site is None
    assert rules(prepared.problems) == ["missing-file"]
