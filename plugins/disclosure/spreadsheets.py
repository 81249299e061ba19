"""Tables that Excel and LibreOffice open as they are: CSV in UTF-8, without formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

#: Signs with which a spreadsheet begins a formula, and that an editor's words may begin with.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_of(rows: Iterable[Iterable[object]]) -> str:
    """The rows as CSV, with the mark by which Excel knows UTF-8."""
    made = io.StringIO()
    csv.writer(made).writerows(rows)
    return f"\ufeff{made.getvalue()}"


def harmless(cell: object) -> str:
    """A cell's words; an apostrophe in front keeps them from being a formula.

    >>> harmless("=1+1")
    "'=1+1"
    """
    words = str(cell)
    return f"'{words}" if words.startswith(_FORMULA) else words
