"""One build from start to end, without MkDocs: read, check, write, swap.

`plugin.py` calls these steps at MkDocs's events; anything else that can convert the editors' pages
could do the same.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from disclosure.checking.addresses import collisions, unknown_menu_entries
from disclosure.checking.rules import check
from disclosure.model.palette import Palette
from disclosure.model.settings import Settings
from disclosure.problems import Problem, errors
from disclosure.reading.site import read_site
from disclosure.site import content, urls
from disclosure.site.pages import Planned, record_pages
from disclosure.site.voice import Site
from disclosure.writing.cache import Manifest
from disclosure.writing.renderer import Renderer
from disclosure.writing.search_index import write_indexes
from disclosure.writing.sitemap import packed, sitemap
from disclosure.writing.staging import put
from disclosure.writing.stylesheet import stylesheet
from disclosure.writing.writer import Writer, Written


@dataclass
class Prepared:
    """A site that was read and checked. `site` is None when an error stops the build."""

    site: Site | None
    problems: list[Problem]
    planned: list[Planned] = field(default_factory=list)


def prepare(settings: Settings) -> Prepared:
    """Read and check everything; every problem of every file at once."""
    reading = read_site(settings)
    problems = list(reading.problems)
    if reading.catalogue is None or len(reading.strings) < len(settings.languages):
        return Prepared(None, problems)
    # Rules across records run on what could be read, so that an editor sees all problems in one
    # run, less the mere echoes of a file that could not be read.
    echoes = _echoes(problems, settings)
    found = check(reading.catalogue, settings, reading.strings)
    problems += [one for one in found if one.rule not in echoes]
    site = Site(reading.catalogue, reading.strings, settings)
    if errors(problems):
        return Prepared(None, problems)
    planned = record_pages(site)
    problems += [*collisions(site, planned), *unknown_menu_entries(site)]
    return Prepared(None if errors(problems) else site, problems, planned)


def _echoes(problems: list[Problem], settings: Settings) -> set[str]:
    """Rules that would complain of what only a damaged file makes missing."""
    damaged = {problem.path for problem in errors(problems)}
    echoes: set[str] = set()
    if damaged:
        echoes |= {"unknown-record", "unknown-form", "empty-category"}
        echoes |= {"unused-unit", "unused-agency"}
    for name, rule in (("units", "unit"), ("agencies", "agency"), ("faq", "category")):
        if f"{settings.data}/{name}.yml" in damaged:
            echoes.add(f"unknown-{rule}")
    return echoes


def write_records(
    renderer: Renderer, planned: list[Planned], target: Path, manifest: Manifest
) -> Written:
    """Write every record page, the error page and the sitemap below `target`."""
    target.mkdir(parents=True, exist_ok=True)
    site = renderer.site
    workers = site.settings.workers if len(planned) > 100 else 1
    written = Writer(renderer, target, manifest).write(planned, workers)
    error = content.error(site)
    palette = Palette(site.settings.palette)
    extra = {
        error.path: renderer.page(error).encode(),
        "assets/site.css": stylesheet(palette, renderer.shell_folders).encode(),
    }
    if site.settings.site_url:
        text = sitemap(site, _addresses(site, planned))
        extra |= {"sitemap.xml": text.encode(), "sitemap.xml.gz": packed(text)}
    for name, content_bytes in extra.items():
        put(target, name, content_bytes)
    written.index = write_indexes(site, target, manifest, workers)
    written.extra = set(extra)
    return written


def _addresses(site: Site, planned: list[Planned]) -> list[tuple[str, dt.date]]:
    primary = site.settings.primary
    made = [(page.path, page.modified) for page in planned if page.language == primary]
    edited = [(urls.record(page), page.changed) for page in site.catalogue.pages]
    return sorted(made + edited)
