"""Browsing by classification and kind: trees, counts and lists of a small site."""

from __future__ import annotations

import re

import pytest

from tests.build.minisite import Built, Minisite, page
from tests.support.browsing import Browsing
from tests.support.built import read_site
from tests.support.html import Page
from tests.support.site import Links

ADDRESS = "https://prison.example.gov.tw/"
TREES = ("", "en/")
#: 330 holds two questions and a plan; 310 a question, a page and the home page.
QUESTIONS = {"what-to-bring": "330", "when-to-come": "330", "whom-to-ask": "310"}
OWN_TERMS = """
    scheme: audience
    name: {zh: 對象, en: Audience}
    official: false
    terms:
      - {code: public, name: {zh: 民眾, en: Public}, attested: label}
      - {code: families, name: {zh: 家屬, en: Families}, parent: public, attested: label}
      - {code: kind, name: {zh: 種類, en: Kind}, parent: public, attested: label}
      - {code: part, name: {zh: 部分, en: Part}, attested: label}
"""


def questions(minisite: Minisite) -> None:
    """Three questions in two themes; one for the terms with the most awkward codes."""
    minisite.write(
        {
            "data/faq.yml": "categories:\n  - {id: visits, name: {zh: 接見, en: Visits}}\n",
            "data/classification/audience.yml": OWN_TERMS,
            "content/about.md": page("關於", "說明。"),
        }
    )
    for number, (name, theme) in enumerate(QUESTIONS.items(), 1):
        told = page(f"問題 {name}？", "答案。", f"number: {number}").replace(
            'theme: ["310"]', f'theme: ["{theme}"]'
        )
        if name == "whom-to-ask":
            told = told.replace("service: [I00]", "service: [I00], audience: [kind, part]")
        minisite.write(
            {
                f"content/faq/visits/{name}.md": told,
                f"content/en/faq/visits/{name}.md": f"---\ntitle: Question {name}?\n---\n\nText.\n",
            }
        )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    minisite = Minisite(tmp_path_factory.mktemp("browsing"))
    questions(minisite)
    made = minisite.build()
    assert made.warnings == []
    return made


@pytest.fixture(scope="module")
def browsing(built: Built) -> Browsing:
    return Browsing(read_site(built.folder))


@pytest.fixture(scope="module")
def pages(built: Built) -> dict[str, Page]:
    return {name: built.page(name) for name in sorted(built.pages)}


def of(tree: str, *records: str) -> list[str]:
    return [f"{tree}{one}index.html" for one in records]


@pytest.mark.parametrize("tree", TREES)
def test_a_kind_under_a_wider_term_lists_that_of_all_narrower_ones(
    browsing: Browsing, tree: str
) -> None:
    faqs = [f"faq/visits/{name}/" for name in sorted(QUESTIONS)]
    assert browsing.listed(f"{tree}browse/theme/300/kind/faq/index.html") == of(tree, *faqs)
    assert browsing.listed(f"{tree}browse/theme/310/kind/faq/index.html") == of(
        tree, "faq/visits/whom-to-ask/"
    )
    assert browsing.listed(f"{tree}browse/theme/300/index.html") == of(
        tree, *faqs, "plans/plan-115/", "about/", ""
    )


@pytest.mark.parametrize("tree", TREES)
def test_every_number_is_that_of_the_entries_behind_it(browsing: Browsing, tree: str) -> None:
    checked = 0
    for file in browsing.documents:
        for one in (*browsing.facets(file), *browsing.tree(file)):
            assert len(browsing.behind(one)) == one.count, str(one)
            checked += 1
    assert checked > 100


def test_a_term_of_one_kind_is_itself_the_list_of_that_kind(
    browsing: Browsing, pages: dict[str, Page]
) -> None:
    assert "browse/audience/families/index.html" in pages
    assert not [name for name in pages if name.startswith("browse/audience/families/kind/")]
    assert browsing.facets("browse/audience/families/index.html") == []
    # The audience «public» holds a plan and a question below it, its narrower terms one kind each.
    below = browsing.tree("browse/audience/public/kind/plan/index.html")
    assert [browsing.target(one) for one in below] == [
        "browse/audience/public/kind/plan/index.html",
        "browse/audience/families/index.html",
    ]
    assert "這裡沒有其他種類的資料。" in pages["browse/audience/families/index.html"].text


