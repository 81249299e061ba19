"""The list of all checks, in the order in which they run and are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from audit import axe, behaviour, html, lighthouse, links, moda, styles, weight
from audit.browser import launch
from audit.markup import Page
from audit.results import Result
from audit.server import GZIP_LEVEL, serve
from audit.site import Site, samples


@dataclass(frozen=True)
class Bench:
    """A built site, served in three ways, and what of it is to be measured."""

    site: Site
    #: the pages that are measured
    pages: Sequence[Page]
    views: Sequence[str]
    workers: int
    #: a folder for the reports of tools
    work: Path
    address: str
    #: the site without its scripts
    bare_address: str
    #: the site under the strict content policy
    strict_address: str

    @property
    def paths(self) -> list[str]:
        """The addresses of the pages that are measured."""
        return [page.address for page in self.pages]

    @cached_property
    def moda(self) -> tuple[Result, Result]:
        """Both levels of a11y-moda, which are read at once."""
        return moda.check(self.site.folder, self.pages, self.work)


@dataclass(frozen=True)
class Check:
    """One line of the results."""

    id: str
    zh: str
    en: str
    tool: str
    version: Callable[[], str]
    run: Callable[[Bench], Result]


@contextmanager
def set_up(
    site: Site, pages: Sequence[Page], work: Path, views: Sequence[str], workers: int
) -> Iterator[Bench]:
    """Serve a site for the checks."""
    with (
        serve(site.folder) as address,
        serve(site.folder, change=axe.without_scripts) as bare,
        serve(site.folder, headers=behaviour.HEADERS) as strict,
    ):
        yield Bench(site, pages, views, workers, work, address, bare, strict)


def _axe(bench: Bench) -> Result:
    addresses = (bench.address, bench.bare_address)
    return axe.run(bench.paths, addresses, bench.views, bench.workers)


def _html(bench: Bench) -> Result:
    return html.check(bench.site.folder, bench.pages)


def _links(bench: Bench) -> Result:
    return links.check(bench.site, bench.pages)


def _styles(bench: Bench) -> Result:
    return styles.check(bench.site.folder)


def _behaviour(bench: Bench) -> Result:
    paths = [page.path for page in samples(bench.pages)]
    addresses = (bench.address, bench.strict_address)
    return behaviour.run(bench.site, paths, addresses, bench.workers)


def _weight(bench: Bench) -> Result:
    return weight.run(bench.paths, bench.address, bench.workers)


def _lighthouse(bench: Bench) -> Result:
    homes = [bench.site.home(lang) for lang in bench.site.roots]
    pages = lighthouse.chosen(bench.pages, homes)
    return lighthouse.run([page.address for page in pages], bench.address, bench.work)


def _chromium() -> str:
    with launch() as browser:
        return browser.version


CHECKS = (
    Check("axe", "axe-core 全部規則", "all rules of axe-core", "axe-core", axe.version, _axe),
    Check("html", "HTML 標準", "valid HTML", "vnu-jar", html.version, _html),
    Check(
        *("moda-aa", "網站無障礙規範 A、AA", "MODA guidelines, A and AA", "a11y-moda"),
        *(moda.version, lambda bench: bench.moda[0]),
    ),
    Check(
        *("moda-aaa", "網站無障礙規範 AAA", "MODA guidelines, AAA", "a11y-moda"),
        *(moda.version, lambda bench: bench.moda[1]),
    ),
    Check("links", "連結與檔案", "links and files", "audit", lambda: "", _links),
    Check("styles", "樣式表", "style sheets", "audit", lambda: "", _styles),
    Check("behaviour", "實際操作", "behaviour", "Chromium", _chromium, _behaviour),
    Check("weight", "傳輸量", "weight", "gzip", lambda: str(GZIP_LEVEL), _weight),
    # The last one, since it needs the computer to itself.
    Check(
        *("lighthouse", "Lighthouse 分數", "Lighthouse scores", "lighthouse"),
        *(lighthouse.version, _lighthouse),
    ),
)
