"""Texts of records: neither headings of their own, nor pictures."""

from __future__ import annotations

import pytest

from disclosure.problems import report
from tests.unit.builders import SERVICE, SERVICE_FILE, Project, place, rules

FAQ = "content/faq/visits/book-a-visit.md"
ENGLISH_FAQ = "content/en/faq/visits/book-a-visit.md"
REMEDY = "remedy: {zh: 可以陳情。, en: File a petition.}\n"


@pytest.fixture
def serving(project: Project) -> Project:
    project.write(SERVICE_FILE, SERVICE)
    return project


def remedy(project: Project, zh: str, en: str = "See below.") -> None:
    """Write the two texts as blocks; the words of the Chinese one begin in line 14."""
    blocks = [
        f"  {code}: |\n" + "".join(f"    {line}\n" for line in words.split("\n"))
        for code, words in (("zh", zh), ("en", en))
    ]
    project.edit(SERVICE_FILE, REMEDY, f"remedy:\n{''.join(blocks)}")


def test_a_heading_in_a_text_is_told_on_its_line(serving: Project) -> None:
    remedy(serving, "一\n\n## 救濟方式\n\n二")
    problem = serving.only_problem()
    assert place(problem) == (SERVICE_FILE, 16, 0, "heading-in-text")
    assert problem.severity == "error"
    assert problem.zh == "資料檔的文字不能有標題「## 救濟方式」；請改用粗體或清單。"
    assert problem.en == (
        "Texts of data files have no headings such as `## 救濟方式`: use bold words or a list."
    )


def test_a_heading_in_a_translation_is_told_on_its_line(serving: Project) -> None:
    remedy(serving, "一", "One\n# Two")
    assert place(serving.only_problem()) == (SERVICE_FILE, 17, 0, "heading-in-text")


def test_a_heading_in_a_text_on_one_line_is_told(serving: Project) -> None:
    serving.edit(SERVICE_FILE, "zh: 可以陳情。", "zh: '# 可以陳情'")
    assert place(serving.only_problem()) == (SERVICE_FILE, 12, 0, "heading-in-text")


@pytest.mark.parametrize("mark", ["#", "######", "   ##"])
def test_headings_of_every_level_are_told(serving: Project, mark: str) -> None:
    remedy(serving, f"一\n\n{mark} 二")
    assert rules(serving.problems()) == ["heading-in-text"]


@pytest.mark.parametrize(
    "words", ["二\n====", "二\n---", "> # 二", "- # 二", "> - ## 二", "二\n  =="]
)
def test_headings_in_other_forms_are_told(serving: Project, words: str) -> None:
    """Underlined, in a quotation, in a list: each becomes a heading of the page."""
    remedy(serving, f"一\n\n{words}")
    problem = serving.only_problem()
    assert place(problem) == (SERVICE_FILE, 16, 0, "heading-in-text")


@pytest.mark.parametrize(
    "words",
    [
        "表：三\n\n| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |",
        "二\n\n---",
        "#二",
        "####### 二",
        "一 # 二",
        "`# 二`",
        "```\n# 二\n```",
        "C#",
        "#",
        "[二](https://a.tw/#b)",
    ],
)
def test_what_is_no_heading_is_not_told(serving: Project, words: str) -> None:
    remedy(serving, f"一\n\n{words}")
    assert serving.problems() == []


@pytest.mark.parametrize("name", ["content/about/index.md", FAQ])
def test_pages_and_answers_have_their_headings(project: Project, name: str) -> None:
    path = project.root / name
    path.write_text(path.read_text(encoding="utf-8") + "\n## 小標題\n", encoding="utf-8")
    assert "heading-in-text" not in rules(project.problems())


def test_texts_of_plans_are_looked_through_as_well(project: Project) -> None:
    project.edit("data/plans/plan-115.yml", "zh: 縮短等候時間。", "zh: '## 縮短'")
    assert rules(project.problems()) == ["heading-in-text"]


@pytest.mark.parametrize(
    "picture",
    [
        *("![圖](https://example.org/a.png)", "![圖](a.png)", "![](a.png)", "![圖][a]"),
        *("![a[b]c](https://example.org/a.png)", "![a\nb](https://example.org/a.png)"),
    ],
)
def test_a_picture_in_a_text_is_told_on_its_line(serving: Project, picture: str) -> None:
    remedy(serving, f"一\n\n二 {picture}")
    found = [one for one in serving.problems() if one.rule == "picture-in-text"]
    assert [place(one) for one in found] == [(SERVICE_FILE, 16, 0, "picture-in-text")]
    assert found[0].severity == "error"
    assert found[0].zh == "這裡不能放圖片；請放在一般頁面（content/），或改用文字說明。"
    assert found[0].en == "No pictures here: put them on a page of content/, or say it in words."


def test_a_picture_in_an_answer_is_told_in_its_file(project: Project) -> None:
    project.edit(FAQ, "請看", "![圖](https://example.org/a.png)請看")
    assert place(project.only_problem()) == (FAQ, 10, 0, "picture-in-text")


def test_a_picture_in_a_translated_answer_is_told_in_its_file(project: Project) -> None:
    project.edit(ENGLISH_FAQ, "See", "![A picture](https://example.org/a.png) See")
    assert place(project.only_problem()) == (ENGLISH_FAQ, 5, 0, "picture-in-text")


@pytest.mark.parametrize("words", ["`![圖](a.png)`", "看！[這裡](https://example.org/)", "!"])
def test_what_is_no_picture_is_not_told(serving: Project, words: str) -> None:
    remedy(serving, words)
    assert serving.problems() == []


def test_a_page_may_hold_a_picture(project: Project) -> None:
    (project.root / "content/about/a.png").write_bytes(b"\x89PNG")
    project.edit("content/about/index.md", "回[首頁]", "![圖](a.png)回[首頁]")
    assert project.problems() == []


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("## 一\n\n## 一\n\n## 一", "heading-in-text"),
        ("![圖](https://a.tw/a) ![圖](https://a.tw/a) ![圖](https://a.tw/a)", "picture-in-text"),
        ("[一](record:no) [一](record:no) [一](record:no)", "unknown-record"),
    ],
)
def test_three_slips_alike_are_told_once(serving: Project, words: str, rule: str) -> None:
    remedy(serving, words)
    told = report(serving.problems())
    assert told.count(f"[{rule}]") == 1
    assert told.count(f"{SERVICE_FILE}:") == 1
