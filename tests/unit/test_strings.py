"""The words of the interface."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from disclosure.problems import Problem
from disclosure.reading.strings import Strings, read_strings
from disclosure.reading.yaml_reader import read_yaml
from disclosure.resources import translation_folder
from tests.unit.builders import LANGUAGES, Project, place, words

OWN = "data/translations/zh.yml"
FACTS = "language: {tag: vi, name: Tiếng Việt}\n"


def read(
    root: Path, own: dict[str, str], languages: tuple[str, ...] = LANGUAGES
) -> tuple[dict[str, Strings], list[Problem]]:
    folder = root / "data" / "translations"
    folder.mkdir(parents=True)
    for name, told in own.items():
        (folder / f"{name}.yml").write_text(dedent(told).lstrip("\n"), encoding="utf-8")
    return read_strings(folder, translation_folder(), root, languages)


def _all(language: str) -> dict[str, str]:
    path = translation_folder() / f"{language}.yml"
    document = read_yaml(path.read_text(encoding="utf-8"), path.name)
    assert isinstance(document.data, dict)
    found: dict[str, str] = document.data["words"]
    return found


def test_the_packaged_languages_have_the_same_words() -> None:
    assert set(_all("zh")) == set(_all("en"))
    assert "" not in _all("zh").values()
    assert "" not in _all("en").values()


def test_the_packaged_languages_fill_the_same_places() -> None:
    #: A month is said in years of the republic in one language and as ISO in the other.
    for key in set(_all("zh")) - {"changes_month", "deadline_month"}:
        zh, en = (
            set(re.findall(r"{(\w+)(?::[^{}]*\|[^{}]*)?}", _all(one)[key])) for one in LANGUAGES
        )
        assert zh == en, key


def test_words_are_looked_up_and_filled() -> None:
    zh = words()["zh"]
    assert zh["home"] == "首頁"
    assert zh.say("faq_count", count=3).count("3") == 1
    assert (zh.facts.tag, zh.facts.calendar, zh.facts.script) == ("zh-Hant-TW", "roc", "han")
    with pytest.raises(KeyError):
        zh["nothing"]


def test_a_site_may_overrule_a_word_and_a_fact(tmp_path: Path) -> None:
    own = "language: {tag: zh-TW, name: 華語, calendar: iso, script: han}\nwords: {home: 回首頁}\n"
    strings, problems = read(tmp_path, {"zh": own})
    assert problems == []
    assert strings["zh"]["home"] == "回首頁"
    assert strings["zh"]["units_title"] == words()["zh"]["units_title"]
    assert strings["zh"].facts.tag == "zh-TW"
    assert strings["en"]["home"] == "Home"


def test_blanks_at_the_ends_of_a_word_count(tmp_path: Path) -> None:
    strings, problems = read(tmp_path, {"en": 'words: {comma: " / "}\n'})
    assert problems == []
    assert strings["en"]["comma"] == " / "


def test_the_digest_tells_whether_a_word_or_a_fact_has_changed(tmp_path: Path) -> None:
    strings, _ = read(tmp_path, {"zh": "words: {home: 回首頁}\n"})
    assert strings["zh"].digest != words()["zh"].digest
    assert strings["en"].digest == words()["en"].digest


@pytest.mark.parametrize(
    ("own", "line", "column", "rule", "zh", "en"),
    [
        ("words: {hoem: 甲}\n", 0, 0, "translation-unknown", "是否為「home」？", 'mean "home"?'),
        ("words: {zzzz: 甲}\n", 0, 0, "translation-unknown", "沒有「zzzz」。", 'text "zzzz".'),
        ("word: {home: 甲}\n", 1, 1, "unknown-field", "是否為「words」？", 'mean "words"?'),
        ("words: {home: [甲]}\n", 1, 15, "wrong-type", "「home」要寫成一段文字", "must be text"),
        ("words: {home: 甲, home: 乙}\n", 1, 18, "duplicate-field", "寫了兩次", "stands twice"),
        ("language: {tag: vi}\n", 1, 11, "missing-field", "「name」", '"name"'),
    ],
)
def test_a_slip_in_a_translation_file_is_told(
    tmp_path: Path, own: str, line: int, column: int, rule: str, zh: str, en: str
) -> None:
    _, problems = read(tmp_path, {"zh": own})
    assert [place(problem) for problem in problems] == [(OWN, line, column, rule)]
    assert zh in problems[0].zh
    assert en in problems[0].en


@pytest.mark.parametrize(
    "own",
    [
        'title_form: "{titel}｜{site}"',
        'title_form: "{title"',
        'plans_intro: "共 {count 份"',
        'plans_intro: "100} 份"',
        'plans_intro: "{} 份"',
        'count: "（{1}）"',
        'count: "（{count}）"',
        'unit_note: "{0.x}"',
        'units_rest: "{count[0]}"',
        'units_rest: "{count:x y}"',
    ],
)
def test_a_place_that_cannot_be_filled_is_told(tmp_path: Path, own: str) -> None:
    """It would end the build with a traceback, on the first page that needs the word."""
    _, problems = read(tmp_path, {"zh": f"words:\n  home: 甲\n  {own}\n"})
    assert [problem.path for problem in problems] == [OWN]
    assert own.partition(":")[0] in problems[0].zh
    assert own.partition(":")[0] in problems[0].en


def test_a_language_without_a_file_is_told(tmp_path: Path) -> None:
    strings, problems = read(tmp_path, {}, ("zh", "vi"))
    assert set(strings) == {"zh"}
    assert [place(problem) for problem in problems] == [
        ("data/translations/vi.yml", 0, 0, "translation-file")
    ]
    assert "語言「vi」缺少翻譯檔" in problems[0].zh
    assert 'Language "vi" has no translation file' in problems[0].en


def test_all_words_that_a_new_language_lacks_are_told_at_once(tmp_path: Path) -> None:
    missing = ("home", "skip")
    told = "".join(
        f"  {key}: {value!r}\n" for key, value in _all("en").items() if key not in missing
    )
    strings, problems = read(tmp_path, {"vi": f"{FACTS}words:\n{told}"}, ("zh", "vi"))
    assert [place(problem) for problem in problems] == [
        ("data/translations/vi.yml", 0, 0, "translation-incomplete")
    ]
    assert problems[0].zh == "介面文字還缺 2 則：home、skip。"
    assert problems[0].en == "2 interface texts are missing: home, skip."
    assert strings["vi"].facts.script == "other"


def test_a_problem_of_the_words_stops_the_build_without_a_traceback(project: Project) -> None:
    project.write(OWN, "words: [\n")
    prepared = project.prepare()
    assert prepared.site is None
    assert [one.path for one in prepared.problems] == [OWN]


# -- numbers with their nouns --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 questions"), (1, "1 question"), (2, "2 questions"), (1000, "1000")]
)
def test_a_number_takes_the_form_of_its_noun(count: int, said: str) -> None:
    assert words()["en"].say("faq_count", count=count).startswith(said)
    assert words()["zh"].say("faq_count", count=count).startswith(f"{count} ")


def test_a_truth_value_is_no_number_with_a_noun(tmp_path: Path) -> None:
    strings, _ = read(tmp_path, {"en": 'words: {faq_count: "{count}"}\n'})
    assert strings["en"].say("faq_count", count=True) == "True"


def test_a_noun_behind_a_place_is_the_same_place(tmp_path: Path) -> None:
    """An agency's own file may leave the noun out, or use another."""
    own = 'words: {faq_count: "{count}", scheme_count: "{count:thing|things}", plans_intro: "x"}\n'
    strings, problems = read(tmp_path, {"zh": own, "en": own})
    assert problems == []
    for one in LANGUAGES:
        assert strings[one].say("faq_count", count=1) == "1"
        assert strings[one].say("scheme_count", count=1) == "1 thing"
        assert strings[one].say("scheme_count", count=3) == "3 things"


@pytest.mark.parametrize(
    "own",
    [
        'faq_count: "{number:question|questions}"',
        'faq_count: "{count:question}"',
        'faq_count: "{count:d}"',
        'faq_count: "{count:question|questions"',
        'faq_count: "{count!r:question|questions}"',
        'faq_count: "{count:{x}|questions}"',
        'title_form: "{title:one|many}"',
        'unit_note: "{0:one|many}"',
    ],
)
def test_a_noun_that_cannot_be_said_is_told(tmp_path: Path, own: str) -> None:
    """Only a number has a noun: anything else would end the build with a traceback."""
    _, problems = read(tmp_path, {"en": f"words:\n  home: a\n  {own}\n"})
    assert [problem.rule for problem in problems] == ["translation-places"]
