"""Nothing that an editor has yet to write is published."""

from __future__ import annotations

import pytest

from disclosure.model.placeholders import blank, blank_translation
from tests.unit.builders import Project, place, rules

PLAN, PAGE, QUESTION = (
    "data/plans/plan-115.yml",
    "content/about/index.md",
    "content/faq/visits/book-a-visit.md",
)


def line_of(project: Project, path: str, words: str) -> int:
    text = (project.root / path).read_text(encoding="utf-8")
    return next(number for number, line in enumerate(text.split("\n"), 1) if words in line)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (PLAN, "goals: {zh: 便民。", f"goals: {{zh: {blank('計畫目標')}"),
        (PLAN, "en: To serve.}", f"en: '{blank_translation('the goals')}'}}"),
        (PLAN, "zh: 縮短等候時間。", f"zh: 縮短{blank('多少')}"),
        (PAGE, "title: 關於", f"title: {blank('標題')}"),
        (PAGE, "回[首頁](../index.md)。", blank("內文")),
        (QUESTION, "title: 怎麼預約接見？", f"title: {blank('題目')}"),
        ("content/en/index.md", "title: Welcome", f"title: '{blank_translation('the title')}'"),
        ("content/en/index.md", "See [the plan]", f"{blank_translation('the text')} [the plan]"),
    ],
)
def test_what_is_left_is_told_where_it_stands(
    project: Project, path: str, old: str, new: str
) -> None:
    project.edit(path, old, new)
    problem = project.only_problem()
    words = "（請填寫：" if "（請填寫：" in new else "(To be written:"
    assert place(problem) == (path, line_of(project, path, words), 0, "unfinished-text")
    assert words in problem.zh
    assert words in problem.en


def test_a_draft_may_be_unfinished(project: Project) -> None:
    project.edit("content/en/index.md", "See [the plan]", f"{blank_translation('it')} [the plan]")
    project.edit("content/en/index.md", "title: Welcome", "title: Welcome\nlife: draft")
    assert rules(project.problems()) == []
    project.edit(PAGE, "title: 關於", f"title: {blank('標題')}\nlife: draft")
    assert rules(project.problems()) == []
