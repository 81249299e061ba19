"""A small site of its own for each test: its files as a dictionary, built in this process."""

from __future__ import annotations

import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from audit.markup import page_markups
from tests.support.html import Page, parse
from tests.support.site import ROOT

FILES = Path(__file__).parent / "files"

CONFIG = """
    site_name: 示範監獄
    site_url: https://prison.example.gov.tw/
    docs_dir: content
    strict: true
    theme:
      name: material
      font: false
    plugins:
      - disclosure
    validation:
      anchors: ignore
"""

_BASE = {
    "mkdocs.yml": CONFIG,
    "data/agency.yml": """
        name: {zh: 示範監獄, en: Model Prison}
        description: {zh: 示範監獄公開的資訊。, en: What the Model Prison makes public.}
        address: {zh: 示範市示範路一號, en: "1 Model Road, Model City"}
        phone: (02) 1234-5678
    """,
    "data/agencies.yml": """
        agencies:
          - {id: model-prison, name: {zh: 示範監獄, en: Model Prison}}
    """,
    "data/units.yml": """
        units:
          - {id: guard, name: {zh: 戒護科, en: Guard Section}}
          - {id: secretary, name: {zh: 秘書室, en: Secretary Office}}
    """,
    "data/plans/plan-115.yml": """
        id: plan-115
        title: {zh: 示範監獄 115 年度服務計畫, en: Service Plan of the Model Prison for 2026}
        summary: {zh: 一年的服務工作。, en: A year of service.}
        units: [secretary]
        classification:
          theme: ["330"]
          cake: ["634"]
          service: [I00]
          audience: [families]
          disclosure: ["5"]
        published: 2026-01-05
        agency: model-prison
        year: 2026
        basis:
          - authority: {zh: 法務部, en: Ministry of Justice}
            date: 2025-12-01
            number: 法字第 1 號
            title: {zh: 服務方案, en: Service Program}
        goals: {zh: 便民。, en: To serve.}
        scope: {zh: 全體同仁, en: All staff}
        scope_heading: {zh: 實施對象, en: Who carries it out}
        columns:
          section: {zh: 實施要項, en: Area}
          strategy: {zh: 執行策略, en: Strategy}
        sections:
          - id: service
            number: 一
            title: {zh: 服務, en: Service}
            strategies:
              - id: visits
                number: "1"
                title: {zh: 接見, en: Visits}
                text: {zh: 縮短等候時間。, en: Shorten the waiting time.}
                units: [guard]
                deadlines:
                  - {kind: month, month: "2026-12"}
    """,
    "content/index.md": """
        ---
        title: 歡迎
        summary: 示範監獄的首頁。
        units: [secretary]
        classification: {theme: ["310"], cake: ["600"], service: [I00]}
        published: 2026-01-05
        ---

        請看[今年的計畫](record:plan-115)。
    """,
    "content/en/index.md": """
        ---
        title: Welcome
        summary: The home page of the Model Prison.
        ---

        See [the plan of this year](record:plan-115).
    """,
}


def flush(words: str) -> str:
    """A text less its common indentation and the line break in front."""
    return dedent(words).lstrip("\n")


#: The smallest site that shows everything; every test changes what it is about.
BASE = {name: flush(words) for name, words in _BASE.items()}


def page(title: str, body: str, more: str = "") -> str:
    """A content page in the main language."""
    head = f"""---
title: {title}
units: [secretary]
classification: {{theme: ["310"], cake: ["600"], service: [I00]}}
published: 2026-01-05
{more}"""
    return f"{head.rstrip()}\n---\n\n{dedent(body).strip()}\n"


