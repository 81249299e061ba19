"""What counts as the same word."""

from __future__ import annotations

import random

import pytest

from disclosure.model.search_words import SearchWords
from disclosure.searching.stem import stem
from disclosure.searching.words import Normal, Vocabulary, alternation, tokens

WORDS = SearchWords.model_validate(
    {
        "variants": {"臺": "台", "賬": "帳"},
        "synonyms": {
            "zh": [
                {"use": "接見", "also": ["會客", "探監"]},
                {"use": "行動接見", "also": ["手機會客", "ＡＰＰ 會客"]},
                {"use": "常見問題", "also": ["q&a"]},
            ],
            "en": [
                {"use": "visit", "also": ["visitation"]},
                {"use": "parcel", "also": ["care package"]},
                {"use": "medicine", "also": ["Drugs"]},
                {"use": "family", "also": ["son"]},
            ],
        },
        "ignored": {"zh": ["請問"], "en": ["How", "the"]},
    }
)
ZH, EN = (Normal(Vocabulary.of(WORDS, language)) for language in ("zh", "en"))


def canonical(words: str, normal: Normal = ZH) -> str:
    return normal.canonical(normal.form(words))


# -- endings of English words ------------------------------------------------------------------


@pytest.mark.parametrize(
    "alike",
    [
        "visit visits visited visiting",
        "apply applies applied applying",
        "fine fines fined fining",
        "stop stops stopped stopping",
        "box boxes boxed boxing",
        "process processes processed processing",
        "wish wishes wished",
        "ax axes",
        "search searches searching",
        "release releases releasing released",
        "study studies studied",
    ],
)
def test_forms_of_a_word_are_alike(alike: str) -> None:
    assert len({stem(one) for one in alike.split()}) == 1


@pytest.mark.parametrize(
    "word",
    [
        *("as", "is", "us", "bus", "gas", "this", "status", "tennis", "address", "die"),
        *("sing", "ring", "bring", "string", "red", "shed", "need"),
        *("2026s", "café", "visits2", "VISITS", "接見", ""),
    ],
)
def test_what_only_looks_like_an_ending_stays(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize(
    "pair",
    [
        *("visit vision", "prison person", "fee feed", "bail bailiff", "law lawyer"),
        *("form former", "day daisy", "sentence sent", "office officer"),
    ],
)
def test_different_words_stay_apart(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


# -- one spelling ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＭｙＤａｔａ１２３", "mydata123"),
        ("PDF", "pdf"),
        ("臺東", "台東"),
        ("賬戶", "帳戶"),
        ("收\u200b容\ufeff人", "收容人"),
        ("co\u00adoperation", "cooperation"),
        ("cafe\u0301", "café"),
        ("the prosecutor's office", "the prosecutor office"),
        ("the prosecutor’s office", "the prosecutor office"),
        ("8,000 元", "8000 元"),
        ("1,234,567", "1234567"),
        ("１，０００", "1000"),
        ("㈱", "(株)"),
        ("Visiting hours", "visit hour"),
    ],
)
def test_spellings_of_the_same_are_made_equal(one: str, other: str) -> None:
    assert ZH.form(one) == ZH.form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,23", "123"),
        ("1,2345", "12345"),
        ("it's7", "it7"),
        ("接見", "會客"),
        ("115 年", "2026"),
    ],
)
def test_the_form_joins_nothing_else(one: str, other: str) -> None:
    assert ZH.form(one) != ZH.form(other)


# -- synonyms ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("會客時間", "接見時間"),
        ("我要探監", "我要接見"),
        ("手機會客", "行動接見"),  # the longest, not 手機接見
        ("app 會客", "行動接見"),
        ("APP會客", "app接見"),
        ("Q&A", "常見問題"),
        ("FAQ&A", "faq&a"),  # it begins in the middle of a word
        ("請問會客", "請問接見"),  # the texts keep what a question may leave out
    ],
)
def test_a_synonym_stands_for_the_word_of_the_texts(words: str, expected: str) -> None:
    assert canonical(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Visitation", "visit"),
        ("care packages", "parcel"),
        ("drug", "medicin"),
        ("my son's prison", "my family prison"),
        ("person, sonnet, reason", "person, sonnet, reason"),
        ("xdrug drugx 2drug", "xdrug drugx 2drug"),
        ("caf\u00e9son", "caf\u00e9family"),  # only Latin letters and digits make a word whole
    ],
)
def test_words_of_letters_are_taken_whole(words: str, expected: str) -> None:
    assert canonical(words, EN) == expected


