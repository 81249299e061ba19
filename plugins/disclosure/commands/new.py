"""`disclosure new`: begin a record, with every field and in every language."""

from __future__ import annotations

import argparse
import sys

from disclosure.model.settings import Settings
from disclosure.problems import report
from disclosure.scaffold.beginning import Begun, begin, missing
from disclosure.scaffold.terminal import ask

_NAME = ("name", "NAME", "檔名，會成為網址，例如 children-count / file name and address")
_TITLE = ("title", "TITLE", "題目或名稱 / the question, or its name")
#: What each kind takes, besides what all take: key, how it is written, what it is.
_ARGUMENTS = {
    "faq": (
        "常見問題 / a question",
        (("category", "CATEGORY", "類別，例如 visiting / its category"), _NAME, _TITLE),
    ),
    "service": ("申辦項目 / a service", (_NAME, _TITLE)),
    "plan": (
        "服務計畫 / a service plan",
        (
            _NAME,
            _TITLE,
            ("agency", "--agency", "機關的識別碼 / id of the agency whose plan it is"),
            ("year", "--year", "年度，西元 / year, Western calendar"),
        ),
    ),
    "form": (
        "表單 / a form",
        (_NAME, _TITLE, ("files", "--file", "content/ 底下的檔案，可以重複 / a file, repeatable")),
    ),
    "page": ("一般頁面 / a page", (_NAME, _TITLE)),
}


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command, with a word for each kind."""
    new = commands.add_parser(
        "new", help="開始寫一筆新資料；沒寫的會問 / begin a new record; asks for what is missing"
    )
    kinds = new.add_subparsers(dest="kind", required=True)
    for kind, (about, arguments) in _ARGUMENTS.items():
        parser = kinds.add_parser(kind, help=about)
        for key, written, what in arguments:
            if written.startswith("--"):
                parser.add_argument(written, dest=key, action="append", help=what)
            else:
                several = "*" if key == "title" else "?"
                parser.add_argument(key, metavar=written, nargs=several, help=what)
        parser.add_argument(
            "--units", action="append", help="承辦單位的識別碼，可以重複 / ids of units, repeatable"
        )
        parser.add_argument(
            "--in",
            dest="titles",
            nargs=2,
            action="append",
            default=[],
            metavar=("LANGUAGE", "TITLE"),
            help="另一種語言的名稱，例如 --in en 'Visiting hours' / the title in another language",
        )
        parser.set_defaults(run=run, wrong_usage=parser.error)


def run(known: Settings, options: argparse.Namespace) -> int:
    """Begin the files of a record and say where they are."""
    assert known.today is not None
    given = _given(options)
    for language, _ in options.titles:
        if language not in known.languages[1:]:
            there = "、".join(known.languages[1:]) or "—"
            options.wrong_usage(f"--in {language}: 可用的語言是 {there} / known languages: {there}")
    wanted = missing(options.kind, given)
    if wanted and not sys.stdin.isatty():
        names = {key: written for key, written, _ in _ARGUMENTS[options.kind][1]}
        names["units"] = "--units"
        lacking = ", ".join(names[key] for key in wanted)
        options.wrong_usage(
            f"請在後面寫上 {lacking}（這裡沒有終端機可以問）。\n"
            f"missing, and no terminal to ask at: {lacking}."
        )
    try:
        begun = begin(options.kind, known, given, known.today, ask if wanted else None)
    except (EOFError, KeyboardInterrupt):
        print("\n沒有建立任何檔案。\n    Nothing was created.", file=sys.stderr)
        return 1
    if not isinstance(begun, Begun):
        print(report(begun), file=sys.stderr)
        return 1
    print("已建立下列檔案，都是草稿：照 # 後面的說明填寫，寫好刪掉 life: draft 那一行就會公開。")
    print("    Created as drafts: fill them in, then remove the line `life: draft`.")
    for number, path in enumerate(begun.paths):
        mark = f" ({begun.mark})" if begun.mark and not number else ""
        print(f"    {path.relative_to(known.root).as_posix()}{mark}")
    return 0


def _given(options: argparse.Namespace) -> dict[str, str]:
    """The answers of the command line, by the keys of their questions."""
    given = {f"title.{language}": title for language, title in options.titles}
    for key in ("category", "name", "title", "agency", "year", "files", "units"):
        value = getattr(options, key, None)
        if value:
            given[key] = value if isinstance(value, str) else " ".join(value)
    return given
