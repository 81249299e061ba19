"""A page of the built site as the tests see it: the reader of the audit."""

from __future__ import annotations

from audit.markup import Page, parse, read_pages, squeeze

__all__ = ["Page", "parse", "read_pages", "squeeze"]
