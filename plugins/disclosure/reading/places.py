"""From a model's error location to the place in the file where an editor mends it."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

Location = tuple[int | str, ...]


def entries(node: Node | None) -> list[tuple[Node, Node]]:
    """The `(key, value)` nodes of a mapping; of anything else, none."""
    return node.value if isinstance(node, MappingNode) else []


def key_node(node: Node | None, name: str) -> Node | None:
    """The node of a mapping's key, or None."""
    return next((key for key, _ in entries(node) if key.value == name), None)


def child(node: Node | None, step: int | str) -> Node | None:
    """The node one step below: a mapping's value or a list's entry, or None."""
    if isinstance(node, SequenceNode) and isinstance(step, int):
        items: list[Node] = node.value
        return items[step] if step < len(items) else None
    return next((value for key, value in entries(node) if key.value == step), None)


def find(node: Node | None, location: Location) -> tuple[Node | None, Location]:
    """The deepest node on the way to `location`, and the steps that have no node."""
    steps = without_tags(node, location)
    for number, step in enumerate(steps):
        below = child(node, step)
        if below is None:
            return node, steps[number:]
        node = below
    return node, ()


def without_tags(node: Node | None, location: Location) -> Location:
    """A location less the steps that name no field of the file.

    Behind a discriminated union pydantic puts the tag: `deadlines, 0, month, month` is the field
    `month` of the first deadline, whose `kind` is month.
    """
    steps: list[int | str] = []
    for number, step in enumerate(location):
        if number + 1 < len(location) and _is_tag(node, step):
            continue
        steps.append(step)
        node = child(node, step)
    return tuple(steps)


def _is_tag(node: Node | None, step: int | str) -> bool:
    return isinstance(step, str) and any(
        isinstance(value, ScalarNode) and value.value == step
        for key, value in entries(node)
        if key.value == "kind"
    )


def where_missing(node: Node, name: str, order: list[str]) -> tuple[int, int]:
    """Line and column, from 0, at which a missing field belongs in a mapping.

    That is behind the last present field that comes before it in the schema's order: when a line
    was deleted by accident, this is where it stood.
    """
    assert isinstance(node, MappingNode)
    before = set(order[: order.index(name)]) if name in order else set()
    place = node.start_mark
    for key, value in node.value:
        if key.value in before:
            place = value.end_mark
            if not isinstance(value, ScalarNode):
                place = _last_leaf(value).end_mark
            elif value.style in ("|", ">"):
                return max(value.end_mark.line - 1, key.start_mark.line), key.start_mark.column
    return place.line, node.start_mark.column


def _last_leaf(node: Node) -> Node:
    while isinstance(node, MappingNode | SequenceNode) and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(node, MappingNode) else last
    return node


def fields_at(annotation: Any, location: Location) -> Iterator[list[str]]:
    """The field names, in schema order, of each model that may stand at `location`."""
    annotation = _bare(annotation)
    if get_origin(annotation) in (Union, types.UnionType):
        tagged = location[:1] and isinstance(location[0], str)
        for member in get_args(annotation):
            yield from fields_at(member, location)
            if tagged and _tag_of(member) and location[0] in _tag_of(member):
                yield from fields_at(member, location[1:])
    elif isinstance(annotation, type) and issubclass(annotation, RootModel):
        return
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if not location:
            yield list(annotation.model_fields)
        elif location[0] in annotation.model_fields:
            below = annotation.model_fields[str(location[0])]
            yield from fields_at(below.annotation, location[1:])
    elif get_origin(annotation) in (tuple, list) and location and isinstance(location[0], int):
        yield from fields_at(get_args(annotation)[0], location[1:])
    elif get_origin(annotation) is dict and location:
        yield from fields_at(get_args(annotation)[1], location[1:])


def _bare(annotation: Any) -> Any:
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    return annotation


def _tag_of(member: Any) -> tuple[Any, ...]:
    member = _bare(member)
    if isinstance(member, type) and issubclass(member, BaseModel):
        kind = member.model_fields.get("kind")
        if kind is not None and get_origin(kind.annotation) is Literal:
            return get_args(kind.annotation)
    return ()
