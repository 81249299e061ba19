"""What was answered before, so that nobody is asked again within the week."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from disclosure import storing
from disclosure.outside.answers import Answer

_VERSION = 1
_ANSWERS = TypeAdapter(dict[str, Answer])


def load(path: Path) -> dict[str, Answer]:
    """The answers kept in a file; none when it is missing, damaged or of another version."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        return _ANSWERS.validate_python(kept["answers"] if kept["version"] == _VERSION else {})
    except (OSError, ValueError, KeyError, TypeError, ValidationError):
        return {}  # a cache may be deleted at any time: then everything is asked anew


def store(path: Path, answers: Mapping[str, Answer]) -> None:
    """Keep answers for the next time."""
    kept = {"version": _VERSION, "answers": {one: asdict(answers[one]) for one in sorted(answers)}}
    storing.store(path, f"{json.dumps(kept, ensure_ascii=False, indent=1)}\n".encode())


def fresh(kept: Mapping[str, Answer], today: dt.date, days: int) -> dict[str, Answer]:
    """The answers that are young enough. What had no answer is asked for again each day."""
    return {
        address: answer
        for address, answer in kept.items()
        if 0 <= _age(answer, today) < (1 if answer.state == "unreachable" else days)
    }


def dated(
    answers: Mapping[str, Answer], kept: Mapping[str, Answer], today: dt.date
) -> dict[str, Answer]:
    """New answers with their day, and the day since when it has been so."""
    day = today.isoformat()
    return {
        address: replace(
            answer,
            checked=day,
            since=kept[address].since
            if address in kept and kept[address].state == answer.state
            else day,
        )
        for address, answer in answers.items()
    }


def _age(answer: Answer, today: dt.date) -> int:
    try:
        return (today - dt.date.fromisoformat(answer.checked)).days
    except ValueError:
        return -1
