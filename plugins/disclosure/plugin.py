"""The MkDocs plugin: MkDocs's events on one side, the build's steps on the other, nothing else.

on_config      build beside the published site; our shell, Markdown options
on_pre_build   read and check everything, before MkDocs touches a file
on_files       what MkDocs shall convert
on_env         our template environment
on_page_*      one editors' page: its prose in, its frame around it
on_post_build  record pages, sitemap, error page; then the new site takes the old one's place
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from markdown.extensions.toc import slugify_unicode
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from disclosure import build, clock, languages
from disclosure.config import DisclosureConfig
from disclosure.problems import report
from disclosure.resources import shell_folder
from disclosure.site import urls
from disclosure.site.pages import Planned
from disclosure.site.voice import Site
from disclosure.writing.cache import Manifest
from disclosure.writing.renderer import Renderer
from disclosure.writing.staging import Staging

log = get_plugin_logger(__name__)


class DisclosurePlugin(BasePlugin[DisclosureConfig]):  # type: ignore[no-untyped-call]
    """Publishes the records of `data/` and `content/` as a bilingual, classified site."""

    site: Site
    planned: list[Planned]
    renderer: Renderer
    staging: Staging
    serving = False

    # That this event exists keeps one plugin object over the rebuilds of `mkdocs serve`.
    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Know whether this is a preview."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Send the build beside the published site, and take the frame over from the theme."""
        if not self.serving:
            self.staging = Staging(Path(config.site_dir))
            with languages.told(self.staging):
                self.staging.begin()
            config.site_dir = str(self.staging.mkdocs)
        shell = str(shell_folder())
        if shell not in config.theme.dirs:
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, shell)  # before the base
        config.use_directory_urls = True  # the addresses of records are folders
        config.theme.static_templates.clear()  # the sitemap and the error page are ours
        config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slugify_unicode)
        config.mdx_configs.setdefault("tables", {})["use_align_attribute"] = True
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check; stop with every problem at once."""
        prepared = build.prepare(self.config.settings(config, clock.today(), preview=self.serving))
        if prepared.site is None:
            raise PluginError("\n" + report(prepared.problems))
        if prepared.problems:
            log.info("\n%s", report(prepared.problems))
        self.site, self.planned = prepared.site, prepared.planned
        self.renderer = Renderer(self.site, list(config.theme.dirs))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave only the editors' pages and our assets to MkDocs."""
        languages.choose_files(files, config, self.site, self._own_folders(config))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Our environment: autoescape, strict about undefined names."""
        return self.renderer.shell_env

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str:
        """The prose without the head, which is read already."""
        return languages.source(page)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        """The shell's context instead of MkDocs's."""
        return languages.context(page, self.site, self.renderer)

    # After every other plugin and hook: a warning of theirs may still refuse a strict build.
    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the record pages; publish unless strict mode is about to refuse the build."""
        if self.serving:
            preview = Path(config.site_dir)
            build.write_records(self.renderer, self.planned, preview, Manifest(None, preview))
            log.info("到期清單 What is due: %s%s", config.site_url, urls.REPORT)
            return
        cache = self.site.settings.root / self.config.cache_dir / "pages.json"
        manifest = Manifest(cache if self.config.cache_dir else None, self.staging.site)
        with languages.told(self.staging):
            written = build.write_records(self.renderer, self.planned, self.staging.spare, manifest)
            log.info("%d record pages, %d of them made anew", len(written.finished), written.made)
            if not _strict_mode_refuses():
                self.staging.publish(written.names)
                manifest.store(written.kept)
                build.write_rules(self.site, self.staging.site)
        self.staging.end()
        config.site_dir = str(self.staging.site)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the published site as it is."""
        if not self.serving:
            self.staging.end()

    def _own_folders(self, config: MkDocsConfig) -> list[str]:
        return [str(shell_folder()), *filter(None, [config.theme.custom_dir])]


def _strict_mode_refuses() -> bool:
    """Strict mode counts warnings with a handler of its own and aborts after the last event."""
    return any(
        isinstance(handler, CountHandler) and handler.get_counts()
        for handler in logging.getLogger("mkdocs").handlers
    )
