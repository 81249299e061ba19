"""What Markdown extensions make of an editor's page, as a reader gets it."""

from __future__ import annotations

import random
import re
from typing import Any

import markdown
import pytest
from markdown.extensions.toc import slugify_unicode

from disclosure.writing.callouts import KINDS
from disclosure.writing.editors_html import accessible
from disclosure.writing.html_tree import parse
from tests.unit.builders import words

EXTENSIONS = [
    *("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html"),
    *("tables", "toc", "pymdownx.details", "pymdownx.tabbed", "pymdownx.tasklist"),
]
STRINGS = words()


def converted(source: str, **configs: dict[str, Any]) -> str:
    """What MkDocs would give the page to us as."""
    return markdown.markdown(
        source,
        extensions=EXTENSIONS,
        extension_configs={"toc": {"slugify": slugify_unicode}, **configs},
    )


def html(source: str, language: str = "zh", **configs: dict[str, Any]) -> str:
    return accessible(converted(source, **configs), STRINGS[language])


def tabs(source: str, *, alternate: bool) -> str:
    return html(source, **{"pymdownx.tabbed": {"alternate_style": alternate}})


def headings(made: str) -> list[tuple[str, str]]:
    return re.findall(r"<(h[1-6])[^>]*>(.*?)</h[1-6]>", made)


# -- the tree ------------------------------------------------------------------------------------

PIECES = (
    *(
        "<p>",
        "</p>",
        '<div class="a&amp;b">',
        "</div>",
        "&lt;",
        "&#160;",
        "&nbsp",
        "a < b",
        "<br/>",
    ),
    *(
        "<br>",
        "<!-- x -->",
        "<!doctype>",
        "<?php x?>",
        "<",
        "</>",
        "</ >",
        '<img alt="a">',
        "中文\n",
    ),
    *("<script>if(a<b)</script>", '<svg><path d="x"/></svg>', "<li>", "<![CDATA[x]]>", "<x:y>"),
    *("</b", '<a href="', '">', "\r\n", "<!", "<!-", "&", "&#", "<textarea>", "<title>", "\t"),
)


def test_what_is_not_changed_is_written_as_it_was_read() -> None:
    chance = random.Random(1)
    for _ in range(3000):
        source = "".join(chance.choices(PIECES, k=chance.randint(0, 14)))
        assert parse(source).html() == source


@pytest.mark.parametrize("source", ["<div>" * 5000, "<div>" * 5000 + "</div>" * 5000])
def test_html_of_any_depth_is_read(source: str) -> None:
    assert accessible(source, STRINGS["zh"]) == source


@pytest.mark.parametrize(
    "source",
    [
        '<p>甲 &amp; 乙&#160;<b title="&quot;">丙</b><br />丁</p>\n<!-- 戊 -->',
        '<p><abbr title="開放文件格式">ODF</abbr></p>\n<dl>\n<dt>甲</dt>\n<dd>乙</dd>\n</dl>',
        '<div class="note">甲</div><section class="footnotes"></section><ul><li>甲</li></ul>',
        "<p>沒有關的<li>標籤",
        "",
    ],
)
def test_other_html_is_left_alone(source: str) -> None:
    assert accessible(source, STRINGS["zh"]) == source


@pytest.mark.parametrize(
    "source",
    [
        "甲\n{: style='color: red' #甲 }",
        "甲\n{: onclick='x()' #甲 }",
        "<p id='甲' style='color: red' onmouseover=x()>甲</p>",
    ],
)
def test_nothing_is_left_that_the_content_policy_refuses(source: str) -> None:
    assert html(source) == '<p id="甲">甲</p>'


# -- tabs ----------------------------------------------------------------------------------------

TABS = """
## 申請

=== "臨櫃"

    到櫃檯。

=== "郵寄 `掛號`"

    寄出。

後面。
"""


@pytest.mark.parametrize("alternate", [True, False])
def test_tabs_become_sections_with_headings(alternate: bool) -> None:
    assert tabs(TABS, alternate=alternate) == (
        '<h2 id="申請">申請</h2>\n'
        '<section class="card">\n<h3 id="臨櫃">臨櫃</h3>\n<p>到櫃檯。</p>\n</section>\n'
        '<section class="card">\n<h3 id="郵寄-掛號">郵寄 <code>掛號</code></h3>\n<p>寄出。</p>\n'
        "</section>\n<p>後面。</p>"
    )


@pytest.mark.parametrize("alternate", [True, False])
def test_no_control_of_a_form_is_left_of_tabs(alternate: bool) -> None:
    made = tabs(TABS, alternate=alternate)
    assert not re.search(r"<(input|label|button)|tabbed|radio", made)


