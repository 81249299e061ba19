"""`disclosure new`: records begun for an editor, without a terminal."""

from __future__ import annotations

import datetime as dt
import errno
import os
import re
from itertools import pairwise
from pathlib import Path

import pytest

from disclosure.cli import main
from disclosure.model.faq import Faq
from disclosure.model.placeholders import ANSWER
from disclosure.model.record import Record
from disclosure.problems import Problem
from disclosure.scaffold.beginning import Begun, begin, missing
from disclosure.scaffold.kinds import KINDS
from tests.unit.builders import FILES, Project, odt, place, rules

DAY = dt.date(2026, 11, 21)
FAQ = "content/faq/visits/book-a-visit.md"
NEW = "content/faq/visits/children-count.md"
ENGLISH = "content/en/faq/visits/children-count.md"
#: What is wanted of each kind, and no more.
LEAST = {
    "faq": {"category": "visits", "name": "children-count", "title": "孩子算一個人嗎？"},
    "service": {"name": "online-visit", "title": "線上接見", "units": "guard"},
    "plan": {"name": "plan-116", "title": "116 年度計畫", "agency": "model-prison", "year": "2027"},
    "form": {"name": "form-visit", "title": "接見申請書", "files": "forms/visit.odt"},
    "page": {"name": "about/contact", "title": "聯絡我們"},
}
#: The files of each kind, and the id of the record.
MADE = {
    "faq": ([NEW, ENGLISH], "children-count"),
    "service": (["data/services/online-visit.yml"], "online-visit"),
    "plan": (["data/plans/plan-116.yml"], "plan-116"),
    "form": (["data/forms/form-visit.yml"], "form-visit"),
    "page": (["content/about/contact.md", "content/en/about/contact.md"], "about-contact"),
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """With a form's file in place."""
    made = Project(tmp_path)
    (tmp_path / "content" / "forms").mkdir()
    (tmp_path / "content" / "forms" / "visit.odt").write_bytes(odt())
    return made


def attempt(project: Project, kind: str, **answers: str) -> Begun | list[Problem]:
    return begin(kind, project.settings(), {**LEAST[kind], **answers}, DAY)


def made(project: Project, kind: str = "faq", **answers: str) -> Begun:
    begun = attempt(project, kind, **answers)
    assert isinstance(begun, Begun), [str(one) for one in begun]
    return begun


def refused(project: Project, kind: str = "faq", **answers: str) -> Problem:
    before = tree(project.root)
    begun = attempt(project, kind, **answers)
    assert isinstance(begun, list)
    assert tree(project.root) == before
    (problem,) = begun
    return problem


def tree(root: Path) -> dict[str, bytes | None]:
    """Every file with what it holds, and every folder."""
    return {str(path): path.read_bytes() if path.is_file() else None for path in root.rglob("*")}


def read(project: Project, name: str = "children-count") -> Record:
    """The record as the site reads it, drafts included."""
    prepared = project.prepare(drafts=True)
    assert prepared.site is not None, [str(one) for one in prepared.problems]
    return prepared.site.catalogue.records[name]


def question(project: Project, name: str = "children-count") -> Faq:
    record = read(project, name)
    assert isinstance(record, Faq)
    return record


# -- every kind ----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_begun_is_a_draft_that_passes_the_check(project: Project, kind: str) -> None:
    before = set(tree(project.root))
    begun = made(project, kind)
    paths, name = MADE[kind]
    assert [path.relative_to(project.root).as_posix() for path in begun.paths] == paths
    new = {path for path in set(tree(project.root)) - before if Path(path).is_file()}
    assert new == {str(path) for path in begun.paths}
    assert project.problems() == []
    record = read(project, name)
    assert record.life == "draft"
    assert (record.published, record.updated, record.reviewed) == (DAY, DAY, DAY)
    assert record.title.root["zh"] == LEAST[kind]["title"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_comment_in_chinese(project: Project, kind: str) -> None:
    for path in made(project, kind).paths:
        lines = path.read_text(encoding="utf-8").split("\n---\n")[0].split("\n")
        for above, line in pairwise(lines):
            if re.match(r"[a-z_]+:", line):
                assert re.match(r"# .*([\u4e00-\u9fff]|untranslated|original)|.*publish", above), (
                    line
                )


@pytest.mark.parametrize("kind", KINDS)
def test_a_title_in_english_is_in_the_right_place(project: Project, kind: str) -> None:
    made(project, kind, **{"title.en": "An English title"})
    assert project.problems() == []
    assert read(project, MADE[kind][1]).title.root["en"] == "An English title"


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_written_is_told_when_it_is_published(project: Project, kind: str) -> None:
    main_file, *_ = made(project, kind).paths
    name = main_file.relative_to(project.root).as_posix()
    project.edit(name, "life: draft\n", "")
    assert set(rules(project.problems())) <= {"unfinished-text", "no-answer"}
    assert project.problems() != []


@pytest.mark.parametrize("kind", ["service", "plan", "form"])
def test_a_line_that_waits_for_english_becomes_english(project: Project, kind: str) -> None:
    """As the comment says: remove `# `, write behind the colon."""
    (path,) = made(project, kind).paths
    text = path.read_text(encoding="utf-8")
    assert re.search(r"^ +# en:$", text, re.MULTILINE)
    path.write_text(re.sub(r"^( +)# en:$", r"\1en: Words", text, flags=re.M), encoding="utf-8")
    assert project.problems() == []
    assert read(project, MADE[kind][1]).title.root["en"] == "Words"


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_overwritten(project: Project, kind: str) -> None:
    made(project, kind)
    problem = refused(project, kind)
    assert problem.rule == "duplicate-id"


@pytest.mark.parametrize("kind", ["faq", "page"])
def test_both_files_or_none(project: Project, kind: str) -> None:
    """A translation that is there already, of a page that is not, is left alone."""
    original, translation = MADE[kind][0]
    project.write(translation, "---\ntitle: Mine\n---\n")
    begun = attempt(project, kind)
    assert isinstance(begun, list)
    assert not (project.root / original).exists()
    assert (project.root / translation).read_text(encoding="utf-8") == "---\ntitle: Mine\n---\n"
    assert [one.path for one in begun] == [translation]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "name", ["", "Big", "under_score", "a b", "孩子", "-a", "a-", "../a", "a.md"]
)
def test_a_name_that_is_no_address_is_told(project: Project, kind: str, name: str) -> None:
    problem = refused(project, kind, name=name)
    assert problem.rule == "file-name"
    assert f"「{name}」會成為網址，只能用小寫英文字母、數字與連字號" in problem.zh
    assert f'"{name}" becomes part of an address' in problem.en


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_that_is_too_long_is_told_for_that(project: Project, kind: str) -> None:
    problem = refused(project, kind, name="a" * 81)
    assert problem.rule == "file-name"
    assert "有 81 個字，檔名（連同資料夾）最多 80 個字" in problem.zh
    assert "has 81 characters" in problem.en


def test_the_folders_of_a_page_count_too(project: Project) -> None:
    assert "最多 80 個字" in refused(project, "page", name=f"{'a' * 40}/{'b' * 40}").zh
    made(project, "page", name=f"{'a' * 40}/{'b' * 39}")


@pytest.mark.parametrize("kind", ["faq", "service", "plan", "form"])
def test_a_name_has_no_folders(project: Project, kind: str) -> None:
    assert refused(project, kind, name="a/b").rule == "file-name"


@pytest.mark.parametrize("kind", ["service", "faq", "page"])
def test_a_unit_that_is_not_there_is_told_with_those_that_are(project: Project, kind: str) -> None:
    problem = refused(project, kind, units="guard gard")
    assert (problem.path, problem.rule) == ("data/units.yml", "unknown-unit")
    assert problem.zh == "沒有「gard」這個科室（有：guard、secretary），是否為「guard」？"


@pytest.mark.parametrize("reason", [errno.ENOSPC, errno.EACCES, errno.EROFS])
@pytest.mark.parametrize("kind", ["faq", "page"])
def test_what_the_disk_refuses_leaves_nothing_behind(
    project: Project, kind: str, reason: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second file fails: the first is taken back, and the folders made for it."""
    real = Path.open

    def full(self: Path, mode: str = "r", *rest: object, **options: object) -> object:
        if mode == "x" and "en" in self.relative_to(project.root).parts:
            raise OSError(reason, os.strerror(reason))
        return real(self, mode, *rest, **options)  # type: ignore[call-overload]

    answers = {"page": {"name": "new/place"}, "faq": {"category": "money"}}[kind]
    project.edit(
        "data/faq.yml", "categories:\n", "categories:\n  - {id: money, name: {zh: 寄款}}\n"
    )
    monkeypatch.setattr(Path, "open", full)
    problem = refused(project, kind, **answers)
    assert problem.rule == "unwritable-file"
    assert os.strerror(reason) in problem.en


def test_whoever_stops_between_two_files_has_none(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    before = tree(project.root)
    monkeypatch.setattr("disclosure.scaffold.beginning.prepare", interrupted)
    with pytest.raises(KeyboardInterrupt):
        attempt(project, "page", name="new/place")
    assert tree(project.root) == before


def test_what_the_check_refuses_is_taken_back(project: Project) -> None:
    """No question knows that titles of data files hold no Markdown headings."""
    problem = refused(project, "service", title="# 線上接見")
    assert (problem.path, problem.rule) == ("data/services/online-visit.yml", "heading-in-text")


def test_a_damaged_agency_is_told_and_nothing_is_made(project: Project) -> None:
    project.write("data/agency.yml", "name: [\n")
    begun = attempt(project, "faq")
    assert isinstance(begun, list)
    assert "data/agency.yml" in {one.path for one in begun}
    assert not (project.root / NEW).exists()


def test_what_is_wanted_is_known_before_anything_is_asked() -> None:
    assert missing("plan", {"name": "x", "year": "2027"}) == ["title", "agency"]
    assert missing("faq", LEAST["faq"]) == []


# -- questions -----------------------------------------------------------------------------------


def test_a_question_has_the_next_number(project: Project) -> None:
    begun = made(project)
    assert begun.mark == "F-visits-002"
    assert (question(project).number, question(project).mark) == (2, begun.mark)
    assert question(project).review_months == 12


def test_units_and_codes_are_those_of_the_question_before(project: Project) -> None:
    made(project)
    mine, before = read(project), read(project, "book-a-visit")
    assert mine.units == before.units
    assert mine.classification == before.classification


def test_other_units_may_be_named(project: Project) -> None:
    made(project, units="secretary guard")
    assert [one.unit for one in read(project).units] == ["secretary", "guard"]


def test_the_latest_question_is_the_one_before(project: Project) -> None:
    words = FILES[FAQ].replace("number: 1", "number: 7").replace("[guard]", "[secretary]")
    project.write("content/faq/visits/seventh.md", words)
    assert made(project).mark == "F-visits-008"
    assert [one.unit for one in read(project).units] == ["secretary"]


def test_a_number_that_was_ever_given_is_not_given_again(project: Project) -> None:
    project.edit(FAQ, "number: 1\n", "number: 41\nlife: draft\n")
    assert made(project).mark == "F-visits-042"


def test_a_number_in_a_file_that_cannot_be_read_is_not_given_again(project: Project) -> None:
    """Somebody is at work on that file: its number comes back with its next saving."""
    words = FILES[FAQ].replace("number: 1", "number: 2").replace("published: 2026-01-05", "")
    project.write("content/faq/visits/half-done.md", words)
    assert made(project).mark == "F-visits-003"


def test_the_first_question_of_a_category_is_number_one(project: Project) -> None:
    project.edit(
        "data/faq.yml", "categories:\n", "categories:\n  - {id: money, name: {zh: 寄款}}\n"
    )
    assert made(project, category="money").mark == "F-money-001"
    assert (project.root / "content/faq/money/children-count.md").is_file()


def test_the_first_record_of_all_takes_the_codes_of_the_agency(project: Project) -> None:
    codes = 'classification: {theme: ["330"], cake: ["634"], service: [I00]}\n'
    project.edit("data/agency.yml", "name:", f"{codes}name:")
    made(project, "service")
    assert read(project, "online-visit").classification.cake == ("634",)


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
    made(project, title=title)
    assert project.problems() == []
    assert read(project).title.root["zh"] == " ".join(title.split())


@pytest.mark.parametrize("title", ['甲：乙 "丙"', "a: b # c", "true", "- 清單", "{x}", "~"])
@pytest.mark.parametrize("kind", ["service", "plan", "form"])
def test_so_does_one_in_a_data_file(project: Project, kind: str, title: str) -> None:
    made(project, kind, title=title, **{"title.en": title})
    assert read(project, MADE[kind][1]).title.root == {"zh": title, "en": title}


@pytest.mark.parametrize("title", ["", "  ", "甲\x7f乙", "甲\x07乙", "甲\udcff乙", "題" * 600])
def test_a_title_that_cannot_be_one_leaves_no_damaged_file_behind(
    project: Project, title: str
) -> None:
    """`disclosure new faq visits x ''`, or bytes that are no text: told, without a traceback."""
    before = tree(project.root)
    assert isinstance(attempt(project, "faq", title=title), list)
    assert tree(project.root) == before


def test_a_category_that_is_not_there_is_told_with_those_that_are(project: Project) -> None:
    problem = refused(project, category="vists")
    assert (problem.path, problem.rule) == ("data/faq.yml", "unknown-category")
    assert problem.zh == "沒有「vists」這個類別（有：visits），是否為「visits」？"
    assert problem.en == 'There is no category "vists"; did you mean "visits"?'


@pytest.mark.parametrize("category", ["", "..", "../about", "visits/", "en", "."])
def test_a_category_is_no_way_out_of_its_folder(project: Project, category: str) -> None:
    assert refused(project, category=category).rule == "unknown-category"


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


def test_an_id_that_a_record_had_before_is_taken(project: Project) -> None:
    project.edit(FAQ, "number: 1\n", "number: 1\nformer: [children-count]\n")
    assert FAQ in refused(project).zh


def test_a_file_that_is_there_is_never_overwritten(project: Project) -> None:
    """Not even one that the site cannot read."""
    project.write(NEW, "半成品\n")
    problem = refused(project)
    assert (problem.path, problem.rule) == (NEW, "duplicate-id")
    assert f"已由 {NEW} 使用" in problem.zh


def test_a_file_in_the_place_of_the_folder_has_no_traceback(project: Project) -> None:
    project.edit(
        "data/faq.yml", "categories:\n", "categories:\n  - {id: money, name: {zh: 寄款}}\n"
    )
    project.write("content/faq/money", "x\n")
    assert refused(project, category="money").path.startswith("content/faq/money")


# -- other kinds ---------------------------------------------------------------------------------


def test_services_are_numbered_on(project: Project) -> None:
    assert made(project, "service").mark == "S-001"
    assert made(project, "service", name="another").mark == "S-002"


def test_a_service_without_a_unit_is_not_begun(project: Project) -> None:
    assert refused(project, "service", units=" ").rule == "no-unit"


def test_a_plan_of_an_agency_that_is_not_registered_is_told(project: Project) -> None:
    assert refused(project, "plan", agency="modl-prison").rule == "unknown-agency"


@pytest.mark.parametrize("year", ["115", "next", "", "２０２７", "2027.5"])
def test_a_year_of_the_republic_is_told(project: Project, year: str) -> None:
    assert refused(project, "plan", year=year).rule == "out-of-range"


def test_a_form_without_its_file_is_told_where_to_put_it(project: Project) -> None:
    problem = refused(project, "form", files="forms/visits.odt")
    assert problem.rule == "missing-file"
    assert "請先把表單放到 content/forms/，是否為「forms/visit.odt」？" in problem.zh


def test_a_form_that_only_one_office_suite_opens_is_not_begun(project: Project) -> None:
    (project.root / "content/forms/visit.docx").write_bytes(odt())
    assert refused(project, "form", files="forms/visit.docx").rule == "office-only"


@pytest.mark.parametrize("name", ["faq/visits/x", "en/contact"])
def test_a_page_is_no_question_and_no_translation(project: Project, name: str) -> None:
    problem = refused(project, "page", name=name)
    assert problem.rule == "file-name"
    assert "那裡是常見問題或譯文" in problem.zh


@pytest.mark.parametrize(
    ("name", "address"),
    [
        *(("faq", "faq/"), ("plans", "plans/"), ("units/index", "units/"), ("changes", "changes/")),
        *(("search", "search/"), ("sitemap", "sitemap/"), ("browse/theme", "browse/theme/")),
        *(("id/contact", "id/contact/"), ("admin/index", "admin/"), ("assets/map", "assets/map/")),
        *(("plans/plan-115", "plans/plan-115/"), ("units/guard", "units/guard/")),
    ],
)
def test_a_page_at_an_address_of_the_site_is_not_begun(
    project: Project, name: str, address: str
) -> None:
    problem = refused(project, "page", name=name)
    assert problem.rule == "address-taken"
    assert f"網址 /{address} 由網站自己使用" in problem.zh


def test_pages_of_one_id_are_told(project: Project) -> None:
    """`about/index.md` and `about.md` would be the same record."""
    assert refused(project, "page", name="about").rule == "duplicate-id"


# -- drafts and translations ---------------------------------------------------------------------


def test_a_draft_is_not_on_the_site_until_its_line_is_removed(project: Project) -> None:
    made(project)
    prepared = project.prepare()
    assert prepared.site is not None
    assert "faq/visits/children-count/" not in {one.path for one in prepared.planned}
    project.edit(NEW, "life: draft\n", "")
    line = (project.root / NEW).read_text(encoding="utf-8").split("\n").index(ANSWER) + 1
    assert place(project.only_problem()) == (NEW, line, 0, "no-answer")
    project.edit(NEW, ANSWER, "算。")
    prepared = project.prepare()
    assert rules(prepared.problems) == []
    assert "faq/visits/children-count/" in {one.path for one in prepared.planned}


def test_a_translation_that_is_not_written_is_not_published_as_english(project: Project) -> None:
    made(project, **{"title.en": "Do children count?"})
    project.edit(NEW, "life: draft\n", "")
    project.edit(NEW, ANSWER, "算。")
    prepared = project.prepare()
    assert prepared.site is not None
    record = prepared.site.catalogue.records["children-count"]
    assert isinstance(record, Faq)
    assert set(record.title.root) == set(record.answer.root) == {"zh"}
    project.edit(ENGLISH, "life: draft\n", "")
    assert {(one.path, one.rule) for one in project.problems()} == {(ENGLISH, "unfinished-text")}
    project.edit(ENGLISH, "(To be written: the answer, its conclusion first)", "They do.")
    assert rules(project.problems()) == []
    assert question(project).answer.root == {"zh": "\n算。\n", "en": "\nThey do.\n"}


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


def test_the_command_says_what_it_made(here: Project, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["new", "faq", "visits", "children-count", "孩子", "算一個人嗎？"]
    assert main(arguments) == 0
    said = capsys.readouterr()
    assert said.out == (
        "已建立下列檔案，都是草稿：照 # 後面的說明填寫，寫好刪掉 life: draft 那一行就會公開。\n"
        "    Created as drafts: fill them in, then remove the line `life: draft`.\n"
        f"    {NEW} (F-visits-002)\n"
        f"    {ENGLISH}\n"
    )
    assert said.err == ""
    record = read(here)
    assert record.title.root["zh"] == "孩子 算一個人嗎？"
    assert record.published == dt.date(2026, 1, 2)


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["service", "online-visit", "線上接見", "--units", "guard", "--units", "secretary"], ""),
        (["plan", "plan-116", "計畫", "--agency", "model-prison", "--year", "2027"], ""),
        (["form", "form-visit", "接見", "申請書", "--file", "forms/visit.odt"], ""),
        (["page", "--in", "en", "Contact us", "about/contact", "聯絡"], "about-contact"),
    ],
)
def test_every_kind_can_be_begun_by_options(
    here: Project, capsys: pytest.CaptureFixture[str], arguments: list[str], name: str
) -> None:
    assert main(["new", *arguments]) == 0, capsys.readouterr().err
    assert here.problems() == []
    assert read(here, name or arguments[1]).life == "draft"


def test_the_command_tells_what_it_refuses_and_ends_with_one(
    here: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "faq", "vists", "children-count", "題目"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "data/faq.yml: 沒有「vists」這個類別" in said.err
    assert "[unknown-category]" in said.err
    assert not (here.root / NEW).exists()


@pytest.mark.parametrize(
    ("arguments", "lacking"),
    [
        (["faq"], "CATEGORY, NAME, TITLE"),
        (["faq", "visits", "x"], "TITLE"),
        (["service", "x", "題目"], "--units"),
        (["plan", "x", "題目"], "--agency, --year"),
        (["form", "x", "題目"], "--file"),
        (["page"], "NAME, TITLE"),
    ],
)
def test_without_a_terminal_it_says_what_is_missing(
    here: Project, capsys: pytest.CaptureFixture[str], arguments: list[str], lacking: str
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["new", *arguments])
    assert end.value.code == 2
    said = capsys.readouterr().err
    assert f"usage: disclosure new {arguments[0]}" in said
    assert f"請在後面寫上 {lacking}（這裡沒有終端機可以問）。\n" in said
    assert f"missing, and no terminal to ask at: {lacking}.\n" in said


def test_without_a_kind_it_says_which_there_are(
    here: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["new"])
    assert end.value.code == 2
    assert "{faq,service,plan,form,page}" in capsys.readouterr().err


def test_a_language_that_the_site_has_not_is_told(
    here: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["new", "page", "x", "題目", "--in", "vi", "Tiêu đề"])
    assert "--in vi: 可用的語言是 en" in capsys.readouterr().err
