"""The catalogue of Article 7: its ten categories, their items, and what belongs there by itself."""

from __future__ import annotations

import re

import pytest

from tests.build.minisite import Built, Minisite, unmarked
from tests.build.service_files import CODES, PDF, checksum
from tests.support.site import Links

ADDRESS = "https://prison.example.gov.tw/"
TEN = [str(number) for number in range(1, 11)]


def item(name: str, category: str, title: str, more: str = "") -> dict[str, str]:
    """The file of an item; `more` is further fields, from the margin."""
    head = f"""id: {name}
title: {{zh: {title}, en: The {name}}}
units: [secretary]
classification: {{{CODES}, disclosure: ["{category}"]}}
published: 2026-01-05
"""
    return {f"data/disclosure/{name}.yml": head + more}


FILES = {
    **item("budget", "6", "預算書", "summary: {zh: 一年的預算。, en: A year.}\n"
           "text: {zh: 見**附表**。, en: See the **table**.}\n"
           "frequency: yearly\nupdated: 2020-03-01\n"
           "files: [{path: budget/2026.pdf, name: {zh: 115 年度, en: For 2026}}]\n"
           "links: [{title: 主計總處, url: https://example.org/budget}]\n"
           "legal_basis: [{title: 預算法, article: 第 1 條}]\n"
           "sources: [機關公告]\n"),
    **item("accounts", "6", "決算書", "state: none\nreason: {zh: 年度還沒結束。, en: Not over.}\n"),
    **item("minutes", "10", "會議紀錄",
           "state: not-applicable\nreason: {zh: 本監不是合議制。, en: Not a collegial body.}\n"),
    **item("inspections", "5", "視察報告", "frequency: quarterly\nreports:\n"
           "  - period: {zh: 114 年第 4 季, en: 4th quarter of 2025}\n"
           "    due: 2026-01-31\n    received: 2026-02-03\n    published: 2026-02-10\n"
           "    response: {zh: 已**改善**。, en: It is **mended**.}\n"
           "    files: [{path: reports/2025-4.pdf}]\n"
           "  - period: {zh: 115 年第 1 季, en: 1st quarter of 2026}\n    due: 2026-04-30\n"),
    **item("contracts", "8", "契約", "state: withheld\n"
           "withheld: {ground: 7, what: {zh: 廠商的**成本**。, en: The **costs** of the firm.}}\n"),
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    minisite = Minisite(tmp_path_factory.mktemp("disclosure"))
    write(minisite)
    built = minisite.build()
    assert built.warnings == []
    return built


def write(minisite: Minisite) -> None:
    minisite.write(FILES)
    for name in ("budget/2026.pdf", "reports/2025-4.pdf"):
        path = minisite.root / "content" / name
        path.parent.mkdir()
        path.write_bytes(PDF)


def main(text: str) -> str:
    return text.partition("<main")[2].partition("</main>")[0]


def shown(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


# -- the ten categories --------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_ten_categories_are_always_there(minisite: Minisite, prefix: str) -> None:
    """Even on a site without an item; nothing of the law is passed over in silence."""
    built = minisite.build()
    text = main(built.text(f"{prefix}disclosure/index.html"))
    found = re.findall(
        r'<h2><a href="\.\./(?:\.\./)?(?:en/)?disclosure/(\d+)/"><span class="number">(\d+)', text
    )
    assert found == [(one, one) for one in TEN]
    for one in TEN:
        this = built.page(f"{prefix}disclosure/{one}/")
        assert this.kind == "disclosure-category"
        assert this.repeated_ids == []
    assert "disclosure/11/index.html" not in built.files


def test_a_plan_appears_by_itself(minisite: Minisite) -> None:
    """Nobody writes an item for it: its code is enough."""
    built = minisite.build()
    text = main(built.text("disclosure/5/index.html"))
    assert "同屬這一類的其他資料" in text
    assert '<a href="../../plans/plan-115/">示範監獄 115 年度服務計畫</a>' in text
    assert "plan-115" not in main(built.text("disclosure/4/index.html"))
    english = main(built.text("en/disclosure/5/index.html"))
    assert "Other records in this category" in english
    assert "Service Plan of the Model Prison for 2026" in english
    assert "（1 筆）" in main(built.text("disclosure/index.html"))


def test_a_category_that_holds_nothing_says_so(built: Built) -> None:
    assert "There are no records under this term yet." in built.page("en/disclosure/1/").text
    assert "There are no records" not in built.page("en/disclosure/6/").text


def test_the_categories_lead_from_one_to_the_next(built: Built) -> None:
    for number, one in enumerate(TEN):
        around = main(built.text(f"disclosure/{one}/index.html")).partition('class="around"')[2]
        wanted = TEN[max(0, number - 1) : number] + TEN[number + 1 : number + 2]
        assert re.findall(r'href="\.\./\.\./disclosure/(\d+)/"', around) == wanted


def test_all_links_of_the_catalogue_lead_somewhere(built: Built) -> None:
    pages = [built.page(name) for name in sorted(built.files) if name.endswith(".html")]
    links = Links(built.folder, pages, ADDRESS)
    faults = [
        (this.path, one)
        for this in pages
        for one in (*this.links, *this.loads)
        if not links.leaves(this, one) and links.fault(this, one) is not None
    ]
    assert faults == []


def test_the_catalogue_is_not_below_the_other_indexes(built: Built) -> None:
    """It moved: the other indexes link it where it is."""
    assert not [name for name in built.files if "browse/disclosure" in name]
    assert "../disclosure/" in built.page("browse/").links
    assert "disclosure/" in built.page("").links


def test_records_below_a_category_lead_back_to_it(built: Built) -> None:
    assert "../../disclosure/5/" in built.page("plans/plan-115/").links
    assert "../../../disclosure/6/" in built.page("disclosure/items/budget/").links


# -- items ---------------------------------------------------------------------------------------


def test_items_stand_before_other_records_and_what_there_is_before_what_there_is_not(
    built: Built,
) -> None:
    five = main(built.text("disclosure/5/index.html"))
    assert five.index("視察報告") < five.index("同屬這一類的其他資料") < five.index("服務計畫")
    six = main(built.text("disclosure/6/index.html"))
    assert six.index('id="budget"') < six.index('id="accounts"')  # by id, accounts come first


def test_an_item_has_a_page_in_each_language(built: Built) -> None:
    this, english = (
        built.page("disclosure/items/budget/"),
        built.page("en/disclosure/items/budget/"),
    )
    assert (this.kind, this.h1, english.h1) == ("disclosure-item", "預算書", "The budget")
    assert this.meta("DC.Date") == ["2020-03-01"]
    assert this.repeated_ids == english.repeated_ids == []
    text = unmarked(main(built.text("disclosure/items/budget/index.html")))
    assert "見<strong>附表</strong>。" in text
    assert '<a href="https://example.org/budget">主計總處</a>' in text
    assert "預算法 第 1 條" in text
    assert "機關公告" in text
    english_text = unmarked(main(built.text("en/disclosure/items/budget/index.html")))
    assert "See the <strong>table</strong>." in english_text
    assert '<a href="https://example.org/budget"><span lang="zh-Hant-TW">主計總處</span></a>' in (
        english_text
    )


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("path", ["disclosure/6/", "disclosure/items/budget/"])
def test_the_files_of_an_item_say_format_and_size(built: Built, prefix: str, path: str) -> None:
    text = main(built.text(f"{prefix}{path}index.html"))
    up = "../" * (prefix + path).count("/")
    before, name = (
        ("For 2026: ", "The budget (PDF, 12 KB)")
        if prefix
        else ("115 年度：", "預算書（PDF，12 KB）")
    )
    assert f'<li>{before}<a href="{up}budget/2026.pdf" download>{name}</a>' in text


def test_the_file_is_published_once_as_it_is(built: Built) -> None:
    published = [name for name in built.files if name.endswith(".pdf")]
    assert sorted(published) == ["budget/2026.pdf", "reports/2025-4.pdf"]
    assert checksum((built.folder / "budget/2026.pdf").read_bytes()) == checksum(PDF)


@pytest.mark.parametrize(
    ("name", "category", "zh", "en"),
    [
        ("accounts", "6", "目前沒有 年度還沒結束。", "None at present Not over."),
        ("minutes", "10", "不適用 本監不是合議制。", "Not applicable Not a collegial body."),
    ],
)
def test_what_there_is_not_says_why(
    built: Built, name: str, category: str, zh: str, en: str
) -> None:
    for path in (f"disclosure/items/{name}/", f"disclosure/{category}/"):
        assert zh in shown(main(built.text(f"{path}index.html")))
        assert en in shown(main(built.text(f"en/{path}index.html")))


def test_what_is_there_carries_no_state(built: Built) -> None:
    assert "已公開" not in main(built.text("disclosure/items/budget/index.html"))


@pytest.mark.parametrize("path", ["disclosure/8/", "disclosure/items/contracts/"])
def test_what_is_withheld_names_its_ground(built: Built, path: str) -> None:
    chinese, english = (shown(main(built.text(f"{one}{path}index.html"))) for one in ("", "en/"))
    assert "依法不公開" in chinese
    assert "政府資訊公開法第 18 條第 1 項第 7 款" in chinese
    assert "廠商的 成本 。" in chinese
    assert "Withheld by law" in english
    assert (
        "Freedom of Government Information Law, Article 18, paragraph 1, subparagraph 7 "
        "(business secrets)" in english
    )
    assert "The costs of the firm." in english


def test_the_reports_of_a_series_are_a_table(built: Built) -> None:
    text = main(built.text("disclosure/items/inspections/index.html"))
    cells = [
        [shown(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]
        for row in re.findall(r"<tr\b[^>]*>(.*?)</tr>", text, re.S)
    ]
    assert cells == [
        ["期間", "應提出日", "收到日", "公開日", "機關回應與檔案"],
        [
            *("114 年第 4 季", "115-01-31", "115-02-03", "115-02-10"),
            "已 改善 。 視察報告（PDF，12 KB） 檔案日期 115-02-03",
        ],
        ["115 年第 1 季", "115-04-30", "未提供", "未提供", "未提供"],
    ]
    english = main(built.text("en/disclosure/items/inspections/index.html"))
    assert "4th quarter of 2025" in english
    assert "The inspections (PDF, 12 KB)" in english


def test_an_item_says_how_often_it_is_updated_and_when_next(built: Built) -> None:
    text = shown(main(built.text("disclosure/items/budget/index.html")))
    assert "更新頻率 每年" in text
    assert "110-03-01" in text
    assert "frequency" not in text


@pytest.mark.parametrize("epoch", ["1580000000", "4000000000"])
def test_no_page_says_that_its_agency_is_late(
    minisite: Minisite, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    """An update was due in 2021: editors are told, citizens are not; no page knows the day."""
    write(minisite)
    minisite.edit(
        "data/plans/plan-115.yml",
        "published: 2026-01-05",
        "published: 2019-01-05\nreview_months: 1",
    )
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1580000000")  # January 2020
    early = minisite.build()
    assert "update-overdue" not in early.log
    before = {name: early.text(name) for name in early.files if name.endswith(".html")}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    later = minisite.build()
    assert later.error is None
    assert ("data/disclosure/budget.yml:8:12" in later.log) == (epoch > "2")
    assert {name: later.text(name) for name in later.files if name.endswith(".html")} == before
    for words in before.values():
        for late in ("逾期未", "過期", "尚未更新", "應更新而", "overdue", "was due"):
            assert late not in main(words)


def test_an_overdue_record_does_not_refuse_a_strict_build(
    minisite: Minisite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise a site could not be built any more, from one day to the next."""
    write(minisite)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4000000000")
    built = minisite.build(strict=True)
    assert "[update-overdue]" in built.log
    assert built.warnings == []


def test_an_item_in_two_categories_stands_in_both(minisite: Minisite) -> None:
    write(minisite)
    minisite.edit("data/disclosure/accounts.yml", 'disclosure: ["6"]', 'disclosure: ["6", "5"]')
    built = minisite.build()
    assert "決算書" in main(built.text("disclosure/5/index.html"))
    assert "決算書" in main(built.text("disclosure/6/index.html"))
    assert {name for name in built.files if "accounts" in name} == {
        "disclosure/items/accounts/index.html",
        "en/disclosure/items/accounts/index.html",
        "id/accounts/index.html",
    }


def test_the_address_of_an_item_does_not_change_with_its_category(minisite: Minisite) -> None:
    write(minisite)
    before = minisite.build().files
    minisite.edit("data/disclosure/accounts.yml", 'disclosure: ["6"]', 'disclosure: ["5"]')
    built = minisite.build()
    assert built.files == before
    assert 'id="accounts"' in built.text("disclosure/5/index.html")
    assert 'id="accounts"' not in built.text("disclosure/6/index.html")


def test_an_item_that_is_not_published_leaves_no_trace(minisite: Minisite) -> None:
    write(minisite)
    minisite.edit("data/disclosure/contracts.yml", "id: contracts", "id: contracts\nlife: draft")
    built = minisite.build()
    assert not [name for name in built.files if "contracts" in name]
    assert "契約</a>" not in main(built.text("disclosure/8/index.html")).partition("<nav")[0]


def test_an_id_that_the_category_page_uses_itself_is_told_or_harmless(minisite: Minisite) -> None:
    """The items stand on that page under their ids: none may stand there twice."""
    write(minisite)
    taken = minisite.build().page("disclosure/8/").ids
    names = sorted(
        one
        for one in set(taken) - {"contracts"}
        if one.replace("-", "").isalnum() and one.islower()
    )
    assert names
    for name in names:
        minisite.write(item(name, "8", f"項目 {name}"))
    built = minisite.try_build()
    if built.error is None:
        assert built.page("disclosure/8/").repeated_ids == []
    else:
        assert "data/disclosure/" in built.log
