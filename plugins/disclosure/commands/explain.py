"""`disclosure explain`: what a rule is about, with a wrong and a right example."""

from __future__ import annotations

import argparse
import sys

from disclosure.model.settings import Settings
from disclosure.rules import catalogue, no_such_rule
from disclosure.telling.explaining import explained, listing


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("explain", help="說明一條規則 / explain a rule")
    parser.add_argument(
        "rule",
        nargs="?",
        help="訊息最後方括號裡的名稱；不寫就列出全部 / "
        "the name in brackets at the end of a message; all rules when left out",
    )
    parser.set_defaults(run=run, anywhere=True)  # also where mkdocs.yml cannot be read


def run(known: Settings, options: argparse.Namespace) -> int:
    """Print the rule, or the nearest name when there is no such rule."""
    rules = catalogue()
    if options.rule is None:
        print(listing(rules))
        return 0
    name = options.rule.strip("[]")
    if name not in rules.rules:
        zh, en = no_such_rule(name)
        print(f"{zh}\n    {en}", file=sys.stderr)
        return 1
    print(explained(rules.rules[name]))
    return 0
