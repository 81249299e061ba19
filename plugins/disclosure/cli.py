"""The command `disclosure`: its subcommands stand in `commands/`, one module each."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from disclosure import clock
from disclosure.commands import COMMANDS
from disclosure.configuration import read_settings
from disclosure.model.settings import Settings
from disclosure.problems import Problem, report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 1 when an editor must mend something."""
    parser = argparse.ArgumentParser(
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
    for command in COMMANDS:
        command.add(commands)
    options = parser.parse_args(arguments)
    folder = options.folder
    for path in getattr(options, "paths", ()):  # `disclosure check FOLDER`
        folder = path if path.is_dir() else folder
    try:
        known = settings(folder.resolve())
    except ValueError as error:
        problem = Problem(
            "mkdocs.yml",
            0,
            0,
            "mkdocs-yml",
            "設定檔無法解讀，請檢查縮排、冒號與選項的寫法。",
            f"The configuration cannot be read: {' '.join(str(error).split())}",
        )
        print(report([problem]), file=sys.stderr)
        return 1
    code: int = options.run(known, options)
    return code


def settings(root: Path) -> Settings:
    """The settings of the site in a folder, as of today. Raises `ValueError`."""
    return read_settings(root, clock.today())


if __name__ == "__main__":
    sys.exit(main())
