"""What an agency can set: its own shell, vocabularies, words, menu and address."""

from __future__ import annotations

import re
import shutil

import pytest

from disclosure.searching.index import PARTS
from tests.build.minisite import Minisite, page, snapshot
from tests.support.site import Links

#: The scripts of the search page.
SCRIPTS = ("excerpt", "facets", "index", "page", "ranking", "start", "words")
#: The drawing of an address, for paper.
CODE = re.compile(rb'<svg class="qr".*?</svg>', re.DOTALL)


def menu(minisite: Minisite, name: str = "index.html") -> list[str]:
    text = (minisite.site / name).read_text(encoding="utf-8")
    found = re.search(r'<nav class="site-menu".*?</nav>', text, re.DOTALL)
    assert found is not None
    return re.findall(r"<a [^>]*>(.*?)</a>", found[0])


def test_the_base_site_builds(minisite: Minisite) -> None:
    built = minisite.build()
    assert built.warnings == []
    assert built.page("plans/plan-115/").lang == "zh-Hant-TW"
    assert built.page("en/").h1 == "Welcome"
    assert menu(minisite) == ["服務計畫", "承辦單位", "分類瀏覽"]


# -- the shell ---------------------------------------------------------------------------------


def test_an_agency_replaces_one_partial_and_one_asset(minisite: Minisite) -> None:
    minisite.edit("mkdocs.yml", "name: material", "name: material\n  custom_dir: own")
    minisite.write(
        {
            "own/partials/footer.html": '<footer class="own">{{ frame.name | words }}</footer>\n',
            "own/assets/icon.svg": "<svg/>\n",
            "own/assets/own.css": "p { color: black }\n",
        }
    )
    built = minisite.build()
    assert built.warnings == []
    for name in ("index.html", "en/index.html", "plans/plan-115/index.html", "404.html"):
        text = built.text(name)
        assert '<footer class="own">' in text
        assert "site-footer" not in text
        assert '<nav class="site-menu"' in text  # the rest is the packaged one
    assert built.text("assets/icon.svg") == "<svg/>\n"
    assert built.text("assets/own.css") == "p { color: black }\n"
    assert "--" in built.text("assets/site.css")


def test_nothing_of_the_base_theme_is_published(minisite: Minisite) -> None:
    built = minisite.build()
    others = {name for name in built.files if not name.endswith(".html")}
    assert others == {
        *("assets/icon.svg", "assets/site.css", "sitemap.xml", "sitemap.xml.gz"),
        *(f"assets/search/{script}.js" for script in SCRIPTS),
        *(f"{tree}search/index.json" for tree in ("", "en/")),
        *(f"{tree}search/{part}/0.json" for tree in ("", "en/") for part in PARTS),
        *(f"{tree}changes/feed.xml" for tree in ("", "en/")),
    }


def test_files_beside_the_pages_are_published(minisite: Minisite) -> None:
    minisite.write({"content/forms/visit.txt": "form\n", "content/style/own.css": "p {}\n"})
    built = minisite.build()
    assert built.text("forms/visit.txt") == "form\n"
    assert built.text("style/own.css") == "p {}\n"


# -- vocabularies and words --------------------------------------------------------------------


def test_a_classification_of_its_own_replaces_the_packaged_one(minisite: Minisite) -> None:
    minisite.write(
        {
            "data/classification/theme.yml": """
                scheme: theme
                name: {zh: 主題, en: Theme}
                meta: Category.Theme
                terms:
                  - {code: "300", name: {zh: 自訂的法務, en: Our Law}, attested: seen}
                  - {code: "310", name: {zh: 法律, en: Acts}, attested: seen, parent: "300"}
                  - code: "330"
                    name: {zh: 自訂的矯正, en: Our Prisons}
                    attested: label
                    parent: "300"
            """
        }
    )
    built = minisite.build()
    assert built.warnings == []
    assert "自訂的矯正" in built.page("browse/theme/330/").h1
    assert "Our Prisons" in built.page("en/browse/theme/").text
    themes = {name for name in built.files if re.match("browse/theme/(?!.*/kind/)", name)}
    assert themes == {f"browse/theme/{one}index.html" for one in ("", "300/", "310/", "330/")}
    # The other lists are the packaged ones.
    assert "browse/cake/634/index.html" in built.files


