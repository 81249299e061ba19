"""The Nu HTML checker, the W3C's own, on every page.

Chosen over html-validate, which needs no Java but does not see e.g. an invalid `datetime` (a 民國
year left in), rows wider than their table, wrong attributes in SVG or bad `lang` tags.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from audit.markup import Page
from audit.results import Result, Rule
from audit.tools import Stop, java, npm_file, npm_version

RULE = Rule(
    "conforms",
    "A",
    ("4.1.2",),
    "HTML 符合標準",
    "valid HTML",
)


def version() -> str:
    """The version of the checker."""
    return npm_version(npm_file("vnu-jar/package.json"))


def check(folder: Path, pages: Sequence[Page]) -> Result:
    """Everything but mere information is a failure."""
    result = Result.of([RULE])
    for page in pages:
        result.judge(RULE.id, page.address)
    addresses = {page.path: page.address for page in pages}
    for message in _messages(folder, [page.path for page in pages]):
        if message["type"] == "info" and message.get("subType") != "warning":
            continue
        file = Path(unquote(urlsplit(message["url"]).path)).resolve()
        path = file.relative_to(folder.resolve()).as_posix()
        line = f"line {message.get('lastLine', '?')}"
        result.fail(RULE.id, addresses[path], line, message["message"])
    return result


def _messages(folder: Path, files: Sequence[str]) -> list[dict[str, Any]]:
    checker = str(npm_file("vnu-jar/build/dist/vnu.jar"))
    done = subprocess.run(
        [java(), "-jar", checker, "--format", "json", "--stdout", *files],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    try:
        messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    except json.JSONDecodeError as error:
        raise Stop(f"vnu.jar: {done.stdout}{done.stderr}") from error
    return messages
