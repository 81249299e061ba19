"""Write the same synthetic records as three sites: for this plugin, for stock Material, for Hugo.

    python benchmarks/generate.py OUT --records 300

makes `OUT/ours`, `OUT/material` and `OUT/hugo` from one set of records in memory. The same number
and seed always give the same bytes. Standard library only.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from records import make_records
from trees import WRITERS


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the trees that are asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("out", type=Path, help="folder for ours/, material/ and hugo/")
    parser.add_argument("--records", "-n", type=int, default=300, help="records (300)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other records (1)")
    parser.add_argument("--tools", nargs="+", choices=tuple(WRITERS), default=tuple(WRITERS))
    options = parser.parse_args(arguments)
    records = make_records(options.records, options.seed)
    for tool in options.tools:
        WRITERS[tool](records, options.out / tool)


if __name__ == "__main__":
    main()
