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
from disclosure.site import urls

WANTED = ("name", "title")
#: Folders in which the site makes pages and files that nobody knows beforehand.
_OURS = (urls.SHORT, urls.ADMIN, urls.ASSETS, urls.BROWSE)


def questions(desk: Desk, answers: Answers) -> Iterator[Question]:
    """The place below `content/`, and the title."""
    path = desk.content("*.md")
    place = ask.name(desk, path, identity=lambda answer: page_id(Path(f"{answer}.md")))
    yield Question(
        "name",
        "檔名（會成為網址；可以有資料夾，例如 about/contact）",
        "File name, which becomes the address; folders are allowed, such as about/contact",
        lambda answer: (
            _taken_by_others(desk, answer)
            or place.refuse(answer)
            or _taken_by_the_site(desk, answer)
        ),
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


def _taken_by_the_site(desk: Desk, answer: str) -> Problem | None:
    """Addresses of pages that are made from data: the draft could never be published."""
    catalogue = desk.catalogue
    made = set(urls.indexes(catalogue).values())
    made |= {urls.record(one) for one in catalogue.records.values() if not isinstance(one, Page)}
    made |= {urls.unit(name) for name in catalogue.units}
    address = urls.page(f"{answer}.md")
    if address in made or address.startswith(_OURS):
        return ask.told(
            desk.shown(desk.content(f"{answer}.md")),
            "address-taken",
            f"網址 /{address} 由網站自己使用，請換一個檔名。",
            f"The address /{address} is used by the site itself: choose another name.",
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
