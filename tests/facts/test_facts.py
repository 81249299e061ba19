"""Every fact that a person read off the five source documents stands on the right page.

The lists beside this file were written from the documents, not from the program. A fact of the
plan's table must stand in the card of its strategy, in both languages; a fact of another chapter
anywhere on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.html import parse

LISTS = sorted(Path(__file__).parent.glob("*.yml"))
SECTIONS = "一二三四五六"
_SECTION = re.compile(r'<h2 id="section-')
_CARD = re.compile(r'<article class="card".*?</article>', re.DOTALL)
_NUMBER = re.compile(r'<h3[^>]*><span class="number">(.*?)</span>')
_IN_TABLE = re.compile(rf"([{SECTIONS}])\.(\d+)")


@dataclass(frozen=True)
class Sheet:
    """A plan's page in one language: its words, and those of each strategy's card."""

    words: str
    cards: dict[tuple[int, int], str]


def sheet(site: Path, plan: str, language: str) -> Sheet:
    """Read a plan's page as a visitor would: words only."""
    folder = site / "plans" if language == "zh" else site / language / "plans"
    markup = (folder / plan / "index.html").read_text(encoding="utf-8")
    cards = {}
    for number, section in enumerate(_SECTION.split(markup)[1:], 1):
        for card in _CARD.findall(section):
            printed = _NUMBER.search(card)
            assert printed, card[:200]
            cards[number, ordinal(printed[1])] = squeezed(parse("", card).text)
    return Sheet(squeezed(parse("", markup).text), cards)


def ordinal(printed: str) -> int:
    """`1.`, `（一）`, `1` → 1."""
    digits = re.search(r"\d+", printed)
    return int(digits[0]) if digits else "〇一二三四五六七八九十".index(printed.strip("（）()、. "))


def squeezed(words: str) -> str:
    """Words without blanks and case: Chinese has none, and line breaks put them anywhere."""
    return re.sub(r"\s", "", words).casefold()


def stands(fact: dict[str, Any], language: str, sheet: Sheet) -> bool:
    """Does the fact stand where it belongs?"""
    at = _IN_TABLE.fullmatch(fact["at"])
    words = sheet.words
    if at:
        words = sheet.cards.get((SECTIONS.index(at[1]) + 1, int(at[2])), "")
    wanted = [fact[language]]
    if fact["kind"] == "date" and language == "zh" and "printed" in fact:
        wanted.append(fact["printed"])
    for one in wanted:
        exact = re.escape(squeezed(str(one)))
        if fact["kind"] == "quantity":
            exact = rf"(?<![\d.]){exact}(?![\d.])"
        if re.search(exact, words):
            return True
    return False


def facts(path: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """`(fact, language)` of a list."""
    for fact in yaml.safe_load(path.read_text(encoding="utf-8"))["facts"]:
        for language in ("zh", "en"):
            if language in fact:
                yield fact, language


def test_there_is_a_list_for_each_of_the_five_plans() -> None:
    names = [path.stem for path in LISTS]
    assert names == ["chiayi-111", "kinmen-096", "moj-107", "tainan-103", "taitung-103"]
    assert sum(1 for path in LISTS for _ in facts(path)) > 1000


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_every_fact_stands_on_its_page_in_both_languages(path: Path, demo_site: Path) -> None:
    sheets = {language: sheet(demo_site, path.stem, language) for language in ("zh", "en")}
    lost = [
        f"{language} {fact['at']} {fact['kind']}: {fact[language]}"
        for fact, language in facts(path)
        if not stands(fact, language, sheets[language])
    ]
    assert not lost, "\n".join(lost)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_the_counts_are_those_of_the_document(path: Path, demo_site: Path) -> None:
    counts = yaml.safe_load(path.read_text(encoding="utf-8"))["counts"]
    for folder in ("plans", "en/plans"):
        markup = (demo_site / folder / path.stem / "index.html").read_text(encoding="utf-8")
        assert len(_SECTION.findall(markup)) == counts["sections"]
        assert len(_CARD.findall(markup)) == counts["strategies"]
        if "measures" in counts:
            # A measure is a point directly below its card's list of measures.
            assert markup.count('<li class="measure') == counts["measures"]


def test_a_fact_that_is_not_there_would_be_missed() -> None:
    page = Sheet("全文", {(1, 2): squeezed("至少 14 次，統計室")})
    assert stands({"at": "一.2", "kind": "unit", "zh": "統計室"}, "zh", page)
    assert not stands({"at": "一.2", "kind": "unit", "zh": "會計室"}, "zh", page)
    assert not stands({"at": "一.2", "kind": "quantity", "zh": "4"}, "zh", page)
    assert not stands({"at": "一.3", "kind": "unit", "zh": "統計室"}, "zh", page)