@pytest.mark.parametrize("alternate", [True, False])
def test_sets_within_tabs_go_one_level_deeper(alternate: bool) -> None:
    made = tabs(
        '## 甲\n\n=== "乙"\n\n    === "丙"\n\n        一\n\n    === "丁"\n\n        二\n\n'
        '=== "戊"\n\n    三\n',
        alternate=alternate,
    )
    levels = [("h2", "甲"), ("h3", "乙"), ("h4", "丙"), ("h4", "丁"), ("h3", "戊")]
    assert headings(made) == levels
    assert re.findall("[一二三]", made) == ["一", "二", "三"]
    assert made.count("<section") == made.count("</section>") == 4


@pytest.mark.parametrize(
    ("before", "level"),
    [("", 2), ("## 甲\n\n### 乙", 4), ("###### 甲", 6), ("#### 甲\n\n## 乙", 3)],
)
def test_a_tabs_heading_follows_the_nearest_before_it(before: str, level: int) -> None:
    made = tabs(f'{before}\n\n=== "臨櫃"\n\n    來。\n\n=== "郵寄"\n\n    寄。', alternate=True)
    assert headings(made)[-2:] == [(f"h{level}", "臨櫃"), (f"h{level}", "郵寄")]


def test_headings_within_a_tab_go_below_its_own() -> None:
    made = tabs(
        '## 甲\n\n=== "乙"\n\n    ## 丙\n\n    ### 丁\n\n=== "戊"\n\n    #### 己\n', alternate=True
    )
    assert headings(made) == [
        *(("h2", "甲"), ("h3", "乙"), ("h4", "丙"), ("h5", "丁"), ("h3", "戊"), ("h4", "己")),
    ]
    assert '<h4 id="丙">' in made  # where links lead to does not change


def test_tabs_of_the_same_name_have_ids_of_their_own() -> None:
    made = tabs('## 臨櫃\n\n=== "臨櫃"\n\n    一\n\n## 乙\n\n=== "臨櫃"\n\n    二', alternate=True)
    ids = re.findall(r'id="([^"]+)"', made)
    assert len(ids) == len(set(ids)) == 4


def test_ids_that_the_extension_makes_of_names_stay() -> None:
    made = html(TABS, **{"pymdownx.tabbed": {"slugify": lambda name, _: f"x-{len(name)}"}})
    assert '<h3 id="x-2">臨櫃</h3>' in made


# -- callouts ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "language", "title"),
    [
        ("!!! warning", "zh", "警告"),
        ("!!! warning", "en", "Warning"),
        ('!!! warning ""', "zh", "警告"),
        ('!!! warning "小心地滑"', "zh", "警告：小心地滑"),
        ('!!! warning "Wet floor"', "en", "Warning: Wet floor"),
        ('!!! warning "颱風警告"', "zh", "颱風警告"),
        ('!!! note "**重點**與 A&B"', "zh", "備註：<strong>重點</strong>與 A&amp;B"),
        ("!!! hint", "zh", "提示"),
        ("!!! info inline end", "zh", "說明"),
        ('!!! custom "自訂"', "zh", "自訂"),
    ],
)
def test_a_callout_says_its_kind(source: str, language: str, title: str) -> None:
    made = html(f"{source}\n    內容。", language)
    assert f'<p class="callout-title">{title}</p>\n<p>內容。</p>' in made
    assert "admonition" not in made


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", STRINGS)
def test_every_kind_is_named_in_every_language(kind: str, language: str) -> None:
    made = html(f"!!! {kind}\n    x", language)
    named = STRINGS[language][f"callout_{KINDS[kind]}"]
    assert f'<p class="callout-title">{named}</p>' in made


@pytest.mark.parametrize(
    ("kind", "classes"),
    [
        *(("note", "callout"), ("tip", "callout"), ("caution", "callout warning")),
        *(("warning", "callout warning"), ("danger", "callout danger"), ("x", "callout")),
    ],
)
def test_only_what_warns_looks_otherwise(kind: str, classes: str) -> None:
    assert f'<div class="{classes}">' in html(f"!!! {kind}\n    x")
    assert f'<details class="{classes}">' in html(f"??? {kind}\n    x")


