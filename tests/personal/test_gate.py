"""The gate: what looks like personal data stops the build, unless it is listed with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.checking import personal_data
from disclosure.cli import main
from disclosure.problems import Problem
from tests.personal import making
from tests.personal.making import exif, jpeg, numbered, pdf, pdf_text, xml, xmp_creator
from tests.personal.test_texts import wide
from tests.support.site import ROOT
from tests.unit.builders import Project

PLACE = (24, 59, 30)
ID = numbered("F12738465")
FAQ = "content/faq/visits/book-a-visit.md"
LIST = "data/personal-data.yml"
RULES = {
    *("national-id", "residence-number", "mobile-phone", "private-email", "licence-plate"),
    *("inmate-number", "picture-location", "document-author"),
}
#: Forty personal data: the rule, the file, and what is put into it.
IN_TEXT = [
    ("national-id", FAQ, numbered("A12345670")),
    ("national-id", FAQ, wide(numbered("B22345671"))),
    (
        "national-id",
        FAQ,
        "{} {} {}".format(*(numbered("C12345672")[a : a + 4] for a in (0, 4, 8))),
    ),
    ("national-id", FAQ, numbered("D29876543").lower()),
    ("national-id", "content/en/index.md", numbered("Z11111111")),
    ("national-id", "data/units.yml", "# " + "-".join(numbered("H12344556"))),
    ("national-id", "content/list.csv", f"某人,{numbered('T22334455')},1"),
    ("residence-number", FAQ, numbered("A80000001")),
    ("residence-number", "data/plans/plan-115.yml", f"# {numbered('F90765432')}"),
    ("residence-number", FAQ, numbered("AC1234567")),
    ("residence-number", "content/en/faq/visits/book-a-visit.md", numbered("HD0001112")),
    ("mobile-phone", FAQ, "0912-345-678"),
    ("mobile-phone", FAQ, "０９８７６５４３２１"),
    ("mobile-phone", "content/about/index.md", "+886-933-123-456"),
    ("mobile-phone", "data/agency.yml", "# 值勤 (0955)123456"),
    ("mobile-phone", "mkdocs.yml", "# 0966 777 888"),
    ("mobile-phone", "content/index.md", "<!-- 09-12341234 -->"),
    ("private-email", FAQ, "someone@gmail.com"),
    ("private-email", "content/about/index.md", "[信](mailto:Some.One@yahoo.com.tw)"),
    ("private-email", "content/index.md", "someone (at) hotmail (dot) com"),
    ("private-email", "data/faq.yml", "# a@gov.tw.example-mail.net"),
    ("licence-plate", FAQ, "駕駛 BKL-2357 前來"),
    ("licence-plate", FAQ, "車牌 1234-AB"),
    ("licence-plate", "content/en/index.md", "the car AB-1234"),
    ("inmate-number", FAQ, "收容人編號：1234"),
    ("inmate-number", "content/en/index.md", "inmate no. 2468"),
    ("inmate-number", "data/agencies.yml", "# 呼號 1357"),
]
IN_FILES: list[tuple[str, str, bytes]] = [
    ("picture-location", "content/images/gate.jpg", jpeg(exif(PLACE))),
    ("picture-location", "content/images/gate.png", making.png((b"eXIf", exif(PLACE, ">")))),
    ("picture-location", "content/images/gate.webp", making.webp(exif(PLACE))),
    ("picture-location", "content/images/gate.heic", making.heic(exif(PLACE))),
    ("document-author", "content/forms/a.pdf", pdf(b"<< /Author (Wang Xiaoming) >>")),
    ("document-author", "content/forms/b.pdf", pdf(b"/Author " + pdf_text("王小明"))),
    ("document-author", "content/forms/c.pdf", pdf(xmp_creator("王小明"))),
    (
        "document-author",
        "content/forms/d.pdf",
        pdf(making.packed(b"<< /Author (Wang Xiaoming) >>")),
    ),
    (
        "document-author",
        "content/forms/a.odt",
        making.archive(meta_xml=xml("<meta:initial-creator>王小明</meta:initial-creator>")),
    ),
    (
        "document-author",
        "content/forms/b.odt",
        making.archive(meta_xml=xml("<dc:creator>王小明</dc:creator>")),
    ),
    (
        "document-author",
        "content/forms/c.docx",
        making.archive(docProps__core_xml=xml("<cp:lastModifiedBy>王小明</cp:lastModifiedBy>")),
    ),
    (
        "national-id",
        "content/forms/d.odt",
        making.archive(content_xml=xml(f"<text:p>身分證 {ID}</text:p>")),
    ),
    (
        "picture-location",
        "content/forms/e.odt",
        making.archive(Pictures__a_jpg=jpeg(exif(PLACE))),
    ),
]


def add(project: Project, path: str, words: str) -> None:
    """Words at the end of a file."""
    file = project.root / path
    before = file.read_text("utf-8") if file.exists() else ""
    project.write(path, f"{before}{words}\n")


def add_bytes(project: Project, path: str, content: bytes) -> None:
    file = project.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def told(project: Project) -> list[Problem]:
    """Every problem of personal data."""
    return [one for one in project.problems() if one.rule in RULES | {"unused-exception"}]


def only(project: Project) -> Problem:
    (problem,) = told(project)
    return problem


def test_forty_planted_data_are_found_each_in_its_place(project: Project) -> None:
    project.write("mkdocs.yml", "site_name: 示範監獄\n")
    wanted = []
    for rule, path, words in IN_TEXT:
        add(project, path, words)
        wanted.append((path, (project.root / path).read_text("utf-8").count("\n"), rule))
    for rule, path, content in IN_FILES:
        add_bytes(project, path, content)
        wanted.append((path, 0, rule))
    assert len(wanted) == 40
    found = told(project)
    assert sorted((one.path, one.line, one.rule) for one in found) == sorted(wanted)
    assert {one.severity for one in found} == {"error"}


def test_there_is_none_in_the_demo_site(capsys: pytest.CaptureFixture[str]) -> None:
    main(["-C", str(ROOT), "check"])
    printed = capsys.readouterr()
    assert {f"[{rule}]" for rule in RULES if f"[{rule}]" in printed.err + printed.out} == set()


def test_there_is_none_in_the_small_site(project: Project) -> None:
    assert told(project) == []


def test_a_message_says_where_and_does_not_spread_the_number(project: Project) -> None:
    add(project, FAQ, f"請帶身分證 {ID} 來。")
    problem = only(project)
    lines = (project.root / FAQ).read_text("utf-8").split("\n")
    assert lines[problem.line - 1][problem.column - 1 :].startswith(ID)
    assert "F12*****5" in problem.zh
    assert ID not in str(problem)
    assert str(problem).startswith(f"{FAQ}:{problem.line}:7: 疑似國民身分證統一編號「F12")


@pytest.mark.parametrize(
    ("words", "secret"),
    [
        ("0912-345-678", "345"),
        ("someone@gmail.com", "omeone"),
        ("車牌 BKL-2357", "L-23"),
        ("呼號 2468", "468"),
    ],
)
def test_no_message_spreads_what_it_warns_of(project: Project, words: str, secret: str) -> None:
    add(project, FAQ, words)
    assert secret not in str(only(project))


def test_a_document_is_told_with_the_place_inside(project: Project) -> None:
    add_bytes(project, "content/a.pdf", pdf(b"<< /Author " + pdf_text("王小明") + b" >>"))
    problem = only(project)
    assert (problem.path, problem.line, problem.column) == ("content/a.pdf", 0, 0)
    assert "「王○○」（PDF 的作者）" in problem.zh
    assert '"王○○" (the PDF\'s author)' in problem.en


def test_the_agency_and_its_units_may_be_authors(project: Project) -> None:
    for number, name in enumerate(("示範監獄", "Model Prison", "戒護科", "示範監獄戒護科")):
        add_bytes(project, f"content/{number}.pdf", pdf(b"/Author " + pdf_text(name)))
    assert told(project) == []


@pytest.mark.parametrize(
    "mailbox",
    [
        "someone@mail.moj.gov.tw",
        "a@prison.example.gov.tw",
        "a@somewhere.example",
        "a@example.org",
        "a@visits.example.foundation",
        "a@example.foundation",
    ],
)
def test_mailboxes_of_agencies_and_of_the_site_are_public(project: Project, mailbox: str) -> None:
    add(project, FAQ, mailbox)
    problems = project.problems(site_url="https://www.example.foundation/")
    assert [one for one in problems if one.rule in RULES] == []


def test_the_agency_s_own_mailbox_is_public_but_not_all_of_its_provider(project: Project) -> None:
    add(project, "data/agency.yml", "email: model.prison@gmail.com")
    add(project, FAQ, "Model.Prison@gmail.com")
    assert told(project) == []
    add(project, FAQ, "other@gmail.com")
    assert only(project).rule == "private-email"


def test_the_name_of_a_file_is_searched(project: Project) -> None:
    add_bytes(project, f"content/forms/{ID.lower()}.pdf", pdf())
    problem = only(project)
    assert (problem.rule, problem.line) == ("national-id", 0)
    assert "（檔名）" in problem.zh


def test_copies_that_editors_leave_behind_are_searched_but_hidden_files_are_not(
    project: Project,
) -> None:
    add(project, "content/images/notes.txt~", "0912-345-678")
    add(project, "content/.notes", "0912-345-679")
    assert only(project).path == "content/images/notes.txt~"


# -- exceptions ----------------------------------------------------------------------------------


def test_a_public_value_is_public_everywhere(project: Project) -> None:
    project.write(
        LIST,
        """
        exceptions:
          - {kind: mobile, value: 0912-345-678, reason: 值勤電話，貼在大門口}
          - {kind: email, value: Help@Foundation.org, reason: 合作基金會的服務信箱}
          - {kind: author, value: 王 小明, reason: 繪本作者，同意具名}
          - {kind: plate, value: BKL-2357, reason: 行動服務車}
        """,
    )
    add(project, FAQ, "（０９１２）345678、+886 912 345 678、help@foundation.org、車牌 BKL2357")
    add_bytes(project, "content/a.pdf", pdf(b"/Author " + pdf_text("王 小明")))
    assert told(project) == []
    add(project, FAQ, "0912-345-679")
    assert only(project).rule == "mobile-phone"


def test_anything_else_is_public_where_it_is_listed_as_the_message_masks_it(
    project: Project,
) -> None:
    add(project, FAQ, f"範例 {ID}")
    masked = f"F12*****{ID[-2:]}"
    project.write(
        LIST,
        f"""
        exceptions:
          - {{kind: id, masked: "{masked}", files: [{FAQ}], reason: 內政部的樣本}}
        """,
    )
    assert told(project) == []
    add(project, "content/index.md", ID)
    assert only(project).path == "content/index.md"


def test_a_value_with_files_is_public_there_only(project: Project) -> None:
    listed = f"{{kind: mobile, value: 0912-345678, files: [{FAQ}], reason: 值勤}}"
    project.write(LIST, f"exceptions:\n  - {listed}\n")
    add(project, FAQ, "0912-345-678")
    assert told(project) == []
    add(project, "content/index.md", "0912-345-678")
    assert only(project).path == "content/index.md"


def test_a_domain_is_public_with_all_its_mailboxes(project: Project) -> None:
    project.write(LIST, "domains:\n  - {domain: foundation.org, reason: 合作的基金會}\n")
    add(project, FAQ, "a@foundation.org、b@mail.foundation.org")
    assert told(project) == []
    add(project, FAQ, "c@notfoundation.org")
    assert only(project).rule == "private-email"


def test_an_exception_that_nothing_needs_is_a_reminder(project: Project) -> None:
    project.write(
        LIST,
        f"""
        domains:
          - {{domain: foundation.org, reason: 合作}}
        exceptions:
          - {{kind: mobile, value: 0912-345-678, reason: 值勤}}
          - {{kind: plate, value: BKL-2357, files: [{FAQ}, content/index.md], reason: 服務車}}
        """,
    )
    add(project, FAQ, "車牌 BKL-2357")
    found = told(project)
    assert {one.severity for one in found} == {"warning"}
    assert [(one.line, one.rule) for one in found] == [
        (2, "unused-exception"),
        (4, "unused-exception"),
        (5, "unused-exception"),
    ]
    assert "content/index.md 裡沒有這個車牌號碼" in found[-1].zh


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ("kind: mobile", "value"),
        ("kind: mobile, value: 0912-345-678, masked: 0912***678, files: [a.md]", "擇一"),
        (f"kind: id, value: {ID}", "masked"),
        ('kind: mobile, masked: "0912***678"', "files"),
    ],
)
def test_an_unclear_exception_is_told(project: Project, fields: str, words: str) -> None:
    project.write(LIST, f"exceptions:\n  - {{{fields}, reason: 原因}}\n")
    (problem,) = (one for one in project.problems() if one.rule == "unclear-exception")
    assert (problem.path, problem.line) == (LIST, 2)
    assert words in problem.zh


@pytest.mark.parametrize("domain", ["com.tw", "org.tw", "gmail.com", "msa.hinet.net"])
def test_a_domain_of_anybody_is_no_exception(project: Project, domain: str) -> None:
    project.write(LIST, f"domains:\n  - {{domain: {domain}, reason: 合作}}\n")
    add(project, FAQ, f"a@{domain}、b@mail.{domain}")
    problem = project.only_problem()
    assert (problem.path, problem.line, problem.rule) == (LIST, 2, "domain-of-anybody")
    assert problem.severity == "error"


def test_a_masked_exception_covers_no_stranger(project: Project) -> None:
    listed = f'{{kind: email, masked: "j***@gmail.com", files: [{FAQ}], reason: 志工}}'
    project.write(LIST, f"exceptions:\n  - {listed}\n")
    add(project, FAQ, "joe@gmail.com、Joe@gmail.com")
    assert project.problems() == []
    add(project, FAQ, "jim@gmail.com")
    problem = project.only_problem()
    assert (problem.path, problem.line, problem.rule) == (LIST, 2, "unclear-exception")
    assert "2 個不同的" in problem.zh
    assert "jim" not in str(problem)


def test_an_exception_needs_a_reason(project: Project) -> None:
    project.write(LIST, "exceptions:\n  - {kind: mobile, value: 0912-345-678}\n")
    add(project, FAQ, "0912-345-678")
    # The list cannot be read, so nothing is an exception: that alone is told.
    assert [one.rule for one in project.problems()] == ["missing-field"]


def test_the_list_is_searched_itself(project: Project) -> None:
    project.write(
        LIST, f"exceptions:\n  - {{kind: mobile, value: 0912-345-678, reason: {ID} 的電話}}\n"
    )
    add(project, FAQ, "0912-345-678")
    assert (only(project).path, only(project).rule) == (LIST, "national-id")


def test_a_file_that_cannot_be_searched_is_a_reminder(project: Project) -> None:
    add_bytes(project, "content/old.doc", b"\xd0\xcf\x11\xe0" + bytes(100))
    problem = project.only_problem()
    assert (problem.path, problem.rule, problem.severity) == (
        "content/old.doc",
        "unsearched-file",
        "warning",
    )


def test_a_file_that_would_fill_the_memory_is_a_reminder(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_bytes(project, "content/film.mp4", bytes(20_000))
    assert project.problems() == []
    monkeypatch.setattr(personal_data, "_LARGEST", 19_999)
    assert (project.only_problem().path, project.only_problem().rule) == (
        "content/film.mp4",
        "unsearched-file",
    )


def test_a_folder_of_another_name_is_searched_too(tmp_path: Path) -> None:
    project = Project(tmp_path)
    (tmp_path / "content").rename(tmp_path / "pages")
    add(project, "pages/index.md", "0912-345-678")
    found = [one for one in project.problems(content="pages") if one.rule in RULES]
    assert [one.path for one in found] == ["pages/index.md"]
