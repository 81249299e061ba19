"""A field of a model → the widget that an editor fills in.

Whatever the checks require (a pattern, a choice, a number's bounds) the widget requires too. Keys
of our own, which `browser/format.js` reads: `short`, the field that a value written in short stands
for; `key`, the field of an object that the list shows.
"""

from __future__ import annotations

import datetime as dt
import itertools
import types
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le, MaxLen
from pydantic import BaseModel, BeforeValidator, StringConstraints
from pydantic.fields import FieldInfo

from disclosure.model.citation import Citation
from disclosure.model.record import UnitRef
from disclosure.model.text import Text
from disclosure.schemas.labels import Label, label

Widget = dict[str, Any]

#: What is too much for a form, and is edited in the file; the form leaves it as it is.
LEFT_OUT = {("Service", "flow")}

#: The list of `configuration.lists` that a field takes its values from.
REGISTERS = {
    ("UnitRef", "unit"): "units",
    ("Contact", "unit"): "units",
    ("Classification", "theme"): "theme",
    ("Classification", "cake"): "cake",
    ("Classification", "service"): "service",
    ("Classification", "audience"): "audience",
    ("Classification", "disclosure"): "disclosure",
    ("FaqHead", "related"): "records",
    ("FaqHead", "superseded_by"): "questions",
    ("Withdrawn", "successor"): "records",
    ("Service", "related"): "records",
    ("Service", "forms"): "forms",
    ("Service", "agency"): "agencies",
    ("Document", "form"): "forms",
}

#: Objects that may be written as one of their fields alone; of units the form shows nothing else.
_SHORT: dict[type[BaseModel], str] = {Citation: "title"}
_KEY: dict[type[BaseModel], str] = {UnitRef: "unit"}

#: Texts of one line; every other text may have several.
_ONE_LINE = frozenset({"title", "name", "term", "label", "article", "period", "when"})

_LONGEST_LINE = 500
#: What a box of one line keeps anyway.
_ONE_LINE_PATTERN = r"^[^\r\n]*$"


@dataclass(frozen=True, slots=True)
class Form:
    """What a site's forms have in common: its languages."""

    languages: tuple[str, ...]

    def fields(self, model: type[BaseModel]) -> list[Widget]:
        """The widgets of all fields of a model, in its order."""
        return [
            self.field(model, name, info)
            for name, info in model.model_fields.items()
            if (model.__name__, name) not in LEFT_OUT
        ]

    def field(self, model: type[BaseModel], name: str, info: FieldInfo) -> Widget:
        """One field with its name, its help and its widget."""
        said = label(model, name)
        widget: Widget = {"name": name, "label": said.zh, "required": info.is_required()}
        if said.help:
            widget["hint"] = said.help
        owner = next(
            (one.__name__ for one in model.__mro__ if (one.__name__, name) in REGISTERS), ""
        )
        register = REGISTERS.get((owner, name))
        widget |= self._widget(info.annotation, info.metadata, name, said, register)
        return widget if info.is_required() else _relaxed(widget)

    def _widget(
        self, annotation: Any, metadata: list[Any], name: str, said: Label, register: str | None
    ) -> Widget:
        annotation, metadata = _bare(annotation, metadata)
        if get_origin(annotation) is tuple:
            return self._list(get_args(annotation)[0], name, said, register)
        if get_origin(annotation) is dict:
            return self._words(get_args(annotation)[1], name, said)
        if get_origin(annotation) is Literal:
            return _choice(get_args(annotation), said)
        if register:
            return {"widget": "select", "options": f"${register}"}
        if annotation is Text:
            return self._text(name, said, metadata)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return {"widget": "object", "fields": self.fields(annotation), **_short(annotation)}
        return _scalar(annotation, metadata)

    def _list(self, inner: Any, name: str, said: Label, register: str | None) -> Widget:
        annotation, metadata = _bare(inner, [])
        if annotation in _KEY:
            key = _KEY[annotation]
            options = f"${REGISTERS[annotation.__name__, key]}"
            return {"widget": "select", "multiple": True, "key": key, "options": options}
        if register:
            return {"widget": "select", "multiple": True, "options": f"${register}"}
        widget: Widget = {"widget": "list", "label_singular": said.zh, "collapsed": True}
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            fields = self.fields(annotation)
            return widget | {"fields": fields, **_short(annotation), **self._summary(fields)}
        one = self._widget(annotation, metadata, name, said, None)
        return widget | {"field": {"name": "one", "label": said.zh, **one}}

    def _summary(self, fields: list[Widget]) -> Widget:
        """What a closed item of a list is called."""
        for field in fields:
            if field["name"] in ("title", "name", "term"):
                return {"summary": f"{{{{fields.{field['name']}.{self.languages[0]}}}}}"}
        return {}

    def _words(self, inner: Any, name: str, said: Label) -> Widget:
        """By language: `{zh: [接見], en: [visit]}`."""
        fields = [
            {
                "name": code,
                "label": code,
                "required": False,
                **self._widget(inner, [], name, said, None),
            }
            for code in self.languages
        ]
        return {"widget": "object", "fields": fields}

    def _text(self, name: str, said: Label, metadata: list[Any]) -> Widget:
        """`{zh: …, en: …}`, of which the main language must be there."""
        kind = "string" if name in _ONE_LINE else "text"
        first = self.languages[0]
        fields = [
            {"name": code, "label": f"{said.zh} {code}", "widget": kind, "required": code == first}
            for code in self.languages
        ]
        short = any(isinstance(one, BeforeValidator) for one in metadata)
        return {"widget": "object", "fields": fields, **({"short": first} if short else {})}


