"""The words of finished HTML that are neither links nor headings nor quoted code."""

from __future__ import annotations

import re
from collections.abc import Callable

_SKIPPED = "a|h[1-6]|code|pre|summary|caption|th"
_TOKEN = re.compile(rf"<({_SKIPPED})[\s>].*?</\1>|<[^>]*>", re.DOTALL)


def outside_links(html: str, change: Callable[[str], str]) -> str:
    """Finished HTML with `change` made to every run of plain words in it."""
    done: list[str] = []
    place = 0
    for token in _TOKEN.finditer(html):
        if token.start() > place:
            done.append(change(html[place : token.start()]))
        done.append(token[0])
        place = token.end()
    done.append(change(html[place:]))
    return "".join(done)
