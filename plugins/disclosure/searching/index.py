"""Documents → the files that a browser searches, for one language.

`index.json`      what every question needs: the vocabulary, and each document's codes
`words/<n>.json`  in which documents a word occurs, and how prominently; the words are shared out
                  by their first characters, so that a question loads a few of these files
`texts/<n>.json`  what is shown of some neighbouring documents

A document is known by its number. Documents with equal codes have neighbouring numbers: the codes
become short runs, and what is found together tends to be shown from one file.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise

from disclosure.searching.document import Codes, Document
from disclosure.searching.words import Normal, Vocabulary

#: The folders of the files that are numbered.
PARTS = ("words", "texts")
#: Characters in one file of words or texts, about: three or four times as many as travel.
WORDS_SIZE = 12_000
TEXTS_SIZE = 6_000
#: How prominent a word is, from hardly to most; `search/ranking.js` gives each its weight.
PASSING, BODY, SUMMARY, KEYWORD, TITLE, SHORT_TITLE = range(6)
_LEVELS = SHORT_TITLE + 1
#: A title of so few tokens is nothing but its words.
_SHORT = 6
#: In a text of more tokens than this a word stands in passing.
_LONG = 900
#: Between the steps of a trail.
STEP = " › "
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

#: `(scheme, its name, the names of its codes in their order)`
Facet = tuple[str, str, Mapping[str, str]]


def files(
    documents: Iterable[Document], vocabulary: Vocabulary, facets: Sequence[Facet]
) -> dict[str, bytes]:
    """Every file of the index, by its name below the folder of the search."""
    order = [facet for facet, _, _ in facets]
    ordered = sorted(documents, key=lambda one: (_codes(one.codes, order), one.path))
    shards = _shards(postings(ordered, Normal(vocabulary)), len(ordered))
    chunks = _chunks(ordered)
    made = {f"words/{number}.json": _packed(words) for number, words in enumerate(shards)}
    made |= {f"texts/{number}.json": _packed(rows) for number, (_, rows) in enumerate(chunks)}
    digest = hashlib.blake2b(digest_size=6)
    for content in made.values():
        digest.update(content)
    made["index.json"] = _packed(
        {
            # Asked for with every file below: none of another build is taken from a cache.
            "version": digest.hexdigest(),
            "documents": len(ordered),
            "shards": len(shards),
            "chunks": [first for first, _ in chunks],
            "codes": _runs(ordered, order),
            "facets": [_facet(facet, ordered) for facet in facets],
            "variants": vocabulary.variants,
            "synonyms": vocabulary.synonyms,
            "ignored": vocabulary.ignored,
            "names": vocabulary.names,
        }
    )
    return made


def postings(documents: Sequence[Document], normal: Normal) -> dict[str, list[list[int]]]:
    """`token → for each level, the numbers of the documents in which it is so prominent`."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        seen: set[str] = set()
        for level, words in _prominence(document, normal):
            # Both in one number: a list for each level of each token would take most of the time.
            both = number * _LEVELS + level
            for token in words - seen:
                found[token].append(both)
            seen |= words
    return {token: _by_level(numbers) for token, numbers in found.items()}


def _by_level(numbers: Iterable[int]) -> list[list[int]]:
    levels: list[list[int]] = [[] for _ in range(_LEVELS)]
    for both in numbers:
        number, level = divmod(both, _LEVELS)
        levels[level].append(number)
    return levels


def _prominence(document: Document, normal: Normal) -> Iterable[tuple[int, set[str]]]:
    """The tokens of a document's parts, the most prominent first."""
    title = normal.tokens(document.title)
    yield (SHORT_TITLE if len(title) <= _SHORT else TITLE), title
    yield KEYWORD, normal.tokens("\n".join(document.keywords))
    around = (document.summary, document.unit, *document.trail)
    yield SUMMARY, normal.tokens("\n".join(around))
    body = normal.tokens(document.body)
    yield (PASSING if len(body) > _LONG else BODY), body


def shard_of(token: str, shards: int) -> int:
    """The file of a token: words that begin alike stand together, so that the beginning of a
    word can be looked up. A pair of Chinese characters goes by its first."""
    first = ord(token[0])
    if first < 0x3400 and len(token) > 1:
        return (first * 31 + ord(token[1])) % shards
    return first % shards


def _shards(found: Mapping[str, list[list[int]]], documents: int) -> list[dict[str, str]]:
    digits = [_base36(number) for number in range(documents)]
    written = {token: _written(levels, digits) for token, levels in found.items()}
    size = sum(len(token) + len(numbers) for token, numbers in written.items())
    count = max(1, round(size / WORDS_SIZE))
    shards: list[dict[str, str]] = [{} for _ in range(count)]
    for token in sorted(written):
        shards[shard_of(token, count)][token] = written[token]
    return shards


def _written(levels: Sequence[Sequence[int]], digits: Sequence[str]) -> str:
    """Numbers as distances to the one before, in base 36: `0,1,1|5||`; empty levels at the end are
    left out."""
    return "|".join(
        ",".join([digits[number - before] for before, number in pairwise((0, *level))])
        for level in levels
    ).rstrip("|")


def _base36(number: int) -> str:
    if number < 36:
        return _DIGITS[number]
    rest, last = divmod(number, 36)
    return _base36(rest) + _DIGITS[last]


def _chunks(documents: Sequence[Document]) -> list[tuple[int, list[list[str]]]]:
    """`(number of the first document, rows)`, cut where a file is full."""
    chunks: list[tuple[int, list[list[str]]]] = []
    room = 0
    for number, document in enumerate(documents):
        row = _row(document)
        size = sum(map(len, row))
        if size > room:
            chunks.append((number, []))
            room = TEXTS_SIZE
        chunks[-1][1].append(row)
        room -= size
    return chunks


def _row(document: Document) -> list[str]:
    """What is shown of a document, in the order in which `search/index.js` reads it."""
    return [
        *(document.path, document.title, document.title_lang),
        *(document.summary, document.body, document.body_lang),
        *(STEP.join(document.trail), document.unit, document.date),
    ]


def _codes(codes: Codes, order: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(codes.get(facet, ()) for facet in order)


def _runs(documents: Sequence[Document], order: Sequence[str]) -> list[list[object]]:
    """`[how many documents, their codes for each facet]`, in the documents' order."""
    runs = groupby(documents, key=lambda one: _codes(one.codes, order))
    return [[sum(1 for _ in members), *codes] for codes, members in runs]


def _facet(facet: Facet, documents: Sequence[Document]) -> dict[str, object]:
    """A facet with the names of the codes that occur."""
    scheme, name, names = facet
    used = {code for document in documents for code in document.codes.get(scheme, ())}
    return {
        "id": scheme,
        "name": name,
        "values": [[code, words] for code, words in names.items() if code in used],
    }


def _packed(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