@pytest.mark.parametrize(
    ("source", "start"),
    [
        ('??? note "點開"', '<details class="callout">\n<summary>備註：點開</summary>'),
        (
            "???+ question",
            '<details open="open" class="callout">\n<summary>問題</summary>',
        ),
        (
            "<details markdown><summary>點開</summary>\n\n內容。\n\n</details>",
            '<details class="callout">\n<summary>點開</summary>',
        ),
        ('??? "點開"', '<details class="callout">\n<summary>點開</summary>'),
    ],
)
def test_details_stay_details(source: str, start: str) -> None:
    made = html(source if "內容" in source else f"{source}\n    內容。")
    assert made == f"{start}\n<p>內容。</p>\n</details>"


def test_callouts_within_callouts_and_tabs_are_turned_too() -> None:
    made = html('=== "甲"\n\n    !!! danger\n        乙\n\n        ??? tip\n            丙')
    assert [one[0] for one in re.findall(r"<(section|div|details)\b", made)] == ["s", "d", "d"]
    assert ("危險" in made, "提示" in made, "Danger" in made, "Tip" in made) == (
        *(True, True, False, False),
    )


# -- tasks ---------------------------------------------------------------------------------------

DONE = '<span class="task-sign done"><span class="unseen">已完成：</span></span>'
OPEN = '<span class="task-sign"><span class="unseen">未完成：</span></span>'


@pytest.mark.parametrize("custom", [True, False])
@pytest.mark.parametrize("clickable", [True, False])
def test_tasks_are_told_in_words(custom: bool, clickable: bool) -> None:
    config = {"custom_checkbox": custom, "clickable_checkbox": clickable}
    made = html("- [x] 甲\n- [ ] 乙\n- 丙", **{"pymdownx.tasklist": config})
    assert made == (
        f'<ul class="tasks">\n<li class="task">{DONE} 甲</li>\n'
        f'<li class="task">{OPEN} 乙</li>\n<li>丙</li>\n</ul>'
    )


def test_tasks_in_paragraphs_and_below_tasks_are_told_too() -> None:
    made = html("1. [X] 甲\n\n    乙\n\n2. [ ] 丙\n\n    - [ ] 丁")
    assert re.findall("已完成|未完成", made) == ["已完成", "未完成", "未完成"]
    assert not re.search(r"<(input|label)|task-list", made)


# -- footnotes -----------------------------------------------------------------------------------

NOTES = "文[^1]，又[^1]，另[^b]。\n\n[^1]: 註一。\n[^b]: 註二。"


def test_a_footnotes_links_say_where_they_lead() -> None:
    made = html(NOTES)
    assert '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">註 1</a></sup>' in made
    assert '<a class="footnote-ref" href="#fn:b">註 2</a>' in made
    back = re.findall(r'href="(#fnref[^"]+)"><span class="unseen">([^<]+)</span></a>', made)
    assert back == [
        ("#fnref:1", "回到本文第 1 個註解處"),
        ("#fnref2:1", "回到本文第 1 個註解處（第 2 次提到）"),
        ("#fnref:b", "回到本文第 2 個註解處"),
    ]
    assert "title=" not in made
    assert "Jump" not in made


def test_the_list_of_footnotes_has_a_heading_and_no_line() -> None:
    made = html(NOTES)
    assert '<section class="footnotes" aria-labelledby="footnotes">' in made
    assert '<h2 id="footnotes">註解</h2>\n<ol>\n<li id="fn:1">' in made
    assert "<hr" not in made


def test_the_footnotes_heading_takes_no_id_of_another() -> None:
    made = html(f"## footnotes\n\n{NOTES}")
    ids = re.findall(r'\bid="([^"]+)"', made)
    assert len(ids) == len(set(ids))
    (name,) = re.findall(r'aria-labelledby="([^"]+)"', made)
    assert f'<h2 id="{name}">註解</h2>' in made


def test_ids_of_footnotes_are_untouched() -> None:
    def ids(made: str) -> list[str]:
        return re.findall(r'\bid="(fn[^"]+)"', made)

    assert ids(html(NOTES)) == ids(converted(NOTES)) != []


# -- quoted text ---------------------------------------------------------------------------------


def test_quoted_text_that_may_scroll_can_be_reached_by_keyboard() -> None:
    made = html(f"```\n{'x' * 25}\n```\n\n    {'字' * 13}\n")
    starts = re.findall("<pre[^>]*>", made)
    assert starts == [
        f'<pre tabindex="0" role="region" aria-label="程式碼 {number}，可左右捲動">'
        for number in (1, 2)
    ]


def test_quoted_text_that_fits_is_no_stop_on_the_way() -> None:
    assert html("```\nmake site\n```") == "<pre><code>make site\n</code></pre>"
    assert "tabindex" not in html(f"    {'x' * 24}\n    {'字' * 12}")
