"""Questions: their pages, their categories, the records around them."""

from __future__ import annotations

import pytest

from tests.build.minisite import Built, Minisite, page, unmarked
from tests.support.site import Links

FILES = {
    "data/faq.yml": """
        categories:
          - id: visiting
            name: {zh: 接見, en: Visiting}
            description: {zh: "來監**接見**之前。", en: "Before a **visit**."}
          - {id: sending, name: {zh: 寄送}}
          - {id: nothing, name: {zh: 沒有題目的類別, en: Empty}}
    """,
    "content/faq/visiting/what-to-bring.md": """
        ---
        title: 第一次來接見，要帶什麼證件？
        number: 1
        summary: 有照片的身分證件。
        units: [guard]
        classification:
          theme: ["330"]
          cake: ["634"]
          service: [I00]
          audience: [families]
        keywords: [接見, 證件]
        published: 2026-01-05
        updated: 2026-11-02
        reviewed: 2026-11-03
        related: [plan-115, send-money]
        sources: [本監接見須知]
        ---

        請帶**有照片的身分證件**。

        - 詳見[寄款](record:send-money)與[計畫](record:plan-115#visits)。
        - 其他請看[常見問題](index:faq)、[首頁](index:home)、[歡迎](record:home)。

        <b>不是標籤</b>
    """,
    "content/en/faq/visiting/what-to-bring.md": """
        ---
        title: What papers do I need for my first visit?
        summary: Proof of identity with a photograph.
        keywords: [visit, identity]
        ---

        Bring **proof of identity with a photograph**.

        - See [sending money](record:send-money) and [the plan](record:plan-115#visits).
    """,
    "content/faq/sending/send-money.md": """
        ---
        title: 怎麼寄款？
        number: 1
        units: [secretary]
        classification: {theme: ["330"], cake: ["634"], service: [I00]}
        published: 2026-02-05
        ---

        請用匯票。
    """,
}


@pytest.fixture
def built(minisite: Minisite) -> Built:
    minisite.write(FILES)
    built = minisite.build()
    assert built.warnings == []
    return built


def test_a_question_has_a_page_in_each_language(built: Built) -> None:
    chinese = built.page("faq/visiting/what-to-bring/")
    english = built.page("en/faq/visiting/what-to-bring/")
    assert (chinese.h1, chinese.lang, chinese.kind) == (
        "第一次來接見，要帶什麼證件？",
        "zh-Hant-TW",
        "faq",
    )
    assert english.h1 == "What papers do I need for my first visit?"
    assert "<strong>有照片的身分證件</strong>" in built.text(
        "faq/visiting/what-to-bring/index.html"
    )
    text = built.text("en/faq/visiting/what-to-bring/index.html")
    assert "<strong>proof of identity with a photograph</strong>" in text
    assert "not yet available" not in text
    assert chinese.meta("Keywords") == ["接見,證件"]
    assert english.meta("Keywords") == ["visit,identity"]
    assert chinese.meta("Category.Theme") == english.meta("Category.Theme") == ["330"]
    assert chinese.meta("DC.Date") == ["2026-11-02"]
    assert "115-11-03" in chinese.text
    assert "2026-11-03" in english.text


def test_an_answer_has_no_tags_of_its_own(built: Built) -> None:
    assert "&lt;b&gt;不是標籤&lt;/b&gt;" in built.text("faq/visiting/what-to-bring/index.html")


def test_links_of_answers_stay_in_the_language(built: Built) -> None:
    chinese = built.page("faq/visiting/what-to-bring/")
    english = built.page("en/faq/visiting/what-to-bring/")
    pages = [built.page(name) for name in sorted(built.files) if name.endswith(".html")]
    links = Links(built.folder, pages, "https://prison.example.gov.tw/")
    for this, prefix in ((chinese, ""), (english, "en/")):
        reached = {links.target(this, one) for one in this.links if not links.leaves(this, one)}
        assert f"{prefix}faq/sending/send-money/index.html" in reached
        assert f"{prefix}plans/plan-115/index.html" in reached
        assert f"{prefix}faq/visiting/index.html" in reached
    assert "../../../plans/plan-115/#visits" in chinese.links
    assert "../../../plans/plan-115/#visits" in english.links
    assert "../../../" in chinese.links
    for this in pages:
        for one in (*this.links, *this.loads):
            assert links.leaves(this, one) or links.fault(this, one) is None, (this.path, one)


