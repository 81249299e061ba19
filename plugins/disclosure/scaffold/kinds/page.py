"""A page of an editor's own: its Markdown file, and one for each translation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from disclosure.model.page import Page
from disclosure.model.placeholders import blank, blank_translation
from disclosure.problems import Problem
from disclosure.reading.heads import Head
from disclosure.reading.markdown_records import page_id
from disclosure.scaffold import questions as ask
from disclosure.scaffold import words
from disclosure.scaffold.desk import Desk
from disclosure.scaffold.questions import Answers, Question
from disclosure.scaffold.words import NewFile

WANTED = ("name", "title")


def questions(desk: Desk, answers: Answers) -> Iterator[Question]:
    """The place below `content/`, and the title."""
    path = desk.content("*.md")
    place = ask.name(desk, path, identity=lambda answer: page_id(Path(f"{answer}.md")))
    yield Question(
        "name",
        "檔名（會成為網址；可以有資料夾，例如 about/contact）",
        "File name, which becomes the address; folders are allowed, such as about/contact",
        lambda answer: _taken_by_others(desk, answer) or place.refuse(answer),
    )
    yield ask.title(path, desk, "頁面標題", "Title of the page")
    for language in desk.others:
        yield ask.translated_title(path, desk, language)
    yield ask.units(desk, "")


def _taken_by_others(desk: Desk, answer: str) -> Problem | None:
    """Folders that mean something else: questions, and translations."""
    first, _, rest = answer.partition("/")
    if rest and (first == "faq" or first in desk.others):
        return ask.told(
            desk.shown(desk.content(f"{answer}.md")),
            "file-name",
            f"資料夾「{first}」不能放一般頁面：那裡是常見問題或譯文；常見問題請用 new faq。",
            f'No page goes into the folder "{first}", which is for questions or translations; '
            "begin a question with `new faq`.",
        )
    return None


def files(desk: Desk, answers: Answers) -> list[NewFile]:
    """The page, and its translations."""
    name = f"{answers['name']}.md"
    like = next(iter(desk.catalogue.every(Page)), None)
    text = (
        "---\n"
        + words.field(Head, "title", words.quoted(answers["title"]))
        + words.field(Head, "summary", words.quoted(blank("一句話的摘要")))
        + words.PUBLISH
        + words.field(Head, "units", words.listed(answers["units"].split()))
        + words.classification(desk, like)
        + words.days(desk, Head)
        + f"---\n\n{blank('內文；標題從「## 」開始')}\n"
    )
    return [
        NewFile(desk.content(name), text),
        *(
            NewFile(
                desk.content(language, name),
                "---\n"
                + words.translation(answers.get(f"title.{language}", ""), "the title")
                + f"---\n\n{blank_translation('the text')}\n",
            )
            for language in desk.others
        ),
    ]


def mark(desk: Desk, answers: Answers) -> str:
    """Pages have no number."""
    return ""
