"""`python -m audit`: build the demo site, measure all of it, write `data/audit.json`.

With --only, --pages or --views a part is measured, and nothing is written.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from audit import record, summary
from audit.axe import VIEWS
from audit.checks import CHECKS, Bench, Check, set_up
from audit.results import Done
from audit.site import RESULTS, Site, build, changes, commit, site_url
from audit.tools import Stop

CHECK_IDS = [check.id for check in CHECKS]
VIEW_IDS = [view.id for view in VIEWS]


def main(given: Sequence[str] | None = None) -> int:
    """0: all passed. 1: something failed. 2: the audit could not be done."""
    options = _options(given)
    try:
        done = _audit(options)
    except Stop as reason:
        print(reason, file=sys.stderr)
        return 2
    return 1 if any(one.result.wrong for one in done) else 0


def _options(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m audit", description=__doc__)
    add = parser.add_argument
    add("--only", type=_listed(CHECK_IDS), metavar="CHECK,…", help=", ".join(CHECK_IDS))
    add("--views", type=_listed(VIEW_IDS), metavar="VIEW,…", help=", ".join(VIEW_IDS))
    add("--pages", nargs="+", default=[], metavar="PATTERN", help="addresses, such as 'faq/*'")
    add("--workers", type=int, default=2, help="processes with a browser each (%(default)s)")
    add("--anyway", action="store_true", help="write results of a tree with changes too")
    return parser.parse_args(given)


def _listed(known: list[str]) -> Callable[[str], list[str]]:
    def read(words: str) -> list[str]:
        names = words.split(",")
        if unknown := [name for name in names if name not in known]:
            raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: {', '.join(known)}")
        return names

    return read


def _audit(options: argparse.Namespace) -> list[Done]:
    partial = bool(options.only or options.views or options.pages)
    before = None if partial else _tree(options.anyway)
    wanted = [check for check in CHECKS if not options.only or check.id in options.only]
    with tempfile.TemporaryDirectory(prefix="audit-") as folder:
        work = Path(folder)
        build(work / "site")
        site = Site(work / "site", site_url())
        pages = site.chosen(options.pages)
        if not pages:
            raise Stop(f"沒有這樣的頁面 / no such page: {' '.join(options.pages)}")
        with set_up(site, pages, work, options.views or VIEW_IDS, options.workers) as bench:
            done = [_run(check, bench) for check in wanted]
        print(*summary.verdict(done), sep="\n")
        if before is not None:
            _write(site, done, before, options.anyway)
    return done


def _run(check: Check, bench: Bench) -> Done:
    version = check.version()
    start = time.monotonic()
    result = check.run(bench)
    done = Done(check.id, check.tool, version, result, time.monotonic() - start)
    print(*summary.of_one(done), sep="\n", flush=True)
    return done


def _tree(anyway: bool) -> tuple[str, bool]:
    """The commit that is measured, and whether the files differ from it."""
    listed = changes()
    if listed and not anyway:
        raise Stop(
            "網站的檔案還沒有提交，結果不能代表任何一版；先提交，或加 --anyway。\n"
            "Files of the site are not committed, so that the results would be of no version. "
            "Commit them first, or add --anyway.\n" + "\n".join(listed)
        )
    return commit(), bool(listed)


def _write(site: Site, done: Sequence[Done], before: tuple[str, bool], anyway: bool) -> None:
    if _tree(anyway) != before and not anyway:
        raise Stop("稽核期間有新的提交，結果沒有寫入 / a new commit was made, nothing is written")
    if idle := [one.id for one in done if not one.result.judged]:
        raise Stop(f"沒有可量的頁面 / nothing was measured by: {', '.join(idle)}")
    data = record.record(site, done, made=record.today(), commit=before[0], dirty=before[1])
    RESULTS.write_text(record.text(data), encoding="utf-8")
    print(f"已寫入 / written: {RESULTS}")


if __name__ == "__main__":
    sys.exit(main())
