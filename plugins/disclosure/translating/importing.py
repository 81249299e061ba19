"""A translator's sheet back into the files: all of it, or nothing and every reason why not."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from disclosure.model.catalogue import Catalogue
from disclosure.model.settings import Settings
from disclosure.problems import Problem, errors
from disclosure.reading.files import read_text
from disclosure.reading.front_matter import read_markdown
from disclosure.reading.locator import Locator
from disclosure.reading.places import Location
from disclosure.reading.site import read_site
from disclosure.reading.yaml_reader import read_yaml
from disclosure.translating.fields import BODY
from disclosure.translating.lock import accept
from disclosure.translating.rewriting import NotRewritable, rewritten
from disclosure.translating.sheet import Row, misfilled, version
from disclosure.translating.states import Translation, normalised, survey

_RULE = "translation-sheet"


@dataclass
class Taken:
    """What an import changed."""

    written: int = 0
    confirmed: int = 0
    files: list[str] = field(default_factory=list)


@dataclass
class _Plan:
    """New words by file and location; which row each came from."""

    values: dict[str, dict[Location, str]] = field(default_factory=dict)
    rows: dict[str, dict[Location, Row]] = field(default_factory=dict)
    names: set[tuple[str, str]] = field(default_factory=set)
    taken: Taken = field(default_factory=Taken)


def take_in(
    rows: Iterable[Row],
    found: Collection[Translation],
    catalogue: Catalogue,
    settings: Settings,
    sheet: str,
) -> tuple[Taken, list[Problem]]:
    """Write the new words into the files and accept them; nothing at all if anything is wrong."""
    plan, problems = _planned(rows, found, catalogue, settings, sheet)
    texts: dict[str, str] = {}
    for path, values in plan.values.items():
        text = _new_text(path, values, catalogue.primary, settings)
        if text is None:
            problems.append(_not_written(sheet, next(iter(plan.rows[path].values())), path))
        else:
            texts[path] = text
    if problems:
        return Taken(), problems
    problems = _put(texts, plan, settings, sheet)
    if problems:
        return Taken(), problems
    reading = read_site(settings)
    assert reading.catalogue is not None
    assert settings.today is not None
    chosen = [
        one
        for one in survey(reading.catalogue, settings.data)
        if (one.name, one.language) in plan.names
    ]
    accept(reading.catalogue, settings, chosen, settings.today)
    plan.taken.files = sorted(texts)
    return plan.taken, []


def _planned(
    rows: Iterable[Row],
    found: Collection[Translation],
    catalogue: Catalogue,
    settings: Settings,
    sheet: str,
) -> tuple[_Plan, list[Problem]]:
    plan, problems = _Plan(), []
    known = {(one.name, one.language): one for one in found}
    for row in rows:
        one = known.get((row.name, row.language))
        told = _objection(row, one, catalogue.primary, plan)
        if told:
            problems.append(Problem(sheet, row.line, 0, _RULE, *told))
            continue
        assert one is not None
        plan.names.add((one.name, one.language))
        if not row.words or row.words == normalised(one.field.text.get(one.language) or ""):
            plan.taken.confirmed += 1
            continue
        path, location = _target(one, settings)
        plan.values.setdefault(path, {})[location] = row.words
        plan.rows.setdefault(path, {})[location] = row
        plan.taken.written += 1
    return plan, problems


def _objection(
    row: Row, one: Translation | None, primary: str, plan: _Plan
) -> tuple[str, str] | None:
    """Why a row cannot be taken in."""
    if one is None:
        return (
            f"網站上沒有「{row.name}」（{row.language}）這一欄，可能已經刪除或改名。請重新匯出。",
            f'The site has no "{row.name}" ({row.language}): removed or renamed, perhaps. Export '
            "again.",
        )
    if (row.name, row.language) in plan.names:
        return (
            f"「{row.name}」（{row.language}）在表裡改了兩次，請留一列。",
            f'"{row.name}" ({row.language}) was changed in two rows: keep one.',
        )
    if row.version != version(one, primary):
        return (
            f"匯出之後，「{row.name}」的原文或譯文又改過了，所以這一列不能匯入。請重新匯出這一欄。",
            f'The original or the translation of "{row.name}" has changed since the export: export '
            "it again.",
        )
    if row.translation != normalised(one.field.text.get(one.language) or ""):
        return (
            f"「{row.name}」的「目前譯文」欄被改過；請把它復原，新的譯文寫在「新譯文」欄。",
            f'The present translation of "{row.name}" was edited in the sheet: put it back, and '
            'write new words into the column "new translation".',
        )
    if told := misfilled(row):
        return told
    if not row.words and one.state == "missing":
        return (
            f"「{row.name}」還沒有譯文，不能沿用；請填「新譯文」。",
            f'"{row.name}" has no translation to keep: write one.',
        )
    return None


def _target(one: Translation, settings: Settings) -> tuple[str, Location]:
    """The file and the place of the words in a language, whether they are there yet or not."""
    this = one.field
    if this.files is None:
        return this.path, (*this.location, one.language)
    known = this.files.translations.get(one.language)
    below = this.path.removeprefix(f"{settings.content}/")
    return known or f"{settings.content}/{one.language}/{below}", this.location


def _new_text(
    path: str, values: dict[Location, str], primary: str, settings: Settings
) -> str | None:
    """The file with the new words; None when they cannot be put in by a program."""
    if not (settings.root / path).exists():
        return _new_file(values)
    text = read_text(settings.root / path, settings.root, [])
    assert text is not None, "the site was read without a problem"
    above, head, below, prose = _parts(text) if path.endswith(".md") else ("", text, "", "")
    fields = {location: words for location, words in values.items() if location != (BODY,)}
    try:
        changed = rewritten(head, fields, primary) if fields else head
    except NotRewritable:
        return None
    if not _says(head, changed, fields, primary):
        return None
    if (BODY,) in values:
        old = prose.strip()
        first, _, last = prose.partition(old) if old else ("\n", "", "\n")
        prose = f"{first}{values[BODY,]}{last}"
    return f"{above}{changed}{below}{prose}"


def _parts(text: str) -> tuple[str, str, str, str]:
    """A Markdown file in four: opening fence, fields, closing fence, prose."""
    prose = read_markdown(text, "").body
    lines = text[: len(text) - len(prose)].splitlines(keepends=True)
    return lines[0], "".join(lines[1:-1]), lines[-1], prose


def _new_file(values: dict[Location, str]) -> str | None:
    """A translation of a Markdown file that has none yet; it needs a title at least."""
    if ("title",) not in values:
        return None
    head = rewritten("title: x\n", {key: v for key, v in values.items() if key != (BODY,)}, "")
    return f"---\n{head}---\n\n{values.get((BODY,), '')}".rstrip("\n") + "\n"


def _says(before: str, after: str, values: dict[Location, str], primary: str) -> bool:
    """Does the file say what it said, with nothing but the new words changed?"""
    old, new = read_yaml(before, ""), read_yaml(after, "")
    if new.problems:
        return False
    expected = copy.deepcopy(old.data)
    for location, words in values.items():
        _set(expected, location, words, primary)
    same: bool = _normal(expected) == _normal(new.data)
    return same


def _set(data: Any, location: Location, words: str, primary: str) -> None:
    for number, step in enumerate(location[:-1]):
        below = data[step]
        if isinstance(below, str) and number == len(location) - 2:
            below = data[step] = {primary: below}
        data = below
    data[location[-1]] = words


def _normal(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _normal(below) for name, below in value.items()}
    if isinstance(value, list):
        return [_normal(below) for below in value]
    return normalised(value) if isinstance(value, str) else value


def _put(texts: dict[str, str], plan: _Plan, settings: Settings, sheet: str) -> list[Problem]:
    """Write the files; put them back when the site cannot be read with them."""
    before: dict[Path, bytes | None] = {}
    try:
        for name, text in texts.items():
            path = settings.root / name
            before[path] = path.read_bytes() if path.exists() else None
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        problems = errors(read_site(settings).problems)
        told = [_refused(sheet, one, plan, Locator(settings.root)) for one in problems]
    except BaseException:  # a full disk, Ctrl-C: all of the files, or none
        _put_back(before)
        raise
    if problems:
        _put_back(before)
    return told


def _refused(sheet: str, problem: Problem, plan: _Plan, locator: Locator) -> Problem:
    """What new words would do to a file, told at their row: the file is put back as it was."""
    above = [
        (line, row.line, row)
        for location, row in plan.rows.get(problem.path, {}).items()
        if (line := _line_of(problem.path, location, locator)) <= problem.line
    ]
    if not above:
        return Problem(
            sheet,
            0,
            0,
            _RULE,
            f"匯入之後，{problem.path} 會有問題，所以檔案都沒有改：{problem.zh}",
            f"{problem.path} would be wrong, so no file was changed: {problem.en}",
        )
    row = max(above)[-1]
    return Problem(
        sheet,
        row.line,
        0,
        _RULE,
        f"「{row.name}」的新譯文不能用，所以檔案都沒有改：{problem.zh}",
        f'The new words of "{row.name}" will not do, so no file was changed: {problem.en}',
    )


def _line_of(path: str, location: Location, locator: Locator) -> int:
    is_prose = location == (BODY,)
    return locator.prose_line(path) if is_prose else locator.place(path, location)[0]


def _put_back(before: dict[Path, bytes | None]) -> None:
    for path, content in before.items():
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content)


def _not_written(sheet: str, row: Row, path: str) -> Problem:
    return Problem(
        sheet,
        row.line,
        0,
        _RULE,
        f"「{row.name}」寫不進 {path}；檔案還沒有的話，標題（title）也要翻譯，"
        "否則請直接改那個檔案。",
        f'"{row.name}" cannot be written into {path}: if there is no such file yet, translate its '
        "title too; otherwise edit that file by hand.",
    )