def test_related_records_and_sources_stand_below_the_answer(built: Built) -> None:
    text = built.text("faq/visiting/what-to-bring/index.html")
    related = text.partition('id="related"')[2].partition("<h2")[0]
    assert "示範監獄 115 年度服務計畫" in related
    assert "怎麼寄款？" in related
    sources = text.partition('id="sources"')[2].partition("</ul>")[0]
    assert "本監接見須知" in sources
    english = built.text("en/faq/visiting/what-to-bring/index.html")
    related = english.partition('id="related"')[2].partition("<h2")[0]
    assert "Service Plan of the Model Prison for 2026" in related
    assert '<span lang="zh-Hant-TW">怎麼寄款？</span>' in related


def test_a_question_without_translation_says_so(built: Built) -> None:
    text = built.text("en/faq/sending/send-money/index.html")
    assert "not yet available in English" in text
    assert '<h1><span lang="zh-Hant-TW">怎麼寄款？</span></h1>' in text
    assert '<div class="prose" lang="zh-Hant-TW"><p>請用匯票。</p>' in text


def test_categories_list_their_questions(built: Built) -> None:
    chinese, english = built.page("faq/visiting/"), built.page("en/faq/visiting/")
    assert "第一次來接見，要帶什麼證件？" in chinese.text
    assert "怎麼寄款？" not in chinese.text
    assert "What papers do I need for my first visit?" in english.text
    assert "<strong>接見</strong>" in built.text("faq/visiting/index.html")
    assert "FAQ: Visiting" in english.h1
    # A category that is not translated carries its own name, marked.
    assert '<span lang="zh-Hant-TW">寄送</span>' in built.text("en/faq/index.html")


def test_a_name_that_is_not_translated_is_marked_on_the_category_page_too(built: Built) -> None:
    text = built.text("en/faq/sending/index.html")
    heading = text.partition("<h1>")[2].partition("</h1>")[0]
    assert '<span lang="zh-Hant-TW">寄送</span>' in heading
    text = built.text("en/faq/sending/send-money/index.html")
    crumbs = text.partition("breadcrumb")[2].partition("</nav>")[0]
    assert '<span lang="zh-Hant-TW">寄送</span>' in crumbs


def test_the_index_counts_and_leaves_out_empty_categories(built: Built) -> None:
    index = built.page("faq/")
    assert "接見" in index.text
    assert "沒有題目的類別" not in index.text
    assert not any(name.startswith("faq/nothing") for name in built.files)
    positions = [index.text.index(name) for name in ("接見", "寄送")]
    assert positions == sorted(positions)
    assert "faq/" in [one.rpartition("./")[2] for one in built.page("").links]


def test_questions_stand_in_the_classified_indexes(built: Built) -> None:
    assert "怎麼寄款？" in built.page("browse/theme/330/").text
    assert "第一次來接見，要帶什麼證件？" in built.page("browse/audience/families/").text
    assert "第一次來接見，要帶什麼證件？" in built.page("units/guard/").text
    assert "What papers" in built.page("en/units/guard/").text


def test_the_sitemap_names_questions(built: Built) -> None:
    sitemap = built.text("sitemap.xml")
    place = "<loc>https://prison.example.gov.tw/en/faq/visiting/what-to-bring/</loc>"
    assert f"{place}<lastmod>2026-11-02</lastmod>" in sitemap


# -- numbers, superseded answers, what an answer rests on ----------------------------------------

OLD = """
    ---
    title: 以前怎麼接見？
    number: 2
    units: [guard]
    classification: {theme: ["330"], cake: ["634"], service: [I00]}
    published: 2024-01-05
    superseded_by: what-to-bring
    ---

    以前的答案。
"""
CITED = """legal_basis:
  - title: {zh: 羈押法, en: Detention Act}
    article: {zh: 第 59 條, en: Article 59}
    url: https://example.org/law
    date: 2020-01-15
    says: {zh: 要查驗證件。, en: Papers are checked.}
sources:
  - 本監接見須知
  - title: 苗栗看守所「一般接見」
    url: https://example.org/visits
"""


@pytest.fixture
def richer(minisite: Minisite) -> Minisite:
    minisite.write(FILES)
    minisite.write({"content/faq/visiting/old.md": OLD})
    minisite.edit("content/faq/visiting/what-to-bring.md", "sources: [本監接見須知]\n", CITED)
    return minisite


