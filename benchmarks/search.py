"""Our full-text search beside that of stock Material and Pagefind: weight, recall, cost.

    .venv/bin/python benchmarks/search.py --sizes 300 1000 5000

See benchmarks/README.md for what is compared and how to read the result.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import platform
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from measure import BuildFailedError
from run import workplace
from searches import programs, sites, tables
from searches.cost import Costs, Run
from searches.engines import engines
from searches.programs import Programs
from searches.prose import Composer, make_records
from searches.substrings import Score, ask, draw
from searches.weight import Weight, weigh

PARTS = ("weight", "substrings", "cost")


@dataclass(frozen=True)
class Bench:
    """The settings of a run."""

    sizes: tuple[int, ...]
    parts: tuple[str, ...]
    rounds: int
    questions: int
    seed: int
    out: Path | None


class Findings:
    """What was measured so far, by content."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.weights: dict[str, list[Weight]] = {}
        self.scores: dict[str, list[Score]] = {}
        self.runs: list[Run] = []
        self.growth: list[str] = []

    def tables(self) -> Iterator[str]:
        """All of it, to read."""
        yield from self.growth
        if self.weights:
            yield tables.weights(self.weights)
            content, found = list(self.weights.items())[-1]
            yield f"Each question, {content}:"
            yield tables.questions(found)
        if self.scores:
            yield tables.scores(self.scores)
        if self.runs:
            yield tables.costs(self.runs)
            yield tables.builds(self.runs)

    def keep(self, out: Path, machine: dict[str, Any]) -> None:
        """All of it, to keep."""
        kept = {
            "machine": machine,
            "weights": {name: list(map(asdict, found)) for name, found in self.weights.items()},
            "scores": {name: list(map(asdict, found)) for name, found in self.scores.items()},
            "runs": self.runs,
        }
        out.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def compare(bench: Bench, used: Programs, work: Path) -> None:
    """The demo, then every size; what was found so far is kept after each."""
    found, machine = Findings(), facts(used)
    demo = sites.write_demo(work / "demo")
    sites.build(demo, used)
    measure(bench, used, demo, found)
    for size in bench.sizes:
        records, composers = make_records(demo.rows, size, bench.seed)
        found.growth += [grown(size, one) for one in composers]
        content = sites.write_records(records, work / str(size))
        sites.build(content, used)
        measure(bench, used, content, found)
        if "cost" in bench.parts:
            found.runs += Costs(content, used, bench.rounds).runs()
        if bench.out is not None:
            found.keep(bench.out, machine)
    print(f"{machine['cores']} cores, {machine['versions']}")
    for part in found.tables():
        print(f"\n{part}")


def measure(bench: Bench, used: Programs, content: sites.Content, found: Findings) -> None:
    """What a browser sees of a content."""
    if "weight" in bench.parts:
        say(f"{content.name}: weight")
        found.weights[content.name] = weigh(engines(content))
    if "substrings" in bench.parts:
        questions = draw(content.rows, bench.questions, bench.seed)
        for engine in engines(content):
            say(f"{content.name}: {len(questions)} questions to {engine.name}")
            found.scores.setdefault(content.name, []).extend(ask(engine, questions))


def grown(size: int, composer: Composer) -> str:
    """How the vocabulary grew, beside the law that it was to follow."""
    law = composer.growth
    return (
        f"{size:,} records, {composer.language}: {composer.characters:,} characters, "
        f"{len(composer.vocabulary):,} tokens (demo: {law.factor:.1f} × n^{law.exponent:.2f})"
    )


def facts(used: Programs) -> dict[str, Any]:
    """What the numbers depend on."""
    own = {"python": platform.python_version()}
    own["mkdocs-disclosure"] = importlib.metadata.version("mkdocs-disclosure")
    cores = len(os.sched_getaffinity(0))
    return {"cores": cores, "versions": own | programs.versions(used)}


def say(words: str) -> None:
    """Progress."""
    print(words, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    add = parser.add_argument
    add("--sizes", type=int, nargs="*", default=[300, 1000, 5000], help="records (300 1000 5000)")
    add("--parts", nargs="+", choices=PARTS, default=list(PARTS), help="leave some out")
    add("--rounds", type=int, default=3, help="builds of each kind (3)")
    add("--questions", type=int, default=100, help="parts of texts of each kind (100)")
    add("--work", type=Path, help="folder for sources and sites, kept (a temporary one)")
    add("--json", type=Path, metavar="OUT", help="write every number to this file too")
    add("--seed", type=int, default=1, help="another seed, other texts and questions (1)")
    add("--timeout", type=float, default=3600, help="seconds until a build is given up (3600)")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line."""
    options = _parser().parse_args(arguments)
    bench = Bench(
        tuple(options.sizes),
        tuple(options.parts),
        options.rounds,
        options.questions,
        options.seed,
        options.json.resolve() if options.json else None,
    )
    with workplace(options.work, memory=False) as work:
        try:
            compare(bench, programs.install(work / "programs", options.timeout), work)
        except BuildFailedError as failure:
            say(f"no result: {failure}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
