"""Documents → the files that a browser searches."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from typing import Any

import pytest

from disclosure.searching import index
from disclosure.searching.document import Document
from disclosure.searching.index import (
    BODY,
    KEYWORD,
    PASSING,
    SHORT_TITLE,
    SUMMARY,
    TEXTS_SIZE,
    TITLE,
    WORDS_SIZE,
    files,
    postings,
    shard_of,
)
from disclosure.searching.words import Normal, Vocabulary, tokens

FACETS = (
    ("kind", "種類", {"service": "申辦", "faq": "常見問題", "term": "用語"}),
    ("theme", "主題", {"300": "法務", "330": "矯正"}),
)
VOCABULARY = Vocabulary({"臺": "台"}, {"會客": "接見"}, ("請問",), {"odt": "ODT"})
PLAIN = Normal(Vocabulary())


def document(path: str = "a/", title: str = "", **fields: Any) -> Document:
    """A document; it is a question unless its codes say otherwise."""
    return Document(
        path=path,
        title=title,
        **{"body": "", "codes": {"kind": ("faq",)}, **fields},
    )


def made(documents: Iterable[Document], vocabulary: Vocabulary = VOCABULARY) -> dict[str, Any]:
    """The content of every file."""
    found = files(documents, vocabulary, FACETS)
    return {name: json.loads(content) for name, content in found.items()}


def folder(content: dict[str, Any], name: str) -> list[Any]:
    """The files of a folder, in the order of their numbers."""
    count = sum(one.startswith(f"{name}/") for one in content)
    return [content[f"{name}/{number}.json"] for number in range(count)]


def decoded(written: str) -> list[list[int]]:
    """The numbers of each level, as a browser reads them."""
    levels: list[list[int]] = []
    for level in written.split("|"):
        number, numbers = 0, []
        for distance in level.split(",") if level else ():
            number += int(distance, 36)
            numbers.append(number)
        levels.append(numbers)
    return levels


def words_of(content: dict[str, Any]) -> dict[str, list[list[int]]]:
    """`token → numbers of each level`, from all files of words."""
    found: dict[str, list[list[int]]] = {}
    for shard in folder(content, "words"):
        assert not found.keys() & shard.keys()
        found |= {token: decoded(written) for token, written in shard.items()}
    return found


def drawn(seed: int, count: int) -> list[Document]:
    """Documents of words that are drawn by lot."""
    draw = random.Random(seed)
    words = [f"w{number}" for number in range(40)]

    def some(most: int) -> str:
        return " ".join(draw.choices(words, k=draw.randint(0, most)))

    return [
        document(
            f"p{number}/",
            some(9),
            summary=some(3),
            body=some(20),
            keywords=tuple(some(2).split()),
            codes={"kind": (draw.choice(["service", "faq"]),)},
        )
        for number in range(count)
    ]


# -- what every question needs -----------------------------------------------------------------


def test_the_index_tells_codes_facets_and_vocabulary() -> None:
    content = made(
        [
            document("b/", codes={"kind": ("faq",), "theme": ("330", "300")}),
            document("a/", codes={"kind": ("faq",), "theme": ("330", "300")}),
            document("c/", codes={"kind": ("service",)}),
        ]
    )
    told = content["index.json"]
    assert told.pop("version")
    assert told == {
        "documents": 3,
        "shards": 1,
        "chunks": [0],
        "codes": [[2, ["faq"], ["330", "300"]], [1, ["service"], []]],
        "facets": [
            {"id": "kind", "name": "種類", "values": [["service", "申辦"], ["faq", "常見問題"]]},
            {"id": "theme", "name": "主題", "values": [["300", "法務"], ["330", "矯正"]]},
        ],
        "variants": {"臺": "台"},
        "synonyms": {"會客": "接見"},
        "ignored": ["請問"],
        "names": {"odt": "ODT"},
    }
    assert [row[0] for row in content["texts/0.json"]] == ["a/", "b/", "c/"]


def test_a_row_holds_what_is_shown_and_nothing_more() -> None:
    shown = document(
        "faq/a/",
        "怎麼預約？",
        title_lang="zh-Hant-TW",
        summary="打電話。",
        body="請打電話。",
        body_lang="en",
        trail=("常見問題", "接見"),
        unit="戒護科",
        date="115-01-05",
        keywords=("秘密",),
    )
    assert made([shown])["texts/0.json"] == [
        [
            *("faq/a/", "怎麼預約？", "zh-Hant-TW", "打電話。", "請打電話。", "en"),
            *("常見問題 › 接見", "戒護科", "115-01-05"),
        ]
    ]


def test_a_site_without_documents_has_files_too() -> None:
    content = made([])
    assert content.keys() == {"index.json", "words/0.json"}
    assert content["words/0.json"] == {}
    assert content["index.json"]["documents"] == 0
    assert content["index.json"]["chunks"] == content["index.json"]["codes"] == []


def test_files_are_written_as_they_are_read() -> None:
    """Chinese is not escaped, and there is no blank that nobody needs."""
    content = files([document(title="接見 時間")], VOCABULARY, FACETS)
    assert content["words/0.json"] == '{"接見":"|||||0","時間":"|||||0"}\n'.encode()


# -- how prominent a word is -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "fields"),
    [
        (SHORT_TITLE, {"title": "x a b c d e"}),
        (TITLE, {"title": "x a b c d e f"}),
        (KEYWORD, {"keywords": ("a b", "x")}),
        (SUMMARY, {"summary": "a x"}),
        (SUMMARY, {"unit": "x"}),
        (SUMMARY, {"trail": ("a", "x")}),
        (BODY, {"body": "x"}),
        (PASSING, {"body": "x " + " ".join(f"w{number}" for number in range(900))}),
    ],
)
def test_a_word_is_as_prominent_as_its_place(level: int, fields: dict[str, Any]) -> None:
    found = postings([document(**fields)], PLAIN)
    assert found["x"] == [[0] if at == level else [] for at in range(SHORT_TITLE + 1)]


def test_a_word_that_occurs_twice_counts_where_it_is_most_prominent() -> None:
    twice = document(title="接見", summary="接見", body="接見時間", keywords=("接見",))
    found = words_of(made([twice]))
    assert found["接見"] == [[], [], [], [], [], [0]]
    assert found["時間"] == [[], [0]]


def test_words_do_not_reach_across_parts() -> None:
    """The last character of one key word and the first of the next make no word."""
    apart = document(title="接見", summary="預約", body="時間", keywords=("家屬", "寄錢"))
    assert postings([apart], PLAIN).keys() == {"接見", "預約", "時間", "家屬", "寄錢"}


def test_addresses_dates_and_codes_are_no_words() -> None:
    hidden = document(
        "services/certificate/#how",
        "出監證明",
        date="115-01-05",
        codes={"kind": ("service",), "theme": ("330",)},
        title_lang="zh-Hant-TW",
        body_lang="zh-Hant-TW",
    )
    assert words_of(made([hidden])).keys() == {"出監", "監證", "證明"}


# -- the numbers of documents ------------------------------------------------------------------


@pytest.mark.parametrize(("seed", "count"), [(1, 1), (2, 30), (3, 200), (4, 2000)])
def test_what_is_written_is_read_as_the_same_documents(seed: int, count: int) -> None:
    documents = drawn(seed, count)
    content = made(documents, Vocabulary())
    rows = [row for chunk in folder(content, "texts") for row in chunk]
    by_path = {one.path: one for one in documents}
    ordered = [by_path[row[0]] for row in rows]
    expected: dict[str, list[set[int]]] = {}
    for number, one in enumerate(ordered):
        title = tokens(one.title)
        places = [
            (SHORT_TITLE if len(title) <= 6 else TITLE, title),
            (KEYWORD, tokens(" ".join(one.keywords))),
            (SUMMARY, tokens(one.summary)),
            (BODY, tokens(one.body)),
        ]
        for token in set().union(*(words for _, words in places)):
            best = max(level for level, words in places if token in words)
            expected.setdefault(token, [set() for _ in range(SHORT_TITLE + 1)])[best].add(number)
    found = words_of(content)
    assert found.keys() == expected.keys()
    for token, levels in found.items():
        assert all(level == sorted(level) for level in levels)
        padded = [set(level) for level in levels] + [set()] * (SHORT_TITLE + 1 - len(levels))
        assert padded == expected[token], token


def test_long_distances_are_written_in_base_36() -> None:
    documents = [
        document(f"{number:04}/", "x" if number in (7, 42, 1999) else "") for number in range(2000)
    ]
    content = made(documents, Vocabulary())
    assert content["words/0.json"] == {"x": "|||||7,z,1id"}
    assert words_of(content)["x"][SHORT_TITLE] == [7, 42, 1999]


# -- order -------------------------------------------------------------------------------------


def test_documents_with_equal_codes_are_neighbours() -> None:
    content = made(drawn(5, 300), Vocabulary())
    runs = content["index.json"]["codes"]
    assert [codes for _, *codes in runs] == [[["faq"], []], [["service"], []]]
    assert sum(count for count, *_ in runs) == 300


@pytest.mark.parametrize("seed", range(3))
def test_the_order_in_which_documents_come_does_not_matter(seed: int) -> None:
    documents = drawn(6, 200)
    first = files(documents, VOCABULARY, FACETS)
    random.Random(seed).shuffle(documents)
    assert files(iter(documents), VOCABULARY, FACETS) == first


@pytest.mark.parametrize(
    "change",
    [
        {"title": "乙題"},
        {"body": "乙文"},
        {"keywords": ("乙詞",)},
        {"path": "b/"},
        {"date": "115-01-06"},
    ],
)
def test_the_version_is_that_of_the_content(change: dict[str, Any]) -> None:
    def version(**fields: Any) -> str:
        return str(made([document(**fields)])["index.json"]["version"])

    assert version() == version()
    assert version(**change) != version()


# -- files of a size ---------------------------------------------------------------------------


def test_texts_are_cut_where_a_file_is_full() -> None:
    documents = [
        document(f"{number:03}/", body="文" * length)
        for number, length in enumerate([10, 20_000, 10, *[500] * 100, 20_000, 10])
    ]
    content = made(documents)
    chunks = folder(content, "texts")
    rows = [row for chunk in chunks for row in chunk]
    assert [row[0] for row in rows] == [one.path for one in documents]
    starts = [rows.index(chunk[0]) for chunk in chunks]
    assert content["index.json"]["chunks"] == starts == sorted(set(starts))
    sizes = [sum(len(cell) for row in chunk for cell in row) for chunk in chunks]
    for number, (size, chunk) in enumerate(zip(sizes, chunks, strict=True)):
        assert size <= TEXTS_SIZE or len(chunk) == 1
        if number:  # it would not have fitted into the file before
            assert sizes[number - 1] + sum(map(len, chunk[0])) > TEXTS_SIZE
    assert len(chunks) < 20


def test_words_are_shared_out_evenly() -> None:
    draw = random.Random(8)
    han = [chr(0x4E00 + number) for number in range(2000)]
    documents = [
        document(f"{number:03}/", body="".join(draw.choices(han, k=400))) for number in range(60)
    ]
    content = made(documents, Vocabulary())
    shards = folder(content, "words")
    assert content["index.json"]["shards"] == len(shards) > 5
    for number, shard in enumerate(shards):
        assert list(shard) == sorted(shard)
        assert {shard_of(token, len(shards)) for token in shard} == {number}
        size = sum(len(token) + len(written) for token, written in shard.items())
        assert WORDS_SIZE / 2 < size < WORDS_SIZE * 2


@pytest.mark.parametrize("shards", [1, 2, 7, 50, 1000])
def test_words_that_begin_alike_stand_in_one_file(shards: int) -> None:
    """What stands for a beginning is found in one file; a single character with all its pairs."""
    for alike in (["vi", "visit", "vital"], ["接", "接見", "接受"], ["2026", "20"], ["\U00020bb7"]):
        assert len({shard_of(token, shards) for token in alike}) == 1
    assert all(0 <= shard_of(token, shards) < shards for token in ("a", "é", "a\U00020bb7", "龥龥"))


def test_shards_depend_on_more_than_the_first_letter() -> None:
    """Otherwise all words of a language with few letters would share a few files."""
    words = [one + other for one in "abcdefgh" for other in "abcdefgh"]
    assert len({shard_of(word, 50) for word in words}) > 25


def test_the_parts_are_the_folders_that_are_kept_free() -> None:
    names = {name.partition("/")[0] for name in files([document(title="x")], VOCABULARY, FACETS)}
    assert names - {"index.json"} == set(index.PARTS)
