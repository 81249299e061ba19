"""`disclosure check`: the same reading and rules as in a build."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from disclosure.build import prepare
from disclosure.model.settings import Settings
from disclosure.problems import errors, report


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("check", help="檢查所有資料，不產生網站 / check all files")
    parser.add_argument(
        "paths", nargs="*", type=Path, help="mkdocs.yml 所在的資料夾 / the folder of mkdocs.yml"
    )
    parser.set_defaults(run=run)


def run(known: Settings, options: argparse.Namespace) -> int:
    """Print every problem of every file."""
    prepared = prepare(known)
    if prepared.problems:
        print(report(prepared.problems), file=sys.stderr)
    if errors(prepared.problems):
        return 1
    assert prepared.site is not None
    count = len(prepared.site.catalogue.records)
    print(f"{count} 筆資料，沒有錯誤。\n    {count} records, no errors.")
    return 0
