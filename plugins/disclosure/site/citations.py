"""What a record rests on, and the files and pages that it offers, as plain data."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.model.citation import Citation
from disclosure.model.disclosure_item import Link
from disclosure.model.file import File
from disclosure.model.text import Text
from disclosure.site.spec import View
from disclosure.site.voice import Voice

_UNITS = ("B", "KB", "MB", "GB")


def citations(voice: Voice, cited: Iterable[Citation]) -> list[View]:
    """Laws and sources; a title that has no translation is shown as the source bears it."""
    return [
        {
            "title": voice.named(one.title),
            "article": voice.named(one.article),
            "url": one.url or "",
            "date": voice.date(one.date),
            "says": voice.maybe(one.says),
        }
        for one in cited
    ]


def links(voice: Voice, given: Iterable[Link]) -> list[View]:
    """Pages elsewhere."""
    return [{"title": voice.named(one.title), "url": one.url} for one in given]


def files(voice: Voice, offered: Iterable[File], title: Text) -> list[View]:
    """Files with what a citizen wants to know before loading one (B-08). `title` is that of their
    record: a link must say by itself what it loads."""
    known = voice.site.catalogue.files
    rows: list[View] = []
    for file in offered:
        facts = known[file.path]
        rows.append(
            {
                "path": file.path,
                "title": voice.words(title),
                "name": voice.maybe(file.name),
                "format": file.extension.upper(),
                "size": size(facts.size),
                "date": voice.date(facts.date),
                "checksum": facts.checksum,
            }
        )
    return rows


def size(count: int) -> str:
    """Bytes as people read them.

    >>> [size(one) for one in (0, 999, 1000, 12_345, 3_400_000)]
    ['0 B', '999 B', '1 KB', '12 KB', '3.4 MB']
    """
    amount, unit = float(count), 0
    while round(amount) >= 1000 and unit < len(_UNITS) - 1:
        amount, unit = amount / 1000, unit + 1
    shown = f"{amount:.1f}" if unit > 1 and amount < 10 else f"{amount:.0f}"
    return f"{shown} {_UNITS[unit]}"
