"""A preview: `mkdocs serve` builds again and again into a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from tests.build.minisite import Minisite, differing, snapshot

URL = "http://127.0.0.1:8000/"


class Preview:
    """What `mkdocs serve` does: the plugins start once, each build has its own configuration.

    MkDocs keeps the object of a plugin that has `on_startup`; a build of another kind in between
    would tell it that the preview is over.
    """

    def __init__(self, minisite: Minisite) -> None:
        self.minisite = minisite
        self.folder = minisite.root / "preview"
        self._config().plugins.on_startup(command="serve", dirty=False)

    def _config(self) -> MkDocsConfig:
        return load_config(str(self.minisite.root / "mkdocs.yml"), site_dir=str(self.folder))

    def build(self) -> dict[str, bytes]:
        """Build once more."""
        config = self._config()
        config.site_url = URL
        mkdocs_build(config, serve_url=URL)
        return snapshot(self.folder)


@pytest.fixture
def preview(minisite: Minisite) -> Preview:
    return Preview(minisite)


def test_a_preview_builds_twice_into_its_folder(minisite: Minisite, preview: Preview) -> None:
    first = preview.build()
    assert {"index.html", "en/index.html", "plans/plan-115/index.html", "404.html"} <= set(first)
    assert preview.build() == first
    minisite.edit("data/plans/plan-115.yml", "zh: 便民。", "zh: 更便民。")
    assert "更便民" in preview.build()["plans/plan-115/index.html"].decode()


def test_a_preview_leaves_the_published_site_and_its_folders_alone(minisite: Minisite) -> None:
    minisite.build()
    before = snapshot(minisite.root)
    preview = Preview(minisite)
    preview.build()
    preview.build()
    after = snapshot(minisite.root)
    assert {name: after[name] for name in before} == before
    assert {name.partition("/")[0] for name in set(after) - set(before)} == {"preview"}


def test_a_preview_is_the_site_and_a_page_for_editors(minisite: Minisite) -> None:
    minisite.edit("mkdocs.yml", "https://prison.example.gov.tw/", URL)
    built = snapshot(minisite.build().folder)
    assert differing(Preview(minisite).build(), built) == [
        "en/internal/report/index.html",
        "internal/report/index.html",
    ]


def test_a_preview_goes_on_after_a_mistake(minisite: Minisite, preview: Preview) -> None:
    first = preview.build()
    minisite.edit("data/plans/plan-115.yml", "sections:", "sectoins:")
    with pytest.raises(Abort):
        preview.build()
    assert snapshot(preview.folder) == first
    minisite.edit("data/plans/plan-115.yml", "sectoins:", "sections:")
    assert preview.build() == first


def test_what_is_deleted_vanishes_from_the_preview(minisite: Minisite, preview: Preview) -> None:
    preview.build()
    minisite.write({"content/index.md": "---\ntitle: 歡迎\nclassification: {theme: [\"310\"], "
                    "cake: [\"600\"], service: [I00]}\npublished: 2026-01-05\n---\n",
                    "content/en/index.md": "---\ntitle: Welcome\n---\n"})  # fmt: skip
    minisite.remove("data/plans/plan-115.yml")
    files = preview.build()
    assert not any(name.startswith(("plans/", "en/plans/")) for name in files)


def test_a_preview_waits_for_edits_of_data_and_shell(demo_copy: Minisite, tmp_path: Path) -> None:
    config = load_config(str(demo_copy.root / "mkdocs.yml"))
    watched = {Path(one).name for one in config.watch}
    assert {"data", "overrides"} <= watched
