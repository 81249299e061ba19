"""Is a site what its build was asked for? A number from a bad build would be worse than none."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from measure import BuildFailedError
from records import Record, Text, make_record
from words import HEADINGS, LANGUAGES

#: Every page is looked up and its title read; of every so many records, all the words.
_READ_ALL_OF = 50
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Edit:
    """A sentence that a build has to show (`shown`) or must not show yet."""

    index: int
    sentence: str
    shown: bool


@dataclass(frozen=True)
class Result:
    """The record pages of a site: how many, their bytes, and a digest of all but the edited."""

    pages: int
    size: int
    digest: str


def verify(site: Path, total: int, seed: int, edit: Edit | None) -> Result:
    """Check every record page of a site."""
    size, pages, digest = 0, 0, hashlib.sha256()
    for index in range(total):
        record = make_record(index, total, seed)
        for language in LANGUAGES:
            content = page_file(site, record, language).read_bytes()
            _check_words(content.decode(), record, language, everything=index % _READ_ALL_OF == 0)
            edited = edit is not None and index == edit.index and language == LANGUAGES[0]
            if edit is not None and edited and (edit.sentence in content.decode()) != edit.shown:
                raise BuildFailedError(f"{record.id}: the edit is {'not ' * edit.shown}on the page")
            if not edited:
                digest.update(content)
            size, pages = size + len(content), pages + 1
    return Result(pages, size, digest.hexdigest())


def page_file(site: Path, record: Record, language: str) -> Path:
    """A record's page, whichever of the two usual addresses the tool gives it."""
    root = site if language == LANGUAGES[0] else site / language
    folder = root / "faq" / record.category
    for path in (folder / record.id / "index.html", folder / f"{record.id}.html"):
        if path.is_file():
            return path
    raise BuildFailedError(f"no page for {record.id} in {language} under {folder}")


def _check_words(page: str, record: Record, language: str, *, everything: bool) -> None:
    text = record.text[language]
    if not everything:
        if text.title not in page and text.title not in html.unescape(page):
            raise BuildFailedError(f"{record.id} in {language}: the title is not on the page")
        return
    visible = _bare(html.unescape(_TAG.sub("", page)))
    for words in _all_words(text, language):
        if _bare(words) not in visible:
            raise BuildFailedError(f"{record.id} in {language}: not on the page: {words}")
    if page.count("<tr") < len(text.steps):
        raise BuildFailedError(f"{record.id} in {language}: the table is not a table")


def _all_words(text: Text, language: str) -> Iterator[str]:
    yield from (text.title, text.summary, *text.answer, *text.papers)
    yield from (heading[LANGUAGES.index(language)] for heading in HEADINGS.values())
    yield from (f"{step}{unit}{days}" for step, unit, days in text.steps)


def _bare(words: str) -> str:
    """Without white space, and without the Markdown signs that records contain."""
    return _SPACE.sub("", words).replace("**", "")
