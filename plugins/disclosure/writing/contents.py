"""What a long page holds, read off its own headings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from disclosure.writing.html_tree import Element, parse

_HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_FIRST = re.compile(r'<section class="easy"|<h2 id=')
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
    parts: list[list[str]] = [[]]
    # Only headings that stand by themselves: one within a box or a quotation parts nothing.
    for node in parse(body).children:
        if isinstance(node, Element):
            if node.tag == "h2":
                parts.append([])
            parts[-1].append(node.html())
        else:
            parts[-1].append(node)
    above, *boxes = ("".join(part).strip() for part in parts)
    if not boxes:
        return body
    inside = "\n".join(f"<div>\n{box}\n</div>" for box in boxes)
    return f'{above}<div class="boxes">\n{inside}\n</div>'
