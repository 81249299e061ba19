"""The lines of a begun file: fields, each below a comment that says what it is."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from disclosure.model.catalogue import FILED_SCHEMES
from disclosure.model.placeholders import blank_translation
from disclosure.model.record import Classification, Record
from disclosure.scaffold.desk import Desk
from disclosure.scaffold.questions import Answers
from disclosure.schemas.labels import label

#: What a data file says of its texts in other languages.
TRANSLATE = (
    "# 「# en:」這樣的行是譯文的位置：寫好後刪掉開頭的「# 」；沒有譯文時，網頁顯示中文。\n"
    "# A line such as `# en:` waits for a translation: remove its `# ` once it is written.\n"
)
#: What the line above `life: draft` says.
PUBLISH = "# 寫好後刪掉下一行，就會公開。 / Remove the next line to publish.\nlife: draft\n"


@dataclass(frozen=True)
class NewFile:
    """A file to write, and what it will say."""

    path: Path
    text: str


def quoted(words: str) -> str:
    """Words as YAML takes them whatever they hold; JSON's strings are YAML's too."""
    return json.dumps(words, ensure_ascii=False)


def listed(words: Iterable[str]) -> str:
    """A list of ids on one line."""
    return f"[{', '.join(words)}]"


def note(model: type[BaseModel], field: str, more: str = "") -> str:
    """The comment above a field: its name, and a sentence."""
    known = label(model, field)
    said = f"：{known.help}" if known.help else ""
    chosen = "、".join(f"{word} {one.zh}" for word, one in known.choices.items())
    chosen = f"（{chosen}）" if chosen and field != "life" else ""
    return f"# {known.zh}{chosen}{said}{more}\n"


def field(model: type[BaseModel], name: str, value: object, more: str = "") -> str:
    """A field on one line, with its comment."""
    return f"{note(model, name, more)}{name}: {value}\n"


def text(
    desk: Desk, words: str, translated: dict[str, str] | None = None, indent: str = "  "
) -> str:
    """The lines of a text: the main language, then a place for each other one.

    A language that is not written yet is a comment, so that its page shows the main language and
    not a placeholder.
    """
    lines = [f"{indent}{desk.settings.primary}: {quoted(words)}\n"]
    for code in desk.others:
        known = (translated or {}).get(code)
        lines.append(f"{indent}{code}: {quoted(known)}\n" if known else f"{indent}# {code}:\n")
    return "".join(lines)


def titles(desk: Desk, answers: Answers) -> dict[str, str]:
    """The titles that were given in other languages."""
    return {code: answers[f"title.{code}"] for code in desk.others if answers.get(f"title.{code}")}


def classification(desk: Desk, like: Record | None) -> str:
    """The codes of the record before it, nearly always the same, each with its name."""
    codes = desk.codes(like)
    lines = ["# 分類：照抄的，請確認；代碼見編輯手冊的「分類」。\nclassification:\n"]
    for scheme in FILED_SCHEMES:
        if scheme == "disclosure" and not codes[scheme]:
            continue
        names = "、".join(desk.term(scheme, code) for code in codes[scheme])
        written = json.dumps(list(codes[scheme]))
        said = label(Classification, scheme).zh
        lines.append(f"  {scheme}: {written} # {said}{'：' if names else ''}{names}\n")
    return "".join(lines)


def days(desk: Desk, model: type[BaseModel]) -> str:
    """The dates of a record that is begun today."""
    today = desk.today.isoformat()
    return "".join(
        field(model, name, today) for name in ("published", "updated", "reviewed")
    ) + field(model, "review_months", 12)


def translation(title: str, what: str) -> str:
    """The head of a translation that nobody reads before it is written."""
    written = quoted(title or blank_translation(what))
    return (
        f"# 這種語言的題目或標題。 / The title in this language.\ntitle: {written}\n"
        "# 譯好後刪掉下一行；在那之前，這種語言的網頁顯示中文。\n"
        "# Remove the next line once it is translated; until then its page shows the original.\n"
        "life: draft\n"
    )
