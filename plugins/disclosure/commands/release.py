"""`disclosure release`: what is published now may never be lost."""

from __future__ import annotations

import argparse
import sys

from disclosure.addressing.release import Release, release
from disclosure.model.ledger import NAME
from disclosure.model.settings import Settings
from disclosure.preparing import prepare
from disclosure.problems import Problem, errors, report
from disclosure.storing import store


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "release", help="登記發布過的網址 / add the addresses of the site to the ledger"
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="只列出會登記哪些，不寫檔 / list what would be added, write nothing",
    )
    parser.set_defaults(run=run)


def run(known: Settings, options: argparse.Namespace) -> int:
    """Add the addresses to the ledger, unless something must be mended first."""
    assert known.today is not None
    prepared = prepare(known)
    if errors(prepared.problems):
        print(report(prepared.problems), file=sys.stderr)
        print(
            "有問題時不登記網址。\n    Nothing is released while there are problems.",
            file=sys.stderr,
        )
        return 1
    assert prepared.site is not None
    found = release(prepared.site.catalogue, known.today)
    if options.dry_run:
        for entry in found.new:
            print(f"/{entry.address}  {entry.what}")
    elif found.new:
        try:
            store(known.data_folder / NAME, found.ledger.encode())
        except OSError as error:
            print(report([_unwritable(f"{known.data}/{NAME}", error)]), file=sys.stderr)
            return 1
    _say(found, f"{known.data}/{NAME}", dry=options.dry_run)
    return 0


def _say(found: Release, name: str, *, dry: bool) -> None:
    count = len(found.new)
    zh = f"{count} 個新網址" + ("會登記到" if dry else "已登記到") + f" {name}"
    en = f"{count} new address{'es' * (count != 1)} " + ("would be added to" if dry else "added to")
    print(f"{zh}，原有 {found.known} 個。\n    {en} {name}, which held {found.known}.")


def _unwritable(name: str, error: OSError) -> Problem:
    return Problem(
        name,
        0,
        0,
        "unwritable-file",
        "無法寫入這個檔案：請確認資料夾存在，而且您有寫入的權限。",
        f"This file cannot be written: {error.strerror}.",
    )
