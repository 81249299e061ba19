"""Texts of records hold neither headings of their own nor pictures from elsewhere.

A record's page has its own headings, between which its texts stand; and nothing on the site may be
loaded from another host.
"""

from __future__ import annotations

import re

from disclosure.checking.checker import Check
from disclosure.checking.walking import walk
from disclosure.model.faq import Faq
from disclosure.model.page import Page
from disclosure.model.text import Text
from disclosure.prose_links import without_code

#: `# words`, also in a quotation or a list; or words underlined by `===` or `---`.
_HEADING = re.compile(
    r"^[ >*+-]*#{1,6}[ \t]+\S.*|^(?![ \t]*[|])[^\n]*\S[^\n]*(?=\n {0,3}(?:=+|-+)[ \t]*$)",
    re.MULTILINE,
)
#: However it goes on: pictures have many forms, and none is wanted.
_IMAGE = re.compile(r"!\[[^\n]*")


def texts_hold_no_headings(check: Check) -> None:
    """Headings in data files would tear apart the page that they come to stand on."""
    for record in check.catalogue.records.values():
        if isinstance(record, Page | Faq):
            continue  # Markdown files, whose headings are told where they are read
        path = check.catalogue.sources[record.id].path
        for place, value in walk(record):
            if not isinstance(value, Text):
                continue
            for language, words in value.root.items():
                found = _HEADING.search(without_code(words))
                if found:
                    line, _ = check.locator.place(path, (*place, language))
                    check.tell(
                        path,
                        check.locator.line_of(path, found[0].strip(), line),
                        "heading-in-text",
                        f"資料檔的文字不能有標題「{found[0].strip()[:30]}」；請改用粗體或清單。",
                        f"Texts of data files have no headings such as `{found[0].strip()[:30]}`: "
                        "use bold words or a list.",
                    )


def texts_hold_no_pictures(check: Check) -> None:
    """A picture in a record's text would be loaded from elsewhere, or not at all."""
    for record in check.catalogue.records.values():
        source = check.catalogue.sources[record.id]
        if isinstance(record, Page):
            continue
        texts = (
            [record.answer]
            if isinstance(record, Faq)
            else [value for _, value in walk(record) if isinstance(value, Text)]
        )
        for text in texts:
            for language, words in text.root.items():
                found = _IMAGE.search(without_code(words)) if "![" in words else None
                if found:
                    path = source.translations.get(language, source.path)
                    check.tell(
                        path,
                        check.locator.line_of(path, found[0]),
                        "picture-in-text",
                        "這裡不能放圖片；請放在一般頁面（content/），或改用文字說明。",
                        "No pictures here: put them on a page of content/, or say it in words.",
                    )


RULES = (texts_hold_no_headings, texts_hold_no_pictures)
