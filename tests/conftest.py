"""The demo site, built once, for every test that reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.site import build
from disclosure.build import prepare
from disclosure.cli import settings
from disclosure.problems import report
from disclosure.site.voice import Site
from tests.support.html import Page, read_pages
from tests.support.site import ROOT, Links, site_url


@pytest.fixture(scope="session")
def demo_records() -> Site:
    """What the demo site is made from, read and checked as `disclosure check` does."""
    found = prepare(settings(ROOT))
    assert found.site is not None, report(found.problems)
    return found.site


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own mkdocs.yml, built strictly, without a single warning."""
    site = tmp_path_factory.mktemp("demo") / "site"
    build(site)
    return site


@pytest.fixture(scope="session")
def demo_pages(demo_site: Path) -> list[Page]:
    """Every page of the demo site."""
    pages = read_pages(demo_site)
    assert len(pages) > 20, [page.path for page in pages]
    return pages


@pytest.fixture(scope="session")
def content_pages(demo_pages: list[Page]) -> list[Page]:
    """Every page that has an address: all but 404.html."""
    return [page for page in demo_pages if not page.is_error_page]


@pytest.fixture(scope="session")
def demo_links(demo_site: Path, demo_pages: list[Page]) -> Links:
    """Follows the references between the pages of the demo site."""
    return Links(demo_site, demo_pages, site_url())
