"""`disclosure new faq`: a question begun for an editor."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from disclosure.cli import main
from disclosure.model.faq import Faq
from disclosure.problems import Problem
from disclosure.scaffold import NewFaq, new_faq
from tests.unit.builders import FILES, Project, place, rules

DAY = dt.date(2026, 11, 21)
FAQ = "content/faq/visits/book-a-visit.md"
NEW = "content/faq/visits/children-count.md"


def begin(
    project: Project,
    category: str = "visits",
    name: str = "children-count",
    title: str = "孩子算一個人嗎？",
) -> NewFaq:
    begun = new_faq(project.settings(), category, name, title, DAY)
    assert isinstance(begun, NewFaq), [str(one) for one in begun]
    return begun


def refused(project: Project, category: str = "visits", name: str = "children-count") -> Problem:
    before = files(project.root)
    begun = new_faq(project.settings(), category, name, "題目", DAY)
    assert isinstance(begun, list)
    assert files(project.root) == before
    (problem,) = begun
    return problem


def files(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def read(project: Project, name: str = "children-count") -> Faq:
    """The question as the site reads it, drafts included."""
    prepared = project.prepare(drafts=True)
    assert prepared.site is not None, [str(one) for one in prepared.problems]
    record = prepared.site.catalogue.records[name]
    assert isinstance(record, Faq)
    return record


def test_the_file_is_a_valid_draft_with_the_next_number_and_today(project: Project) -> None:
    begun = begin(project)
    assert begun == NewFaq(
        project.root / NEW,
        "F-visits-002",
        (project.root / "content/en/faq/visits/children-count.md",),
    )
    assert project.problems() == []
    made = read(project)
    assert (made.title.root, made.number, made.life) == ({"zh": "孩子算一個人嗎？"}, 2, "draft")
    assert made.mark == begun.mark
    assert (made.published, made.updated, made.reviewed) == (DAY, DAY, DAY)
    assert made.review_months == 12


def test_only_the_file_of_the_question_is_made(project: Project) -> None:
    before = files(project.root)
    begun = begin(project)
    assert set(files(project.root)) - set(before) == {str(begun.path)}
    assert not any(path.exists() for path in begun.translations)


def test_units_and_codes_are_those_of_the_question_before(project: Project) -> None:
    begin(project)
    made, before = read(project), read(project, "book-a-visit")
    assert made.units == before.units
    assert made.classification == before.classification


def test_the_latest_question_is_the_one_before(project: Project) -> None:
    words = FILES[FAQ].replace("number: 1", "number: 7").replace("[guard]", "[secretary]")
    project.write("content/faq/visits/seventh.md", words)
    assert begin(project).mark == "F-visits-008"
    assert [one.unit for one in read(project).units] == ["secretary"]


@pytest.mark.parametrize("life", ["draft", "withdrawn"])
def test_a_number_that_was_ever_given_is_not_given_again(project: Project, life: str) -> None:
    project.edit(FAQ, "number: 1\n", f"number: 41\nlife: {life}\n")
    assert begin(project).mark == "F-visits-042"


def test_a_number_in_a_file_that_cannot_be_read_is_not_given_again(project: Project) -> None:
    """Somebody is at work on that file: its number comes back with its next saving."""
    words = FILES[FAQ].replace("number: 1", "number: 2").replace("published: 2026-01-05", "")
    project.write("content/faq/visits/half-done.md", words)
    begun = new_faq(project.settings(), "visits", "children-count", "題目", DAY)
    if isinstance(begun, NewFaq):
        assert begun.mark == "F-visits-003"
    else:
        assert {one.path for one in begun} == {"content/faq/visits/half-done.md"}


def test_the_first_question_of_a_category_is_number_one(project: Project) -> None:
    project.edit(
        "data/faq.yml", "categories:\n", "categories:\n  - {id: money, name: {zh: 寄款}}\n"
    )
    assert begin(project, "money").mark == "F-money-001"
    assert (project.root / "content/faq/money/children-count.md").is_file()


def test_the_first_question_of_all_takes_the_codes_of_the_agency(project: Project) -> None:
    codes = 'classification: {theme: ["330"], cake: ["634"], service: [I00]}\n'
    project.edit("data/agency.yml", "name:", f"{codes}name:")
    project.edit(
        "data/faq.yml", "categories:\n", "categories:\n  - {id: money, name: {zh: 寄款}}\n"
    )
    begin(project, "money")
    assert read(project).classification.cake == ("634",)
    assert project.problems() == []


@pytest.mark.parametrize(
    "title",
    [
        "可以帶：嬰兒用品嗎？",
        "a: b",
        "[x] {y}",
        "- 清單",
        "# 不是註解",
        "甲 # 也不是",
        "'單引號'",
        '"雙引號"',
        "反斜線 \\ 與 \\n",
        "true",
        "2026-01-05",
        "5",
        "~",
        "!tag &anchor *alias",
        "%x @y `z",
        "---",
        "<b>粗</b>",
        "emoji 😀",
        "行一\n行二",
        "  前後　空白  ",
        "甲\u2028乙\u0085丙",
    ],
)
def test_a_title_of_any_words_stays_as_it_is(project: Project, title: str) -> None:
    begin(project, title=title)
    assert project.problems() == []
    assert read(project).title.root == {"zh": " ".join(title.split())}


@pytest.mark.parametrize("title", ["", "  ", "甲\x7f乙", "甲\x07乙", "甲\udcff乙", "題" * 600])
def test_a_title_that_cannot_be_one_leaves_no_damaged_file_behind(
    project: Project, title: str
) -> None:
    """`disclosure new faq visits x ''`, or bytes that are no text: told, without a traceback."""
    before = files(project.root)
    begun = new_faq(project.settings(), "visits", "children-count", title, DAY)
    if isinstance(begun, NewFaq):
        assert project.problems() == []
    else:
        assert files(project.root) == before


# -- what is refused -----------------------------------------------------------------------------


def test_a_category_that_is_not_there_is_told_with_those_that_are(project: Project) -> None:
    problem = refused(project, "vists")
    assert (problem.path, problem.rule) == ("data/faq.yml", "unknown-category")
    assert problem.zh == "沒有「vists」這個類別（有：visits），是否為「visits」？"
    assert problem.en == 'There is no category "vists"; did you mean "visits"?'


@pytest.mark.parametrize("category", ["", "..", "../about", "visits/", "en", "."])
def test_a_category_is_no_way_out_of_its_folder(project: Project, category: str) -> None:
    assert refused(project, category).rule == "unknown-category"


@pytest.mark.parametrize(
    "name",
    ["", "Children", "children_count", "children count", "孩子", "-a", "a-", "../a", "a/b", "a.md"],
)
def test_a_name_that_is_no_address_is_told(project: Project, name: str) -> None:
    problem = refused(project, name=name)
    assert problem.rule == "file-name"
    assert f"「{name}」會成為網址，只能用小寫英文字母、數字與連字號" in problem.zh
    assert f'"{name}" becomes part of an address' in problem.en


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("book-a-visit", FAQ),
        ("plan-115", "data/plans/plan-115.yml"),
        ("about", "content/about/index.md"),
    ],
)
def test_an_id_that_any_record_has_is_told_with_its_file(
    project: Project, name: str, taken: str
) -> None:
    problem = refused(project, name=name)
    assert problem.rule == "duplicate-id"
    assert problem.zh == f"識別碼「{name}」已由 {taken} 使用，請換一個。"
    assert problem.en == f'The id "{name}" is taken by {taken}: choose another.'


def test_a_file_that_is_there_is_never_overwritten(project: Project) -> None:
    """Not even one that the site cannot read."""
    project.write(NEW, "半成品\n")
    problem = refused(project)
    assert (problem.path, problem.rule) == (NEW, "duplicate-id")
    assert f"已由 {NEW} 使用" in problem.zh


def test_a_damaged_agency_is_told_and_nothing_is_made(project: Project) -> None:
    project.write("data/agency.yml", "name: [\n")
    begun = new_faq(project.settings(), "visits", "children-count", "題目", DAY)
    assert isinstance(begun, list)
    assert "data/agency.yml" in {one.path for one in begun}
    assert not (project.root / NEW).exists()


def test_a_file_in_the_place_of_the_folder_has_no_traceback(project: Project) -> None:
    project.edit(
        "data/faq.yml", "categories:\n", "categories:\n  - {id: money, name: {zh: 寄款}}\n"
    )
    project.write("content/faq/money", "x\n")
    assert refused(project, "money").path.startswith("content/faq/money")


# -- the command ---------------------------------------------------------------------------------

CONFIG = """
    site_name: 示範監獄
    docs_dir: content
    plugins:
      - disclosure
