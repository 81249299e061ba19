"""How long `disclosure check` takes, as a share of a cold build of the same site in the same run.

    .venv/bin/python benchmarks/check.py --records 1000 --rounds 3

Seconds of the processor are those of all processes, so that other work on the machine counts
little.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from measure import Cost
from measure import run as measure
from records import make_records
from trees import WRITERS

CHECK = (sys.executable, "-m", "disclosure.cli", "check")
BUILD = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--records", "-n", type=int, default=1000, help="records (1000)")
    parser.add_argument("--rounds", type=int, default=3, help="of each, in turns (3)")
    parser.add_argument("--timeout", type=float, default=600, help="seconds for one run (600)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "ours"
        WRITERS["ours"](make_records(options.records, 1), site)
        log = Path(folder) / "log.txt"
        checks: list[Cost] = []
        builds: list[Cost] = []
        for _ in range(options.rounds):
            checks.append(measure(CHECK, site, log, options.timeout))
            for made in ("site", ".site.spare", ".cache"):
                shutil.rmtree(site / made, ignore_errors=True)
            builds.append(measure(BUILD, site, log, options.timeout))
    print(f"{options.records} records, median of {options.rounds}")
    for name, costs in (("check", checks), ("cold build", builds)):
        cpu = statistics.median(cost.cpu for cost in costs)
        seconds = statistics.median(cost.seconds for cost in costs)
        print(f"{name:<12}{cpu:6.2f} s of the processor, {seconds:6.2f} s by the clock")
    share = statistics.median(c.cpu / b.cpu for c, b in zip(checks, builds, strict=True))
    print(f"check / build: {share:.2f} of the processor time")


if __name__ == "__main__":
    main()
