"""sitemap.xml: every page with its translations and the date of its last true change."""

from __future__ import annotations

import datetime as dt
import gzip
from collections.abc import Iterable
from html import escape

from disclosure.site import urls
from disclosure.site.voice import Site

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(site: Site, pages: Iterable[tuple[str, dt.date]]) -> str:
    """The sitemap of `(path, modified)` pages, each of which stands in every language."""
    address = escape(site.settings.site_url)
    languages = [
        (site.tag(language), urls.prefix(language, site.settings))
        for language in site.settings.languages
    ]
    lines = [_HEAD]
    for path, modified in pages:
        alternates = "".join(
            f'<xhtml:link rel="alternate" hreflang="{tag}" href="{address}{prefix}{path}"/>'
            for tag, prefix in languages
        )
        alternates += f'<xhtml:link rel="alternate" hreflang="x-default" href="{address}{path}"/>'
        lines += [
            f"<url><loc>{address}{prefix}{path}</loc><lastmod>{modified.isoformat()}</lastmod>"
            f"{alternates}</url>\n"
            for _, prefix in languages
        ]
    lines.append("</urlset>\n")
    return "".join(lines)


def packed(text: str) -> bytes:
    """The sitemap as `sitemap.xml.gz`: the same bytes for the same text."""
    return gzip.compress(text.encode(), mtime=0)
