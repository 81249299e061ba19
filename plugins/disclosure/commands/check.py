"""`disclosure check`: the same reading and rules as in a build."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from disclosure.model.settings import Settings
from disclosure.preparing import Prepared, prepare
from disclosure.problems import Problem, errors, report
from disclosure.rules import catalogue, no_such_rule
from disclosure.telling.choosing import KINDS, Choice, chosen_files, site_of
from disclosure.telling.formats import FORMATS, from_folder


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("check", help="檢查所有資料，不產生網站 / check all files")
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="只看這些檔案或資料夾，連同譯文；或 mkdocs.yml 所在的資料夾 / only these files or "
        "folders, with their translations; or the folder of mkdocs.yml",
    )
    parser.add_argument("--kind", choices=list(KINDS), help="只看這一種資料 / one kind of record")
    parser.add_argument("--rule", help="只看這一條規則 / one rule")
    parser.add_argument(
        "--format",
        choices=["text", *FORMATS],
        default="text",
        help="輸出的格式 / the form of the output",
    )
    parser.set_defaults(run=run, root=lambda options: site_of(options.paths, options.folder))


def run(known: Settings, options: argparse.Namespace) -> int:
    """Read and check everything; print the problems that were asked for."""
    files, wrong = chosen_files(options.paths, known)
    wrong += _unknown_rule(options.rule)
    choice = Choice(files if options.paths else None, options.kind, options.rule)
    prepared = prepare(known)
    found = [one for one in sorted(set(prepared.problems)) if choice.takes(one, known)]
    problems = [*wrong, *found]
    if options.format == "text":
        _print(prepared, problems, choice, known)
    else:
        if options.format != "json":
            problems = from_folder(problems, known.root, Path.cwd().resolve())
        told = FORMATS[options.format](problems)
        print(told, end="\n" if told else "")
    return 1 if errors(problems) else 0


def _unknown_rule(name: str | None) -> list[Problem]:
    if not name or name in catalogue().rules:
        return []
    return [Problem("--rule", 0, 0, "unknown-rule", *no_such_rule(name))]


def _print(prepared: Prepared, problems: list[Problem], choice: Choice, known: Settings) -> None:
    if problems:
        print(report(problems), file=sys.stderr)
    elsewhere = len(errors(prepared.problems)) - len(errors(problems))
    if choice != Choice() and elsewhere > 0:
        print(
            f"其他還有 {elsewhere} 個問題沒有列出；執行 disclosure check 可以看全部。\n"
            f"    {elsewhere} more problems are not shown: run `disclosure check` to see them all."
        )
    elif not errors(problems) and prepared.site is not None:
        catalogue = prepared.site.catalogue
        count = sum(choice.has(source.path, known) for source in catalogue.sources.values())
        records = "record" if count == 1 else "records"
        print(f"{count} 筆資料，沒有錯誤。\n    {count} {records}, no errors.")
