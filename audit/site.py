"""The site that is measured: how it is built, what it is made of, which pages stand for it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from audit.markup import Page, read_pages
from audit.tools import ROOT, Stop, call

#: Where the results are written; the site prints them, so that they are no change of the site.
RESULTS = ROOT / "data" / "audit.json"
#: What the pages are made of, as git sees it.
SOURCES = ("content", "data", "overrides", "plugins", "mkdocs.yml", "constraints.txt")


@dataclass(frozen=True)
class Site:
    """A built site below `folder`, made for the address `url` (with a slash at its end)."""

    folder: Path
    url: str

    @cached_property
    def pages(self) -> list[Page]:
        """Every page, by its file."""
        return read_pages(self.folder)

    @cached_property
    def by_path(self) -> dict[str, Page]:
        """Every page, found by its file below the folder."""
        return {page.path: page for page in self.pages}

    @cached_property
    def roots(self) -> dict[str, str]:
        """The part of the site that each language has: `{"zh-Hant-TW": "", "en": "en/"}`.

        A language begins where its shortest address stands.
        """
        homes: dict[str, str] = {}
        for page in sorted(self.pages, key=lambda page: (page.path.count("/"), page.path)):
            if not page.is_error_page:
                homes.setdefault(page.lang, page.path.removesuffix("index.html"))
        return homes

    def counterpart(self, page: Page, lang: str) -> Page | None:
        """The same page in another language, if the site has it."""
        own = self.roots.get(page.lang, "")
        return self.by_path.get(self.roots[lang] + page.path.removeprefix(own))

    def home(self, lang: str) -> Page:
        """The first page of a language."""
        return self.by_path[self.roots[lang] + "index.html"]

    def chosen(self, patterns: Sequence[str]) -> list[Page]:
        """The pages whose address, without its first slash, is like one of the patterns."""
        if not patterns:
            return self.pages
        return [
            page
            for page in self.pages
            if any(fnmatch(page.address.strip("/"), one.strip("/")) for one in patterns)
        ]


def samples(pages: Sequence[Page]) -> list[Page]:
    """The first page of every kind in every language."""
    found: dict[tuple[str, str], Page] = {}
    for page in pages:
        found.setdefault((page.lang, page.kind), page)
    return list(found.values())


def build(folder: Path) -> None:
    """Build the demo site, strictly, without a single warning."""
    done = call(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"},
    )
    if done.returncode != 0 or "WARNING" in done.stdout:
        raise Stop(f"建置失敗 / the build failed:\n{done.stdout}")


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml also where it uses tags such as `!ENV`."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def load_yaml(path: Path) -> Any:
    """The content of a YAML file."""
    with path.open(encoding="utf-8") as stream:
        return yaml.load(stream, Loader=_Loader)


def site_url() -> str:
    """The address of the demo site, with a slash at its end."""
    return str(load_yaml(ROOT / "mkdocs.yml")["site_url"]).rstrip("/") + "/"


def changes() -> list[str]:
    """What the site is made of that git does not hold as it is, one line a file."""
    own = RESULTS.relative_to(ROOT).as_posix()
    listed = _git("status", "--porcelain", "--", *SOURCES, f":(exclude){own}")
    return listed.splitlines()


def commit() -> str:
    """The commit that is measured."""
    return _git("rev-parse", "HEAD").strip()


def _git(*words: str) -> str:
    done = subprocess.run(
        ["git", *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode != 0:
        raise Stop(f"git {words[0]}: {done.stderr.strip()}")
    return done.stdout
