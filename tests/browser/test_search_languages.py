"""Results whose words are not in the page's language say so, for who has them read out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from audit.behaviour import HEADERS
from audit.server import serve
from tests.build.minisite import Minisite
from tests.support.searching import search_page

FILES = {
    "data/faq.yml": """
        categories:
          - {id: sending, name: {zh: 寄送, en: Sending}}
    """,
    # Not translated at all.
    "content/faq/sending/send-money.md": """
        ---
        title: 怎麼寄款？
        number: 1
        units: [secretary]
        classification: {theme: ["330"], cake: ["634"], service: [I00]}
        published: 2026-02-05
        ---

        請用郵局的匯票。
    """,
    # Translated.
    "content/faq/sending/send-books.md": """
        ---
        title: 怎麼寄書？
        number: 2
        units: [secretary]
        classification: {theme: ["330"], cake: ["634"], service: [I00]}
        published: 2026-02-05
        ---

        請用郵局的包裹。
    """,
    "content/en/faq/sending/send-books.md": """
        ---
        title: How to send books?
        ---

        Use a parcel.
    """,
}
CHINESE = "zh-Hant-TW"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    minisite = Minisite(tmp_path_factory.mktemp("languages"))
    minisite.write(FILES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        minisite.build()
    with serve(minisite.site, headers=HEADERS) as base:
        yield base.rstrip("/")


def test_words_of_another_language_are_marked(browser: Browser, site: str) -> None:
    with search_page(browser, site, "en/") as seen:
        seen.ask("匯票")
        (entry,) = seen.entries
        assert (entry.title, entry.excerpt) == ("怎麼寄款？", "請用郵局的匯票。")
        assert (entry.title_lang, entry.excerpt_lang) == (CHINESE, CHINESE)
        assert entry.kind == "Question and answer"
        # The page itself stays English.
        assert seen.page.locator("#search-found [lang]").count() == 2
        assert seen.trouble == []


def test_words_of_the_page_are_not_marked(browser: Browser, site: str) -> None:
    for tree, question in (("en/", "books"), ("", "匯票"), ("", "怎麼寄書")):
        with search_page(browser, site, tree) as seen:
            seen.ask(question)
            assert seen.entries
            first = seen.entries[0]
            assert (first.title_lang, first.excerpt_lang) == ("", ""), question
            assert seen.trouble == []


def test_a_translated_page_is_found_by_its_chinese_name(browser: Browser, site: str) -> None:
    """Somebody may know only what stands on the Chinese form."""
    with search_page(browser, site, "en/") as seen:
        seen.ask("怎麼寄書")
        assert "How to send books?" in [one.title for one in seen.entries]
