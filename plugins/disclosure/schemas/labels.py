"""What the fields of editors' files are called: `labels.yml`, by model and field.

>>> from disclosure.reading.heads import FaqHead
>>> label(FaqHead, "title").zh, label(FaqHead, "published").zh
('題目', '發布日期')
"""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

#: Heads of Markdown files carry the fields of a record without being one; translations repeat some.
_LIKE = {"Head": "Record", "TranslatedHead": "Head"}


class Choice(BaseModel):
    """A word that a field may hold, as people say it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zh: str
    en: str


class Label(Choice):
    """The name of a field, a sentence of help, and its choices by the word that is written."""

    help: str = ""
    choices: dict[str, Choice] = {}


Labels = dict[str, dict[str, Label]]


@cache
def labels() -> Labels:
    """Every label, by the name of its model and its field."""
    file = resources.files("disclosure.schemas") / "labels.yml"
    data = yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)
    return TypeAdapter(Labels).validate_python(data)


def owner(model: type[BaseModel], field: str) -> str:
    """The name below which the label of a field stands: its model's, or of one that it follows.

    Raises `LookupError` for a field that has no label, which a test keeps from happening.
    """
    known = labels()
    for ancestor in model.__mro__:
        name: str | None = ancestor.__name__
        while name:
            if field in known.get(name, ()):
                return name
            name = _LIKE.get(name)
    raise LookupError(f"no label for {model.__name__}.{field} in labels.yml")


def label(model: type[BaseModel], field: str) -> Label:
    """What a field of a model is called."""
    return labels()[owner(model, field)][field]
