"""`disclosure report`: what is overdue or soon due, what waits, by unit."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from typing import get_args

from disclosure.command_line import day, days
from disclosure.model.freshness import Kind
from disclosure.model.settings import Settings
from disclosure.problems import errors, report
from disclosure.reading.site import read_site
from disclosure.reporting.formats import FORMATS
from disclosure.reporting.report import WITHIN, Wanted
from disclosure.reporting.report import report as due
from disclosure.suggest import called, guess_words, nearest
from disclosure.translating.report import counts
from disclosure.translating.states import survey


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("report", help="列出到期與快到期的資料 / list what is due")
    parser.add_argument("--format", choices=FORMATS, default="text", help="輸出格式 / form")
    parser.add_argument("--unit", default="", help="只列這個科室（識別碼） / of this unit only")
    kinds = get_args(Kind)
    parser.add_argument("--kind", choices=kinds, default="", help="只列這一種 / of this kind only")
    parser.add_argument(
        "--within",
        type=days,
        default=WITHIN,
        metavar="DAYS",
        help=f"往後看幾天，預設 {WITHIN} / days to look ahead",
    )
    parser.add_argument(
        "--on",
        type=day,
        metavar="DATE",
        help="以哪一天計算，預設今天 / as of this day",
    )
    parser.set_defaults(run=run)


def run(known: Settings, options: argparse.Namespace) -> int:
    """Print the report. What is due is no failure; what cannot be read is."""
    if options.on:
        known = dataclasses.replace(known, today=options.on)
    reading = read_site(known)
    wrong = errors(reading.problems)
    if wrong or reading.catalogue is None:
        print(report(wrong), file=sys.stderr)
        return 1
    catalogue = reading.catalogue
    if options.unit and options.unit not in catalogue.units:
        names = {name: unit.name.root.values() for name, unit in catalogue.units.items()}
        zh, en = guess_words(called(options.unit, names) or nearest(options.unit, names))
        print(
            f'名冊沒有「{options.unit}」這個科室{zh}\n    There is no unit "{options.unit}"{en}',
            file=sys.stderr,
        )
        return 1
    wanted = Wanted(options.unit, options.kind, options.within)
    # Fields are translated, not kinds of record: a report on one kind leaves this out.
    progress = [] if options.kind else counts(survey(catalogue, known.data), catalogue)
    translated = [one for one in progress if options.unit in ("", one.unit)]
    written = FORMATS[options.format](due(catalogue, known, wanted), catalogue, translated)
    # As it is, on every system: a file of CSV has line ends of its own.
    sys.stdout.flush()
    sys.stdout.buffer.write((written if written.endswith("\n") else f"{written}\n").encode())
    return 0
