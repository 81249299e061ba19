"""One build from start to end, without MkDocs: read, check, write, swap.

`plugin.py` calls these steps at MkDocs's events; anything else that can convert the editors' pages
could do the same.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from disclosure.checking.addresses import collisions
from disclosure.checking.checker import check
from disclosure.model.settings import Settings
from disclosure.problems import Problem, errors
from disclosure.reading.site import read_site
from disclosure.site import content, urls
from disclosure.site.pages import Planned, record_pages
from disclosure.site.voice import Site
from disclosure.writing.cache import Manifest
from disclosure.writing.renderer import Renderer
from disclosure.writing.sitemap import sitemap, write_sitemap
from disclosure.writing.writer import Writer, Written


@dataclass
class Prepared:
    """A site that was read and checked. `site` is None when an error stops the build."""

    site: Site | None
    problems: list[Problem]


def prepare(settings: Settings) -> Prepared:
    """Read and check everything; every problem of every file at once."""
    reading = read_site(settings)
    problems = list(reading.problems)
    if reading.catalogue is None or len(reading.strings) < len(settings.languages):
        return Prepared(None, problems)
    # Rules across records run on what could be read, so that an editor sees all problems in one
    # run; a record that could not be read would only add complaints about references to it.
    found = check(reading.catalogue, settings)
    if errors(problems):
        echoes = ("unknown-record", "unused-agency")
        found = [problem for problem in found if problem.rule not in echoes]
    problems += found
    site = Site(reading.catalogue, reading.strings, settings)
    if errors(problems):
        return Prepared(None, problems)
    problems += collisions(site)
    return Prepared(None if errors(problems) else site, problems)


def write_records(
    site: Site, renderer: Renderer, target: Path, published: Path, cache: Path
) -> Written:
    """Write every record page, the error page and the sitemap below `target`."""
    manifest = Manifest(cache, published)
    planned = record_pages(site)
    writer = Writer(renderer, target, manifest)
    workers = site.settings.workers if len(planned) > 100 else 1
    written = writer.write(planned, workers)
    error = content.error(site)
    (target / error.path).write_text(renderer.page(error), encoding="utf-8")
    if site.settings.site_url:
        write_sitemap(target, sitemap(site, _addresses(site, planned)))
    manifest.store(written.finished)
    return written


def _addresses(site: Site, planned: list[Planned]) -> list[tuple[str, dt.date]]:
    primary = site.settings.primary
    made = [(page.path, page.modified) for page in planned if page.language == primary]
    edited = [
        (urls.record(page), page.updated or page.published)
        for page in site.catalogue.pages
    ]
    return sorted(made + edited)
