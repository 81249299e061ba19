"""Plain data → model, with every failure told in the editor's words and at its place."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from disclosure.problems import Problem
from disclosure.reading.places import (
    Location,
    child,
    fields_at,
    find,
    key_node,
    where_missing,
    without_tags,
)
from disclosure.reading.validation_messages import TELLERS, Names, other
from disclosure.reading.yaml_reader import Document
from disclosure.suggest import nearest

#: What pydantic puts behind a mapping's name when the name is wrong, and not its value.
_NAME = "[key]"

ModelT = TypeVar("ModelT", bound=BaseModel)


def validate(model: type[ModelT], document: Document, languages: tuple[str, ...]) -> ModelT | None:
    """The model that a document's data makes, or None with the problems in `document.problems`."""
    if document.problems:
        return None
    if not isinstance(document.data, dict):
        document.tell(
            document.node,
            "not-a-mapping",
            "檔案最外層應該是「欄位: 值」。",
            "The file must consist of `field: value` lines.",
        )
        return None
    try:
        return model.model_validate(document.data, context={"languages": languages})
    except ValidationError as failure:
        found = failure.errors(include_url=False)
        mistyped = {guess for error in found for guess in _meant(model, error)}
        for error in found:
            if error["type"] == "missing" and error["loc"] in mistyped:
                continue
            if error["type"] == "too_short" and any(_below(other, error) for other in found):
                continue  # pydantic counts only the entries that are valid
            document.problems.append(_problem(model, document, error))
        return None


def _below(error: ErrorDetails, above: ErrorDetails) -> bool:
    place = above["loc"]
    return len(error["loc"]) > len(place) and error["loc"][: len(place)] == place


def _meant(model: type[BaseModel], error: ErrorDetails) -> list[Location]:
    """The field that an unknown one was meant to be: it is mistyped, not missing as well."""
    if error["type"] != "extra_forbidden":
        return []
    *parent, name = error["loc"]
    guess = nearest(str(name), next(fields_at(model, tuple(parent)), []))
    return [(*parent, guess)] if guess else []


def _problem(model: type[BaseModel], document: Document, error: ErrorDetails) -> Problem:
    location: Location = tuple(step for step in error["loc"] if step != _NAME)
    kind = error["type"]
    fields = next(fields_at(model, location[:-1]), []) if location else []
    is_name = kind == "extra_forbidden" or _NAME in error["loc"]
    line, column = _place(document, location, kind, fields, is_name)
    steps = without_tags(document.node, location)
    tell = TELLERS.get(kind, other)
    said = {"input": error.get("input"), **error.get("ctx", {}), "msg": error["msg"]}
    rule, zh, en = tell(_name(steps), fields, said)
    trail = _trail(steps)
    if trail:
        zh, en = f"{trail[0]}：{zh}", f"{trail[1]}: {en}"
    return Problem(document.path, line, column, rule, zh, en)


def _place(
    document: Document, location: Location, kind: str, fields: list[str], is_name: bool
) -> tuple[int, int]:
    node, missing = find(document.node, location)
    if kind == "missing" and node is not None and missing:
        line, column = where_missing(node, str(missing[0]), fields)
        return line + document.first_line, column + 1
    if kind == "union_tag_invalid":
        node = child(node, "kind") or node
    if is_name and location:
        parent, _ = find(document.node, location[:-1])
        key = key_node(parent, str(location[-1]))
        if key is not None:
            return document.place(key)
    return document.place(node)


def _trail(steps: Location) -> Names | None:
    """Where in the file's structure, in words: `sections 第 2 項 › strategies 第 1 項`."""
    names: list[Names] = []
    for number, step in enumerate(steps[:-1]):
        if isinstance(step, int):
            names[-1:] = [_name(steps[: number + 1])]
        else:
            names.append((step, step))
    return (" › ".join(zh for zh, _ in names), " › ".join(en for _, en in names)) if names else None


def _name(steps: Location) -> Names:
    """What the last step is called: a field, or an entry of a list."""
    step = steps[-1] if steps else ""
    if isinstance(step, int):
        owner = next((s for s in reversed(steps) if isinstance(s, str)), "")
        return f"{owner} 第 {step + 1} 項", f"{owner} no. {step + 1}"
    return step, step
