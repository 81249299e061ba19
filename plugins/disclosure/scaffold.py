"""A new question, begun for an editor: its file with every field, the next number, today's date."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass
from pathlib import Path

from disclosure.model.catalogue import Catalogue
from disclosure.model.faq import PLACEHOLDER, Faq
from disclosure.model.record import Classification
from disclosure.model.settings import Settings
from disclosure.problems import Problem, errors
from disclosure.reading.site import read_site
from disclosure.suggest import guess_words, nearest

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

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
    problem = _refused(settings, catalogue, category, name, path)
    if problem:
        return [problem]
    others = [
        one
        for one in catalogue.records.values()
        if isinstance(one, Faq) and one.category == category
    ]
    number = max((one.number or 0 for one in others), default=0) + 1
    like = max(others, key=lambda one: one.number or 0, default=None)
    codes = like.classification if like else catalogue.agency.classification
    units = ", ".join(one.unit for one in like.units) if like else ""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(
            _FILE.format(
                title=_quoted(title),
                number=number,
                units=f"[{units}]",
                classification=_codes(codes),
                today=today.isoformat(),
                placeholder=PLACEHOLDER,
            )
        )
    inside = path.relative_to(settings.content_folder)
    return NewFaq(
        path,
        f"F-{category}-{number:03}",
        tuple(settings.content_folder / code / inside for code in settings.languages[1:]),
    )


def _refused(
    settings: Settings, catalogue: Catalogue, category: str, name: str, path: Path
) -> Problem | None:
    shown = path.relative_to(settings.root).as_posix()
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
    if not _NAME.fullmatch(name):
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


def _quoted(title: str) -> str:
    """The title as YAML takes it whatever it holds; JSON's strings are YAML's too."""
    return json.dumps(" ".join(title.split()), ensure_ascii=False)


def _codes(codes: Classification | None) -> str:
    """The classification of the question before it: nearly always the same."""
    schemes = ("theme", "cake", "service", "audience")
    return "\n".join(
        f"  {scheme}: {json.dumps(list(getattr(codes, scheme, ())))}" for scheme in schemes
    )