def test_a_code_that_only_the_packaged_list_has_is_unknown_then(minisite: Minisite) -> None:
    minisite.write(
        {
            "data/classification/theme.yml": """
                scheme: theme
                name: {zh: 主題}
                terms:
                  - {code: "310", name: {zh: 法律}, attested: seen}
            """
        }
    )
    log = minisite.try_build().log
    assert "data/plans/plan-115.yml:6:11: 分類代碼「330」不在 theme 分類表裡" in log


def test_an_agency_overrules_one_word(minisite: Minisite) -> None:
    before = minisite.build().text("index.html")
    minisite.write({"data/translations/zh.yml": "words:\n  nav_browse: 依類別找\n"})
    built = minisite.build()
    assert menu(minisite) == ["服務計畫", "承辦單位", "依類別找"]
    assert built.text("index.html") == before.replace("分類瀏覽", "依類別找")
    assert menu(minisite, "en/index.html") == ["Service plans", "Units", "Browse"]
    assert "依類別找" in built.page("browse/theme/").text


# -- the menu ----------------------------------------------------------------------------------


def test_the_menu_has_the_top_pages(minisite: Minisite) -> None:
    minisite.write(
        {
            "content/visits/index.md": page("接見", "內文。"),
            "content/visits/when.md": page("時間", "內文。"),
            "content/about.md": page("關於", "內文。"),
        }
    )
    minisite.build()
    assert menu(minisite) == ["服務計畫", "承辦單位", "分類瀏覽", "關於", "接見"]


def test_the_menu_is_what_the_option_says(minisite: Minisite) -> None:
    minisite.write(
        {
            "content/visits/index.md": page("接見", "內文。"),
            "content/about.md": page("關於", "內文。"),
        }
    )
    minisite.option(navigation="[visits/index.md, browse, plans]")
    built = minisite.build()
    assert built.warnings == []
    for name in ("index.html", "plans/plan-115/index.html", "about/index.html"):
        assert menu(minisite, name) == ["接見", "分類瀏覽", "服務計畫"]
    english = menu(minisite, "en/index.html")
    assert english == ['<span lang="zh-Hant-TW">接見</span>', "Browse", "Service plans"]


@pytest.mark.parametrize("entry", ["plan", "visits/indx.md", "visits/when.md"])
def test_an_entry_of_the_menu_is_never_lost_silently(minisite: Minisite, entry: str) -> None:
    """A page deeper down may be in the menu; what is not there must not vanish silently."""
    minisite.write({"content/visits/when.md": page("時間", "內文。")})
    minisite.option(navigation=f"[plans, {entry}]")
    built = minisite.try_build()
    if entry == "visits/when.md":
        assert built.error is None
        assert menu(minisite) == ["服務計畫", "時間"]
    else:
        assert entry in built.log


# -- folders -----------------------------------------------------------------------------------


def test_the_data_folder_can_stand_elsewhere(minisite: Minisite) -> None:
    before = snapshot(minisite.build().folder)
    shutil.move(minisite.root / "data", minisite.root / "records")
    minisite.option(data_dir="records")
    assert snapshot(minisite.build().folder) == before
    minisite.edit("records/plans/plan-115.yml", "year: 2026", "year: 115")
    assert "records/plans/plan-115.yml:13:7: " in minisite.try_build().log


def test_a_site_without_an_agency_file_goes_by_its_name(minisite: Minisite) -> None:
    minisite.remove("data/agency.yml")
    built = minisite.build()
    assert "data/agency.yml: （提醒）" in built.log
    assert "示範監獄" in built.page("browse/").text


def test_a_site_without_a_home_page_has_one(minisite: Minisite) -> None:
    minisite.remove("content/index.md", "content/en/index.md")
    built = minisite.build()
    assert built.page("").h1 == "示範監獄"
    assert built.page("en/").h1 == "Model Prison"


def test_an_empty_site_is_a_problem(minisite: Minisite) -> None:
    minisite.remove("content/index.md", "content/en/index.md", "data/plans/plan-115.yml")
    built = minisite.try_build()
    assert "[no-records]" in built.log


