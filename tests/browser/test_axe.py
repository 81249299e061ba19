"""axe-core finds nothing in any view: levels A, AA and AAA, and its best practices."""

from __future__ import annotations

from pathlib import Path

from audit import axe
from audit.server import serve
from tests.support.html import Page as BuiltPage

WORKERS = 2


def test_no_violation(demo_site: Path, samples: list[BuiltPage]) -> None:
    views = [view.id for view in axe.VIEWS]
    paths = [sample.address for sample in samples]
    with serve(demo_site) as plain, serve(demo_site, change=axe.without_scripts) as bare:
        result = axe.run(paths, (plain, bare), views, WORKERS)
    assert [str(one) for one in result.failures] == []
    assert result.facts["view_pages"]["no-script"] == len(paths)
