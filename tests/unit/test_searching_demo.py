"""The index of the demo site: what stands in a text is found, and nothing else is.

Words are drawn by lot, with fixed seeds. Editors' pages count with their titles and summaries only,
since MkDocs has not converted them here.
"""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import product

import pytest

from disclosure.prose_links import without_markup
from disclosure.searching.document import Document
from disclosure.searching.index import TEXTS_SIZE, WORDS_SIZE, files, postings
from disclosure.searching.words import HAN, Normal, Vocabulary, tokens
from disclosure.site import search_documents
from disclosure.site.search_documents import documents, facets
from disclosure.site.voice import Site, Voice
from disclosure.writing import prose

RUN = re.compile(f"[{HAN}]{{2,}}")


@dataclass(frozen=True)
class Searched:
    """One language of the demo site, as the search sees it."""

    voice: Voice

    @cached_property
    def documents(self) -> list[Document]:
        return list(documents(self.voice))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        words = self.voice.site.catalogue.search_words
        return Vocabulary.of(words, self.voice.language)

    @cached_property
    def normal(self) -> Normal:
        return Normal(self.vocabulary)

    @cached_property
    def postings(self) -> dict[str, set[int]]:
        """The numbers of the documents in which a token stands."""
        found = postings(self.documents, self.normal)
        return {token: set().union(*levels) for token, levels in found.items()}

    def found(self, words: set[str]) -> set[int]:
        """The documents that hold all of some tokens."""
        assert words
        return set.intersection(*(self.postings.get(one, set()) for one in words))

    def parts(self, document: Document) -> tuple[str, ...]:
        """All that a document is found by."""
        return (
            *(document.title, document.summary, document.body, document.unit),
            *(*document.trail, *document.keywords),
        )


@pytest.fixture(scope="module")
def zh(demo_records: Site) -> Searched:
    return Searched(Voice(demo_records, "zh"))


@pytest.fixture(scope="module", params=["zh", "en"])
def each(request: pytest.FixtureRequest, demo_records: Site) -> Searched:
    return Searched(Voice(demo_records, request.param))


def test_every_part_of_a_title_finds_its_document(zh: Searched) -> None:
    """Two or more Chinese characters, wherever they stand: nothing is cut into words."""
    missed = []
    for number, document in enumerate(zh.documents):
        for run in RUN.findall(document.title):
            for start in range(len(run) - 1):
                for end in range(start + 2, len(run) + 1):
                    if number not in zh.found(tokens(zh.normal.form(run[start:end]))):
                        missed.append((document.title, run[start:end]))
    assert missed == []


@pytest.mark.parametrize("seed", range(5))
def test_what_is_found_holds_every_pair_and_what_is_not_lacks_one(zh: Searched, seed: int) -> None:
    draw = random.Random(seed)
    texts = ["\n".join(map(zh.normal.form, zh.parts(one))) for one in zh.documents]
    meant = [
        "\n".join(zh.normal.canonical(zh.normal.form(part)) for part in zh.parts(one))
        for one in zh.documents
    ]
    for _ in range(40):
        run = draw.choice(RUN.findall(draw.choice(texts)))
        start = draw.randrange(len(run) - 1)
        words = run[start : start + draw.randint(2, 6)]
        pairs = tokens(words)
        expected = {
            number
            for number, both in enumerate(zip(texts, meant, strict=True))
            if all(any(pair in one for one in both) for pair in pairs)
        }
        assert zh.found(pairs) == expected, words


@pytest.mark.parametrize("seed", range(3))
def test_every_word_of_a_text_finds_its_document(each: Searched, seed: int) -> None:
    draw = random.Random(seed)
    for number in draw.sample(range(len(each.documents)), 60):
        for part in each.parts(each.documents[number]):
            for word in draw.sample(words := part.split(), min(5, len(words))):
                for pattern in (word, word.upper(), f"「{word}」"):
                    wanted = tokens(each.normal.form(pattern))
                    assert not wanted or number in each.found(wanted), (part, pattern)


def test_every_other_word_finds_what_the_texts_say(each: Searched) -> None:
    """A question that uses a word of `search.yml` asks for the same as one that uses another."""
    normal, wrong = each.normal, []
    for one in each.voice.site.catalogue.search_words.synonyms[each.voice.language]:
        alike = (one.use, *one.also)
        for asked, written in product(alike, alike):
            wanted = tokens(normal.canonical(normal.form(asked)))
            if not wanted <= normal.tokens(f"，{written}，"):
                wrong.append((asked, written))
    assert wrong == []


def test_every_other_spelling_finds_the_same(zh: Searched) -> None:
    for character, other in zh.vocabulary.variants.items():
        assert zh.normal.form(f"一{character}二") == zh.normal.form(f"一{other}二")


def test_the_words_of_a_text_are_those_that_its_page_shows(demo_records: Site) -> None:
    """Whatever a text is marked up with: what is found is what can be read."""
    texts = {
        words
        for record in demo_records.catalogue.shown
        for text in search_documents._texts(record)
        for words in text.root.values()
    }
    assert len(texts) > 1000
    wrong = []
    for text in sorted(texts):
        shown = unescape(re.sub("<[^>]*>", " ", prose.to_html(text, {}, "")))
        plain, read = ("".join(re.findall(r"\w", one)) for one in (without_markup(text), shown))
        if plain != read:
            wrong.append((text, plain, read))
    assert wrong == []


def test_the_files_have_the_size_that_a_phone_loads_at_once(each: Searched) -> None:
    made = files(each.documents, each.vocabulary, facets(each.voice))
    read = {name: json.loads(content) for name, content in made.items()}
    texts = [rows for name, rows in read.items() if name.startswith("texts/")]
    assert texts
    for rows in texts:
        assert len(rows) == 1 or sum(len(cell) for row in rows for cell in row) <= TEXTS_SIZE
    words = [
        sum(len(token) + len(written) for token, written in shard.items())
        for name, shard in read.items()
        if name.startswith("words/")
    ]
    assert len(words) > 5
    assert max(words) < 2 * WORDS_SIZE