"""


@pytest.fixture
def here(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    project.write("mkdocs.yml", CONFIG)
    monkeypatch.chdir(project.root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767283200")
    return project


def test_the_command_says_what_it_made_and_where_translations_go(
    here: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "faq", "visits", "children-count", "孩子", "算一個人嗎？"]) == 0
    said = capsys.readouterr()
    assert said.out == (
        f"已建立 {NEW}（F-visits-002），請打開它寫答案；譯文放在：\n"
        f"    Created {NEW}: write the answer there. Translations go to:\n"
        "    content/en/faq/visits/children-count.md\n"
    )
    assert said.err == ""
    made = read(here)
    assert made.title.root == {"zh": "孩子 算一個人嗎？"}
    assert made.published == dt.date(2026, 1, 2)


def test_the_command_tells_what_it_refuses_and_ends_with_one(
    here: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "faq", "vists", "children-count", "題目"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "data/faq.yml: 沒有「vists」這個類別" in said.err
    assert "[unknown-category]" in said.err
    assert not (here.root / NEW).exists()


def test_the_command_run_twice_makes_one_file(
    here: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["new", "faq", "visits", "children-count", "題目"]
    assert main(arguments) == 0
    words = (here.root / NEW).read_bytes()
    assert main(arguments) == 1
    assert "[duplicate-id]" in capsys.readouterr().err
    assert (here.root / NEW).read_bytes() == words


@pytest.mark.parametrize("arguments", [["new"], ["new", "faq"], ["new", "faq", "visits", "x"]])
def test_a_command_without_its_words_says_what_it_wants(
    here: Project, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert "usage: disclosure new" in capsys.readouterr().err


def test_a_draft_is_not_on_the_site_until_its_line_is_removed(here: Project) -> None:
    begin(here)
    prepared = here.prepare()
    assert prepared.site is not None
    assert "faq/visits/children-count/" not in {one.path for one in prepared.planned}
    here.edit(NEW, "life: draft\n", "")
    answer = "（請把這一行換成答案，第一句先給結論。）"
    line = (here.root / NEW).read_text(encoding="utf-8").split("\n").index(answer) + 1
    assert place(here.only_problem()) == (NEW, line, 0, "no-answer")
    here.edit(NEW, answer, "算。")
    prepared = here.prepare()
    assert rules(prepared.problems) == []
    assert "faq/visits/children-count/" in {one.path for one in prepared.planned}