def test_a_synonym_within_a_word_does_not_hide_the_next_one() -> None:
    normal = Normal(Vocabulary(synonyms={"app visit": "mobile", "visit by phon": "mobile"}))
    assert normal.canonical("xapp visit by phon") == "xapp mobile"


def test_nothing_is_replaced_where_there_are_no_synonyms() -> None:
    assert alternation([]) is alternation([""]) is None
    assert Normal(Vocabulary()).canonical("會客") == "會客"


def test_the_vocabulary_of_a_language_is_in_normal_form_and_in_order() -> None:
    assert Vocabulary.of(WORDS, "en") == Vocabulary(
        variants={"臺": "台", "賬": "帳"},
        synonyms={
            "car packag": "parcel",
            "drug": "medicin",
            "son": "family",
            "visitation": "visit",
        },
        ignored=("how", "the"),
        names={
            "car packag": "care package",
            "drug": "Drugs",
            "medicin": "medicine",
        },
    )
    assert list(Vocabulary.of(WORDS, "zh").synonyms) == sorted(Vocabulary.of(WORDS, "zh").synonyms)
    assert Vocabulary.of(WORDS, "zh").names == {"app 會客": "ＡＰＰ 會客"}
    assert Vocabulary.of(WORDS, "vi") == Vocabulary(variants={"臺": "台", "賬": "帳"})


def test_a_synonym_is_found_in_whatever_width_case_and_variant() -> None:
    words = SearchWords.model_validate(
        {"variants": {"臺": "台"}, "synonyms": {"zh": [{"use": "臺北", "also": ["臺 ＢＥＩ"]}]}}
    )
    normal = Normal(Vocabulary.of(words, "zh"))
    for written in ("臺 bei", "台 BEI", "台 ｂｅｉ"):
        assert canonical(written, normal) == "台北"


# -- years -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("115年", " 2026 "),
        ("115 年度", " 2026 度"),
        ("民國115年", " 2026 "),
        ("中華民國 115 年", "中華 2026 "),
        ("１１５年", " 2026 "),
        ("80年", " 1991 "),
        ("199 年", " 2110 "),
        ("5民國115年", "5 2026 "),
        ("115年111年", " 2026  2022 "),
        ("民國115", "民國115"),
        ("10 年以下", "10 年以下"),
        ("79年", "79年"),
        ("200 年", "200 年"),
        ("2026年", "2026年"),
        ("1115年", "1115年"),
        ("民國1115年", "民國1115年"),
        ("f115年", "f115年"),
    ],
)
def test_a_year_of_the_republic_is_the_western_one(words: str, expected: str) -> None:
    assert canonical(words) == expected


@pytest.mark.parametrize("text", ["115 年度計畫", "民國115年", "2026 年", "2026-03-05"])
@pytest.mark.parametrize("question", ["115年", "民國 115 年", "2026", "2026 年"])
def test_years_are_found_in_both_counts(text: str, question: str) -> None:
    asked = {one for one in tokens(canonical(question)) if one.isdigit()}
    assert asked == {"2026"}
    assert asked <= ZH.tokens(text)


# -- tokens ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("一般接見 2 visit", {"一般", "般接", "接見", "2", "visit"}),
        ("接見，接見", {"接見"}),
        ("藥", set()),
        ("odt檔案abc", {"odt", "檔案", "abc"}),
        ("f-visiting-003", {"f", "visiting", "003"}),
        ("snake_case", {"snake", "case"}),
        ("thăm nuôi", {"thăm", "nuôi"}),
        ("ひらがな漢字", {"ひらがな", "漢字"}),
        ("a\U00020bb7", {"a\U00020bb7"}),
        ("🙂 ，。「」 \n", set()),
        ("", set()),
    ],
)
def test_tokens_are_pairs_of_characters_and_words(form: str, expected: set[str]) -> None:
    assert tokens(form) == expected


def test_a_text_is_found_as_it_is_written_and_as_it_is_meant() -> None:
    found = ZH.tokens("會客時間")
    assert {"會客", "客時", "接見", "見時", "時間"} == found
    assert {"115", "2026"} <= ZH.tokens("115 年度")
    assert ZH.tokens("") == set()


@pytest.mark.parametrize("seed", range(20))
def test_every_part_of_a_chinese_text_has_its_tokens(seed: int) -> None:
    """Wherever it is cut: a synonym of which only a half is left is found as it is written."""
    draw = random.Random(seed)
    text = "".join(draw.choices("臺台賬帳監獄會客探接見收容人，。", k=60))
    have = ZH.tokens(text)
    for _ in range(50):
        start = draw.randrange(len(text) - 2)
        part = text[start : start + draw.randint(2, 12)]
        assert tokens(ZH.form(part)) <= have, part
