"""One build from start to end, without MkDocs: read and check (`preparing.py`), write, swap.

`plugin.py` calls these steps at MkDocs's events; anything else that can convert the editors' pages
could do the same.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from disclosure.admin.files import FOLDER, admin_files, content_policy
from disclosure.model.palette import Palette
from disclosure.preparing import Prepared, prepare
from disclosure.site import content, urls
from disclosure.site.pages import Planned
from disclosure.site.voice import Site
from disclosure.writing.atom import feeds
from disclosure.writing.cache import Manifest
from disclosure.writing.renderer import Renderer
from disclosure.writing.search_index import write_indexes
from disclosure.writing.servers import write_server_rules
from disclosure.writing.sitemap import packed, sitemap
from disclosure.writing.staging import put
from disclosure.writing.stubs import write_stubs
from disclosure.writing.stylesheet import stylesheet
from disclosure.writing.writer import Writer, Written

__all__ = ["Prepared", "prepare", "write_records", "write_rules"]


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
        extra |= {"sitemap.xml": text.encode(), "sitemap.xml.gz": packed(text)} | feeds(site)
    extra |= admin_files(site.catalogue, site.settings)
    for name, content_bytes in extra.items():
        put(target, name, content_bytes)
    written.index = write_indexes(site, target, manifest, workers)
    written.extra = set(extra)
    written.stubs = write_stubs(site, target, manifest, written.names, workers)
    return written


def write_rules(site: Site, published: Path) -> None:
    """Write the rules for web servers, beside the published site."""
    admin = site.settings.admin
    write_server_rules(site, published, (FOLDER, content_policy(admin)) if admin else None)


def _addresses(site: Site, planned: list[Planned]) -> list[tuple[str, dt.date]]:
    primary = site.settings.primary
    made = [
        (page.path, page.modified) for page in planned if page.language == primary and page.listed
    ]
    edited = [(urls.record(page), page.changed) for page in site.catalogue.pages]
    return sorted(made + edited)