def _relaxed(widget: Widget) -> Widget:
    """An object that may be left out asks for none of its fields, or no form could be saved that
    leaves it out; that one was begun and not finished, says the check."""
    if widget["widget"] != "object":
        return widget
    fields = [{**_relaxed(field), "required": False} for field in widget["fields"]]
    return {**widget, "fields": fields, "collapsed": True}


def _bare(annotation: Any, metadata: list[Any]) -> tuple[Any, list[Any]]:
    """A type without `Annotated` and `| None`, and what was said about it."""
    metadata = list(metadata)
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            metadata += more
        elif get_origin(annotation) in (Union, types.UnionType):
            annotation = next(one for one in get_args(annotation) if one is not type(None))
        else:
            return annotation, metadata


def _short(model: type[BaseModel]) -> Widget:
    return {"short": _SHORT[model]} if model in _SHORT else {}


def _choice(words: tuple[str, ...], said: Label) -> Widget:
    options = [
        {
            "label": f"{said.choices[word].zh}（{word}）" if word in said.choices else word,
            "value": word,
        }
        for word in words
    ]
    return {"widget": "select", "options": options}


def _scalar(annotation: Any, metadata: list[Any]) -> Widget:
    if annotation is bool:
        return {"widget": "boolean"}
    if annotation is dt.date:
        return {
            "widget": "datetime",
            "format": "YYYY-MM-DD",
            "date_format": True,
            "time_format": False,
        }
    if annotation in (int, Decimal):
        kind = "int" if annotation is int else "float"
        return {"widget": "number", "value_type": kind, **_bounds(metadata)}
    if annotation is not str:
        raise TypeError(f"no widget for {annotation}")
    longest = [one.max_length for one in metadata if isinstance(one, StringConstraints | MaxLen)]
    patterns = [one.pattern for one in metadata if isinstance(one, StringConstraints)]
    patterns = [pattern for pattern in patterns if pattern and pattern != _ONE_LINE_PATTERN]
    if any(length and length > _LONGEST_LINE for length in longest):
        return {"widget": "text"}
    if patterns:
        return {"widget": "string", "pattern": [str(patterns[-1]), "寫法不對，請看說明。"]}
    return {"widget": "string"}


def _bounds(metadata: list[Any]) -> Widget:
    said = [one.metadata if isinstance(one, FieldInfo) else [one] for one in metadata]
    bounds: Widget = {}
    for part in itertools.chain.from_iterable(said):
        if isinstance(part, Ge):
            bounds["min"] = part.ge
        elif isinstance(part, Le):
            bounds["max"] = part.le
    return bounds
