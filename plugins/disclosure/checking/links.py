"""Links in prose lead somewhere: `record:` links to records, relative links to content files."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from pathlib import Path
from urllib.parse import unquote

from markdown.extensions.toc import slugify_unicode

from disclosure.checking.checker import Check, guess_words
from disclosure.checking.references import leads_to_a_shown_record
from disclosure.checking.walking import walk
from disclosure.model.catalogue import SCHEMES
from disclosure.model.faq import Faq
from disclosure.model.page import Page
from disclosure.model.plan import Plan
from disclosure.model.record import Record
from disclosure.model.text import Text
from disclosure.prose_links import INDEX, RECORD, ProseLink, links
from disclosure.reading.files import read_text
from disclosure.reading.front_matter import read_markdown
from disclosure.reading.markdown_records import page_id
from disclosure.site import urls
from disclosure.site.plans import anchors_of
from disclosure.suggest import nearest

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_HEADING = re.compile(r"^#{2,6}\s+(.+?)\s*(?:\{[^}]*#([^\s}]+)[^}]*\})?\s*#*$", re.MULTILINE)
_MARKUP = re.compile(r"[*_`]|\[([^\]]*)\]\([^)]*\)")


def data_texts(check: Check) -> None:
    """`record:` links in the texts of data files."""
    for record in check.catalogue.records.values():
        if isinstance(record, Faq | Page):
            continue
        path = check.catalogue.sources[record.id].path
        for location, value in walk(record):
            if not isinstance(value, Text):
                continue
            for language, words in value.root.items():
                for link in links(words):
                    line, _ = check.locator.place(path, (*location, language))
                    _named(check, record, path, link.target, line)


def faq_answers(check: Check) -> None:
    """Links in answers. Only `record:` links and addresses are possible there."""
    for faq in check.catalogue.records.values():
        if not isinstance(faq, Faq):
            continue
        source = check.catalogue.sources[faq.id]
        for language, words in faq.answer.root.items():
            path = source.translations.get(language, source.path)
            for link in links(words):
                if link.target.startswith((RECORD, INDEX)):
                    if not _is_fine(check, link.target):
                        _named(check, faq, path, link.target, _line(check, path, link))
                elif not _SCHEME.match(link.target):
                    check.tell(
                        path,
                        _line(check, path, link),
                        "link-form",
                        f"「{link.target}」：答案裡連到站內資料請寫 record:識別碼，"
                        "例如 [寄款](record:send-money)。",
                        f'"{link.target}": an answer links to other records as record:<id>, such '
                        "as [sending money](record:send-money).",
                    )


def content_pages(check: Check) -> None:
    """Links of editors' pages: the file is there, and so is the heading behind the `#`."""
    anchors: dict[Path, set[str]] = {}
    for page in check.catalogue.records.values():
        if not isinstance(page, Page):
            continue
        source = check.catalogue.sources[page.id]
        for path in (source.path, *source.translations.values()):
            text = read_text(check.settings.root / path, check.settings.root, [])
            if text is None:
                continue
            file = read_markdown(text, path)
            for link in links(file.body):
                _content_link(check, page, path, link, file.body_line + link.line, anchors)


def _content_link(
    check: Check,
    page: Page,
    path: str,
    link: ProseLink,
    line: int,
    anchors: dict[Path, set[str]],
) -> None:
    if link.target.startswith((RECORD, INDEX)):
        _named(check, page, path, link.target, line)
        return
    if _SCHEME.match(link.target):
        return
    target, _, fragment = unquote(link.target).partition("#")
    content = check.settings.content_folder
    here = check.settings.root / path
    file = Path(posixpath.normpath((here.parent / target).as_posix())) if target else here
    if not file.is_relative_to(content) or not _exists(check, file):
        folder = here.parent
        known = [
            posixpath.relpath(other.as_posix(), folder.as_posix())
            for other in content.rglob("*")
            if other.is_file()
        ]
        zh, en = guess_words(nearest(target, known))
        check.tell(
            path,
            line,
            "broken-link",
            f"連結「{link.target}」找不到檔案{zh}",
            f'The link "{link.target}" leads to no file{en}',
        )
        return
    target_page = _page_of(check, file)
    if target_page is not None:
        leads_to_a_shown_record(check, page, path, line, target_page.id)
    if fragment and file.suffix == ".md":
        if file not in anchors:
            anchors[file] = _anchors(check, file)
        if fragment not in anchors[file]:
            zh, en = guess_words(nearest(fragment, anchors[file]))
            check.tell(
                path,
                line,
                "broken-link",
                f"連結「{link.target}」：那一頁沒有「{fragment}」這個標題{zh}",
                f'The link "{link.target}": that page has no heading "{fragment}"{en}',
            )


