"""What a long page holds, read off its own headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

_HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_FIRST = re.compile(r'<section class="easy"|<h2 id=')
_PART = re.compile(r"(?=<h2[ >])")
_COUNT = re.compile(r'<span class="count">.*?</span>', re.DOTALL)
_LINK = re.compile(r"</?a(?:\s[^>]*)?>|\s(?:id|class)=\"[^\"]*\"")


@dataclass(frozen=True)
class Part:
    """A heading that can be linked to."""

    id: str
    words: Markup


def parts_of(body: str, least: int) -> list[Part]:
    """The headings of a page, or none when there are fewer than `least`."""
    found = [
        Part(name, Markup(_LINK.sub("", _COUNT.sub("", words)).strip()))
        for name, words in _HEADING.findall(body)
    ]
    return found if len(found) >= least else []


def before_first_part(body: str, contents: str) -> str:
    """The page with its contents behind what stands above all headings: its summary."""
    first = _FIRST.search(body)
    assert first is not None, "a page with parts has a heading"
    return f"{body[: first.start()]}{contents}\n{body[first.start() :]}"


def side_by_side(body: str) -> str:
    """The home page with its parts as boxes beside each other, where there is room."""
    above, *parts = _PART.split(body)
    boxes = "\n".join(f"<div>\n{part.strip()}\n</div>" for part in parts)
    return f'{above}<div class="boxes">\n{boxes}\n</div>' if parts else body