def test_a_question_carries_its_number(built: Built) -> None:
    for prefix in ("", "en/"):
        text = built.text(f"{prefix}faq/visiting/what-to-bring/index.html")
        assert '<span class="number">F-visiting-001</span>' in text
        assert '<span class="number">F-visiting-001</span>' in built.text(
            f"{prefix}faq/visiting/index.html"
        )
    assert "F-sending-001" in built.text("faq/sending/send-money/index.html")


def test_the_page_of_a_category_holds_every_answer(built: Built) -> None:
    """Nobody needs a second page, nor a script: the answers open in place."""
    text = built.text("faq/visiting/index.html")
    assert text.count("<details") == 1
    assert "請帶<strong>有照片的身分證件</strong>。" in text
    assert 'id="what-to-bring"' in text
    assert 'href="../../plans/plan-115/#visits"' in text
    assert 'href="../../faq/visiting/what-to-bring/"' in text
    english = built.text("en/faq/visiting/index.html")
    assert "Bring <strong>proof of identity with a photograph</strong>." in english
    assert "1 question" in english
    assert "1 questions" not in english
    untranslated = built.text("en/faq/sending/index.html")
    assert '<div class="prose" lang="zh-Hant-TW"><p>請用匯票。</p>' in untranslated


def test_the_page_of_a_question_begins_with_its_answer(built: Built) -> None:
    """The summary is for lists and search engines; on the page it would say things twice."""
    text = built.text("faq/visiting/what-to-bring/index.html")
    assert "有照片的身分證件。" not in text.partition("<main")[2].replace("<strong>", "").replace(
        "請帶有照片的身分證件</strong>。", ""
    )
    assert built.page("faq/visiting/what-to-bring/").meta("description") == ["有照片的身分證件。"]


def test_a_question_says_what_it_rests_on(richer: Minisite) -> None:
    built = richer.build()
    text = unmarked(built.text("faq/visiting/what-to-bring/index.html"))
    law = text.partition('id="legal-basis"')[2].partition("</ul>")[0]
    assert '<a href="https://example.org/law">羈押法 第 59 條</a>' in law
    assert '<time datetime="2020-01-15">109-01-15</time>' in law
    assert "要查驗證件。" in law
    sources = text.partition('id="sources"')[2].partition("</ul>")[0]
    assert "<li>本監接見須知</li>" in sources
    assert '<a href="https://example.org/visits">苗栗看守所「一般接見」</a>' in sources
    english = unmarked(built.text("en/faq/visiting/what-to-bring/index.html"))
    law = english.partition('id="legal-basis"')[2].partition("</ul>")[0]
    assert ">Detention Act Article 59</a>" in law
    assert "Papers are checked." in law
    # A source in Chinese is named as it is, and is no missing translation.
    assert '<span lang="zh-Hant-TW">本監接見須知</span>' in english
    assert "not yet available" not in english


def test_a_superseded_question_leads_to_the_new_one_and_leaves_the_lists(richer: Minisite) -> None:
    built = richer.build()
    assert built.warnings == []
    text = built.text("faq/visiting/old/index.html")
    assert "這一題已由新的說明取代，請改看：" in text
    callout = text.partition("這一題已由新的說明取代")[2].partition("</p>")[0]
    assert 'href="../../../faq/visiting/what-to-bring/"' in callout
    assert "第一次來接見，要帶什麼證件？" in callout
    assert "以前的答案。" in text
    english = built.text("en/faq/visiting/old/index.html")
    assert "This answer has been replaced. Please read:" in english
    index, category = built.text("faq/index.html"), built.text("faq/visiting/index.html")
    assert "以前怎麼接見？" not in index
    for words in (index, category):
        assert "1 題" in words
        assert "共 3 題" not in words
    assert "以前的答案。" not in category
    replaced = category.partition("已由新說明取代的題目")[2]
    assert 'href="../../faq/visiting/old/">以前怎麼接見？</a>' in replaced
    # It keeps its address: people have it in letters and bookmarks.
    assert "faq/visiting/old/" in built.text("sitemap.xml")
    new = built.text("faq/visiting/what-to-bring/index.html")
    assert "已由新的說明取代" not in new


