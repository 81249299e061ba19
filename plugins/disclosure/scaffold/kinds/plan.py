"""A service plan: one data file with both languages, with one section and one strategy."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.model.dates import ROC_OFFSET
from disclosure.model.placeholders import blank
from disclosure.model.plan import Basis, Columns, Plan, Section, Strategy
from disclosure.problems import Problem
from disclosure.scaffold import questions as ask
from disclosure.scaffold import words
from disclosure.scaffold.desk import Desk
from disclosure.scaffold.questions import Answers, Question
from disclosure.scaffold.words import NewFile
from disclosure.schemas.kinds import modeline

WANTED = ("name", "title", "agency", "year")


def questions(desk: Desk, answers: Answers) -> Iterator[Question]:
    """Name, title, agency and year."""
    path = desk.data("plans", "*.yml")
    yield ask.name(desk, path)
    yield ask.title(path, desk, "計畫全名", "Full title of the plan")
    for language in desk.others:
        yield ask.translated_title(path, desk, language)
    primary = desk.settings.primary
    yield ask.one_of(
        desk,
        "agency",
        "訂定計畫的機關",
        "Agency whose plan it is",
        {one.id: one.name.best(primary)[0] for one in desk.catalogue.agencies.values()},
        ("agency", "機關", "agencies.yml"),
    )
    yield Question(
        "year",
        f"年度（西元；民國 {desk.today.year - ROC_OFFSET} 年是 {desk.today.year}）",
        "Year, in the Western calendar",
        lambda answer: _no_year(answer, desk),
        default=str(desk.today.year),
    )
    yield ask.units(desk, "")


def _no_year(answer: str, desk: Desk) -> Problem | None:
    if answer.isascii() and answer.isdigit() and 1912 <= int(answer) <= 2200:
        return None
    return ask.told(
        desk.shown(desk.data("plans")),
        "out-of-range",
        f"「{answer}」不是西元年度，請寫 1912 到 2200。",
        f'"{answer}" is no year of the Western calendar: 1912 to 2200.',
    )


def files(desk: Desk, answers: Answers) -> list[NewFile]:
    """The plan with one section and one strategy, to be filled in and repeated."""
    path = desk.data("plans", f"{answers['name']}.yml")
    like = max(desk.catalogue.every(Plan), key=lambda one: one.year, default=None)

    def block(name: str, what: str) -> str:
        return f"{words.note(Plan, name)}{name}:\n{words.text(desk, blank(what))}"

    text = (
        modeline(desk.shown(path), desk.settings)
        + words.TRANSLATE
        + words.field(Plan, "id", answers["name"])
        + f"{words.note(Plan, 'title')}title:\n"
        + words.text(desk, answers["title"], words.titles(desk, answers))
        + block("summary", "一、兩句話的摘要")
        + words.PUBLISH
        + words.field(Plan, "units", words.listed(answers["units"].split()))
        + words.classification(desk, like)
        + words.days(desk, Plan)
        + words.field(Plan, "agency", answers["agency"])
        + words.field(Plan, "year", answers["year"])
        + words.note(Plan, "basis")
        + f"basis:\n  {words.note(Basis, 'authority')}  - authority:\n"
        + words.text(desk, blank("發文機關"), indent="      ")
        + f"    {words.note(Basis, 'title')}    title:\n"
        + words.text(desk, blank("文件名稱"), indent="      ")
        + block("goals", "計畫目標")
        + block("scope", "實施對象或實施單位的內容")
        + f"{words.note(Plan, 'scope_heading')}scope_heading:\n{words.text(desk, '實施對象')}"
        + _columns(desk)
        + _sections(desk)
    )
    return [NewFile(path, text)]


def mark(desk: Desk, answers: Answers) -> str:
    """Plans have no number."""
    return ""


def _columns(desk: Desk) -> str:
    printed = {"section": "實施要項", "strategy": "執行策略及方法"}
    lines = [
        f"  {words.note(Columns, name)}  {name}:\n{words.text(desk, said, indent='    ')}"
        for name, said in printed.items()
    ]
    return f"{words.note(Plan, 'columns')}columns:\n{''.join(lines)}"


def _sections(desk: Desk) -> str:
    return (
        f"{words.note(Plan, 'sections')}sections:\n"
        f"  {words.note(Section, 'id')}  - id: section-1\n"
        f"    {words.note(Section, 'number')}    number: 一\n"
        f"    {words.note(Section, 'title')}    title:\n"
        f"{words.text(desk, blank('要項名稱'), indent='      ')}"
        f"    {words.note(Section, 'strategies')}    strategies:\n"
        f"      {words.note(Strategy, 'id')}      - id: strategy-1\n"
        f'        {words.note(Strategy, "number")}        number: "1"\n'
        f"        {words.note(Strategy, 'title')}        title:\n"
        f"{words.text(desk, blank('策略的短標題'), indent='          ')}"
        f"        {words.note(Strategy, 'text')}        text:\n"
        f"{words.text(desk, blank('策略內容'), indent='          ')}"
    )
