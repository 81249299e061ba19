"""A page with everything that Markdown extensions make, built whole and measured as the site is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from audit import axe, html
from audit.browser import DESKTOP, NARROW, PHONE, launch, open_page
from audit.checks import Bench, set_up
from audit.results import Result
from audit.site import Site
from tests.build.minisite import BASE, Built, Minisite, page

EXTENSIONS = """
markdown_extensions:
  - admonition
  - attr_list
  - def_list
  - footnotes
  - tables
  - pymdownx.details
  - pymdownx.tabbed: {{alternate_style: {alternate}}}
  - pymdownx.tasklist: {{custom_checkbox: {custom}}}
"""

#: Every extension, alone and within another; what is in doubt is there twice.
BODY = """
    ## 申請方式

    請選一種[^1]，說明見註[^way]。再說一次[^1]。

    === "臨櫃"

        到 **櫃檯** 辦理。

        ### 時間

        表：臨櫃時間

        | 時段 | 上午 | 下午 |
        | --- | :-: | --: |
        | **平日** | `9:00` 起 | 14:00 |
        | **假日** | 不開放 | 不開放 |

        === "本人"

            帶身分證。

        === "代理人"

            - [x] 委託書
            - [ ] 代理人身分證

    === "郵寄 `掛號`"

        寄到本所。

        !!! warning
            請勿寄現金。

    ## 須知

    !!! note "先看這裡"
        一般說明，見[首頁](index.md)。

        ??? danger "小心地滑"
            雨天時，見[首頁](index.md)。

    !!! info inline end
        說明。

    ??? question "要帶什麼？"
        證件。

    ???+ tip
        開著的。

    ## 清單

    - [x] 已經做的
    - [ ] 還沒做的
    - 不是工作的

    依序辦理：

    1. [ ] 有號碼的

        第二段。

    表 1：各時段的人數

    |  | 週一 | 週二 |
    | --- | --- | --- |
    | 上午 | 3 | 4 |
    | 下午 | 5 |  |

    表：併格

    <table>
    <tr><th scope="col">甲</th><th scope="col" colspan="2">乙</th></tr>
    <tr><td>一</td><td>二</td><td>三</td></tr>
    </table>

    ## 其他

    名詞
    :   它的說明

    ```
    make site
    ```

    ```
    .venv/bin/python -m mkdocs build --strict --site-dir /tmp/a-rather-long-name-of-a-folder
    ```

        再一段很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長的原樣文字

    [^1]: 註一。
    [^way]: 註二。

        第二段。
"""
ENGLISH = """
---
title: Everything
---

!!! warning
    Do not send cash.

- [x] done

Text[^1].

Table: Hours

| Day | Hours |
| --- | --- |
| Monday | 9 to 5 |