def test_a_category_of_superseded_questions_only_is_no_dead_end(richer: Minisite) -> None:
    richer.edit("content/faq/visiting/old.md", "superseded_by: what-to-bring", "superseded_by: new")
    moved = OLD.replace("    superseded_by: what-to-bring\n", "").replace("以前", "現在")
    richer.write({"content/faq/sending/new.md": moved})
    richer.remove(
        "content/faq/visiting/what-to-bring.md", "content/en/faq/visiting/what-to-bring.md"
    )
    built = richer.build()
    category = built.text("faq/visiting/index.html")
    assert 'href="../../faq/visiting/old/">以前怎麼接見？</a>' in category
    assert 'href="../../../faq/sending/new/"' in built.text("faq/visiting/old/index.html")


def test_whom_to_ask_stands_below_the_answer(minisite: Minisite) -> None:
    minisite.write(FILES)
    minisite.edit(
        "data/units.yml",
        "name: {zh: 戒護科, en: Guard Section}}",
        "name: {zh: 戒護科, en: Guard Section}, phone: (02) 1234-5678 分機 9}",
    )
    text = minisite.build().text("faq/visiting/what-to-bring/index.html")
    ask = text.partition('id="ask"')[2].partition("<h2")[0]
    assert '<a href="tel:+886212345678;ext=9">(02) 1234-5678 分機 9</a>' in ask
    assert '<a href="../../../units/guard/">戒護科</a>' in ask


def test_an_id_of_a_question_that_the_category_page_uses_itself_is_told_or_harmless(
    minisite: Minisite,
) -> None:
    """The answers stand on that page under their ids: none may stand there twice."""
    minisite.write(FILES)
    words = FILES["content/faq/sending/send-money.md"]
    taken = set(minisite.build().page("faq/sending/").ids) - {"send-money"}
    names = sorted(one for one in taken if one.replace("-", "").isalnum() and one.islower())
    assert names
    for number, name in enumerate(names, 2):
        path = f"content/faq/sending/{name}.md"
        minisite.write({path: words.replace("number: 1", f"number: {number}")})
    built = minisite.try_build()
    if built.error is None:
        assert built.page("faq/sending/").repeated_ids == []
    else:
        assert "content/faq/sending/" in built.log


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("content/faq/visiting/what-to-bring.md", "related: [plan-115,", "related: [plan-15,",
         "content/faq/visiting/what-to-bring.md:15:"),
        ("content/faq/visiting/what-to-bring.md", "(record:send-money)", "(record:send-mony)",
         "content/faq/visiting/what-to-bring.md:21: 連結 record:send-mony"),
        ("content/en/faq/visiting/what-to-bring.md", "(record:send-money)", "(record:send-mony)",
         "content/en/faq/visiting/what-to-bring.md:9: 連結 record:send-mony"),
        ("content/faq/visiting/what-to-bring.md", "(index:faq)", "(index:faqs)",
         "content/faq/visiting/what-to-bring.md:22: 連結 index:faqs"),
        ("content/faq/visiting/what-to-bring.md", "(index:faq)", "(../index.md)",
         "content/faq/visiting/what-to-bring.md:22: 「../index.md」"),
        ("data/faq.yml", "id: visiting", "id: visitng",
         "content/faq/visiting/what-to-bring.md:1: "),
    ],
)  # fmt: skip
def test_what_a_question_names_exists(
    minisite: Minisite, name: str, old: str, new: str, told: str
) -> None:
    minisite.write(FILES)
    minisite.edit(name, old, new)
    built = minisite.try_build()
    assert built.error is not None
    assert told in built.log


def test_a_fragment_of_a_record_link_exists(minisite: Minisite) -> None:
    """`record:plan-115#visits` names a strategy; one that is not there is a dead link."""
    minisite.write(FILES)
    minisite.edit("content/faq/visiting/what-to-bring.md", "plan-115#visits", "plan-115#vists")
    built = minisite.try_build()
    assert built.error is not None
    assert "content/faq/visiting/what-to-bring.md:21" in built.log


@pytest.mark.parametrize("name", ["content/faq/index.md", "content/faq/notes.md",
                                  "content/faq/visiting/deep/er.md"])  # fmt: skip
def test_other_pages_below_faq_do_no_harm(minisite: Minisite, name: str) -> None:
    """Either an ordinary page, or a problem with its file."""
    minisite.write(FILES)
    minisite.write({name: page("其他", "內文。")})
    built = minisite.try_build()
    if built.error is not None:
        assert f"{name}: " in built.log
    else:
        address = name.removeprefix("content/").removesuffix("index.md").replace(".md", "/")
        assert built.page(address).h1 == "其他"
