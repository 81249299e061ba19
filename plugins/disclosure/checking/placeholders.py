"""What `disclosure new` left for the editor to fill in is filled in before it is published."""

from __future__ import annotations

from disclosure.checking.checker import Check
from disclosure.checking.walking import walk
from disclosure.model.faq import Faq
from disclosure.model.page import Page
from disclosure.model.placeholders import ANSWER, left_in
from disclosure.model.record import Record
from disclosure.model.text import Text


def texts_are_written(check: Check) -> None:
    """No published text holds a place that waits to be filled in, in any language."""
    for record in check.catalogue.records.values():
        if record.life == "published":
            _look_through(check, record)


def _look_through(check: Check, record: Record) -> None:
    source = check.catalogue.sources[record.id]
    in_markdown = isinstance(record, Faq | Page)
    texts = [(place, value) for place, value in walk(record) if isinstance(value, Text)]
    if isinstance(record, Page) and source.prose:
        texts.append(((), source.prose))
    for place, value in texts:
        for language, words in value.root.items():
            left = left_in(words)
            if not left or left == ANSWER:  # the rule `no-answer` tells that one
                continue
            path = source.translations.get(language, source.path)
            line, _ = (0, 0) if in_markdown else check.locator.place(path, (*place, language))
            check.tell(
                path,
                check.locator.line_of(path, left, line),
                "unfinished-text",
                f"「{left}」還沒有寫：請寫上內容，不需要就整段刪掉，或加回 life: draft。",
                f'"{left}" is not written yet: write it, remove the whole field, or put '
                "`life: draft` back.",
            )


RULES = (texts_are_written,)