[^1]: A note.
"""


def everything(root: Path, *, alternate: bool, custom: bool) -> Built:
    """The base site with a page of everything."""
    told = EXTENSIONS.format(alternate=str(alternate).lower(), custom=str(custom).lower())
    site = Minisite(root)
    site.write(
        {
            "mkdocs.yml": BASE["mkdocs.yml"] + told,
            "content/all.md": page("全部", BODY),
            "content/en/all.md": ENGLISH,
            "content/chinese.md": page("只有中文", BODY),
        }
    )
    built = site.build()
    assert built.warnings == []
    return built


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        root = tmp_path_factory.mktemp("everything")
        return everything(root, alternate=True, custom=True)


@pytest.fixture(scope="module")
def bench(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """The pages of everything, served for the checks."""
    site = Site(built.folder, "https://prison.example.gov.tw/")
    pages = [site.by_path[f"{name}/index.html"] for name in ("all", "en/all", "en/chinese")]
    views = [view.id for view in axe.VIEWS]
    with set_up(site, pages, tmp_path_factory.mktemp("work"), views, 1) as made:
        yield made


def faults(result: Result) -> list[str]:
    """What a check found wrong; that it looked at all three pages is seen to as well."""
    assert len(set().union(*result.judged.values())) == 3
    return [str(one) for one in result.wrong]


# -- what a reader gets --------------------------------------------------------------------------


def body(built: Built, name: str) -> str:
    """The part between title and facts, as HTML."""
    return built.text(name).partition("</h1>")[2].partition("</main>")[0]


def test_the_levels_of_headings_leave_none_out(built: Built) -> None:
    headings = [one for one in built.page("all/").headings if one[1] != "本頁內容"]
    assert headings[:8] == [
        (1, "全部"),
        (2, "申請方式"),
        (3, "臨櫃"),
        (4, "時間"),
        (5, "本人"),
        (5, "代理人"),
        (3, "郵寄 掛號"),
        (2, "須知"),
    ]
    assert (2, "註解") in headings


def test_no_control_of_a_form_and_no_english_word_is_left(built: Built) -> None:
    made = body(built, "all/index.html")
    assert not re.search(r"<(input|label|button|form)\b", made)
    assert not re.search(r"tabbed|admonition|task-list|Warning|Note\b|Jump|Question|Tip", made)


def test_ids_are_unique(built: Built) -> None:
    for address in ("all/", "en/all/", "chinese/", "en/chinese/"):
        assert built.page(address).repeated_ids == []


def test_nothing_inline_is_left(built: Built) -> None:
    for address in ("all/", "en/all/", "en/chinese/"):
        assert built.page(address).inline == []


def test_a_page_speaks_its_language(built: Built) -> None:
    english = body(built, "en/all/index.html")
    assert '<p class="callout-title">Warning</p>' in english
    assert '<span class="unseen">Done: </span>' in english
    assert "note 1</a></sup>" in english
    assert '<h2 id="footnotes">Notes</h2>' in english
    assert "<caption>Hours</caption>" in english


def test_a_page_without_translation_speaks_chinese_throughout(built: Built) -> None:
    assert body(built, "en/chinese/index.html").count("<caption>") == 3
    for words in ('<p class="callout-title">警告</p>', "註 1</a></sup>", "已完成：", ">註解</h2>"):
        assert words in body(built, "en/chinese/index.html")


@pytest.mark.parametrize(("alternate", "custom"), [(True, False), (False, True), (False, False)])
def test_the_extensions_options_change_nothing(
    built: Built, tmp_path: Path, alternate: bool, custom: bool
) -> None:
    other = everything(tmp_path, alternate=alternate, custom=custom)
    for name in ("all/index.html", "en/all/index.html", "en/chinese/index.html"):
        assert other.text(name) == built.text(name)


# -- measured ------------------------------------------------------------------------------------


def test_html_conforms(bench: Bench) -> None:
    assert faults(html.check(bench.site.folder, bench.pages)) == []


@pytest.mark.browser
def test_axe_finds_nothing_in_any_view(bench: Bench) -> None:
    result = axe.run(bench.paths, (bench.address, bench.bare_address), bench.views, 1)
    assert faults(result) == []
    assert set(result.facts["view_pages"]) == set(bench.views)


#: Of each table and quoted text: does it scroll sideways, and can the keyboard reach it?
SCROLLING = """() => [...document.querySelectorAll('pre, .table')]
  .map(box => [box.scrollWidth > box.clientWidth, box.tabIndex === 0])"""
#: `role: how often` in what the browser tells a screen reader.
ROLES = ("table", "row", "columnheader", "rowheader", "cell")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launch() as launched:
        yield launched


@pytest.mark.browser
def test_nothing_is_wider_than_a_small_screen(bench: Bench, browser: Browser) -> None:
    for path in bench.paths:
        with open_page(browser, bench.address.rstrip("/") + path, NARROW) as tab:
            tab.evaluate("__audit.unfold()")
            assert tab.evaluate("__audit.layout.overflow()") == []
            assert tab.evaluate("__audit.layout.targets()")["small"] == []


@pytest.mark.browser
def test_what_scrolls_can_be_reached_by_keyboard(bench: Bench, browser: Browser) -> None:
    with open_page(browser, f"{bench.address}all/", NARROW) as tab:
        found = [tuple(one) for one in tab.evaluate(SCROLLING)]
    assert (True, False) not in found
    assert {(True, True), (False, False)} <= set(found)


@pytest.mark.browser
def test_a_table_is_a_table_as_cards_too(bench: Bench, browser: Browser) -> None:
    told = []
    for size in (PHONE, DESKTOP):
        with open_page(browser, f"{bench.address}all/", size) as tab:
            tree = tab.context.new_cdp_session(tab).send("Accessibility.getFullAXTree")
            told.append(Counter(one["role"]["value"] for one in tree["nodes"] if "role" in one))
    counts = [{role: one[role] for role in ROLES} for one in told]
    assert counts[0] == counts[1]
    assert counts[0]["table"] == 3
    assert counts[0]["rowheader"] == 4
