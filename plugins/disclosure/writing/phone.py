"""Telephone numbers as agencies print them → the number that a phone dials."""

from __future__ import annotations

import re

from disclosure.writing.passages import outside_links

_NUMBER = re.compile(r"(?<!\d)[(（]?(0\d{1,3})[)）]?[-\s]?(\d{2,4}[-\s]?\d{3,4})(?!\d)")
_EXTENSION = re.compile(r"[\s(（,，]*(?:分機|轉|[Ee]xt\.?|#)\s*(\d{1,6})")


#: In a text only what can be nothing but a telephone number: an area code set apart by a bracket
#: or a hyphen. A document's number has neither.
_IN_TEXT = re.compile(
    r"(?<![\d-])(?:[(（]0\d{1,2}[)）]\s?|0\d{1,3}-)\d{3,4}[-\s]?\d{3,4}(?![\d-])"
    r"(?:[\s(（,，]*(?:分機|轉|[Ee]xt\.?|#)\s*\d{1,6})?"
)


def with_calls(html: str) -> str:
    """Finished HTML of a text whose telephone numbers can be called by touching them."""
    if not _IN_TEXT.search(html):
        return html

    def called(match: re.Match[str]) -> str:
        number = dialled(match[0])
        return f'<a href="tel:{number}">{match[0]}</a>' if number else match[0]

    return outside_links(html, lambda words: _IN_TEXT.sub(called, words))


def dialled(printed: str) -> str:
    """The first number in international form; empty when there is none, such as for 1955.

    >>> dialled("(04)2223-1234 分機 12"), dialled("1999")
    ('+886422231234;ext=12', '')
    """
    found = _NUMBER.search(printed)
    if found is None:
        return ""
    digits = re.sub(r"\D", "", found[1] + found[2])
    if digits.startswith("0800"):
        return digits  # free of charge, and only within the country
    extension = _EXTENSION.match(printed, found.end())
    return f"+886{digits[1:]}" + (f";ext={extension[1]}" if extension else "")
