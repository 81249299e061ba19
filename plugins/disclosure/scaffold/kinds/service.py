"""A service: one data file with both languages."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.model.placeholders import blank
from disclosure.model.service import Channel, Contact, Fee, Service, TimeLimit
from disclosure.scaffold import questions as ask
from disclosure.scaffold import words
from disclosure.scaffold.desk import Desk
from disclosure.scaffold.questions import Answers, Question
from disclosure.scaffold.words import NewFile
from disclosure.schemas.kinds import modeline

WANTED = ("name", "title", "units")


def questions(desk: Desk, answers: Answers) -> Iterator[Question]:
    """Name, title and units: a service without a unit cannot be published."""
    path = desk.data("services", "*.yml")
    yield ask.name(desk, path)
    yield ask.title(
        path, desk, "申辦名稱（民眾會說的話）", "Name of the service, as citizens say it"
    )
    for language in desk.others:
        yield ask.translated_title(path, desk, language)
    like = _like(desk)
    yield ask.units(desk, " ".join(one.unit for one in like.units) if like else "", wanted=True)


def files(desk: Desk, answers: Answers) -> list[NewFile]:
    """The service with what most services say, to be filled in or removed."""
    path = desk.data("services", f"{answers['name']}.yml")
    units = answers["units"].split()

    def block(name: str, what: str) -> str:
        return f"{words.note(Service, name)}{name}:\n{words.text(desk, blank(what))}"

    text = (
        modeline(desk.shown(path), desk.settings)
        + words.TRANSLATE
        + "# 不知道的欄位整段刪掉，網頁會寫「未提供」；其他欄位見編輯手冊的「申辦項目」。\n"
        + "# Remove what you do not know; the editors' manual explains all fields.\n"
        + words.field(Service, "id", answers["name"])
        + words.field(Service, "number", _number(desk))
        + f"{words.note(Service, 'title')}title:\n"
        + words.text(desk, answers["title"], words.titles(desk, answers))
        + block("summary", "一、兩句話：這是什麼、多久")
        + words.PUBLISH
        + words.field(Service, "units", words.listed(units))
        + words.classification(desk, _like(desk))
        + words.days(desk, Service)
        + block("who", "誰可以申請")
        + words.note(Service, "channels")
        + "channels:\n"
        + f"  {words.note(Channel, 'kind')}"
        + f"  - kind: counter\n    how:\n{words.text(desk, blank('怎麼做'), indent='      ')}"
        + words.note(Service, "fee")
        + f"fee:\n  {words.note(Fee, 'text')}  text:\n"
        + words.text(desk, blank("多少錢；免費就只寫 free: true"), indent="    ")
        + words.note(Service, "time_limit")
        + f"time_limit:\n  {words.note(TimeLimit, 'text')}  text:\n"
        + words.text(desk, blank("最多多久，從何時起算"), indent="    ")
        + block("remedy", "不服或機關逾期時可以怎麼辦")
        + words.note(Service, "contact")
        + f"contact:\n  {words.note(Contact, 'unit')}  - unit: {units[0]}\n"
        + words.field(Service, "sources", "[]")
    )
    return [NewFile(path, text)]


def mark(desk: Desk, answers: Answers) -> str:
    """`S-017`"""
    return f"S-{_number(desk):03}"


def _number(desk: Desk) -> int:
    return desk.next_number(desk.data("services"))


def _like(desk: Desk) -> Service | None:
    services = desk.catalogue.every(Service)
    return max(services, key=lambda one: one.number or 0, default=None)
