"""Relative links of editors' pages: the file is there, and so is the heading behind the `#`."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from urllib.parse import unquote

from disclosure.checking import link_forms
from disclosure.checking.checker import Check
from disclosure.checking.headings import anchors_of_file, original
from disclosure.checking.link_forms import wrong_form
from disclosure.checking.named_links import named_link
from disclosure.checking.naming import leads_to_a_shown_record
from disclosure.model.faq import Faq
from disclosure.model.page import Page
from disclosure.prose_links import INDEX, RECORD, ProseLink, links, misshapen, tag_links
from disclosure.reading.files import read_text
from disclosure.reading.front_matter import read_markdown
from disclosure.reading.markdown_records import page_id
from disclosure.suggest import guess_words, nearest

_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def pages(check: Check) -> None:
    """Every link of every page, in every language."""
    for page in check.catalogue.every(Page):
        source = check.catalogue.sources[page.id]
        for path in (source.path, *source.translations.values()):
            text = read_text(check.settings.root / path, check.settings.root, []) or ""
            file = read_markdown(text, path)
            link_forms.shapes(check, path, misshapen(file.body), file.body_line)
            _tags(check, path, file.body, file.body_line)
            for link in links(file.body):
                line = file.body_line + link.line
                if link.target.startswith((RECORD, INDEX)):
                    named_link(check, page, path, link.target, line)
                elif link.target.lower().startswith((RECORD, INDEX)):
                    wrong_form(check, path, link.target, line)
                elif _ADDRESS.match(link.target):
                    link_forms.address(check, path, link.target, line)
                else:
                    _relative_link(check, page, path, link, line)


def _tags(check: Check, path: str, text: str, first_line: int) -> None:
    """A page may hold HTML, but MkDocs does not follow the links of its tags."""
    for link in tag_links(text):
        check.tell(
            path,
            first_line + link.line,
            "link-form",
            f"「{link.target}」寫在 HTML 標籤裡，不會檢查，也不會隨網址調整；"
            "請改寫成 Markdown：[文字](檔名.md)，圖片是 ![說明](檔名)。",
            f'"{link.target}" stands in an HTML tag, where it is neither checked nor adapted: '
            "write Markdown, [words](file.md), or ![description](file) for a picture.",
        )


def _relative_link(check: Check, page: Page, path: str, link: ProseLink, line: int) -> None:
    target, _, fragment = unquote(link.target).partition("#")
    here = check.settings.root / path
    file = Path(posixpath.normpath((here.parent / target).as_posix())) if target else here
    if not _exists(check, file):
        _broken(check, path, line, link.target, here.parent, target)
        return
    record = _record_of(check, file)
    if isinstance(record, Faq):
        check.tell(
            path,
            line,
            "link-form",
            f"「{link.target}」：連到常見問題請寫 record:{record.id}。",
            f'"{link.target}": link to a question as record:{record.id}.',
        )
    elif record is not None:
        leads_to_a_shown_record(check, page, path, line, record.id)
        anchors = anchors_of_file(check, file) if fragment else set()
        if fragment and fragment not in anchors:
            zh, en = guess_words(nearest(fragment, anchors))
            check.tell(
                path,
                line,
                "broken-link",
                f"連結「{link.target}」：那一頁沒有「{fragment}」這個標題{zh}",
                f'The link "{link.target}": that page has no heading "{fragment}"{en}',
            )


def _broken(check: Check, path: str, line: int, link: str, folder: Path, target: str) -> None:
    known = [
        posixpath.relpath(other.as_posix(), folder.as_posix())
        for other in check.settings.content_folder.rglob("*")
        if other.is_file()
    ]
    zh, en = guess_words(nearest(target, known))
    check.tell(
        path,
        line,
        "broken-link",
        f"連結「{link}」找不到檔案{zh}",
        f'The link "{link}" leads to no file{en}',
    )


def _exists(check: Check, file: Path) -> bool:
    """A file of `content/`; a page that is not translated yet stands in every language."""
    if not file.is_relative_to(check.settings.content_folder):
        return False
    try:
        return file.is_file() or (file.suffix == ".md" and original(check, file).is_file())
    except OSError:  # not a possible name of a file
        return False


def _record_of(check: Check, file: Path) -> Page | Faq | None:
    """The record that a Markdown file, in whichever language, belongs to."""
    if file.suffix != ".md":
        return None
    inside = original(check, file).relative_to(check.settings.content_folder)
    is_faq = inside.parts[0] == "faq" and len(inside.parts) == 3
    record = check.catalogue.records.get(inside.stem if is_faq else page_id(inside))
    return record if isinstance(record, Page | Faq) else None


RULES = (pages,)
