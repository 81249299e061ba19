"""A language that the package does not know comes by configuration and translation alone."""

from __future__ import annotations

import gzip
import re

import pytest

from tests.build.minisite import BASE, FILES, Minisite, page
from tests.build.service_files import CERTIFICATE, odt, with_services
from tests.build.test_disclosure import item

VIETNAMESE = (FILES / "vi.yml").read_text(encoding="utf-8")
ADDRESS = "https://prison.example.gov.tw/"


@pytest.fixture
def three(minisite: Minisite) -> Minisite:
    """The base site with Vietnamese: a plan and the home page have it, the other page has not."""
    minisite.option(languages="[zh, en, vi]")
    plan = BASE["data/plans/plan-115.yml"]
    for chinese, vietnamese in {
        "zh: 示範監獄 115 年度服務計畫": "Kế hoạch phục vụ năm 2026 của Trại giam Mẫu",
        "zh: 縮短等候時間。": "Rút ngắn thời gian chờ.",
        "zh: 接見": "Thăm gặp",
    }.items():
        assert plan.count(f"{chinese},") == 1
        plan = plan.replace(f"{chinese},", f'{chinese}, vi: "{vietnamese}",')
    minisite.write(
        {
            "data/translations/vi.yml": VIETNAMESE,
            "data/plans/plan-115.yml": plan,
            "content/vi/index.md": """
                ---
                title: Xin chào
                summary: Trang chủ của Trại giam Mẫu.
                ---

                Hãy xem [kế hoạch năm nay](record:plan-115).
            """,
            "content/visits.md": page("接見須知", "請帶證件。"),
        }
    )
    return minisite


def test_every_page_stands_in_three_languages(three: Minisite) -> None:
    built = three.build()
    assert built.warnings == []
    pages = built.pages - {"404.html"}
    chinese = {name for name in pages if not name.startswith(("en/", "vi/"))}
    assert len(chinese) > 20
    assert {f"vi/{name}" for name in chinese} == {name for name in pages if name.startswith("vi/")}
    assert {f"en/{name}" for name in chinese} == {name for name in pages if name.startswith("en/")}
    for name in pages:
        wanted = {"en/": "en", "vi/": "vi"}.get(name[:3], "zh-Hant-TW")
        assert f'<html lang="{wanted}">' in built.text(name), name


def test_the_interface_speaks_vietnamese(three: Minisite) -> None:
    built = three.build()
    plan = built.page("vi/plans/plan-115/")
    assert plan.h1 == "Kế hoạch phục vụ năm 2026 của Trại giam Mẫu"
    assert "Chuyển đến nội dung chính" in plan.text
    assert "Ngày công bố" in plan.text
    assert "Rút ngắn thời gian chờ." in plan.text
    assert plan.meta("DC.Language") == ["Tiếng Việt"]
    assert built.page("vi/").h1 == "Xin chào"
    assert "../plans/plan-115/" not in built.page("vi/").links
    assert "plans/plan-115/" in built.page("vi/").links
    # The other languages offer it by its own name.
    for address in ("plans/plan-115/", "en/plans/plan-115/"):
        assert 'lang="vi" hreflang="vi">Tiếng Việt</a>' in built.text(f"{address}index.html")


@pytest.mark.parametrize(
    "path", ["", "plans/plan-115/", "visits/", "browse/theme/", "units/guard/"]
)
def test_alternates_lead_both_ways(three: Minisite, path: str) -> None:
    built = three.build()
    wanted = {
        ("x-default", f"{ADDRESS}{path}"),
        ("zh-Hant-TW", f"{ADDRESS}{path}"),
        ("en", f"{ADDRESS}en/{path}"),
        ("vi", f"{ADDRESS}vi/{path}"),
    }
    for prefix in ("", "en/", "vi/"):
        this = built.page(f"{prefix}{path}")
        assert set(this.alternates) == wanted
        assert this.canonical == [f"{ADDRESS}{prefix}{path}"]


