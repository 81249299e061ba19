"""The headings of editors' pages, which addresses may end with behind `#`."""

from __future__ import annotations

import re
from pathlib import Path

from markdown.extensions.toc import slugify_unicode

from disclosure.checking.checker import Check
from disclosure.model.page import Page
from disclosure.prose_links import without_code
from disclosure.reading.files import read_text
from disclosure.reading.front_matter import read_markdown

_HEADING = re.compile(r"^#{2,6}\s+(.+?)\s*(?:\{[^}]*#([^\s}]+)[^}]*\})?\s*#*$", re.MULTILINE)
_MARKUP = re.compile(r"[*_`]|\[([^\]]*)\]\([^)]*\)")


def original(check: Check, file: Path) -> Path:
    """The file in the primary language of which `file` is, or would be, the translation."""
    inside = file.relative_to(check.settings.content_folder)
    if inside.parts and inside.parts[0] in check.settings.languages[1:]:
        return check.settings.content_folder.joinpath(*inside.parts[1:])
    return file


def anchors_of_page(check: Check, page: Page) -> set[str]:
    """The headings of a page, in any of its languages."""
    source = check.catalogue.sources[page.id]
    return {
        anchor
        for path in (source.path, *source.translations.values())
        for anchor in headings(check, check.settings.root / path)
    }


def headings(check: Check, file: Path) -> set[str]:
    """The ids that Python-Markdown gives to a file's headings."""
    file = file if file.is_file() else original(check, file)
    text = read_text(file, check.settings.root, []) or ""
    found: set[str] = set()
    for match in _HEADING.finditer(without_code(read_markdown(text, file.name).body)):
        slug = match[2] or slugify_unicode(_MARKUP.sub(r"\1", match[1]), "-")
        number = 1
        while slug in found:
            slug, number = f"{slug.removesuffix(f'_{number - 1}')}_{number}", number + 1
        found.add(slug)
    return found
