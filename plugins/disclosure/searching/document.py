"""What is found: a page, or a part of one that has an address of its own."""

from __future__ import annotations

from dataclasses import dataclass

#: Codes by facet, e.g. `{"kind": ("faq",), "theme": ("330",)}`.
Codes = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Document:
    """One result, in one language."""

    path: str
    title: str
    #: plain text, without Markdown
    body: str
    codes: Codes
    summary: str = ""
    #: what is searched with the weight of key words and not shown: key words, permanent numbers
    keywords: tuple[str, ...] = ()
    #: names of the pages above it
    trail: tuple[str, ...] = ()
    unit: str = ""
    #: as shown
    date: str = ""
    #: BCP 47 tags, where title and body are not in the page's language
    title_lang: str = ""
    body_lang: str = ""
