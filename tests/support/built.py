"""A built site whose pages are read as trees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from tests.support.site import TREES, Links, site_url
from tests.support.tree import Document, read_documents


@dataclass(frozen=True)
class BuiltSite:
    """A built site, and those of its pages that are looked at."""

    folder: Path
    documents: Sequence[Document] = field(repr=False)
    address: str = field(default_factory=site_url)

    @cached_property
    def links(self) -> Links:
        """Follows references; ids on other pages are no matter of the shell."""
        return Links(self.folder, [], self.address)

    def target(self, document: Document, reference: str) -> str | None:
        """The file that a reference leads to."""
        return self.links.target(document.page, reference)


def tree_of(document: Document) -> str:
    """The part of the site that a page stands in: `""` or `en/`."""
    return next((one for one in TREES if one and document.path.startswith(one)), "")


def read_site(folder: Path) -> BuiltSite:
    """A built site with all its pages."""
    return BuiltSite(folder, read_documents(folder))


def samples(site: BuiltSite) -> BuiltSite:
    """The same site, of which the first page of every kind in every language is looked at."""
    first: dict[tuple[str, str], Document] = {}
    for document in site.documents:
        first.setdefault((tree_of(document), document.kind), document)
    return BuiltSite(site.folder, list(first.values()), site.address)
