"""`disclosure new`: begin a record, with every field and in every language."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from disclosure.model.settings import Settings
from disclosure.problems import report
from disclosure.scaffold import NewFaq, new_faq


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    new = commands.add_parser("new", help="開始寫一筆新資料 / begin a new record")
    kinds = new.add_subparsers(dest="kind", required=True)
    faq = kinds.add_parser("faq", help="常見問題 / a question")
    faq.add_argument("category", help="類別，例如 visiting / its category")
    faq.add_argument("name", help="檔名，會成為網址，例如 children-count / file name and address")
    faq.add_argument("title", nargs="+", help="題目 / the question itself")
    faq.set_defaults(run=run)


def run(known: Settings, options: argparse.Namespace) -> int:
    """Begin the file of a question and say where it is."""
    assert known.today is not None
    title = " ".join(options.title)
    begun = new_faq(known, options.category, options.name, title, known.today)
    if not isinstance(begun, NewFaq):
        print(report(begun), file=sys.stderr)
        return 1

    def shown(path: Path) -> str:
        return path.relative_to(known.root).as_posix()

    print(f"已建立 {shown(begun.path)}（{begun.mark}），請打開它寫答案；譯文放在：")
    print(f"    Created {shown(begun.path)}: write the answer there. Translations go to:")
    for path in begun.translations:
        print(f"    {shown(path)}")
    return 0
