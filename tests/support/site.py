"""What the tests know about the demo site: its languages, its address, its files."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import yaml

from tests.support.html import Page

ROOT = Path(__file__).resolve().parents[2]

#: The part of the site that each language has, and what `<html lang>` says there.
TREES = {"": "zh-Hant-TW", "en/": "en"}


def index_of(scheme: str) -> str:
    """The index of a classification; that of Article 7 is a catalogue of its own."""
    return "disclosure/" if scheme == "disclosure" else f"browse/{scheme}/"


#: The indexes that every site has, in each language.
SCHEMES = ("theme", "cake", "service", "audience", "year", "disclosure")
INDEXES = (*(index_of(scheme) for scheme in SCHEMES), "units/")


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml also where it uses tags such as `!ENV`."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def load(path: Path) -> Any:
    """The content of a YAML file."""
    with path.open(encoding="utf-8") as stream:
        return yaml.load(stream, Loader=_Loader)


def site_url() -> str:
    """The address of the demo site, with a slash at its end."""
    return str(load(ROOT / "mkdocs.yml")["site_url"]).rstrip("/") + "/"


def tree_of(page: Page) -> str:
    """The part of the site that a page stands in: `""` or `en/`."""
    return next(
        (tree for tree in TREES if tree and page.path.startswith(tree)),
        "",
    )


class Links:
    """Follows references between the pages of a built site, as a browser would."""

    def __init__(self, site: Path, pages: list[Page], address: str) -> None:
        self.address = address
        self.base = urlsplit(address)
        # Compared as strings, so that a file system that ignores case hides nothing.
        self.files = {f.relative_to(site).as_posix() for f in site.rglob("*") if f.is_file()}
        self.pages = {page.path: page for page in pages}

    def leaves(self, page: Page, reference: str) -> bool:
        """Whether a reference names another host (or anything but http, such as `data:`)."""
        parts = urlsplit(self._resolve(page, reference))
        return (parts.scheme, parts.netloc) != (self.base.scheme, self.base.netloc)

    def target(self, page: Page, reference: str) -> str | None:
        """The file that a reference within the site leads to, or None."""
        path = unquote(urlsplit(self._resolve(page, reference)).path)
        if not path.startswith(self.base.path):
            return None
        path = path[len(self.base.path) :]
        if path == "" or path.endswith("/"):
            path += "index.html"
        return path if path in self.files else None

    def fault(self, page: Page, reference: str) -> str | None:
        """Why a reference within the site leads nowhere."""
        target = self.target(page, reference)
        if target is None:
            return "no such file"
        fragment = unquote(urlsplit(reference).fragment)
        if fragment and target in self.pages and fragment not in self.pages[target].ids:
            return f"no such id in {target}"
        return None

    def _resolve(self, page: Page, reference: str) -> str:
        return urljoin(urljoin(self.address, page.address.lstrip("/")), reference.strip())
