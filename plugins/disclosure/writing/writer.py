"""Record pages → files, by as many workers as there are cores."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path

from disclosure.site import urls
from disclosure.site.pages import Planned
from disclosure.site.spec import PageSpec
from disclosure.site.voice import Site
from disclosure.workers import share
from disclosure.writing.cache import Finished, Manifest
from disclosure.writing.renderer import Renderer
from disclosure.writing.staging import make_way


@dataclass
class Written:
    """What a build wrote: every page's file, and how many were made anew."""

    finished: dict[str, Finished] = field(default_factory=dict)
    made: int = 0
    #: the files of the search
    index: dict[str, Finished] = field(default_factory=dict)
    #: the pages that only lead on
    stubs: dict[str, Finished] = field(default_factory=dict)
    extra: set[str] = field(default_factory=set)

    @property
    def names(self) -> set[str]:
        """Every file written or taken over."""
        return {*self.finished, *self.index, *self.stubs, *self.extra}

    @property
    def kept(self) -> dict[str, Finished]:
        """What the next build may take over."""
        return self.finished | self.index | self.stubs


class Writer:
    """Writes pages below a folder, taking over what has not changed."""

    def __init__(self, renderer: Renderer, target: Path, manifest: Manifest) -> None:
        self._renderer = renderer
        self._site: Site = renderer.site
        self._target = str(target)
        self._manifest = manifest
        self._folders: set[str] = set()

    def write(self, planned: Sequence[Planned], workers: int) -> Written:
        """Write every planned page."""
        result = Written()
        for part in share(self._run, planned, workers):
            result.finished |= part.finished
            result.made += part.made
        return result

    def _run(self, planned: Sequence[Planned]) -> Written:
        written = Written()
        for plan in planned:
            spec = plan.spec(self._site)
            name = file_name(spec, self._site)
            made, finished = self._write(spec, name)
            written.finished[name] = finished
            written.made += made
        return written

    def _write(self, spec: PageSpec, name: str) -> tuple[bool, Finished]:
        target = f"{self._target}/{name}"
        folder = name.rpartition("/")[0]
        if folder not in self._folders:
            make_way(Path(self._target), name)
            self._folders.add(folder)
        digest = self.digest(spec)
        known = self._manifest.take_over(name, digest, target)
        if known is not None:
            return False, known
        # Never into a file that is there: it may be a link to the published one.
        with contextlib.suppress(FileNotFoundError):
            os.unlink(target)
        with open(target, "xb") as file:
            file.write(self._renderer.page(spec).encode())
        return True, Finished.of(digest, target)

    def digest(self, spec: PageSpec) -> str:
        """Of all that a page's bytes depend on."""
        told = (
            engine(),
            self._site.strings[spec.language].digest,
            self._site.han_tag(spec.language),
            self._site.tag(self._site.settings.primary),
            self._renderer.shell_digest(spec.frame),
            self._renderer.common_digest,
            spec.path,
            spec.on_paper,
            spec.title,
            spec.title_lang,
            spec.description,
            spec.untranslated,
            spec.lagging,
            spec.validity,
            spec.metadata,
            spec.facts,
            spec.view,
        )
        text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def file_name(spec: PageSpec, site: Site) -> str:
    """The file of a page below the published folder."""
    path = urls.prefix(spec.language, site.settings) + spec.path
    return f"{path}index.html" if path.endswith("/") or not path else path


@cache
def engine() -> str:
    """Tells whether the program itself has changed: its files, and the converter's version."""
    digest = hashlib.blake2b(digest_size=16)
    package = Path(__file__).resolve().parents[1]
    for path in sorted(package.rglob("*")):
        if path.suffix in (".py", ".html", ".yml") and path.is_file():
            digest.update(path.relative_to(package).as_posix().encode())
            digest.update(path.read_bytes())
    for library in ("comrak", "jinja2", "markupsafe", "segno"):
        digest.update(version(library).encode())
    return digest.hexdigest()