def test_the_sitemap_names_three_languages(three: Minisite) -> None:
    built = three.build()
    sitemap = built.text("sitemap.xml")
    assert gzip.decompress((built.folder / "sitemap.xml.gz").read_bytes()).decode() == sitemap
    places = set(re.findall("<loc>([^<]+)</loc>", sitemap))
    pages = built.pages - {"404.html"}
    assert places == {ADDRESS + name.removesuffix("index.html") for name in pages}
    assert sitemap.count('hreflang="vi"') == len(pages)
    assert sitemap.count(f'hreflang="vi" href="{ADDRESS}vi/visits/"') == 3


def test_what_is_not_translated_is_chinese_and_says_so(three: Minisite) -> None:
    built = three.build()
    notice = "Một số phần của trang này chưa có bản Tiếng Việt"
    plan = built.text("vi/plans/plan-115/index.html")
    assert notice in plan
    assert re.search(r'<div class="prose" lang="zh-Hant-TW"><p>便民。</p>', plan)
    assert '<span lang="zh-Hant-TW">實施對象</span>' in plan
    assert "To serve." not in plan
    english = built.text("en/plans/plan-115/index.html")
    assert 'lang="zh-Hant-TW">便民' not in english
    assert "not yet available" not in english


def test_a_page_without_translation_says_so(three: Minisite) -> None:
    built = three.build()
    text = built.text("vi/visits/index.html")
    assert "Trang này chưa có bản Tiếng Việt. Dưới đây là bản gốc." in text
    assert '<div lang="zh-Hant-TW"><p>請帶證件。</p>' in text
    assert '<h1><span lang="zh-Hant-TW">接見須知</span></h1>' in text
    assert "chưa có" not in built.text("vi/index.html")


def test_the_error_page_speaks_every_language(three: Minisite) -> None:
    text = three.build().text("404.html")
    assert 'lang="vi"' in text
    assert "Không tìm thấy trang" in text
    assert 'href="/vi/"' in text


def test_an_incomplete_translation_is_one_problem_that_names_the_missing_words(
    three: Minisite,
) -> None:
    words = VIETNAMESE.split("\n")
    kept = [line for line in words if not line.startswith(("  home:", "  comma:", "  term_none:"))]
    assert len(kept) == len(words) - 3
    three.write({"data/translations/vi.yml": "\n".join(kept)})
    built = three.try_build()
    assert built.error is not None
    assert built.log.count("[translation-incomplete]") == 1
    assert "data/translations/vi.yml: 介面文字還缺 3 則：comma、home、term_none。" in built.log
    assert "3 interface texts are missing: comma, home, term_none." in built.log
    assert not built.folder.exists()


def test_a_language_without_a_translation_file_is_one_problem(minisite: Minisite) -> None:
    minisite.option(languages="[zh, en, vi]")
    built = minisite.try_build()
    assert "data/translations/vi.yml: 語言「vi」缺少翻譯檔" in built.log
    assert "共 1 個問題" in built.log


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("plans_intro: Các kế", 'plans_intro: "{kount}" + "'),
        ("{count} kế hoạch", "{kount} kế hoạch"),
        ("{count} kế hoạch", "{count kế hoạch"),
        ("{count} kế hoạch", "{} kế hoạch"),
        ("{count} kế hoạch", "{count.x} kế hoạch"),
        ("{count} kế hoạch", "{count:d2} kế hoạch"),
    ],
)
def test_a_place_that_the_program_does_not_fill_is_a_problem(
    three: Minisite, old: str, new: str
) -> None:
    three.edit("data/translations/vi.yml", f"{old}", new)
    built = three.try_build()
    assert built.error is not None
    assert "data/translations/vi.yml" in built.log
    assert "Traceback" not in built.log


def test_vietnamese_can_be_the_main_language(minisite: Minisite) -> None:
    """The main language is the first one configured, not Chinese as such."""
    for name, words in list(BASE.items()):
        if name.startswith("content/en/"):
            minisite.remove(name)
        elif name != "mkdocs.yml":
            minisite.write({name: words.replace("zh: ", "vi: ")})
    minisite.option(languages="[vi, en]")
    minisite.write({"data/translations/vi.yml": VIETNAMESE})
    built = minisite.build()
    assert built.page("plans/plan-115/").lang == "vi"
    assert built.page("en/plans/plan-115/").lang == "en"
    assert not any(name.startswith(("vi/", "zh/")) for name in built.files)


# -- services, forms, items ----------------------------------------------------------------------


