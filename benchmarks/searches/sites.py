"""One content in three folders: a site with our search, with the theme's, with Pagefind."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag

from measure import BuildFailedError
from records import Record
from trees import write_material, write_ours

from searches import ROOT
from searches.programs import PAGEFINDS, Programs, clear
from searches.prose import Row

#: The plugin as its manual wants it for Chinese: with jieba (see `requirements.txt`), and white
#: space of no width, which jieba puts between words, in the separator.
SEARCH = r"""plugins:
  - search:
      lang: [zh, en]
      separator: '[\s\u200b\u3000\-、。，．？！；]+'
"""
DEMO = ("mkdocs.yml", "content", "data", "overrides")
_MAIN = re.compile("<main ")


@dataclass(frozen=True)
class Content:
    """A content; its folders are `ours/`, `theme/` and `pagefind/`."""

    name: str
    folder: Path

    @property
    def ours(self) -> Path:
        """Sources and site with this plugin."""
        return self.folder / "ours"

    @property
    def theme(self) -> Path:
        """Sources and site with stock Material."""
        return self.folder / "theme"

    @property
    def pagefind(self) -> Path:
        """Our site again, in `site/`, with Pagefind's indexes."""
        return self.folder / "pagefind"

    @property
    def rows(self) -> list[Row]:
        """All that ours looks through, of both languages."""
        found: list[Row] = json.loads((self.folder / "documents.json").read_text("utf-8"))
        return found


def write_demo(folder: Path) -> Content:
    """The demo site's own sources."""
    content = Content("demo", folder)
    content.ours.mkdir(parents=True, exist_ok=True)
    for name in DEMO:
        source, target = ROOT / name, content.ours / name
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            shutil.copyfile(source, target)
    return content


def write_records(records: Sequence[Record], folder: Path) -> Content:
    """Synthetic records, in each tool's notation."""
    content = Content(f"{len(records):,}", folder)
    write_ours(records, content.ours)
    # Synonyms are looked for in every text: without them the index would be cheaper than it is.
    shutil.copyfile(ROOT / "data" / "search.yml", content.ours / "data" / "search.yml")
    write_material(records, content.theme)
    with (content.theme / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(SEARCH)
    return content


def write_theme(content: Content) -> None:
    """A page of stock Material for each document, for a content that is not made of records."""
    for row in content.rows:
        path, fragment = urldefrag(row["path"])
        page = content.theme / "docs" / path / fragment / "index.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        parts = (html.escape(row[name]) for name in ("summary", "body") if row[name])
        title = json.dumps(row["title"], ensure_ascii=False)
        body = "\n\n".join(f"<p>{part}</p>" for part in parts)
        page.write_text(f"---\ntitle: {title}\n---\n\n{body}\n", encoding="utf-8")
    for root in ("", "en"):
        (content.theme / "docs" / root / "index.md").write_text("# Home\n", encoding="utf-8")
    config = "site_name: demo\nsite_url: https://demo.example.gov.tw/\n"
    theme = "theme: {name: material, font: false}\nnot_in_nav: '*'\nnav: [index.md]\n"
    (content.theme / "mkdocs.yml").write_text(config + theme + SEARCH, encoding="utf-8")


def build(content: Content, programs: Programs) -> None:
    """Every site once, not measured; the documents that ours looks through are kept."""
    report = content.folder / "report.json"
    documents = content.folder / "documents.json"
    clear(content.ours)
    programs.run(programs.ours(report, "--documents", str(documents)), content.ours)
    if not (content.theme / "mkdocs.yml").is_file():
        write_theme(content)
    programs.run(programs.theme(report), content.theme)
    copy_for_pagefind(content)
    for version in PAGEFINDS:
        programs.run(programs.pagefind(version), content.pagefind)


def copy_for_pagefind(content: Content) -> None:
    """Our site, with a mark on the main part of every page that is a document of ours: where a
    page has that mark, Pagefind passes over all that has none."""
    site = content.pagefind / "site"
    if content.pagefind.exists():
        shutil.rmtree(content.pagefind)
    shutil.copytree(content.ours / "site", site)
    for path in _pages(row["path"] for row in content.rows):
        page = site / path / "index.html"
        marked, count = _MAIN.subn("<main data-pagefind-body ", page.read_text("utf-8"))
        if count != 1:
            raise BuildFailedError(f"{page}: {count} main parts")
        page.write_text(marked, encoding="utf-8")


def _pages(paths: Iterable[str]) -> set[str]:
    return {urldefrag(path).url for path in paths}
