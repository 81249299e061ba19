"""Strict YAML: every scalar stays the text that the editor typed, and every oddity is a problem.

PyYAML's C parser gives nodes with marks; no implicit typing is asked of it, because which words
are numbers or dates is decided by the field that they stand in (`disclosure.model`). So `330` is a
code, `0912` never turns into 474 and `no` never into False.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Any, Protocol

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from disclosure.problems import Problem
from disclosure.reading.odd_signs import control_character, merge_mark
from disclosure.reading.wide_signs import wide_colon
from disclosure.reading.yaml_slips import syntax_problem

Plain = str | list[Any] | dict[str, Any] | None

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_OCTAL = re.compile(r"[-+]?0[0-9]+")
_DATE_LIKE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_SHARING = re.compile(r"[&*!]")
#: Compact nesting (`- - - a`) and indentation so deep that libyaml itself would not return.
_DEEP = re.compile(r"^(?: *[-?:] ){40}|^ {400}", re.MULTILINE)


class Marked(Protocol):
    """A node or token of the YAML parser."""

    start_mark: yaml.Mark


_TOO_DEEP = (
    "yaml-syntax",
    "括號或縮排的層數太多。",
    "Brackets or indentation are nested too deeply.",
)


@dataclass(slots=True)
class Document:
    """What one YAML text says: plain data, its nodes (for places), and its problems."""

    path: str
    data: Plain = None
    node: Node | None = None
    first_line: int = 1
    problems: list[Problem] = field(default_factory=list)

    def place(self, node: Marked | None) -> tuple[int, int]:
        """Line and column of a node, counted from 1 in the file that it stands in."""
        if node is None:
            return self.first_line, 0
        mark = node.start_mark
        return mark.line + self.first_line, mark.column + 1

    def tell(self, node: Marked | None, rule: str, zh: str, en: str) -> None:
        """Add a problem at a node."""
        self.problems.append(Problem(self.path, *self.place(node), rule, zh, en))


def read_yaml(text: str, path: str, first_line: int = 1) -> Document:
    """Read one YAML document of which line 1 stands at `first_line` of the file `path`."""
    document = Document(path, first_line=first_line)
    mark = merge_mark(text)
    if mark is not None:
        document.problems.append(Problem(path, mark[0] + first_line, 0, *mark[1]))
        return document
    control = control_character(text)
    if control is not None:
        line, column, message = control
        document.problems.append(Problem(path, line + first_line, column, *message))
        return document
    deep = _DEEP.search(text)
    if deep:
        line = text.count("\n", 0, deep.start()) + first_line
        document.problems.append(Problem(path, line, 0, *_TOO_DEEP))
        return document
    try:
        document.node = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        document.problems.append(syntax_problem(error, text, path, first_line))
        return document
    except (yaml.YAMLError, RecursionError) as error:
        document.problems.append(
            Problem(path, 0, 0, "yaml-syntax", "無法解讀這個檔案。", f"Not readable: {error}")
        )
        return document
    if _SHARING.search(text):
        _refuse_sharing(text, document)
    if document.node is None:
        document.problems.append(
            Problem(path, first_line, 0, "empty-file", "檔案沒有內容。", "The file is empty.")
        )
    elif not document.problems:
        try:
            document.data = _plain(document.node, document)
        except RecursionError:
            document.tell(document.node, *_TOO_DEEP)
    return document


def _refuse_sharing(text: str, document: Document) -> None:
    """Anchors, aliases and tags make one line change another: not in editors' files."""
    for token in yaml.scan(text, Loader=yaml.CBaseLoader):
        name, sign = {
            yaml.AnchorToken: ("anchor", "&"),
            yaml.AliasToken: ("alias", "*"),
            yaml.TagToken: ("tag", "!"),
        }.get(type(token), ("", ""))
        if name:
            document.tell(
                token,
                "yaml-sharing",
                f"值以「{sign}」開頭會被當成 YAML 的特殊語法，這裡不支援；請用引號括起來。",
                f"A value that begins with `{sign}` is a YAML {name}, which is not supported: "
                "put it in quotes.",
            )


def _plain(node: Node, document: Document) -> Plain:
    if isinstance(node, ScalarNode):
        return _scalar(node, document)
    if isinstance(node, SequenceNode):
        return [_plain(item, document) for item in node.value]
    assert isinstance(node, MappingNode)
    result: dict[str, Any] = {}
    seen: dict[str, Node] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, ScalarNode):
            document.tell(
                key_node,
                "yaml-key",
                "欄位名稱必須是單純的文字。",
                "A field name must be a plain word.",
            )
            continue
        key = key_node.value
        if key in seen:
            first = seen[key].start_mark.line + document.first_line
            document.tell(
                key_node,
                "duplicate-field",
                f"「{key}」寫了兩次（第一次在第 {first} 行）；後面的會蓋掉前面的，請留一個。",
                f'"{key}" stands twice (first on line {first}); keep one of them.',
            )
            continue
        seen[key] = key_node
        value = _plain(value_node, document)
        if value is not None:
            result[key] = value
        elif node.flow_style and "：" in key:
            document.tell(key_node, "yaml-comma", *wide_colon(*key.split("：", 1)))
        elif node.flow_style:
            # `{zh: 新臺幣 1,000 元, en: …}`: the comma has cut the text in two.
            document.tell(
                key_node,
                "yaml-comma",
                f"大括號裡的「{key}」沒有值；文字裡有逗號時，整段文字要用引號括起來。",
                f'Within braces, "{key}" has no value: a text that holds a comma must be put in '
                "quotes.",
            )
    return result


def _scalar(node: ScalarNode, document: Document) -> str | None:
    value: str = node.value
    if node.style == '"' and (control := control_character(value)) is not None:
        document.tell(node, *control[2])
    if node.style:  # quoted, or a block: the editor has said that it is text
        return value
    if value in _NULL:
        return None
    head = value[0]
    if head in "0+-" and _OCTAL.fullmatch(value):
        document.tell(
            node,
            "octal-number",
            f'「{value}」以 0 開頭，有些程式會讀成八進位數字；若是代碼或電話，請寫成 "{value}"。',
            f'"{value}" begins with 0, which some programs read as an octal number; if it is a '
            f'code or a telephone number, write "{value}" in quotes.',
        )
    elif head.isdigit() and _DATE_LIKE.fullmatch(value):
        try:
            dt.date.fromisoformat(value)
        except ValueError:
            document.tell(
                node,
                "not-a-date",
                f"「{value}」不是存在的日期，應寫成西元年-月-日各補足位數，如 2026-03-05。",
                f'"{value}" is not a date; write year-month-day in full, such as 2026-03-05.',
            )
    return value
