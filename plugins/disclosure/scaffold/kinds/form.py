"""A form: one data file with both languages, about files that are there already."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.model.file import File
from disclosure.model.form import Form
from disclosure.model.placeholders import blank
from disclosure.problems import Problem
from disclosure.reading.downloads import files_of
from disclosure.reading.files import relative, walk
from disclosure.scaffold import questions as ask
from disclosure.scaffold import words
from disclosure.scaffold.desk import Desk
from disclosure.scaffold.questions import Answers, Question
from disclosure.scaffold.words import NewFile
from disclosure.schemas.kinds import modeline
from disclosure.suggest import guess_words, nearest

WANTED = ("name", "title", "files")
#: What people fill in; pictures and pages are no forms.
_FORMATS = {".odt", ".ods", ".odp", ".pdf", ".docx", ".xlsx", ".zip"}


def questions(desk: Desk, answers: Answers) -> Iterator[Question]:
    """Name, title and files; the files have to be in place before."""
    path = desk.data("forms", "*.yml")
    yield ask.name(desk, path)
    yield ask.title(path, desk, "表單名稱", "Name of the form")
    for language in desk.others:
        yield ask.translated_title(path, desk, language)
    yield _files(desk)
    yield ask.units(desk, "")


def files(desk: Desk, answers: Answers) -> list[NewFile]:
    """The form with its files."""
    path = desk.data("forms", f"{answers['name']}.yml")
    like = next(iter(desk.catalogue.every(Form)), None)
    offered = "".join(f"  - path: {one}\n" for one in answers["files"].split())
    text = (
        modeline(desk.shown(path), desk.settings)
        + words.TRANSLATE
        + words.field(Form, "id", answers["name"])
        + f"{words.note(Form, 'title')}title:\n"
        + words.text(desk, answers["title"], words.titles(desk, answers))
        + f"{words.note(Form, 'summary')}summary:\n"
        + words.text(desk, blank("一句話：這張表做什麼用"))
        + words.PUBLISH
        + words.field(Form, "units", words.listed(answers["units"].split()))
        + words.classification(desk, like)
        + words.days(desk, Form)
        + f"{words.note(Form, 'files')}files:\n  {words.note(File, 'path')}{offered}"
        + f"{words.note(Form, 'how')}how:\n{words.text(desk, blank('怎麼填、送到哪裡'))}"
        + words.field(Form, "sources", "[]")
    )
    return [NewFile(path, text)]


def mark(desk: Desk, answers: Answers) -> str:
    """Forms have no number."""
    return ""


def _files(desk: Desk) -> Question:
    folder = desk.settings.content_folder
    known = [
        relative(path, folder)
        for path in walk(folder, desk.settings.root, [])
        if path.suffix in _FORMATS
    ]
    taken = {
        file.path for record in desk.catalogue.records.values() for _, file in files_of(record)
    }

    def refuse(answer: str) -> Problem | None:
        for one in answer.split() or [""]:
            if one not in known:
                zh, en = guess_words(nearest(one, known))
                return ask.told(
                    f"{desk.settings.content}/{one}",
                    "missing-file",
                    f"沒有這個檔案，請先把表單放到 {desk.settings.content}/forms/{zh}",
                    f"There is no such file: put the form into {desk.settings.content}/forms/ "
                    f"first{en}",
                )
        return None

    return Question(
        "files",
        f"檔案（{desk.settings.content}/ 底下的路徑，好幾種格式就用空白隔開，至少一種開放格式）",
        f"Files (paths below {desk.settings.content}/, blanks between them)",
        refuse,
        choices={one: "" for one in known if one not in taken},
    )
