"""The browser reads a question as the build reads the texts.

`searching/words.py` and `assets/search/words.js` are two programs for one thing. Where they differ,
something that stands on a page is not found, and nobody is told.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable
from dataclasses import asdict
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from disclosure.searching.words import Normal, Vocabulary, tokens
from disclosure.site.search_documents import documents
from disclosure.site.voice import Site, Voice
from tests.browser.conftest import OpenPage
from tests.relevance.asking import questions
from tests.support.searching import BuiltIndex

TREES = {"zh": "", "en": "en/"}

#: What the browser makes of each text: form, canonical form, tokens of the two.
READ = """async ([texts, vocabulary]) => {
  const { Normal, tokens } = await import('/assets/search/words.js');
  const normal = new Normal(JSON.parse(vocabulary));
  return texts.map((text) => {
    const form = normal.form(text);
    const canonical = normal.canonical(form);
    return [form, canonical, tokens(form), tokens(canonical)];
  });
}"""

NASTY = (
    *(
        "",
        " ",
        "\n",
        "\u3000",
        "🙂",
        "👩\u200d👧 接見",
        "，。「」",
        "---",
        "_",
        "a_b",
        "'",
        "'s",
        "’s",
    ),
    *("constructor", "__proto__", "toString hasOwnProperty", "valueOf's", "null undefined NaN"),
    *("ＭｙＤａｔａ　１２３，４５６元", "㈱㋿㍿ ① ½ ﬁne", "Ⅷ x² ㎡", "ｶﾞｷﾞ", "(ABC)［ＤＥＦ］"),
    *("cafe\u0301s", "CAFÉS", "naïve façade", "Straße STRASSE ẞ", "İstanbul ıI", "ΑΣ ΑΣΑ", "ǅ"),
    *(
        "Thăm nuôi phạm nhân",
        "Tha\u0306m nuo\u0302i",
        "ĐƯỜNG",
        "đường",
        "한국어 조선",
        "ひらがな カタカナ漢字",
    ),
    *("𠮷野家", "a𠮷", "𠮷a接見", "\U00020bb7\U00020bb8", "臺台臺", "賬帳", "〇一二", "々〆"),
    *(
        "民國115年",
        "民國 115 年度",
        "5民國115年",
        "民國1115年",
        "1115年",
        "1 115年",
        "a115年",
        "115年111年",
    ),
    *(
        "80年 79年 199年 200年 10年",
        "115\n年",
        "115　年",
        "１１５年",
        "民國115",
        "115-03-05",
        "年115年",
    ),
    *("1,234,567", "1,23", "12,345,6", "1,000,000元", "a,123", "1,2345", "，1,000，", "1,234年"),
    *("inmates' inmate's inmate’s it's7 's", "don't can't", "'S", "O'Sullivan's", "s's's"),
    *(
        "visits visiting visited Visitations",
        "fines fined fining",
        "dies died dying",
        "ing ed ies s",
    ),
    *("co\u00adoperation", "zero\u200bwidth\u2060join\ufeffer", "收\u200b容人", "a\u200ds"),
    *(
        "xapp visit by phone",
        "app visit by phone",
        "bail money back",
        "unbail money back",
        "q&a Q＆A",
    ),
    *(
        "xfaqx faq",
        "video visits",
        "see my son's sons",
        "a" * 400,
        "接" * 400,
        "臺\u0301北",
        "\ud7a3",
    ),
    *(
        "odt檔案 PDF檔",
        "app會客APP 會客",
        "F-visiting-003",
        "fvisiting003",
        "MG123.4!@#$%^&*()[]{}\\|",
    ),
)
#: Pieces that touch each other in every way when they are drawn by lot.
PIECES = (
    *(
        "民國",
        "115",
        "99",
        "1",
        ",",
        "000",
        "年",
        " ",
        "  ",
        "'s",
        "’s",
        "s",
        "ing",
        "ed",
        "e",
        "x",
        "ies",
    ),
    *(
        "臺",
        "台",
        "賬",
        "\u200b",
        "\u0301",
        "é",
        "，",
        "𠮷",
        "接",
        "見",
        "🙂",
        "-",
        "_",
        "\n",
        "Ａ",
        "９",
    ),
)


@pytest.fixture(params=TREES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def index(demo_site: Path, language: str) -> BuiltIndex:
    return BuiltIndex(demo_site / TREES[language] / "search")


@pytest.fixture
def vocabulary(demo_records: Site, language: str) -> Vocabulary:
    return Vocabulary.of(demo_records.catalogue.search_words, language)


def differences(read: Any, normal: Normal, texts: list[str]) -> list[tuple[str, Any, Any]]:
    """Texts of which browser and build do not make the same."""
    assert len(read) == len(texts) > 0
    found = []
    for text, (form, canonical, *both) in zip(texts, read, strict=True):
        there = (form, canonical, *map(set, both))
        ours = normal.form(text)
        meant = normal.canonical(ours)
        here = (ours, meant, tokens(ours), tokens(meant))
        if here != there:
            found.append((text, here, there))
    return found


def as_read(vocabulary: Vocabulary) -> str:
    """A vocabulary as `index.json` has it."""
    return json.dumps(asdict(vocabulary))


def mixed(seed: int, pieces: Iterable[str], count: int) -> list[str]:
    """Texts in which pieces stand in any order."""
    draw, known = random.Random(seed), list(pieces)
    return ["".join(draw.choices(known, k=draw.randint(1, 12))) for _ in range(count)]


# -- the same of every text --------------------------------------------------------------------


def test_every_text_and_word_of_the_site_is_read_alike(
    open_page: OpenPage,
    address: str,
    demo_records: Site,
    language: str,
    index: BuiltIndex,
    vocabulary: Vocabulary,
) -> None:
    """Titles, texts, key words and questions; then each of their words alone."""
    texts = {cell for row in index.rows for cell in row}
    texts |= {word for one in documents(Voice(demo_records, language)) for word in one.keywords}
    texts |= {question.words for question in questions()}
    words = {word for text in texts for word in text.split()}
    words |= set(re.findall(r"\w+", "\n".join(texts)))
    every = sorted(texts | words)
    assert len(every) > 5000
    told = json.loads((index.folder / "index.json").read_text("utf-8"))
    expected = json.loads(as_read(vocabulary))
    assert {name: told[name] for name in expected} == expected
    with open_page(f"{address}/{TREES[language]}search/") as page:
        read = page.evaluate(READ, [every, as_read(vocabulary)])
    assert differences(read, Normal(vocabulary), every)[:5] == []


def test_odd_texts_are_read_alike(
    open_page: OpenPage, address: str, language: str, vocabulary: Vocabulary
) -> None:
    with open_page(f"{address}/{TREES[language]}search/") as page:
        read = page.evaluate(READ, [list(NASTY), as_read(vocabulary)])
    assert differences(read, Normal(vocabulary), list(NASTY)) == []


@pytest.mark.parametrize("seed", range(3))
def test_words_that_touch_are_read_alike(
    open_page: OpenPage, address: str, language: str, vocabulary: Vocabulary, seed: int
) -> None:
    """Synonyms within, beside and across each other, years, thousands, endings."""
    synonyms = [*vocabulary.synonyms, *vocabulary.synonyms.values(), *vocabulary.ignored]
    texts = mixed(seed, [*PIECES, *random.Random(seed).sample(synonyms, 40)], 4000)
    with open_page(f"{address}/{TREES[language]}search/") as page:
        read = page.evaluate(READ, [texts, as_read(vocabulary)])
    assert differences(read, Normal(vocabulary), texts)[:5] == []


def test_every_ending_is_read_alike(open_page: OpenPage, address: str) -> None:
    """Beginnings with and without a vowel, long and short, with one ending and with two."""
    starts = [
        "",
        "a",
        "x",
        "y",
        "ax",
        "by",
        "die",
        "tr",
        "fil",
        "stop",
        "bus",
        "clas",
        "wish",
        "fee",
    ]
    endings = ["", "s", "es", "e", "ed", "ing", "ies", "ied", "us", "is", "y", "p", "ss", "ch", "x"]
    every = sorted(map("".join, product(starts, endings, endings)))
    with open_page(f"{address}/search/") as page:
        read = page.evaluate(READ, [every, as_read(Vocabulary())])
    assert differences(read, Normal(Vocabulary()), every)[:5] == []


def test_odd_vocabularies_are_read_alike(open_page: OpenPage, address: str) -> None:
    """Words that mean something to JavaScript or to a pattern are words like any other."""
    odd = [
        "__proto__",
        "valueof",
        "q&a",
        "c++",
        "a.b",
        "[x]",
        "a|b",
        "(",
        "\\d",
        "$&",
    ]
    vocabulary = Vocabulary(
        variants={"臺": "台", "é": "e", "𠮷": "吉"},
        synonyms={one: f"use{number}" for number, one in enumerate(odd)}
        | {"x y": "接見", "接": "$1"},
        ignored=("constructor", "的", "^"),
    )
    texts = [*odd, *NASTY, *mixed(7, [*odd, *vocabulary.ignored, *PIECES, "x y"], 4000)]
    with open_page(f"{address}/search/") as page:
        read = page.evaluate(READ, [texts, as_read(vocabulary)])
        asked = page.evaluate(
            """async ([texts, vocabulary]) => {
              const { Normal } = await import('/assets/search/words.js');
              const normal = new Normal(JSON.parse(vocabulary));
              return texts.map((text) => normal.question(text).tokens);
            }""",
            [["Constructor visit", "valueOf"], as_read(vocabulary)],
        )
    assert differences(read, Normal(vocabulary), texts)[:5] == []
    assert asked == [["visit"], ["use1"]]