def test_codes_that_look_like_parts_of_addresses_collide_with_nothing(
    browsing: Browsing, pages: dict[str, Page]
) -> None:
    for code in ("kind", "part"):
        assert browsing.listed(f"browse/audience/{code}/index.html") == of(
            "", "faq/visits/whom-to-ask/"
        )
    assert browsing.listed("browse/audience/public/kind/faq/index.html") == of(
        "", "faq/visits/whom-to-ask/"
    )
    assert "browse/audience/kind/kind/faq/index.html" not in pages


@pytest.mark.parametrize("tree", TREES)
def test_a_page_by_kind_is_framed_like_every_other(
    built: Built, pages: dict[str, Page], tree: str
) -> None:
    for path, above in (
        ("browse/theme/300/kind/faq/", "browse/theme/300/"),
        ("browse/kinds/faq/", "browse/"),
    ):
        this = pages[f"{tree}{path}index.html"]
        assert this.canonical == [f"{ADDRESS}{tree}{path}"]
        assert set(this.alternates) == {
            ("x-default", f"{ADDRESS}{path}"),
            ("zh-Hant-TW", f"{ADDRESS}{path}"),
            ("en", f"{ADDRESS}en/{path}"),
        }
        assert this.meta("DC.Identifier") == [path.strip("/").replace("/", "-")]
        crumbs = re.findall(r'<nav class="breadcrumb".*?</nav>', built.text(this.path), re.DOTALL)
        last = re.findall(r'href="([^"]+)"', crumbs[0])[-1]
        links = Links(built.folder, [], ADDRESS)
        assert links.target(this, last) == f"{tree}{above}index.html"
        assert f"<loc>{ADDRESS}{tree}{path}</loc>" in built.text("sitemap.xml")


def test_every_link_leads_somewhere_and_every_page_is_reached(
    built: Built, pages: dict[str, Page]
) -> None:
    links = Links(built.folder, list(pages.values()), ADDRESS)
    reached = {"index.html", "404.html"}
    for this in pages.values():
        for one in dict.fromkeys(this.links):
            if not links.leaves(this, one):
                assert links.fault(this, one) is None, (this.path, one)
                reached.add(str(links.target(this, one)))
    assert set(pages) - reached == set()


def test_the_site_map_names_the_kinds_and_says_where_the_rest_is(pages: dict[str, Page]) -> None:
    this = pages["sitemap/index.html"]
    assert "常見問題，依分類瀏覽" in this.text
    assert "每個類目還可以只看其中一種資料" in this.text
    assert not [one for one in this.links if re.search(r"/kind/[\w-]+/$", one)]


def test_a_kind_that_is_gone_takes_its_pages_along(minisite: Minisite) -> None:
    questions(minisite)
    minisite.build()
    for name in QUESTIONS:
        minisite.remove(f"content/faq/visits/{name}.md", f"content/en/faq/visits/{name}.md")
    again = minisite.build()
    assert not [name for name in again.files if "/faq/" in name]
    assert "browse/theme/300/kind/plan/index.html" in again.files


def test_a_site_of_one_kind_has_no_pages_by_kind(minisite: Minisite) -> None:
    minisite.remove("data/plans/plan-115.yml")
    minisite.edit("content/index.md", "[今年的計畫](record:plan-115)", "各科室")
    minisite.edit("content/en/index.md", "[the plan of this year](record:plan-115)", "the units")
    built = minisite.build()
    assert not [name for name in built.files if "kind" in name]
    assert "依資料種類" not in built.page("browse/").text
    assert "browse/theme/310/index.html" in built.files


def test_an_editors_page_at_the_address_of_a_kind_stops_the_build(minisite: Minisite) -> None:
    questions(minisite)
    minisite.write({"content/browse/theme/300/kind/faq.md": page("自己的", "文。")})
    assert "[address-taken]" in minisite.try_build().log
