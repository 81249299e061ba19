"""What stands in a text is found, in the file where it was put, and is marked."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from string import ascii_lowercase, digits

import pytest

from disclosure.searching.index import shard_of
from disclosure.searching.words import HAN
from tests.browser.conftest import OpenPage
from tests.support.searching import BuiltIndex
from tests.support.site import TREES

#: The parts of texts that the whole search does not find, with how many results it has.
MISSED = """async (asked) => {
  const { Index } = await import('/assets/search/index.js');
  const { rank } = await import('/assets/search/ranking.js');
  const { Normal } = await import('/assets/search/words.js');
  const index = await Index.open();
  const normal = new Normal(index);
  const missed = [];
  for (const [number, words] of asked) {
    const { documents } = await rank(index, normal.question(words));
    if (!documents.includes(number)) missed.push([words, number, documents.length]);
  }
  return missed;
}"""


def tokens_of(folder: Path) -> set[str]:
    """Every word of an index."""
    found = (json.loads(one.read_text("utf-8")) for one in folder.glob("words/*.json"))
    return {word for words in found for word in words}


@pytest.mark.parametrize("shards", [1, 7, 64, 999])
def test_a_word_is_looked_up_where_it_was_put(
    open_page: OpenPage, address: str, demo_site: Path, shards: int
) -> None:
    words = set().union(*(tokens_of(demo_site / tree / "search") for tree in TREES))
    every = sorted(words | {"a", "9", "a𠮷", "𠮷", "𠮷野", "é", "éa", "接", "ひら", "\ufffd"})
    with open_page(f"{address}/search/") as page:
        found = page.evaluate(
            """async ([every, shards]) => {
              const { Index } = await import('/assets/search/index.js');
              const index = new Index({ shards, codes: [] });
              return every.map((one) => index.shardOf(one));
            }""",
            [every, shards],
        )
    there = dict(zip(every, found, strict=True))
    assert there == {one: shard_of(one, shards) for one in every}


@pytest.mark.parametrize("words", ["aaaa", "xyzzyqq", "aaaa 接見書", "qqqq 火星"])
def test_an_unknown_word_is_not_taken_to_pieces(
    open_page: OpenPage, address: str, words: str
) -> None:
    """Only Chinese characters are looked for apart, where no two of them stand together."""
    with open_page(f"{address}/search/") as page:
        pieces = page.evaluate(
            """async (words) => {
              const { Index } = await import('/assets/search/index.js');
              const { rank } = await import('/assets/search/ranking.js');
              const { Normal } = await import('/assets/search/words.js');
              const index = await Index.open();
              const asked = [];
              const find = index.find.bind(index);
              index.find = (token) => (asked.push(token), find(token));
              await rank(index, new Normal(index).question(words));
              return asked.filter((one) => /^[a-z]$/.test(one));
            }""",
            words,
        )
    assert pieces == []


def test_a_letter_that_stands_alone_nowhere_finds_nothing(
    open_page: OpenPage, address: str, demo_site: Path
) -> None:
    """It is not the beginning of whatever words happen to stand in the same file."""
    letters = sorted(set(f"{ascii_lowercase}{digits}éđ") - tokens_of(demo_site / "search"))
    assert len(letters) > 3
    with open_page(f"{address}/search/") as page:
        found = page.evaluate(
            """async (letters) => {
              const { Index } = await import('/assets/search/index.js');
              const index = await Index.open();
              const all = await Promise.all(letters.map((one) => index.find(one)));
              return all.map(({ levels }) => levels.flat().length);
            }""",
            letters,
        )
    assert found == [0] * len(letters)


@pytest.mark.parametrize(
    ("text", "question", "marked"),
    [
        ("請下載ODT檔，再印。", "odt", ["ODT"]),
        ("請下載ODT檔，再印。", "ＯＤＴ檔案", ["ODT"]),
        ("會客前先預約", "接見 預約", ["會客", "預約"]),
        ("臺東監獄", "台東", ["臺東"]),
        ("Visiting hours", "visits", ["Visiting"]),
        ("Provisional visit", "visit", ["visit"]),
    ],
)
def test_the_words_of_a_question_are_marked(
    open_page: OpenPage, address: str, text: str, question: str, marked: list[str]
) -> None:
    with open_page(f"{address}/search/") as page:
        parts = page.evaluate(
            """async ([text, words]) => {
              const { Index } = await import('/assets/search/index.js');
              const { Normal } = await import('/assets/search/words.js');
              const { marks } = await import('/assets/search/excerpt.js');
              const normal = new Normal(await Index.open());
              return marks(text, normal, normal.question(words).marked);
            }""",
            [text, question],
        )
    assert "".join(words for words, _ in parts) == text
    assert [words for words, is_marked in parts if is_marked] == marked


def parts(draw: random.Random, text: str, count: int) -> list[str]:
    """Some runs of two to eight Chinese characters of a text."""
    runs = re.findall(f"[{HAN}]{{2,}}", text)
    found = []
    for run in draw.choices(runs, k=count) if runs else ():
        start = draw.randrange(len(run) - 1)
        found.append(run[start : start + draw.randint(2, 8)])
    return found


@pytest.mark.parametrize("seed", range(2))
def test_every_part_of_a_chinese_text_is_found(
    open_page: OpenPage, address: str, demo_site: Path, seed: int
) -> None:
    """Also where it cuts a synonym in two, or holds words that a question may leave out."""
    draw = random.Random(seed)
    rows = BuiltIndex(demo_site / "search").rows
    asked = [
        [number, words]
        for number, (_, title, _, summary, body, *_) in enumerate(rows)
        for text, count in ((title, 6), (summary, 2), (body, 6))
        for words in parts(draw, text, count)
    ]
    assert len(asked) > 2000
    with open_page(f"{address}/search/") as page:
        missed = page.evaluate(MISSED, asked)
    assert missed == []


def test_every_word_of_an_english_title_is_found(
    open_page: OpenPage, address: str, demo_site: Path
) -> None:
    rows = BuiltIndex(demo_site / "en" / "search").rows
    asked = [
        [number, word]
        for number, row in enumerate(rows)
        for word in row[1].split()
        if re.search(r"\w", word)
    ]
    assert len(asked) > 1000
    with open_page(f"{address}/en/search/") as page:
        missed = page.evaluate(MISSED, asked)
    assert missed == []
