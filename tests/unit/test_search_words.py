"""`search.yml`: its file, and that every word of it means one thing."""

from __future__ import annotations

import pytest

from disclosure.checking import search_words
from disclosure.checking.rules import RULES
from tests.unit.builders import Project, place, spot

FILE = "data/search.yml"
WORDS = """
    variants: {臺: 台, 賬: 帳}
    synonyms:
      zh:
        - {use: 接見, also: [會客, 探監]}
        - {use: 寄錢, also: [匯款]}
      en:
        - {use: visit, also: [visitation]}
        - {use: visit, also: [see him]}
    ignored:
      zh: [請問]
      en: [how]
"""


def changed(project: Project, old: str, new: str) -> None:
    assert WORDS.count(old) == 1
    project.write(FILE, WORDS.replace(old, new))


def test_a_site_without_the_file_has_no_such_words(project: Project) -> None:
    prepared = project.prepare()
    assert prepared.site is not None
    assert prepared.site.catalogue.search_words.model_dump() == {
        "variants": {},
        "synonyms": {},
        "ignored": {},
    }


def test_the_words_are_read(project: Project) -> None:
    project.write(FILE, WORDS)
    prepared = project.prepare()
    assert prepared.problems == []
    assert prepared.site is not None
    read = prepared.site.catalogue.search_words
    assert read.variants == {"臺": "台", "賬": "帳"}
    assert [(one.use, one.also) for one in read.synonyms["zh"]] == [
        ("接見", ("會客", "探監")),
        ("寄錢", ("匯款",)),
    ]
    assert read.ignored == {"zh": ("請問",), "en": ("how",)}


def test_every_rule_is_asked() -> None:
    assert set(search_words.RULES) <= set(RULES)
    assert len(search_words.RULES) == 3


# -- every word means one thing ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # Twice for the same word is no fault, nor is the same word in two languages.
        ("[匯款]", "[匯款, 匯 款, 匯款]"),
        ("[see him]", "[see him, visitation, Visitation]"),
        ("[see him]", "[see him, 會客]"),
        # A part of a word is another word.
        ("[匯款]", "[匯款, 手機會客, 會, 接見室]"),
        ("zh: [請問]", "zh: [請問, 請, 請問]"),
        ("zh: [請問]", "zh: [請問, visit, 匯]"),
        ("賬: 帳}", "賬: 帳, 裏: 裡, 着: 台}"),
        ("    variants: {臺: 台, 賬: 帳}\n", ""),
        ("    ignored:\n      zh: [請問]\n      en: [how]\n", ""),
    ],
)
def test_what_means_one_thing_is_fine(project: Project, old: str, new: str) -> None:
    changed(project, old, new)
    assert project.problems() == []


@pytest.mark.parametrize(
    ("old", "new", "where", "zh", "en"),
    [
        ("[匯款]", "[匯款, 會客]", (5, 28), "「會客」已經歸到「接見」", '"會客" belongs to "接見"'),
        (
            "[see him]}",
            "[see him]}\n        - {use: meet, also: [a, VISITATIONS]}",
            (9, 29),
            "「VISITATIONS」已經歸到「visit」",
            '"VISITATIONS" belongs to "visit"',
        ),
    ],
)
def test_a_word_that_stands_for_two_is_told(
    project: Project, old: str, new: str, where: tuple[int, int], zh: str, en: str
) -> None:
    changed(project, old, new)
    problem = project.only_problem()
    assert place(problem) == (FILE, *where, "duplicate-synonym")
    assert zh in problem.zh
    assert en in problem.en


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("[匯款]", "[匯款, 接見]", (5, 28)),
        ("[匯款]", "[寄錢]", (5, 24)),
        ("[visitation]", "[visitation, Visits]", (7, 39)),
        ("[匯款]", "[匯款, 接\u00ad見]", (5, 28)),
        ("賬: 帳}", "賬: 帳, 接: 撫}", None),
    ],
)
def test_a_word_that_is_the_word_of_a_group_is_told(
    project: Project, old: str, new: str, where: tuple[int, int] | None
) -> None:
    changed(project, old, new)
    if where is None:  # only a spelling of a character: nothing stands for itself
        assert project.problems() == []
        return
    problem = project.only_problem()
    assert place(problem) == (FILE, *where, "synonym-of-itself")
    assert "請把兩組合成一組" in problem.zh
    assert "join the two groups" in problem.en


def test_a_word_that_differs_in_a_variant_only_is_told(project: Project) -> None:
    changed(project, "[匯款]", "[匯款, 臺幣]}\n        - {use: 台幣, also: [新臺幣]")
    problem = project.only_problem()
    assert place(problem) == (FILE, 5, 28, "synonym-of-itself")
    assert "「臺幣」" in problem.zh


