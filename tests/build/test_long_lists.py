"""Lists in parts: a category of 250 questions, and the term that all of them stand under."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain

import pytest

from tests.build.minisite import Built, Minisite, page
from tests.support.html import Page
from tests.support.site import Links

MANY = 250
#: `(prefix, question, answer)` in each language
LANGUAGES = [
    ("", "第 {:03} 題？", "答案之{:03}號。"),
    ("en/", "Question {:03}?", "Answer no. {:03}."),
]
CATEGORY = ("faq/many/", *(f"faq/many/part/{number}/" for number in range(2, 6)))
#: 250 questions, and the plan of the base site
THEME = ("browse/theme/330/", "browse/theme/330/part/2/", "browse/theme/330/part/3/")
#: The questions alone, also below the wider term
BY_KIND = tuple(
    tuple(f"browse/theme/{code}/kind/faq/{part}" for part in ("", "part/2/", "part/3/"))
    for code in ("330", "300")
)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A category of 250 questions, each with an answer of its own in both languages."""
    minisite = Minisite(tmp_path_factory.mktemp("many"))
    minisite.write({"data/faq.yml": "categories:\n  - {id: many, name: {zh: 許多, en: Many}}\n"})
    for number in range(1, MANY + 1):
        name = f"faq/many/question-{number:03}.md"
        answer = page(f"第 {number:03} 題？", f"答案之{number:03}號。", f"number: {number}")
        english = f"---\ntitle: Question {number:03}?\n---\n\nAnswer no. {number:03}.\n"
        told = answer.replace('theme: ["310"]', 'theme: ["330"]')
        assert told != answer
        minisite.write({f"content/{name}": told, f"content/en/{name}": english})
    built = minisite.build()
    assert built.warnings == []
    return built


@pytest.fixture(scope="module")
def pages(many: Built) -> dict[str, Page]:
    """Every page, by its file."""
    return {name: many.page(name) for name in sorted(many.pages)}


@pytest.fixture(scope="module")
def links(many: Built, pages: dict[str, Page]) -> Links:
    return Links(many.folder, list(pages.values()), "https://prison.example.gov.tw/")


def parts_of(many: Built, prefix: str, paths: Sequence[str]) -> list[str]:
    """The pages of a list, less their frames."""
    return [
        many.text(f"{prefix}{path}index.html").partition("<main")[2].partition("</main>")[0]
        for path in paths
    ]


@pytest.mark.parametrize(("prefix", "question", "answer"), LANGUAGES)
def test_every_answer_stands_once_in_its_category(
    many: Built, prefix: str, question: str, answer: str
) -> None:
    """In the text of a page, without a script; and an address with `#` opens each."""
    opened = [
        re.findall(
            r"<details class=\"qa\">\s*<summary>(.*?)</summary>\s*"
            r"<div class=\"answer\" id=\"([^\"]+)\">\s*(.*?)</div>\s*</details>",
            text,
            re.DOTALL,
        )
        for text in parts_of(many, prefix, CATEGORY)
    ]
    assert [len(part) for part in opened] == [50] * 5
    found = list(chain(*opened))
    assert [name for _, name, _ in found] == [f"question-{one:03}" for one in range(1, MANY + 1)]
    # A browser opens the `details` around what an address ends with: the answer stands in it.
    for number, (summary, _, words) in enumerate(found, 1):
        assert question.format(number) in summary
        assert f"<p>{answer.format(number)}</p>" in words


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_no_two_links_of_a_category_read_the_same(many: Built, prefix: str) -> None:
    """To who hears only the links of a page, fifty times the same words say nothing."""
    for text in parts_of(many, prefix, CATEGORY):
        found = re.findall(r'<a href="[^"]*faq/many/question-\d+/">(.*?)</a>', text)
        assert len({re.sub("<[^>]*>", "", one) for one in found}) == len(found) == 50
    if not prefix:
        first = parts_of(many, prefix, CATEGORY)[0]
        assert '單獨看這一題<span class="unseen">：第 001 題？</span>' in first


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("paths", [CATEGORY, THEME, *BY_KIND])
def test_a_pager_leads_from_each_part_to_all_others(
    many: Built, links: Links, pages: dict[str, Page], prefix: str, paths: Sequence[str]
) -> None:
    files = [f"{prefix}{path}index.html" for path in paths]
    assert f"{prefix}{paths[0]}part/{len(paths) + 1}/index.html" not in pages
    assert f"{prefix}{paths[0]}part/1/index.html" not in pages
    for number, (file, text) in enumerate(
        zip(files, parts_of(many, prefix, paths), strict=True), 1
    ):
        (pager,) = re.findall(r'<nav class="pager".*?</nav>', text, re.DOTALL)
        reached = [links.target(pages[file], one) for one in re.findall(r'href="([^"]+)"', pager)]
        assert reached == [one for one in files if one != file]
        assert re.findall(r'aria-current="page">(\d+)<', pager) == [str(number)]


