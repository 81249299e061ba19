"""A build with this plugin that tells what its search index took, or makes none.

    python benchmarks/searches/build_ours.py REPORT [--without] [--documents FILE]

The current folder holds `mkdocs.yml`; the site goes to `site/` in it.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.__main__ import cli

from disclosure import build
from disclosure.searching.document import Document
from disclosure.site import search_documents
from disclosure.site.voice import Site, Voice
from disclosure.writing.cache import Finished

#: The step of the build that makes the indexes, with its workers and its writing.
STEP = "write_indexes"


class Watched:
    """Stands in the place of that step."""

    def __init__(self, *, without: bool, collect: bool) -> None:
        """`without`: make no index; `collect`: keep the documents (outside the time)."""
        self.seconds = 0.0
        self.calls = 0
        self.documents: list[dict[str, str]] = []
        self._without, self._collect = without, collect
        self._write: Callable[..., dict[str, Finished]] = vars(build)[STEP]

    def __call__(self, site: Site, *rest: Any) -> dict[str, Finished]:
        """The indexes of all languages."""
        self.calls += 1
        if self._collect:
            for voice in (Voice(site, language) for language in site.settings.languages):
                self.documents += [_row(one, voice) for one in search_documents.documents(voice)]
        if self._without:
            return {}
        began = time.perf_counter()
        written = self._write(site, *rest)
        self.seconds += time.perf_counter() - began
        return written


def _row(document: Document, voice: Voice) -> dict[str, str]:
    """What is looked through. The root of a language stands before the path."""
    root = "" if voice.language == voice.site.settings.primary else f"{voice.language}/"
    around = (*document.keywords, document.unit, *document.trail)
    return {
        "language": voice.language,
        "path": root + document.path,
        "title": document.title,
        "summary": document.summary,
        "body": document.body,
        "around": "\n".join(around),
    }


def main() -> None:
    """Build, then report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("report", type=Path)
    parser.add_argument("--without", action="store_true", help="make no index")
    parser.add_argument("--documents", type=Path, help="write what is looked through here")
    options = parser.parse_args()
    watched = Watched(without=options.without, collect=options.documents is not None)
    setattr(build, STEP, watched)
    cli(["build", "--quiet", "--strict", "--site-dir", "site"], standalone_mode=False)
    if not watched.calls:
        raise SystemExit("the build never asked for the index: nothing was measured")
    _write(options.report, {"index": watched.seconds})
    if options.documents is not None:
        _write(options.documents, watched.documents)


def _write(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