def unmarked(html: str) -> str:
    """HTML without what links to other sites say of themselves."""
    return re.sub(r' target="_blank" rel="noopener" title="[^"]*"', "", html)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The files that are not the same in two snapshots."""
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


@dataclass
class Built:
    """What one build left behind."""

    folder: Path
    records: list[logging.LogRecord] = field(default_factory=list)
    error: BaseException | None = None

    @property
    def pages(self) -> set[str]:
        """The files of all pages but those that only lead on to another."""
        return {name for name, _ in page_markups(self.folder)}

    @property
    def log(self) -> str:
        """Every message, one after the other."""
        return "\n".join(record.getMessage() for record in self.records)

    @property
    def warnings(self) -> list[str]:
        """Messages from a warning upwards."""
        return [one.getMessage() for one in self.records if one.levelno >= logging.WARNING]

    @property
    def made(self) -> tuple[int, int]:
        """How many record pages there are, and how many of them were made anew."""
        found = re.search(r"(\d+) record pages, (\d+) of them made anew", self.log)
        assert found is not None, self.log
        return int(found[1]), int(found[2])

    @property
    def files(self) -> set[str]:
        """The names of the published files."""
        return set(snapshot(self.folder))

    def text(self, name: str) -> str:
        """A published file."""
        return (self.folder / name).read_text(encoding="utf-8")

    def page(self, address: str) -> Page:
        """The page at an address below the site, such as `en/plans/`."""
        name = f"{address}index.html" if address.endswith("/") or not address else address
        return parse(name, self.text(name))


class Minisite:
    """Files below a folder, and builds of them."""

    def __init__(self, root: Path, files: Mapping[str, str] | None = None) -> None:
        self.root = root
        self.write(BASE if files is None else files)

    @classmethod
    def of_demo(cls, root: Path, source: Path = ROOT) -> Minisite:
        """A copy of the demo site."""
        site = cls(root, {})
        shutil.copyfile(source / "mkdocs.yml", root / "mkdocs.yml")
        for folder in ("data", "content", "overrides"):
            shutil.copytree(source / folder, root / folder)
        return site

    @property
    def site(self) -> Path:
        """The published folder."""
        return self.root / "site"

    def write(self, files: Mapping[str, str]) -> None:
        """Write files, each as its text less the common indentation."""
        for name, words in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(flush(words), encoding="utf-8", newline="\n")

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace words that stand in a file just once."""
        path = self.root / name
        words = path.read_text(encoding="utf-8")
        assert words.count(old) == 1, f"{words.count(old)} times in {name}: {old}"
        path.write_text(words.replace(old, new), encoding="utf-8", newline="\n")

    def remove(self, *names: str) -> None:
        """Delete files."""
        for name in names:
            (self.root / name).unlink()

    def option(self, **options: object) -> None:
        """Give the plugin options in mkdocs.yml."""
        told = "".join(f"\n      {name}: {value}" for name, value in options.items())
        self.edit("mkdocs.yml", "- disclosure\n", f"- disclosure:{told}\n")

    def build(self, **settings: object) -> Built:
        """Build with MkDocs in this process; a failure is an error of the test."""
        built = self.try_build(**settings)
        assert built.error is None, built.log or repr(built.error)
        return built

    def try_build(self, **settings: object) -> Built:
        """Build with MkDocs in this process, as `mkdocs build` does."""
        built = Built(self.site)
        with collected(built.records):
            try:
                config = load_config(str(self.root / "mkdocs.yml"), **settings)
                config.plugins.on_startup(command="build", dirty=False)
                try:
                    mkdocs_build(config)
                finally:
                    config.plugins.on_shutdown()
            except (Abort, Exception) as error:
                built.error = error
        return built

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run `python -m …` in the site's folder; what it says is in `stdout`."""
        return subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=self.root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )


class _Collector(logging.Handler):
    def __init__(self, records: list[logging.LogRecord]) -> None:
        super().__init__()
        self.records = records

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def collected(records: list[logging.LogRecord]) -> Iterator[None]:
    """Add to `records` what MkDocs and its plugins say."""
    logger = logging.getLogger("mkdocs")
    handler, level = _Collector(records), logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.setLevel(level)
        logger.removeHandler(handler)
