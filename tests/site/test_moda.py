"""The machine checks of Taiwan's 網站無障礙規範, level AA, over the whole site.

The site is read over http: from files, a11y-moda does not load style sheets, so that it never
judges them and reports a missing focus style on every page.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.support.html import Page
from tests.support.server import serve

SWITCHES = (
    *("--level", "AA", "--spec", "both", "--no-render", "--allow-private-hosts"),
    *("--source", "sitemap", "--format", "json"),
)


def sitemap(addresses: list[str]) -> bytes:
    listed = "".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</urlset>'
    ).encode()


def scan(site: Path, paths: list[str], report: Path) -> dict[str, Any]:
    """Run a11y-moda over some pages of a site; `paths` are their files."""
    pages: dict[str, bytes] = {}
    # Its optional questions to a language model stay off, whatever the environment holds.
    quiet = {k: v for k, v in os.environ.items() if not k.startswith(("A11Y_", "OPENAI_"))}
    with serve(site, instead=pages) as base:
        pages["/sitemap.xml"] = sitemap([base + path for path in paths])
        size, output = f"--max-pages={len(paths)}", f"--output={report}"
        done = subprocess.run(
            [sys.executable, "-m", "a11y_moda.cli", "site", base, *SWITCHES, size, output],
            cwd=report.parent,
            env=quiet,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
    assert report.is_file(), f"install it with: sh scripts/environment.sh test\n{done.stdout}"
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    assert [page["url"] for page in found["pages"] if page["fetch_error"]] == []
    assert found["site_summary"]["pages_scanned"] == len(paths)
    return found


def failures(found: dict[str, Any]) -> list[str]:
    return [
        f"{issue['rule_id']} {page['url']}: {issue['message']} {issue['snippet']}"
        for page in found["pages"]
        for issue in page["issues"]
        if issue["status"] == "fail"
    ]


def test_no_page_fails(demo_site: Path, demo_pages: list[Page], tmp_path: Path) -> None:
    found = scan(demo_site, [page.path for page in demo_pages], tmp_path / "report.json")
    assert failures(found) == []
    assert found["site_summary"]["fail"] == 0


def test_the_checker_sees_faults_in_pages_and_style_sheets(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "site.css").write_text("p { font-size: 14px }", encoding="utf-8")
    (site / "index.html").write_text(
        '<!doctype html><html lang="zh-Hant-TW"><head><title>頁</title>'
        '<link rel="stylesheet" href="site.css"></head>'
        '<body><main><h1>頁</h1><img src="a.png"></main></body></html>',
        encoding="utf-8",
    )
    failed = {
        line.split()[0] for line in failures(scan(site, ["index.html"], tmp_path / "report.json"))
    }
    assert {"HM1110100C", "CS2140401C"} <= failed
