"""`disclosure schemas`: what editors' programs need to know of every kind of file."""

from __future__ import annotations

import argparse
import sys

from disclosure.model.settings import Settings
from disclosure.problems import Problem, report
from disclosure.schemas.generate import schemas
from disclosure.schemas.kinds import FOLDER


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "schemas",
        help=f"寫出 {FOLDER}/，讓編輯器提示欄位 / write {FOLDER}/, for editors' programs",
    )
    parser.set_defaults(run=run)


def run(known: Settings, options: argparse.Namespace) -> int:
    """Write the schemas of the site's languages."""
    folder = known.root / FOLDER
    made = schemas(known.languages)
    try:
        folder.mkdir(exist_ok=True)
        for name, text in made.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        problem = Problem(
            FOLDER,
            0,
            0,
            "unwritable-file",
            "無法寫入這個資料夾：請確認它不是檔案，而且您有寫入的權限。",
            f"This folder cannot be written: {error.strerror or error}.",
        )
        print(report([problem]), file=sys.stderr)
        return 1
    print(f"已寫出 {FOLDER}/ 的 {len(made)} 個檔案。\n    {len(made)} files written to {FOLDER}/.")
    return 0
