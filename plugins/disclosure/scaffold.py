"""A new question, begun for an editor: its file with every field, the next number, today's date."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from disclosure.model.catalogue import Catalogue
from disclosure.model.faq import PLACEHOLDER, Faq
from disclosure.model.record import Classification
from disclosure.model.settings import Settings
from disclosure.problems import Problem, errors
from disclosure.reading.files import read_text, walk
from disclosure.reading.site import read_site
from disclosure.reading.yaml_reader import control_character
from disclosure.suggest import guess_words, nearest

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"^number:\s*(\d{1,4})\s*$", re.MULTILINE)
_LONGEST = 500
_LONGEST_NAME = 80

_FILE = """\
---
title: {title}
number: {number}
# 寫好後刪掉下一行，這一題就會公開。 / Remove the next line to publish this question.
life: draft
units: {units}
classification:
{classification}
published: {today}
updated: {today}
reviewed: {today}
review_months: 12
related: []
sources: []
---

{placeholder}
"""


@dataclass(frozen=True)
class NewFaq:
    """What was begun: the file, and where each translation goes."""

    path: Path
    mark: str
    translations: tuple[Path, ...]


def new_faq(
    settings: Settings, category: str, name: str, title: str, today: dt.date
) -> NewFaq | list[Problem]:
    """Write the file of a new question, or tell why not. Nothing is ever overwritten."""
    reading = read_site(settings)
    catalogue = reading.catalogue
    if catalogue is None:
        return errors(reading.problems)
    path = settings.content_folder / "faq" / category / f"{name}.md"
    title = " ".join(title.split())
    problem = _refused(settings, catalogue, category, name, path) or _untitled(
        path, title, settings
    )
    if problem:
        return [problem]
    others = [
        one
        for one in catalogue.records.values()
        if isinstance(one, Faq) and one.category == category
    ]
    number = max(_numbers(path.parent, settings), default=0) + 1
    faqs = [one for one in catalogue.records.values() if isinstance(one, Faq)]
    like = max(others or faqs, key=lambda one: one.number or 0, default=None)
    codes = like.classification if like else catalogue.agency.classification
    units = ", ".join(one.unit for one in like.units) if like else ""
    words = _FILE.format(
        title=_quoted(title),
        number=number,
        units=f"[{units}]",
        classification=_codes(codes),
        today=today.isoformat(),
        placeholder=PLACEHOLDER,
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(words)
    except OSError as error:
        return [_unwritable(path, settings, error)]
    inside = path.relative_to(settings.content_folder)
    return NewFaq(
        path,
        f"F-{category}-{number:03}",
        tuple(settings.content_folder / code / inside for code in settings.languages[1:]),
    )


def _refused(
    settings: Settings, catalogue: Catalogue, category: str, name: str, path: Path
) -> Problem | None:
    if category not in catalogue.categories:
        zh, en = guess_words(nearest(category, catalogue.categories))
        known = "、".join(catalogue.categories) or "—"
        return Problem(
            f"{settings.data}/faq.yml",
            0,
            0,
            "unknown-category",
            f"沒有「{category}」這個類別（有：{known}）{zh}",
            f'There is no category "{category}"{en}',
        )
    shown = path.relative_to(settings.root).as_posix()
    if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        return Problem(
            shown,
            0,
            0,
            "file-name",
            f"「{name}」會成為網址，只能用小寫英文字母、數字與連字號，例如 children-count。",
            f'"{name}" becomes part of an address: lower-case letters, digits and hyphens only.',
        )
    if name in catalogue.records or path.exists():
        taken = catalogue.sources[name].path if name in catalogue.sources else shown
        return Problem(
            shown,
            0,
            0,
            "duplicate-id",
            f"識別碼「{name}」已由 {taken} 使用，請換一個。",
            f'The id "{name}" is taken by {taken}: choose another.',
        )
    return None


def _untitled(path: Path, title: str, settings: Settings) -> Problem | None:
    """A title has words, and no sign that other people's devices cannot show."""
    shown = path.relative_to(settings.root).as_posix()
    try:
        control = control_character(title)
        title.encode()
    except UnicodeEncodeError:
        control = (
            0,
            0,
            ("control-character", "題目有無法儲存的字元。", "The title cannot be saved."),
        )
    if control:
        return Problem(shown, 0, 0, *control[2])
    if not title or len(title) > _LONGEST:
        return Problem(
            shown,
            0,
            0,
            "empty-text" if not title else "too-long",
            f"題目要有 1 到 {_LONGEST} 個字。",
            f"The title takes 1 to {_LONGEST} characters.",
        )
    return None


def _unwritable(path: Path, settings: Settings, error: OSError) -> Problem:
    return Problem(
        path.relative_to(settings.root).as_posix(),
        0,
        0,
        "unwritable-file",
        "無法建立這個檔案：請確認資料夾存在、沒有同名的檔案，而且您有寫入的權限。",
        f"This file cannot be created: {error.strerror or error}.",
    )


def _numbers(folder: Path, settings: Settings) -> Iterator[int]:
    """The numbers of a category, also of files that are being worked on and cannot be read."""
    for path in walk(folder, settings.root, []):
        text = read_text(path, settings.root, []) or ""
        yield from (int(found) for found in _NUMBER.findall(text))


def _quoted(title: str) -> str:
    """The title as YAML takes it whatever it holds; JSON's strings are YAML's too."""
    return json.dumps(title, ensure_ascii=False)


def _codes(codes: Classification | None) -> str:
    """The classification of the question before it: nearly always the same."""
    schemes = ("theme", "cake", "service", "audience")
    return "\n".join(
        f"  {scheme}: {json.dumps(list(getattr(codes, scheme, ())))}" for scheme in schemes
    )
