"""The files of the full-text search: one index a language, taken over while its texts stay."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from disclosure.site import search, urls
from disclosure.site.voice import Site, Voice
from disclosure.workers import share
from disclosure.writing.cache import Finished, Manifest
from disclosure.writing.staging import put
from disclosure.writing.writer import engine


def write_indexes(
    site: Site, target: Path, manifest: Manifest, workers: int
) -> dict[str, Finished]:
    """Write every language's index below `target`; `file → what it is now`."""

    def run(languages: Sequence[str]) -> dict[str, Finished]:
        finished: dict[str, Finished] = {}
        for language in languages:
            finished |= _write(site, language, target, manifest)
        return finished

    finished: dict[str, Finished] = {}
    for part in share(run, site.settings.languages, workers):
        finished |= part
    return finished


def _write(site: Site, language: str, target: Path, manifest: Manifest) -> dict[str, Finished]:
    content = search.content(Voice(site, language))
    # A file's digest is that of the whole index: numbers of documents stand in all of them.
    told = f"{engine()}{content!r}"
    digest = hashlib.blake2b(told.encode(), digest_size=16).hexdigest()
    folder = urls.prefix(language, site.settings) + urls.SEARCH
    known = manifest.take_over_all(folder, digest, target)
    if known:
        return known
    made: dict[str, Finished] = {}
    for name, packed in search.index(content).items():
        path = f"{folder}{name}"
        put(target, path, packed)
        made[path] = Finished.of(digest, f"{target}/{path}")
    return made
