"""Pages that only lead on: from former addresses, and from the short ones on paper.

A static host knows no redirects, so each is a small page of its own: it works without scripts,
below any folder, and says in every language what it does, should the browser stay on it. They are
marked by `data-kind="moved"`: whatever walks the pages of a site can tell them from those that say
something.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from disclosure.addressing.moves import moves, short_links
from disclosure.model.text import Text
from disclosure.site import urls
from disclosure.site.voice import Site
from disclosure.workers import share
from disclosure.writing.cache import Finished, Manifest
from disclosure.writing.staging import make_way

#: From so many on, writing them is shared.
MANY = 1000


def write_stubs(
    site: Site, target: Path, manifest: Manifest, taken: set[str], workers: int
) -> dict[str, Finished]:
    """Write every stub below `target`, but none over a page: `taken` are the files of those."""
    stubs = [(name, html) for name, html in sorted(_stubs(site)) if name not in taken]

    def run(part: Sequence[tuple[str, str]]) -> dict[str, Finished]:
        return {name: _write(name, html, target, manifest) for name, html in part}

    written: dict[str, Finished] = {}
    for part in share(run, stubs, workers if len(stubs) >= MANY else 1):
        written |= part
    return written


def _write(name: str, html: str, target: Path, manifest: Manifest) -> Finished:
    """One stub. There is one for every record, so that each step to the disk counts."""
    content = html.encode()
    digest = hashlib.blake2b(content, digest_size=16).hexdigest()
    file = f"{target}/{name}"
    folder = file.rpartition("/")[0]
    try:
        os.mkdir(folder)
    except FileNotFoundError:
        make_way(target, name)
    except FileExistsError:
        if os.path.islink(folder) or not os.path.isdir(folder) or os.path.isdir(file):
            make_way(target, name)
    known = manifest.take_over(name, digest, file)
    if known is not None:
        return known
    with contextlib.suppress(FileNotFoundError):
        os.unlink(file)  # it may be a link to the published one
    with open(file, "xb") as opened:
        opened.write(content)
    return Finished.of(digest, file)


def _stubs(site: Site) -> Iterator[tuple[str, str]]:
    """`(file, page)`: for a former address one in each language, for a short one just one."""
    for path, place in moves(site.catalogue).redirects.items():
        for language in site.settings.languages:
            here = urls.prefix(language, site.settings) + path
            yield _stub(site, here, place.path, place.title, language, "moved")
    for path, record in short_links(site.catalogue).items():
        primary = site.settings.primary
        yield _stub(site, path, urls.record(record), record.title, primary, "short")


def _stub(
    site: Site, here: str, path: str, title: Text, language: str, words: str
) -> tuple[str, str]:
    """A page at `here` that leads to `path` in one language, and names the others."""
    back, colon = urls.base(here), site.strings[language]["colon"]
    said = escape(site.strings[language][f"{words}_title"], quote=False)
    to = escape(back + urls.prefix(language, site.settings) + path)
    address = escape(site.address(path, language))
    canonical = f'<link rel="canonical" href="{address}">\n' if address else ""
    own, lang = title.best(language, site.settings.languages)
    mark = "" if lang == language else f' lang="{site.tag(lang)}"'
    lines = [_line(site, language, words, f'<a href="{to}"{mark}>{escape(own, quote=False)}</a>')]
    for other in site.settings.languages:
        name = title.get(other)
        if other != language and name is not None:
            there = escape(back + urls.prefix(other, site.settings) + path)
            link = f'<a href="{there}" hreflang="{site.tag(other)}">{escape(name, quote=False)}</a>'
            lines.append(_line(site, other, words, link))
    return f"{here}index.html", (
        f'<!doctype html>\n<html lang="{site.tag(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{said}{colon}{escape(own, quote=False)}</title>\n"
        f'<meta name="robots" content="noindex">\n{canonical}'
        f'<meta http-equiv="refresh" content="0; url={to}">\n</head>\n'
        f'<body data-kind="moved">\n<main>\n<h1>{said}</h1>\n{"".join(lines)}'
        "</main>\n</body>\n</html>\n"
    )


def _line(site: Site, language: str, words: str, link: str) -> str:
    strings = site.strings[language]
    said = escape(strings[f"{words}_to"] + strings["colon"], quote=False)
    return f'<p lang="{site.tag(language)}">{said}{link}</p>\n'
