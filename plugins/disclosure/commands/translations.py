"""`disclosure translations`: how far they are, accepting them, and spreadsheets for translators."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Collection, Iterable
from pathlib import Path

from disclosure.command_line import mistyped
from disclosure.model.catalogue import Catalogue
from disclosure.model.settings import Settings
from disclosure.model.translation import STATES
from disclosure.problems import errors, report
from disclosure.reading.site import read_site
from disclosure.suggest import guess_words, nearest
from disclosure.translating import lock, sheet
from disclosure.translating.importing import take_in
from disclosure.translating.report import NAMES, Places, as_data, counts, table
from disclosure.translating.states import Translation, survey

_DEFAULT_STATES = "missing,unconfirmed,stale"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "translations", help="譯文的進度、確認與試算表 / state of the translations"
    )
    parser.add_argument(
        "--list", action="store_true", help="逐欄列出，附檔名與行號 / every field with its line"
    )
    parser.add_argument("--state", type=_states, help=f"只列這些狀態 / of {','.join(STATES)}")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=run, what="report")
    below = parser.add_subparsers(dest="what")
    accept = below.add_parser("accept", help="確認譯文符合現在的中文 / confirm translations")
    accept.add_argument(
        "ids", nargs="*", metavar="ID", help="識別碼，或 識別碼#欄位 / id, id#field"
    )
    accept.add_argument("--all", action="store_true", help="全部 / all of them")
    below.add_parser("tidy", help="整理確認紀錄 / put the lock file in order")
    export = below.add_parser("export", help="匯出給譯者的 CSV / write a CSV for a translator")
    export.add_argument("file", type=Path)
    # Of another name than the option above, whose default would be overruled.
    export.add_argument("--state", dest="exported", type=_states, default=_states(_DEFAULT_STATES))
    back = below.add_parser("import", help="讀回譯者的 CSV / read a translator's CSV back")
    back.add_argument("file", type=Path)


def _states(words: str) -> tuple[str, ...]:
    names = list[str](STATES) if words == "all" else words.split(",")
    wrong = [name for name in names if name not in STATES]
    if wrong:
        known = ", ".join((*STATES, "all"))
        raise mistyped(
            f"沒有「{', '.join(wrong)}」這種狀態；可以寫的有：{known}，用逗號分開。",
            f'there is no state "{", ".join(wrong)}"; there are: {known}, with commas between.',
        )
    return tuple(names)


def run(known: Settings, options: argparse.Namespace) -> int:
    """Do what was asked for, and say so where the disk refuses."""
    try:
        return _run(known, options)
    except BrokenPipeError:
        raise  # `| head`: nothing is wrong with a file
    except OSError as error:
        print(
            f"無法寫入 {error.filename}，請檢查權限。\n    {error.filename} cannot be written: "
            f"{error.strerror}.",
            file=sys.stderr,
        )
        return 1


def _run(known: Settings, options: argparse.Namespace) -> int:
    """Read the site, then do it."""
    what = options.what or "report"
    reading = read_site(known)
    in_the_way = [
        one for one in errors(reading.problems) if what != "tidy" or one.rule != "translation-lock"
    ]
    if reading.catalogue is None or in_the_way:
        print(report(reading.problems), file=sys.stderr)
        return 1
    if what == "tidy":
        gone = lock.tidy(reading.catalogue, known)
        print(
            f"確認紀錄已整理，刪去 {gone} 行。\n    The lock file is in order, {gone} lines less."
        )
        return 0
    found = list(survey(reading.catalogue, known.data))
    if what == "accept":
        return _accept(found, reading.catalogue, known, options)
    if what == "export":
        chosen = [one for one in found if one.state in options.exported]
        return _export(chosen, reading.catalogue.primary, options.file)
    if what == "import":
        return _import(found, reading.catalogue, known, options.file)
    _report(found, reading.catalogue, known, options)
    return 0


def _export(chosen: Collection[Translation], primary: str, file: Path) -> int:
    """Never over a file: it may hold what a translator has written, or be one of the site's."""
    content = sheet.written(chosen, primary)
    try:
        with file.open("xb") as made:
            made.write(content)
    except FileExistsError:
        print(
            f"{file} 已經存在，沒有覆蓋；請換一個檔名，或先移走它。\n"
            f"    {file} exists and was left as it is: choose another name, or move it away.",
            file=sys.stderr,
        )
        return 1
    print(f"已匯出 {len(chosen)} 欄到 {file}。\n    {len(chosen)} fields written to {file}.")
    return 0


def _report(
    found: Collection[Translation],
    catalogue: Catalogue,
    known: Settings,
    options: argparse.Namespace,
) -> None:
    rows = counts(found, catalogue)
    places = Places(known)
    chosen = options.state or _states(_DEFAULT_STATES)
    listed = [one for one in found if one.state in chosen] if options.list or options.state else []
    if options.format == "json":
        told = {
            "counts": [row.as_data() for row in rows],
            "fields": [as_data(one, places) for one in listed],
        }
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return
    print(table(rows, catalogue))
    for one in listed:
        path, line = places.place(one)
        zh, en = NAMES[one.state]
        since = f" {one.since}" if one.since else ""
        print(f"{path}:{line}: {one.name} [{one.language}] {zh}{since} / {en}{since}")


def _accept(
    found: Collection[Translation],
    catalogue: Catalogue,
    known: Settings,
    options: argparse.Namespace,
) -> int:
    if bool(options.ids) == options.all:
        print(
            "請寫出識別碼，或用 --all 確認全部。\n    Name the ids, or use --all for all of them.",
            file=sys.stderr,
        )
        return 1
    unknown = [one for one in options.ids if not any(_is(one, field) for field in found)]
    if unknown:
        _tell_unknown(unknown, found)
        return 1
    chosen = [one for one in found if options.all or any(_is(i, one) for i in options.ids)]
    assert known.today is not None
    count = lock.accept(catalogue, known, chosen, known.today)
    missing = sum(one.state == "missing" for one in chosen)
    print(f"確認了 {count} 欄譯文。\n    {count} translations accepted.")
    if missing:
        print(f"還有 {missing} 欄沒有譯文。\n    {missing} fields have no translation yet.")
    return 0


def _is(name: str, one: Translation) -> bool:
    return name in (one.owner, one.name)


def _tell_unknown(unknown: Iterable[str], found: Iterable[Translation]) -> None:
    names = {one.owner for one in found} | {one.name for one in found}
    for name in unknown:
        zh, en = guess_words(nearest(name, names))
        print(f'沒有「{name}」{zh}\n    There is no "{name}"{en}', file=sys.stderr)


def _import(
    found: Collection[Translation], catalogue: Catalogue, known: Settings, file: Path
) -> int:
    rows, problems = sheet.read_sheet(file)
    if not problems:
        changed, problems = take_in(rows, found, catalogue, known, str(file))
    if problems:
        print(report(problems), file=sys.stderr)
        return 1
    print(f"寫入 {changed.written} 欄、確認 {changed.confirmed} 欄。")
    print(f"    {changed.written} fields written, {changed.confirmed} confirmed as they are.")
    for path in changed.files:
        print(f"    {path}")
    return 0
