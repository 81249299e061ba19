"""A question: its Markdown file, and one for each translation."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.model.faq import Faq
from disclosure.model.placeholders import ANSWER, blank_translation
from disclosure.reading.heads import FaqHead
from disclosure.scaffold import questions as ask
from disclosure.scaffold import words
from disclosure.scaffold.desk import Desk
from disclosure.scaffold.questions import Answers, Question
from disclosure.scaffold.words import NewFile

WANTED = ("category", "name", "title")


def questions(desk: Desk, answers: Answers) -> Iterator[Question]:
    """Category, name and title; units are those of the question before it unless told."""
    primary = desk.settings.primary
    yield ask.one_of(
        desk,
        "category",
        "類別",
        "Category",
        {one.id: one.name.best(primary)[0] for one in desk.catalogue.categories.values()},
        ("category", "類別", "faq.yml"),
    )
    path = desk.content("faq", answers["category"], "*.md")
    yield ask.name(desk, path)
    yield ask.title(
        path, desk, "題目（民眾會問的一句話）", "The question, as a citizen would ask it"
    )
    for language in desk.others:
        yield ask.translated_title(path, desk, language)
    like = _like(desk, answers)
    yield ask.units(desk, " ".join(one.unit for one in like.units) if like else "")


def files(desk: Desk, answers: Answers) -> list[NewFile]:
    """The question with every field that it needs, and its translations."""
    steps = ("faq", answers["category"], f"{answers['name']}.md")
    text = (
        "---\n"
        + words.field(FaqHead, "title", words.quoted(answers["title"]))
        + words.field(FaqHead, "number", _number(desk, answers))
        + words.PUBLISH
        + words.field(FaqHead, "units", words.listed(answers["units"].split()))
        + words.classification(desk, _like(desk, answers))
        + words.days(desk, FaqHead)
        + words.field(FaqHead, "related", "[]")
        + words.field(FaqHead, "sources", "[]")
        + f"---\n\n{ANSWER}\n"
    )
    return [
        NewFile(desk.content(*steps), text),
        *(
            NewFile(
                desk.content(language, *steps),
                "---\n"
                + words.translation(answers.get(f"title.{language}", ""), "the question")
                + f"---\n\n{blank_translation('the answer, its conclusion first')}\n",
            )
            for language in desk.others
        ),
    ]


def mark(desk: Desk, answers: Answers) -> str:
    """`F-visiting-003`"""
    return f"F-{answers['category']}-{_number(desk, answers):03}"


def _number(desk: Desk, answers: Answers) -> int:
    return desk.next_number(desk.content("faq", answers["category"]))


def _like(desk: Desk, answers: Answers) -> Faq | None:
    """The question before it: of the same category where there is one."""
    faqs = list(desk.catalogue.every(Faq))
    others = [one for one in faqs if one.category == answers["category"]]
    return max(others or faqs, key=lambda one: one.number or 0, default=None)
