"""The search page, and the files of its index."""

from __future__ import annotations

import json
from typing import Any

from disclosure.model.record import Record
from disclosure.model.search_words import SearchWords
from disclosure.site import search
from disclosure.site.search_documents import KINDS
from disclosure.site.voice import Voice
from tests.unit.builders import faq, page, plan, service, site, voice

WORDS = SearchWords.model_validate(
    {
        "variants": {"臺": "台"},
        "synonyms": {
            "zh": [{"use": "接見", "also": ["會客"]}],
            "en": [{"use": "visit", "also": ["visitation"]}],
        },
        "ignored": {"zh": ["請問"]},
    }
)


def made(language: str, *records: Record, **fields: Any) -> dict[str, Any]:
    """The content of every file of the index, by its name."""
    found = search.index(search.content(voice(language, *records, **fields)))
    return {name: json.loads(content) for name, content in found.items()}


def test_the_page_hands_its_scripts_every_word_that_they_say() -> None:
    for language in ("zh", "en"):
        view = search.page(voice(language, faq())).view
        assert view["words"]["kinds"].keys() == set(KINDS)
        # Only between sentences may there be nothing.
        assert [name for name, words in view["words"].items() if not words] in ([], ["gap"])
        assert view["intro"]
        assert all(view["tips"])


def test_addresses_are_below_the_root_of_the_language() -> None:
    """The page puts its own way to that root before them."""
    zh, en = (made(language, faq(), plan(), page()) for language in ("zh", "en"))
    paths = [{row[0] for row in one["texts/0.json"]} for one in (zh, en)]
    assert paths[0] == paths[1]
    assert {"faq/visits/book-a-visit/", "plans/plan-115/#visits", "about/"} <= paths[0]


def test_each_language_has_its_own_words() -> None:
    question = faq(keywords={"zh": ["預約"], "en": ["booking"]})
    zh, en = (made(language, question, search_words=WORDS) for language in ("zh", "en"))
    assert zh["index.json"]["synonyms"] == {"會客": "接見"}
    assert zh["index.json"]["ignored"] == ["請問"]
    assert en["index.json"]["synonyms"] == {"visitation": "visit"}
    assert en["index.json"]["ignored"] == []
    assert zh["index.json"]["variants"] == {"臺": "台"}
    assert "預約" in zh["words/0.json"]
    assert "book" in en["words/0.json"]
    assert "預約" in en["words/0.json"]  # of the title in Chinese


def test_the_facets_are_those_of_what_is_found() -> None:
    told = made("zh", faq(units=["guard"]), service())["index.json"]
    values = {one["id"]: one["values"] for one in told["facets"]}
    assert [code for code, _ in values["kind"]] == ["service", "faq", "unit"]
    assert values["unit"] == [["guard", "戒護科"], ["secretary", "秘書室"]]
    assert values["year"][0][0] == "2026"
    assert values["audience"] == []
    assert told["documents"] == sum(count for count, *_ in told["codes"]) == 4


def test_the_files_are_the_same_for_the_same_records() -> None:
    one, other = (site(*order) for order in ((faq(), plan()), (plan(), faq())))
    first, second = (search.content(Voice(known, "zh")) for known in (one, other))
    assert first == second
    assert search.index(first) == search.index(second)