def test_a_pager_says_which_of_how_many_it_shows(pages: dict[str, Page]) -> None:
    assert "第 51 至 100 筆，共 250 筆" in pages["faq/many/part/2/index.html"].text
    assert "201 to 251 of 251" in pages["en/browse/theme/330/part/3/index.html"].text


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_every_record_is_listed_once_under_its_term(many: Built, prefix: str) -> None:
    found = [
        re.findall(r'<li><a href="[^"]*/((?:faq/many|plans)/[\w-]+/)">', text)
        for text in parts_of(many, prefix, THEME)
    ]
    assert [len(part) for part in found] == [100, 100, 51]
    expected = [f"faq/many/question-{one:03}/" for one in range(1, MANY + 1)]
    assert sorted(chain(*found)) == sorted([*expected, "plans/plan-115/"])


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("paths", BY_KIND)
def test_every_record_of_a_kind_is_listed_once(
    many: Built, prefix: str, paths: Sequence[str]
) -> None:
    found = [
        re.findall(r'<li><a href="[^"]*/((?:faq/many|plans)/[\w-]+/)">', text)
        for text in parts_of(many, prefix, paths)
    ]
    assert [len(part) for part in found] == [100, 100, 50]
    assert list(chain(*found)) == [f"faq/many/question-{one:03}/" for one in range(1, MANY + 1)]


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("path", [*THEME, *BY_KIND[0]])
def test_a_facet_leads_to_the_first_part_of_its_kind(
    many: Built, links: Links, pages: dict[str, Page], prefix: str, path: str
) -> None:
    """From every part, with the number of all parts; what is shown is marked, and no link."""
    file = f"{prefix}{path}index.html"
    (facets,) = re.findall(r'<nav class="facets".*?</nav>', many.text(file), re.DOTALL)
    (marked,) = re.findall(r'<span aria-current="page">([^<]+) <span', facets)
    all_kinds, faqs = ("All", "Questions") if prefix else ("全部", "常見問題")
    assert marked == (all_kinds if path in THEME else faqs)
    assert re.findall(r'class="count">\D*(\d+)\D*</span>', facets) == ["251", "250", "1"]
    reached = [links.target(pages[file], one) for one in re.findall(r'href="([^"]+)"', facets)]
    firsts = [THEME[0], BY_KIND[0][0], "browse/theme/330/kind/plan/"]
    shown = THEME[0] if path in THEME else BY_KIND[0][0]
    assert reached == [f"{prefix}{one}index.html" for one in firsts if one != shown]


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_heading_tells_how_much_of_its_kind_stands_on_the_page(many: Built, prefix: str) -> None:
    """Else the same heading would count differently on each part, and not as the facets do."""
    said = [
        re.findall(r'<h3 id="kind-(\w+)">[^<]*<span class="count">([^<]*)</span></h3>', text)
        for text in parts_of(many, prefix, THEME)
    ]
    form = "({}, of which {} on this page)" if prefix else "（{} 筆，這一頁列出 {} 筆）"
    assert said == [
        [("faq", form.format(250, 100))],
        [("faq", form.format(250, 100))],
        [("faq", form.format(250, 50)), ("plan", "(1)" if prefix else "（1 筆）")],
    ]


def test_no_two_pages_have_one_title(pages: dict[str, Page]) -> None:
    used = Counter((one.lang, one.title) for one in pages.values())
    assert [title for title, count in used.items() if count > 1] == []
    assert pages["faq/many/part/2/index.html"].title.startswith("常見問題：許多（第 2 部分）")
    headings = Counter((one.lang, one.h1) for one in pages.values() if "/part/" in one.path)
    assert max(headings.values()) == 1


def test_every_link_leads_somewhere_and_every_page_is_reached(
    links: Links, pages: dict[str, Page]
) -> None:
    reached = {"index.html", "404.html"}
    for this in pages.values():
        for one in dict.fromkeys((*this.links, *this.loads)):
            if not links.leaves(this, one):
                assert links.fault(this, one) is None, (this.path, one)
                reached.add(str(links.target(this, one)))
    assert set(pages) - reached == set()


def test_each_part_names_itself_and_its_counterpart(pages: dict[str, Page]) -> None:
    part = pages["faq/many/part/2/index.html"]
    assert part.canonical == ["https://prison.example.gov.tw/faq/many/part/2/"]
    assert ("en", "https://prison.example.gov.tw/en/faq/many/part/2/") in part.alternates