@pytest.fixture
def serving(three: Minisite) -> Minisite:
    """With a service of which the title, a step and nothing else is in Vietnamese."""
    with_services(three)
    words = CERTIFICATE
    for chinese, vietnamese in {
        "zh: 出監證明,": "Giấy chứng nhận ra tù",
        "zh: 收件,": "Tiếp nhận",
    }.items():
        assert words.count(chinese) == 1
        words = words.replace(chinese, f'{chinese} vi: "{vietnamese}",')
    three.write({"data/services/release-certificate.yml": words})
    three.write(item("accounts", "6", "決算書", "state: none\nreason: {zh: 年度還沒結束。}\n"))
    return three


def main(text: str) -> str:
    return text.partition("<main")[2].partition("</main>")[0]


def test_a_service_speaks_vietnamese_where_it_can(serving: Minisite) -> None:
    built = serving.build()
    assert built.warnings == []
    this = built.page("vi/services/release-certificate/")
    assert (this.lang, this.h1) == ("vi", "Giấy chứng nhận ra tù")
    text = main(built.text("vi/services/release-certificate/index.html"))
    assert "<strong>7 ngày làm việc</strong>" in text
    assert "<strong>Tiếp nhận</strong>" in text
    assert "Miễn phí" in text
    assert f'download><span lang="zh-Hant-TW">委託書</span> (ODT, {len(odt())} B)</a>' in text
    sheet = built.page("vi/services/release-certificate/sheet/")
    assert sheet.h1 == "Giấy chứng nhận ra tù (hướng dẫn một trang)"
    assert "2 thủ tục" in built.page("vi/services/").text


def test_what_a_service_does_not_say_in_vietnamese_is_chinese_and_marked(
    serving: Minisite,
) -> None:
    """Never English in its place, and never Chinese passed off as Vietnamese."""
    built = serving.build()
    notice = "Một số phần của trang này chưa có bản Tiếng Việt"
    text = built.text("vi/services/release-certificate/index.html")
    assert notice in text
    assert '<div class="prose" lang="zh-Hant-TW"><p>本人或家屬。</p>' in text
    assert '<strong><span lang="zh-Hant-TW">領取</span></strong>' in text
    assert '<span lang="zh-Hant-TW">身分證件</span>' in text
    for english in ("The person or the family.", "Hand it over", "Proof of identity", "Complete"):
        assert english not in main(text), english
    tour = built.text("vi/services/tour/index.html")
    assert "Trang này chưa có bản Tiếng Việt" in tour
    assert '<h1><span lang="zh-Hant-TW">參觀</span></h1>' in tour
    assert main(tour).count("Không có thông tin") >= 10
    assert "Not provided" not in tour
    assert "未提供" not in tour


def test_an_item_of_article_7_falls_back_in_the_same_way(serving: Minisite) -> None:
    built = serving.build()
    text = built.text("vi/disclosure/items/accounts/index.html")
    assert '<h1><span lang="zh-Hant-TW">決算書</span></h1>' in text
    assert "Hiện chưa có" in main(text)
    assert '<div class="prose" lang="zh-Hant-TW"><p>年度還沒結束。</p>' in text
    for number in range(1, 11):
        this = built.page(f"vi/disclosure/{number}/")
        assert this.lang == "vi"
        assert f"Loại {number}: " in this.h1


HAN = re.compile("[\u4e00-\u9fff]")
MARKED = re.compile(r'<(\w+)[^>]* lang="zh-Hant-TW"[^>]*>(?:(?!<\1\b).)*?</\1>', re.DOTALL)


def test_no_chinese_stands_unmarked_on_a_vietnamese_page(serving: Minisite) -> None:
    """A screen reader would read it out in Vietnamese."""
    built = serving.build()
    pages = [name for name in built.files if name.startswith("vi/") and name.endswith(".html")]
    assert len(pages) > 30
    unmarked = []
    for name in sorted(pages):
        inside, found = re.sub(r"<svg.*?</svg>", "", main(built.text(name)), flags=re.DOTALL), 1
        while found:
            inside, found = MARKED.subn("", inside)
        words = re.sub(r"<[^>]*>", " ", inside).split()
        unmarked += [(name, one) for one in words if HAN.search(one)]
    assert unmarked == []
