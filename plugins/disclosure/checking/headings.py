"""The parts of editors' pages, which addresses may end with behind `#`."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
from markdown.extensions.toc import slugify_unicode

from disclosure.checking.checker import Check
from disclosure.model.page import Page
from disclosure.reading.files import read_text
from disclosure.reading.front_matter import read_markdown

_ID = re.compile(r"""\sid=["']?([^"'\s>]+)""")
#: Those of MkDocs and of the demo site that give ids.
_EXTENSIONS = ["attr_list", "def_list", "fenced_code", "footnotes", "tables", "toc"]


def original(check: Check, file: Path) -> Path:
    """The file in the primary language of which `file` is, or would be, the translation."""
    inside = file.relative_to(check.settings.content_folder)
    if inside.parts and inside.parts[0] in check.settings.languages[1:]:
        return check.settings.content_folder.joinpath(*inside.parts[1:])
    return file


def anchors_of_page(check: Check, page: Page) -> set[str]:
    """The ids of a page, in any of its languages."""
    source = check.catalogue.sources[page.id]
    return {
        anchor
        for path in (source.path, *source.translations.values())
        for anchor in anchors_of_file(check, check.settings.root / path)
    }


def anchors_of_file(check: Check, file: Path) -> set[str]:
    """The ids that Python-Markdown gives to a file's headings, and those written in it."""
    file = file if file.is_file() else original(check, file)
    text = read_text(file, check.settings.root, []) or ""
    html = markdown.markdown(
        read_markdown(text, file.name).body,
        extensions=_EXTENSIONS,
        extension_configs={"toc": {"slugify": slugify_unicode}},
    )
    return set(_ID.findall(html))
