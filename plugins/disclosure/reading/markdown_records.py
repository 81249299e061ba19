"""Markdown files → records: ordinary pages, and questions with their answers.

The file in the primary language carries every field. Its translation stands at the same path below
`content/<language>/` and carries only its title and what differs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from disclosure.model.catalogue import Source
from disclosure.model.faq import Faq
from disclosure.model.page import Page
from disclosure.model.record import Record
from disclosure.model.settings import Settings
from disclosure.model.text import Text
from disclosure.problems import Problem
from disclosure.prose_links import without_code
from disclosure.reading.files import is_readable, read_text, relative, unreadable, walk
from disclosure.reading.front_matter import MarkdownFile, read_markdown
from disclosure.reading.heads import FaqHead, Head, TranslatedFaqHead, TranslatedHead
from disclosure.reading.odd_signs import control_character
from disclosure.reading.validation import validate
from disclosure.workers import share

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ACTIVE = re.compile(
    r"</?(?:script|style|iframe|object|embed|main|body|html|head|base|link|meta|form)\b"
    r"|<[a-z][^>]*\s(?:on[a-z]+|style)\s*=",
    re.IGNORECASE,
)
_H1 = re.compile(r"^# ", re.MULTILINE)


@dataclass(slots=True)
class Found:
    """What a run of Markdown files gave."""

    records: list[tuple[Record, Source]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_content(settings: Settings) -> Found:
    """All records of `content/`."""
    found = Found()
    translated = set(settings.languages[1:])
    primary: list[Path] = []
    others: set[Path] = set()
    for path in walk(settings.content_folder, settings.root, found.problems):
        if path.suffix != ".md":
            _check_asset(path, settings, found.problems)
            continue
        inside = path.relative_to(settings.content_folder)
        if inside.parts[0] in translated and len(inside.parts) > 1:
            others.add(path)
        else:
            primary.append(path)
    originals = {path.relative_to(settings.content_folder) for path in primary}
    for path in sorted(others):
        inside = Path(*path.relative_to(settings.content_folder).parts[1:])
        if inside not in originals:
            found.problems.append(_orphan(path, inside, settings))

    def run(paths: Sequence[Path]) -> Found:
        return _read_run(paths, settings)

    for part in share(run, primary, settings.workers if len(primary) > 200 else 1):
        found.records += part.records
        found.problems += part.problems
    return found


def _check_asset(path: Path, settings: Settings, problems: list[Problem]) -> None:
    """A file that MkDocs will copy: readable, and not a text that was meant to be a page."""
    if path.suffix.lower() in (".md", ".markdown", ".mdown", ".mkd"):
        problems.append(
            Problem(
                relative(path, settings.root),
                0,
                0,
                "unknown-file",
                f"這個檔案不會成為頁面，檔名請改為「{path.stem}.md」。",
                f'This file does not become a page: rename it "{path.stem}.md".',
            )
        )
    elif not is_readable(path):
        problems.append(unreadable(path, settings.root, "it is not a regular, readable file"))


def _orphan(path: Path, inside: Path, settings: Settings) -> Problem:
    name = relative(path, settings.root)
    return Problem(
        name,
        0,
        0,
        "translation-without-original",
        f"這個譯文沒有原文：{settings.content}/{inside.as_posix()} 不存在。"
        "原文改了檔名，這個檔案也要改成同樣的名稱；原文刪了，這個檔案也要刪。",
        f"This translation has no original: {settings.content}/{inside.as_posix()} does not exist. "
        "If the original was renamed, give this file the same name; if it was deleted, delete it.",
    )


def _read_run(paths: Iterable[Path], settings: Settings) -> Found:
    found = Found()
    for path in paths:
        inside = path.relative_to(settings.content_folder)
        problems: list[Problem] = []
        _check_name(path, inside, settings, problems)
        record, source = _read_one(path, inside, settings, problems)
        found.problems += problems
        if record is not None and not problems:
            found.records.append((record, source))
    return found


def _check_name(path: Path, inside: Path, settings: Settings, problems: list[Problem]) -> None:
    for part in (*inside.parts[:-1], inside.stem):
        if not _NAME.fullmatch(part):
            problems.append(
                Problem(
                    relative(path, settings.root),
                    0,
                    0,
                    "file-name",
                    f"檔名或資料夾名「{part}」會成為網址，只能用小寫英文字母、數字與連字號。",
                    f'The name "{part}" becomes part of an address: use lower-case letters, digits '
                    "and hyphens only.",
                )
            )


def _read_one(
    path: Path, inside: Path, settings: Settings, problems: list[Problem]
) -> tuple[Record | None, Source]:
    is_faq = inside.parts[0] == "faq" and len(inside.parts) == 3
    source = Source(relative(path, settings.root))
    original = _open(path, settings, problems)
    head = None
    if original is not None:
        head = validate(FaqHead if is_faq else Head, original.head, settings.languages)
        problems += original.head.problems
        _check_body(original, source.path, problems)
    titles: dict[str, str] = {}
    summaries: dict[str, str] = {}
    keywords: dict[str, tuple[str, ...]] = {}
    easy: dict[str, str] = {}
    bodies: dict[str, str] = {}
    for language in settings.languages[1:]:
        other = settings.content_folder / language / inside
        if not other.is_file():
            continue
        source.translations[language] = relative(other, settings.root)
        translation = _open(other, settings, problems)
        if translation is None:
            continue
        words = validate(
            TranslatedFaqHead if is_faq else TranslatedHead, translation.head, settings.languages
        )
        problems += translation.head.problems
        _check_body(translation, source.translations[language], problems)
        if words is None:
            continue
        if words.life == "draft" and not settings.drafts:
            del source.translations[language]
            continue
        titles[language] = words.title
        keywords[language] = words.keywords
        if words.summary:
            summaries[language] = words.summary
        if isinstance(words, TranslatedFaqHead) and words.easy_read:
            easy[language] = words.easy_read
        if translation.body.strip():
            bodies[language] = translation.body
    if head is None or original is None:
        return None, source
    if isinstance(head, FaqHead) and easy and not head.easy_read:
        problems += [_easy_read_alone(source.translations[language]) for language in easy]
    first = settings.primary
    common = {
        "title": Text.model_construct(root={first: head.title, **titles}),
        "summary": Text.model_construct(root={first: head.summary, **summaries})
        if head.summary
        else None,
        "units": head.units,
        "classification": head.classification,
        "keywords": {first: head.keywords, **keywords},
        "life": head.life,
        "withdrawn": head.withdrawn,
        "former": head.former,
        "published": head.published,
        "updated": head.updated,
        "reviewed": head.reviewed,
        "review_months": head.review_months,
        "validity": head.validity,
        "changes": head.changes,
    }
    if isinstance(head, FaqHead):
        return Faq.model_construct(
            id=inside.stem,
            category=inside.parts[1],
            answer=Text.model_construct(root={first: original.body, **bodies}),
            easy_read=Text.model_construct(root={first: head.easy_read, **easy})
            if head.easy_read
            else None,
            number=head.number,
            legal_basis=head.legal_basis,
            sources=head.sources,
            related=head.related,
            superseded_by=head.superseded_by,
            **common,  # type: ignore[arg-type]
        ), source
    source.prose = Text.model_construct(root={first: original.body, **bodies})
    return Page.model_construct(
        id=page_id(inside),
        path=inside.as_posix(),
        written=(first, *bodies),
        **common,  # type: ignore[arg-type]
    ), source


def _easy_read_alone(path: str) -> Problem:
    return Problem(
        path,
        1,
        0,
        "translation-without-original",
        "易讀版（easy_read）只有這個譯本有，原文沒有，所以不會顯示；請先在原文的檔案寫易讀版。",
        "Only this translation has an `easy_read`, the original has none, so that it would not be "
        "shown: write it in the original first.",
    )


def page_id(inside: Path) -> str:
    """`about/index.md` → `about`, `about/contact.md` → `about-contact`, `index.md` → `home`."""
    parts = inside.parts[:-1] + (() if inside.stem == "index" else (inside.stem,))
    return "-".join(parts) or "home"


def _open(path: Path, settings: Settings, problems: list[Problem]) -> MarkdownFile | None:
    text = read_text(path, settings.root, problems)
    return None if text is None else read_markdown(text, relative(path, settings.root))


def _check_body(file: MarkdownFile, path: str, problems: list[Problem]) -> None:
    control = control_character(file.body)
    if control is not None:
        line, column, told = control
        problems.append(Problem(path, line + file.body_line, column, *told))
    told_lines: set[int] = set()
    for tag in _ACTIVE.finditer(without_code(file.body)) if "<" in file.body else ():
        line = file.body.count("\n", 0, tag.start()) + file.body_line
        if line in told_lines:  # the end of an element that is told already
            continue
        told_lines.add(line)
        problems.append(
            Problem(
                path,
                line,
                0,
                "active-html",
                f"內文不能有「{tag[0][:30]}」這種 HTML：它會執行程式、改變外觀或破壞頁面結構。",
                f"The text must not hold HTML such as `{tag[0][:30]}`: it runs programs, changes "
                "the look or breaks the page.",
            )
        )
    for heading in _H1.finditer(without_code(file.body)):
        before = file.body[: heading.start()]
        problems.append(
            Problem(
                path,
                before.count("\n") + file.body_line,
                1,
                "second-title",
                "內文不要再寫一級標題「# 」：標題來自 title 欄位，內文從「## 」開始。",
                "No `# ` heading in the text: the title comes from the field `title`, headings in "
                "the text begin with `## `.",
            )
        )