def _exists(check: Check, file: Path) -> bool:
    if file.is_file():
        return True
    # A page that is not translated yet stands in the other language all the same.
    inside = file.relative_to(check.settings.content_folder)
    if inside.parts and inside.parts[0] in check.settings.languages[1:]:
        return (
            file.suffix == ".md"
            and check.settings.content_folder.joinpath(*inside.parts[1:]).is_file()
        )
    return False


def _anchors(check: Check, file: Path) -> set[str]:
    """The ids that Python-Markdown gives to a file's headings."""
    if not file.is_file():
        inside = file.relative_to(check.settings.content_folder)
        file = check.settings.content_folder.joinpath(*inside.parts[1:])
    text = read_text(file, check.settings.root, []) or ""
    found: set[str] = set()
    for match in _HEADING.finditer(read_markdown(text, file.name).body):
        slug = match[2] or slugify_unicode(_MARKUP.sub(r"\1", match[1]), "-")
        number = 1
        while slug in found:
            slug, number = f"{slug.removesuffix(f'_{number - 1}')}_{number}", number + 1
        found.add(slug)
    return found


def _line(check: Check, path: str, link: ProseLink) -> int:
    text = read_text(check.settings.root / path, check.settings.root, []) or ""
    return read_markdown(text, path).body_line + link.line


def _page_of(check: Check, file: Path) -> Page | None:
    """The page that a Markdown file, in whichever language, belongs to."""
    inside = file.relative_to(check.settings.content_folder)
    if inside.parts[0] in check.settings.languages[1:]:
        inside = Path(*inside.parts[1:])
    record = check.catalogue.records.get(page_id(inside)) if file.suffix == ".md" else None
    return record if isinstance(record, Page) else None


def _known(check: Check, target: str) -> Collection[str]:
    return check.catalogue.records if target.startswith(RECORD) else urls.indexes(SCHEMES)


def _is_fine(check: Check, target: str) -> bool:
    """Nothing to tell of this link. Cheap: asked for every link of every answer."""
    name, _, fragment = target.partition(":")[2].partition("#")
    if fragment or name not in _known(check, target):
        return False
    return not target.startswith(RECORD) or check.catalogue.shows(check.catalogue.records[name])


def _named(check: Check, referring: Record, path: str, target: str, line: int) -> None:
    """A `record:` or `index:` link leads somewhere. `line` is where its text begins."""
    if not target.startswith((RECORD, INDEX)):
        return
    kind, _, rest = target.partition(":")
    name, _, fragment = rest.partition("#")
    line = check.locator.line_of(path, target, line)
    if name not in _known(check, target):
        zh, en = guess_words(nearest(name, _known(check, target)))
        check.tell(
            path,
            line,
            f"unknown-{kind}",
            f"連結 {target} 找不到對應的頁面{zh}",
            f"The link {target} leads nowhere{en}",
        )
        return
    if kind == "index":
        return
    leads_to_a_shown_record(check, referring, path, line, name)
    record = check.catalogue.records[name]
    if fragment and isinstance(record, Plan) and fragment not in anchors_of(record):
        zh, en = guess_words(nearest(fragment, anchors_of(record)))
        check.tell(
            path,
            line,
            "broken-link",
            f"連結 {target}：那一頁沒有「{fragment}」這個段落{zh}",
            f'The link {target}: that page has no part "{fragment}"{en}',
        )


RULES = (data_texts, faq_answers, content_pages)
