"""Build the same records with this plugin, with stock Material and with Hugo, and compare.

    .venv/bin/python benchmarks/run.py --sizes 300 1000 --rounds 3

See benchmarks/README.md for what is compared and how to read the result.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import report
from measure import BuildFailedError
from measure import run as measure
from records import record_id
from verify import Edit, Result, verify
from words import CATEGORIES

HERE = Path(__file__).resolve().parent
TOOLS = ("ours", "material", "hugo")
MEMORY_DISK = Path("/dev/shm")
#: What builds leave in a tool's folder: gone before a cold build.
MADE = ("site", ".site.next", ".site.last", ".cache", "resources", ".hugo_build.lock")


@dataclass(frozen=True)
class Bench:
    """The settings of a run of the benchmark."""

    sizes: tuple[int, ...]
    rounds: int
    tools: tuple[str, ...]
    seed: int
    timeout: float
    hugo: str
    out: Path | None

    def command(self, tool: str) -> list[str]:
        """How a tool is called, in the folder of its site."""
        if tool == "hugo":
            return [self.hugo, "--quiet", "--destination", "site"]
        return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]


class Size:
    """All builds of one number of records."""

    def __init__(self, bench: Bench, records: int, folder: Path) -> None:
        """`folder` holds a folder for each tool, with its sources."""
        self.bench, self.records, self.folder = bench, records, folder

    def runs(self) -> Iterator[report.Run]:
        """Every build of every round; who comes first changes from round to round."""
        for number in range(self.bench.rounds):
            turn = number % len(self.bench.tools)
            for tool in self.bench.tools[turn:] + self.bench.tools[:turn]:
                if tool == "ours":
                    yield from self.ours(number)
                else:
                    self.clear(tool)
                    yield self.build(tool, tool, number, None)[0]

    def ours(self, number: int) -> Iterator[report.Run]:
        """Cold, again, and with one record edited; then the record is as it was."""
        index = number * 7919 % self.records
        edit = Edit(index, f"這一句是第{number + 1}輪量測時加上的。", shown=False)
        self.clear("ours")
        run, cold = self.build("ours-cold", "ours", number, edit)
        yield run
        run, same = self.build("ours-same", "ours", number, edit)
        yield run
        with self.edited(edit):
            shown = Edit(edit.index, edit.sentence, shown=True)
            run, other = self.build("ours-edit", "ours", number, shown)
        if len({cold.digest, same.digest, other.digest}) > 1:
            raise BuildFailedError("pages of unchanged records differ between two builds")
        yield run

    @contextmanager
    def edited(self, edit: Edit) -> Iterator[None]:
        """A sentence more at the end of one record, for as long as it takes."""
        category = CATEGORIES[edit.index % len(CATEGORIES)].id
        folder = self.folder / "ours" / "content" / "faq" / category
        path = folder / f"{record_id(edit.index)}.md"
        before = path.read_bytes()
        path.write_bytes(before + f"\n{edit.sentence}\n".encode())
        try:
            yield
        finally:
            path.write_bytes(before)

    def clear(self, tool: str) -> None:
        """Take away all that earlier builds made."""
        for name in MADE:
            path = self.folder / tool / name
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    def build(
        self, way: str, tool: str, number: int, edit: Edit | None
    ) -> tuple[report.Run, Result]:
        """One build, measured, then checked."""
        folder = self.folder / tool
        os.sync()  # what the last build wrote must not be written in this one's time
        log = self.folder / f"{way}-{number + 1}.log"
        cost = measure(self.bench.command(tool), folder, log, self.bench.timeout)
        result = verify(folder / "site", self.records, self.bench.seed, edit)
        run: report.Run = {"records": self.records, "way": way, "round": number + 1, **asdict(cost)}
        run |= {"pages": result.pages, "bytes_per_page": result.size / result.pages}
        _say(f"{self.records} records, round {number + 1}: {way} {cost.seconds:.2f} s")
        return run, result


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _generate(bench: Bench, records: int, folder: Path) -> None:
    """In a process of its own: this one must stay small (see `machine`)."""
    arguments = [str(folder), "--records", str(records), "--seed", str(bench.seed)]
    command = [sys.executable, str(HERE / "generate.py"), *arguments, "--tools", *bench.tools]
    subprocess.run(command, check=True)


def machine(bench: Bench, work: Path) -> dict[str, Any]:
    """What the numbers depend on besides the tools.

    The kernel counts the harness's own memory for a program that it starts, so `floor` is the
    least that `largest` can be.
    """
    floor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {
        "cores": len(os.sched_getaffinity(0)),
        "memory": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        "kernel": platform.release(),
        "disk": _disk(work),
        "floor": floor,
        "versions": dict(_versions(bench)),
    }


def _disk(work: Path) -> str:
    command = ["stat", "--file-system", "--format=%T", str(work)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _versions(bench: Bench) -> Iterator[tuple[str, str]]:
    yield "python", platform.python_version()
    for package in ("mkdocs", "mkdocs-material", "mkdocs-disclosure", "markdown", "comrak"):
        try:
            yield package, importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            yield package, "not installed"
    if "hugo" in bench.tools:
        command = [bench.hugo, "version"]
        yield (
            "hugo",
            subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip(),
        )


def compare(bench: Bench, work: Path) -> None:
    """All sizes, one after the other; the result so far is kept after each."""
    runs: list[report.Run] = []
    facts = machine(bench, work)
    for records in bench.sizes:
        folder = work / str(records)
        _generate(bench, records, folder)
        runs += Size(bench, records, folder).runs()
        facts["floor"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        _keep(bench.out, facts, runs)
    print(f"{facts['cores']} cores, {facts['disk']}, {facts['versions']}\n")
    print(report.tables(report.summary(runs)))


def _keep(out: Path | None, facts: dict[str, Any], runs: Sequence[report.Run]) -> None:
    if out is None:
        return
    rows = report.summary(runs)
    kept = {
        "machine": facts,
        "summary": rows,
        "ratios": report.ratios(rows),
        "exponents": report.exponents(rows),
        "runs": list(runs),
    }
    out.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@contextmanager
def workplace(given: Path | None, *, memory: bool) -> Iterator[Path]:
    """The folder given, which is kept, or one of our own, which is not."""
    if given is not None:
        given.mkdir(parents=True, exist_ok=True)
        yield given.resolve()
        return
    parent = MEMORY_DISK if memory else None
    with tempfile.TemporaryDirectory(prefix="disclosure-bench-", dir=parent) as folder:
        yield Path(folder)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    add = parser.add_argument
    add("--sizes", type=int, nargs="+", default=[300, 1000, 5000], help="records (300 1000 5000)")
    add("--rounds", type=int, default=3, help="builds of each kind (3)")
    add("--tools", nargs="+", choices=TOOLS, default=list(TOOLS), help="leave some out")
    add("--work", type=Path, help="folder for sources, sites and logs, kept (a temporary one)")
    add("--json", type=Path, metavar="OUT", help="write every number to this file too")
    add("--tmpfs", action="store_true", help=f"work in {MEMORY_DISK}: no disk in the times")
    add("--seed", type=int, default=1, help="another seed, other records (1)")
    add("--timeout", type=float, default=1800, help="seconds until a build is given up (1800)")
    add("--hugo", default="hugo", help="the Hugo program")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.work and options.tmpfs:
        parser.error("--work and --tmpfs exclude each other")
    hugo = shutil.which(options.hugo)
    if "hugo" in options.tools and hugo is None:
        parser.error("no Hugo here: apt-get install hugo, or --tools ours material")
    bench = Bench(
        tuple(options.sizes),
        options.rounds,
        tuple(options.tools),
        options.seed,
        options.timeout,
        hugo or "",
        options.json.resolve() if options.json else None,
    )
    with workplace(options.work, memory=options.tmpfs) as work:
        try:
            compare(bench, work)
        except BuildFailedError as failure:
            _say(f"no result: {failure}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
