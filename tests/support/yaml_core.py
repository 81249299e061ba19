"""YAML as editors' programs read it: the core schema of YAML 1.2, in which `no` is a word, a date
is one too, and `330` is a number."""

from __future__ import annotations

import re
from typing import Any

import yaml

_KINDS: tuple[tuple[str, str, str], ...] = (
    ("null", r"(?:~|null|Null|NULL|)", "~nN"),
    ("bool", r"(?:true|True|TRUE|false|False|FALSE)", "tTfF"),
    ("int", r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+0123456789."),
)


class _Core(yaml.SafeLoader):
    """PyYAML's own loader follows YAML 1.1."""


_Core.yaml_implicit_resolvers = {}
for _name, _form, _first in _KINDS:
    _Core.add_implicit_resolver(  # type: ignore[no-untyped-call]
        f"tag:yaml.org,2002:{_name}",
        re.compile(f"^{_form}$"),
        [*_first, ""] if _name == "null" else list(_first),
    )


def _number(loader: _Core, node: yaml.ScalarNode) -> int:
    words = node.value.lower()
    return int(words, 0) if words.startswith(("0o", "0x")) else int(words)


_Core.add_constructor("tag:yaml.org,2002:int", _number)


def load_core(text: str) -> Any:
    """The data of a YAML text. Raises `yaml.YAMLError`."""
    return yaml.load(text, Loader=_Core)
