"""`disclosure links`: the links to other sites; with `--external`, whether they lead somewhere."""

from __future__ import annotations

import argparse
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import replace
from importlib.metadata import version

from disclosure.command_line import days, seconds
from disclosure.model.outside_links import OutsideLinks
from disclosure.model.settings import Settings
from disclosure.outside import cache
from disclosure.outside.answers import NO_HOST, NO_NAMES, Answer
from disclosure.outside.asking import Manner, ask
from disclosure.outside.asking_all import ask_all
from disclosure.outside.collecting import LIST, collect
from disclosure.outside.reports import FORMATS, Result, written
from disclosure.problems import Problem, report
from disclosure.reading.data_file import load
from disclosure.reading.files import is_there

_CACHE = ".cache/disclosure/links.json"
_DAYS = 7


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "links", help="列出、檢查連到其他網站的連結 / links to other sites"
    )
    parser.add_argument(
        "--external", action="store_true", help="連到各網站檢查是否失效 / ask the other sites"
    )
    parser.add_argument(
        "--again", action="store_true", help="不用上次的結果 / do not use earlier answers"
    )
    parser.add_argument(
        "--age",
        type=days,
        default=_DAYS,
        metavar="DAYS",
        help=f"幾天內查過的不再查，預設 {_DAYS} / how long an answer holds",
    )
    parser.add_argument(
        "--timeout", type=seconds, default=20.0, metavar="SECONDS", help="最多等幾秒 / to wait"
    )
    parser.add_argument(
        "--pause",
        type=seconds,
        default=1.0,
        metavar="SECONDS",
        help="同一個網站兩次之間停幾秒 / between two requests to one host",
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="輸出格式 / form")
    parser.set_defaults(run=run)


def run(known: Settings, options: argparse.Namespace) -> int:
    """Print the report; broken links are something to mend."""
    problems: list[Problem] = []
    path = known.data_folder / LIST
    listed = load(path, known, OutsideLinks, problems) if is_there(path) else None
    if problems:
        print(report(problems), file=sys.stderr)
        return 1
    links = collect(known)
    passed_over: dict[str, str] = {}
    for one in listed.passed_over if listed else ():
        meant = [address for address in links if address.startswith(one.address)]
        passed_over |= dict.fromkeys(meant, one.reason)
        if not meant:
            print(
                f"{LIST} 的 {one.address} 已經沒有連結用到，可以刪除。\n"
                f"    No link begins with {one.address} any more: remove it from {LIST}.",
                file=sys.stderr,
            )
    answers = _answers(known, options, links.keys() - passed_over) if options.external else {}
    result = Result(links, {one: answers[one] for one in links if one in answers}, passed_over)
    # A table keeps its own line ends, on every system.
    sys.stdout.flush()
    sys.stdout.buffer.write(written(result, options.format).encode())
    if _no_network(answers):
        print(
            "一個主機都找不到：這部電腦可能沒有連上網路。\n"
            "    Not one host was found: this computer may have no network.",
            file=sys.stderr,
        )
    return 1 if result.broken else 0


def _no_network(answers: Mapping[str, Answer]) -> bool:
    """Was not one host found? Then this computer is amiss rather than all of them."""
    plain = [replace(answer, checked="", since="") for answer in answers.values()]
    return bool(plain) and all(answer in (NO_HOST, NO_NAMES) for answer in plain)


def _answers(
    known: Settings, options: argparse.Namespace, addresses: set[str]
) -> dict[str, Answer]:
    """Earlier answers that still hold, and new ones."""
    assert known.today is not None
    path = known.root / _CACHE
    kept = cache.load(path)
    held = {} if options.again else cache.fresh(kept, known.today, options.age)
    held = {one: answer for one, answer in held.items() if one in addresses}
    site = f" +{known.site_url}" if known.site_url else ""
    agent = f"mkdocs-disclosure/{version('mkdocs-disclosure')} (link check{site})"
    manner = Manner(agent, options.timeout, options.pause)
    wanted = sorted(addresses - held.keys())
    counting = threading.Lock()
    done = 0

    def tell(address: str, answer: Answer) -> None:
        nonlocal done
        with counting:
            done += 1
            print(f"[{done}/{len(wanted)}] {answer.state}: {address}", file=sys.stderr)

    asked = ask_all(
        wanted,
        lambda address: ask(address, manner, time.sleep),
        lambda: time.sleep(manner.pause),
        tell,
    )
    answers = held | cache.dated(asked, kept, known.today)
    if not _no_network(answers):
        try:
            cache.store(path, answers)
        except OSError as error:
            print(
                f"無法記住這次的結果（{_CACHE}），下次會全部重查。\n"
                f"    The answers cannot be kept in {_CACHE}: {error.strerror}.",
                file=sys.stderr,
            )
    return answers
