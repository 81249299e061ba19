"""Words that a site does not use, and names that are translated in two ways."""

from __future__ import annotations

import pytest

from disclosure.checking.wording import Finder, Word, covered, mainland, simplified, simplified_in
from tests.support.site import ROOT
from tests.unit.builders import Project


def hits(words: str, *avoided: Word, han: bool = True) -> list[str]:
    return [hit.word for hit in Finder(avoided or mainland(), han=han).find(words)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("請看視頻或打印網頁", ["視頻", "打印"]),
        ("電視頻道的服務器材，隨文件夾帶", []),
        ("服務器在服務器材室", ["服務器"]),
        ("請下載軟體，列印影本", []),
        ("存在U盤裡", ["U盤"]),
    ],
)
def test_mainland_usage_is_found_but_not_within_other_words(words: str, found: list[str]) -> None:
    assert hits(words) == found


def test_whole_words_are_meant_in_other_languages() -> None:
    word = Word("Guard Section", "Guard Section Office")
    found = "The guard section is here."
    assert hits(found, word, han=False) == ["guard section"]
    assert hits("The Guard Section Office, guard sections", word, han=False) == []
    assert hits("it is IT", Word("IT", "computing"), han=False) == ["IT"]


def test_no_word_of_the_list_stands_within_its_own_cure() -> None:
    for word in mainland():
        assert word.word not in word.use
        assert all(word.word in longer for longer in word.not_in), word
        assert not any(simplified_in(word.word + word.use)), word
    assert len({word.word for word in mainland()}) == len(mainland()) > 50


def test_simplified_characters_are_told_with_the_traditional_ones() -> None:
    one, other = simplified_in("请看电话")
    assert (one.word, one.use, one.start) == ("请", "請", 0)
    assert (other.word, other.use) == ("电话", "電話")


def test_the_list_of_characters_holds_only_what_taiwan_does_not_write() -> None:
    known = simplified()
    assert len(known) > 2000
    assert not set(known) & set(known.values())
    # Both a simplified character and one of Taiwan's own.
    for character in "台里后干云只表面松系了征余准几丑谷斗占向家周致范郁制姜托克困舍升沖曲朱朴仇伙":
        assert character not in known, character
    for character in "国学会来书车门问题东马鸟鱼龙发现实说话这经济体网听离":
        assert character in known, character


@pytest.mark.parametrize(
    ("start", "longer", "is_covered"),
    [(2, ("甲乙丙丁",), True), (2, ("丙丁",), True), (2, ("甲乙",), False), (2, (), False)],
)
def test_a_word_may_stand_within_a_longer_one(
    start: int, longer: tuple[str, ...], is_covered: bool
) -> None:
    assert covered("甲乙丙丁戊", start, 2, longer) is is_covered


# -- the rules -----------------------------------------------------------------------------------


def told(project: Project) -> list[tuple[str, str, int]]:
    return [(one.rule, one.path, one.line) for one in project.problems()]


@pytest.fixture
def asked(project: Project) -> Project:
    """A project with a page of some lines in two languages."""
    head = 'classification: {theme: ["330"], cake: ["634"], service: [I00]}\npublished: 2026-01-05'
    project.write(
        "content/about/index.md", f"---\ntitle: 關於\n{head}\n---\n\n第一行\n\n請打電話。\n"
    )
    project.write("content/en/about/index.md", "---\ntitle: About\n---\n\nOne\n\nCall the unit.\n")
    assert told(project) == []
    return project


def test_the_line_of_a_word_is_told(asked: Project) -> None:
    asked.edit("content/about/index.md", "請打電話。", "請打电话或發短信，打印網頁。")
    assert told(asked) == [
        ("simplified-character", "content/about/index.md", 9),
        ("avoided-word", "content/about/index.md", 9),
    ]


def test_a_data_file_is_read_too_and_another_language_has_no_characters(asked: Project) -> None:
    asked.edit("data/units.yml", "zh: 戒護科", "zh: 戒护科")
    asked.edit("content/en/about/index.md", "Call the unit.", "打印")
    found = [row for row in told(asked) if row[0] in ("simplified-character", "avoided-word")]
    assert found == [("simplified-character", "data/units.yml", 2)]


GLOSSARY = """
    terms:
      - id: inmate
        term: {zh: 收容人, en: inmate}
        avoid: {zh: [犯人], en: [convict]}
        meaning: {zh: 被關的人。, en: A person held.}
    avoid:
      - words: {en: [the unit]}
        use: {en: the office}
"""


def test_the_glossary_adds_words_with_what_to_say_instead(asked: Project) -> None:
    asked.write("data/glossary.yml", GLOSSARY)
    asked.edit("content/about/index.md", "請打電話。", "犯人請打電話。")
    asked.edit("content/en/about/index.md", "One", "One Convict")
    assert sorted(told(asked)) == [
        ("avoided-word", "content/about/index.md", 9),
        ("avoided-word", "content/en/about/index.md", 5),
        ("avoided-word", "content/en/about/index.md", 7),
    ]


@pytest.mark.parametrize(("record", "is_told"), [("", False), ("about", False), ("home", True)])
def test_an_exception_holds_where_it_is_said_to(asked: Project, record: str, is_told: bool) -> None:
    asked.edit("content/about/index.md", "請打電話。", "《软件测试》一書說打印。")
    where = f", record: {record}" if record else ""
    asked.write(
        "data/glossary.yml",
        f"allow:\n  - {{words: 《软件测试》, reason: 書名{where}}}\n"
        f"  - {{words: 說打印, reason: 引文{where}}}\n",
    )
    assert bool(told(asked)) is is_told


def test_one_unit_has_one_name(asked: Project) -> None:
    asked.write(
        "data/faq.yml",
        """
        categories:
          - {id: visits, name: {zh: 戒護科, en: Security Section}}
        """,
    )
    found = [row for row in told(asked) if row[0] == "term-not-preferred"]
    assert found == [("term-not-preferred", "data/faq.yml", 2)]


def test_the_texts_of_real_documents_raise_no_false_alarm() -> None:
    """The demonstration's sources: plans and rules of five agencies, as they were published."""
    finder = Finder(mainland(), han=True)
    for path in [*ROOT.glob("data/**/*.yml"), *ROOT.glob("content/**/*.md")]:
        words = path.read_text("utf-8")
        assert not list(finder.find(words)), path
        assert not list(simplified_in(words)), path