def test_a_site_with_nothing_but_drafts_is_a_problem_or_an_empty_site(minisite: Minisite) -> None:
    minisite.remove("content/index.md", "content/en/index.md")
    minisite.edit("data/plans/plan-115.yml", "year: 2026", "year: 2026\nlife: draft")
    run = minisite.run("mkdocs", "build", "--strict")
    assert "Traceback" not in run.stdout
    if run.returncode == 0:
        text = "".join(one.decode("utf-8", "replace") for one in snapshot(minisite.site).values())
        assert "115 年度服務計畫" not in text


@pytest.mark.parametrize(
    ("option", "value"),
    [("languages", "[]"), ("languages", "[zh, zh]"), ("languages", "zh"), ("workers", "two"),
     ("workers", "-1"), ("colour", "blue"), ("navigation", "plans"), ("languages", "[../x]"),
     ("languages", "[en, zh, en]"), ("data_dir", "nowhere"), ("cache_dir", "mkdocs.yml/x")],
)  # fmt: skip
def test_a_wrong_option_ends_without_a_traceback(
    minisite: Minisite, option: str, value: str
) -> None:
    minisite.option(**{option: value})
    run = minisite.run("mkdocs", "build", "--strict")
    assert run.returncode in (0, 1)
    assert "Traceback" not in run.stdout
    if run.returncode:
        assert not minisite.site.exists()


# -- the address -------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["", "site_url: ''\n"])
def test_without_an_address_there_are_no_alternates_and_no_sitemap(
    minisite: Minisite, line: str
) -> None:
    minisite.edit("mkdocs.yml", "site_url: https://prison.example.gov.tw/\n", line)
    built = minisite.build()
    assert not {"sitemap.xml", "sitemap.xml.gz"} & built.files
    for name in sorted(built.files):
        if name.endswith(".html"):
            this = built.page(name)
            assert this.alternates == []
            assert this.canonical == []
    assert 'href="/plans/"' in built.text("404.html")


def test_an_address_that_is_taken_away_takes_the_sitemap_with_it(minisite: Minisite) -> None:
    assert "sitemap.xml" in minisite.build().files
    minisite.edit("mkdocs.yml", "site_url: https://prison.example.gov.tw/\n", "")
    assert "sitemap.xml" not in minisite.build().files


@pytest.mark.parametrize("slash", ["", "/"])
def test_a_site_below_a_path(minisite: Minisite, slash: str) -> None:
    address = "https://www.example.gov.tw/prison/open"
    minisite.edit("mkdocs.yml", "https://prison.example.gov.tw/", f"{address}{slash}")
    built = minisite.build()
    error = built.page("404.html")
    assert error.links
    within = [
        one for one in (*error.links, *error.loads) if not one.startswith(("#", "https:", "tel:"))
    ]
    assert [one for one in within if not one.startswith("/prison/open/")] == []
    pages = [built.page(name) for name in sorted(built.files) if name.endswith(".html")]
    links = Links(built.folder, pages, f"{address}/")
    for this in pages:
        for one in (*this.links, *this.loads):
            assert links.leaves(this, one) or links.fault(this, one) is None, (this.path, one)
    assert f"<loc>{address}/en/plans/plan-115/</loc>" in built.text("sitemap.xml")
    assert built.page("en/").canonical == [f"{address}/en/"]


def test_pages_are_the_same_wherever_the_site_stands(minisite: Minisite) -> None:
    """Only the address itself differs, also as a code on paper: links are relative."""
    one = snapshot(minisite.build().folder)
    minisite.edit("mkdocs.yml", "https://prison.example.gov.tw/", "https://other.example/")
    other = snapshot(minisite.build().folder)
    assert one.keys() == other.keys()
    for name, words in one.items():
        if not name.endswith(".gz"):
            moved = words.replace(b"https://prison.example.gov.tw/", b"https://other.example/")
            # What an entry of a feed is called for good begins with the name of the site.
            moved = moved.replace(b"<id>tag:prison.example.gov.tw,", b"<id>tag:other.example,")
            assert CODE.sub(b"", moved) == CODE.sub(b"", other[name])