@pytest.mark.parametrize(
    ("new", "told"),
    [
        ("臺: 台, 台: 坮}", [((1, 15), "請直接寫「臺: 坮」", 'write "臺: 坮"')]),
        (
            "臺: 台, 台: 坮, 坮: 枱}",
            [
                ((1, 15), "請直接寫「臺: 枱」", 'write "臺: 枱"'),
                ((1, 21), "請直接寫「台: 枱」", 'write "台: 枱"'),
            ],
        ),
        ("台: 台}", [((1, 15), "只留一個方向", "in a circle")]),
        (
            "臺: 台, 台: 臺}",
            [((1, 15), "只留一個方向", "in a circle"), ((1, 21), "只留一個方向", "in a circle")],
        ),
    ],
)
def test_characters_that_lead_on_are_told_with_what_to_write(
    project: Project, new: str, told: list[tuple[tuple[int, int], str, str]]
) -> None:
    changed(project, "臺: 台, 賬: 帳}", new)
    found = project.problems()
    assert [place(one) for one in found] == [(FILE, *at, "variant-chain") for at, *_ in told]
    for problem, (_, zh, en) in zip(found, told, strict=True):
        assert zh in problem.zh
        assert en in problem.en


@pytest.mark.parametrize(
    ("old", "new", "where", "word"),
    [
        ("zh: [請問]", "zh: [請問, 會客]", (10, 12), "會客"),
        ("zh: [請問]", "zh: [接見]", (10, 8), "接見"),
        ("en: [how]", "en: [how, Visits]", (11, 13), "Visits"),
        ("en: [how]", "en: [how, ＶＩＳＩＴＡＴＩＯＮ]", (11, 13), "ＶＩＳＩＴＡＴＩＯＮ"),
    ],
)
def test_a_word_that_is_skipped_and_looked_for_is_told(
    project: Project, old: str, new: str, where: tuple[int, int], word: str
) -> None:
    changed(project, old, new)
    problem = project.only_problem()
    assert place(problem) == (FILE, *where, "ignored-synonym")
    assert f"「{word}」" in problem.zh
    assert f'"{word}"' in problem.en


def test_all_faults_are_told_at_once(project: Project) -> None:
    project.write(
        FILE,
        WORDS.replace("[匯款]", "[會客, 接見]")
        .replace("賬: 帳}", "賬: 帳, 帳: 脹}")
        .replace("[請問]", "[探監]"),
    )
    assert [(one.line, one.rule) for one in project.problems()] == [
        (5, "duplicate-synonym"),
        (5, "synonym-of-itself"),
        (1, "variant-chain"),
        (10, "ignored-synonym"),
    ]


# -- a file that cannot be read ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "where", "zh"),
    [
        ("variants:", "variant:", (1, 1, "unknown-field"), "是否為「variants」"),
        ("use: 接見", "uze: 接見", (4, 8, "unknown-field"), "是否為「use」"),
        ("[匯款]", "[匯款], others: [x]", (5, 29, "unknown-field"), "可用的欄位：use、also。"),
        ("use: 寄錢, ", "", (5, 7, "missing-field"), "缺少必要的欄位「use」"),
        ("also: [匯款]", "also: 匯款", (5, 23, "wrong-type"), "「also」要寫成清單"),
        ("also: [匯款]", "also: []", (5, 23, "empty-list"), "「also」至少要有 1 項"),
        ("[會客, 探監]", "[會客, '']", (4, 28, "empty-text"), "「also 第 2 項」是空的"),
        ("[會客, 探監]", "[會客, {a: b}]", (4, 28, "wrong-type"), "要寫成一段文字"),
        ("{use: 寄錢, also: [匯款]}", "寄錢", (5, 7, "wrong-type"), "底下要有自己的欄位"),
        ("      en:\n        - {use: visit, also: [visitation]}", "      eng:\n        - "
         "{use: visit, also: [visitation]}", (3, 3, "unknown-language"), "是否為「en」"),
        ("en: [how]", "eng: [how]", (10, 3, "unknown-language"), "是否為「en」"),
        ("zh: [請問]", "zh: 請問", (10, 7, "wrong-type"), "「zh」要寫成清單"),
        ("臺: 台", "臺灣: 台", (1, 12, "too-long"), "「臺灣」太長，最多 1 個字"),
        ("臺: 台", "臺: 台灣", (1, 15, "too-long"), "「臺」太長，最多 1 個字"),
        ("{臺: 台, 賬: 帳}", "[臺, 台]", (1, 11, "wrong-type"), "「variants」底下要有自己的欄位"),
        ("臺: 台", "臺: ", (1, 12, "yaml-comma"), "「臺」沒有值"),
    ],
)  # fmt: skip
def test_faults_of_the_file_are_told(
    project: Project, old: str, new: str, where: tuple[int, int, str], zh: str
) -> None:
    changed(project, old, new)
    problem = project.only_problem()
    assert problem.path == FILE
    assert spot(problem) == where
    assert zh in problem.zh
    assert "[key]" not in problem.zh + problem.en
