"""The command `disclosure`: its subcommands stand in `commands/`, one module each."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from disclosure import clock
from disclosure.command_line import Parser
from disclosure.commands import COMMANDS, load
from disclosure.configuration import DamagedConfiguration, read_settings
from disclosure.model.settings import Settings
from disclosure.problems import report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 1 when an editor must mend something."""
    parser: argparse.ArgumentParser = Parser(
        prog="disclosure", description="資訊公開網站工具 / tools of a public-disclosure site"
    )
    parser.add_argument(
        "-C",
        dest="folder",
        default=Path(),
        type=Path,
        metavar="FOLDER",
        help="mkdocs.yml 所在的資料夾 / the folder of mkdocs.yml",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    asked = _asked_for(arguments)
    for name in COMMANDS:
        if asked in (name, None):
            load(name).add(commands)
    options = parser.parse_args(arguments)
    # A command that takes paths knows by them which site is meant.
    folder: Path = options.root(options) if "root" in options else options.folder
    try:
        known = Settings(folder) if "anywhere" in options else settings(folder.resolve())
    except DamagedConfiguration as error:
        print(report([error.problem]), file=sys.stderr)
        return 1
    try:
        code: int = options.run(known, options)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has had enough, such as `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _asked_for(arguments: Sequence[str] | None) -> str | None:
    """The command that is named, so that no other is loaded; None when there is none to know."""
    first = argparse.ArgumentParser(add_help=False)
    first.add_argument("-C")
    first.add_argument("command", nargs="?")
    found, _ = first.parse_known_args(arguments)
    return found.command if found.command in COMMANDS else None


def settings(root: Path) -> Settings:
    """The settings of the site in a folder, as of today. Raises `DamagedConfiguration`."""
    return read_settings(root, clock.today())


if __name__ == "__main__":
    sys.exit(main())
