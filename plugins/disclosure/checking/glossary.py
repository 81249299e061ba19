"""Every word of the glossary means one thing."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.checking.checker import Check
from disclosure.model.glossary import GlossaryTerm
from disclosure.reading.places import Location


def spellings_are_distinct(check: Check) -> None:
    """No two terms are spelled alike in one language: pages could explain but one of them."""
    seen: dict[tuple[str, str], str] = {}
    for number, term in enumerate(check.catalogue.glossary):
        for place, language, spelling in _spellings(term):
            # Upper and lower case are the same word on a page, too.
            first = seen.setdefault((language, spelling.casefold()), term.id)
            if first != term.id:
                check.tell(
                    check.data_path("glossary.yml"),
                    ("terms", number, *place),
                    "duplicate-spelling",
                    f"「{spelling}」已經由「{first}」說明；同一個寫法只能有一個意思，請合併或改寫。",
                    f'"{spelling}" is explained by "{first}" already: one spelling has one '
                    "meaning; join the two, or spell one of them differently.",
                )


def _spellings(term: GlossaryTerm) -> Iterator[tuple[Location, str, str]]:
    for language, words in term.term.root.items():
        yield ("term", language), language, words
    for language, others in term.also.items():
        for number, words in enumerate(others):
            yield ("also", language, number), language, words


RULES = (spellings_are_distinct,)
