"""A build with stock Material that tells what its search plugin took.

    python benchmarks/searches/build_theme.py REPORT

Runs in an environment of its own, which has jieba: nothing of this project is imported.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from material.plugins.search.plugin import SearchPlugin
from mkdocs.__main__ import cli

#: Where the plugin works: at each page it takes the words, at the end it writes the index.
EVENTS = ("on_config", "on_page_context", "on_post_build")
_seconds = dict.fromkeys(EVENTS, 0.0)


def _timed(name: str, event: Callable[..., Any]) -> Callable[..., Any]:
    def timed(self: SearchPlugin, *arguments: Any, **named: Any) -> Any:
        began = time.perf_counter()
        try:
            return event(self, *arguments, **named)
        finally:
            _seconds[name] += time.perf_counter() - began

    return timed


def main(report: Path) -> None:
    """Build, then report."""
    for name in EVENTS:
        setattr(SearchPlugin, name, _timed(name, getattr(SearchPlugin, name)))
    cli(["build", "--quiet", "--site-dir", "site"], standalone_mode=False)
    if not _seconds["on_post_build"]:
        raise SystemExit("the search plugin wrote nothing: nothing was measured")
    report.write_text(json.dumps({"index": sum(_seconds.values())}), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
