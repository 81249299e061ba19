"""What `disclosure new` begins, until it is finished: on no page, in no language."""

from __future__ import annotations

import pytest

from disclosure.configuration import read_settings
from disclosure.model.placeholders import ANSWER, blank
from disclosure.scaffold.beginning import Begun, begin
from tests.build.minisite import Minisite, differing, snapshot
from tests.unit.builders import DAY

GIVEN = {
    "faq": {
        "category": "visits",
        "name": "children",
        "title": "孩子算嗎？",
        "title.en": "Children?",
    },
    "page": {"name": "about/contact", "title": "聯絡我們", "title.en": "Contact us"},
    "service": {"name": "online", "title": "線上接見", "title.en": "Online", "units": "guard"},
}
#: The original, what waits there, and the address of the English page.
PAGES = {
    "faq": ("content/faq/visits/children.md", ANSWER, "en/faq/visits/children"),
    "page": (
        "content/about/contact.md",
        blank("內文；標題從「## 」開始"),
        "en/about/contact",
    ),
}


def start(minisite: Minisite, kind: str) -> None:
    minisite.write({"data/faq.yml": "categories: [{id: visits, name: {zh: 接見, en: Visits}}]\n"})
    begun = begin(kind, read_settings(minisite.root, None), GIVEN[kind], DAY)
    assert isinstance(begun, Begun), begun


@pytest.mark.parametrize("kind", GIVEN)
def test_a_draft_leaves_no_trace_on_the_site(minisite: Minisite, kind: str) -> None:
    before = snapshot(minisite.build().folder)
    start(minisite, kind)
    built = minisite.build()
    assert built.warnings == []
    assert differing(before, snapshot(built.folder)) == []


@pytest.mark.parametrize("kind", PAGES)
def test_the_english_page_shows_the_original_until_it_is_translated(
    minisite: Minisite, kind: str
) -> None:
    start(minisite, kind)
    original, waiting, address = PAGES[kind]
    path = minisite.root / original
    words = path.read_text(encoding="utf-8").replace(waiting, "答案在這裡。")
    words = words.replace("life: draft\n", "").replace(blank("一句話的摘要"), "一句話。")
    path.write_text(words, encoding="utf-8")
    built = minisite.build()
    assert built.warnings == []
    text = built.text(f"{address}/index.html")
    assert "答案在這裡。" in text
    assert "To be written" not in text
    assert GIVEN[kind]["title.en"] not in text
