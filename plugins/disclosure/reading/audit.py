"""`audit.json`, which a program writes and no editor."""

from __future__ import annotations

from pydantic import ValidationError

from disclosure.model.audit import Audit
from disclosure.model.settings import Settings
from disclosure.problems import Problem
from disclosure.reading.files import is_there, read_text, relative

NAME = "audit.json"


def read_audit(settings: Settings, problems: list[Problem]) -> Audit | None:
    """The results of the last audit; None when there was none yet."""
    path = settings.data_folder / NAME
    if not is_there(path):
        return None
    text = read_text(path, settings.root, problems)
    if text is None:
        return None
    try:
        return Audit.model_validate_json(text, context={"languages": settings.languages})
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        problems.append(
            Problem(
                relative(path, settings.root),
                0,
                0,
                "audit-unreadable",
                f"這個檔案由 make audit 產生，內容已損壞（{where or '格式'}）；"
                "請重新執行 make audit，不要手動修改。",
                f"This file is written by `make audit` and is damaged ({where or 'syntax'}): run "
                "`make audit` again, do not edit it by hand.",
            )
        )
        return None
