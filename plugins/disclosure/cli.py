"""The command `disclosure`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from disclosure.build import prepare
from disclosure.model.settings import Settings
from disclosure.problems import errors, report


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 1 when an editor must mend something."""
    parser = argparse.ArgumentParser(
        prog="disclosure", description="資訊公開網站工具 / tools of a public-disclosure site"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="檢查所有資料，不產生網站 / check all files")
    check.add_argument(
        "folder", nargs="?", default=".", type=Path, help="mkdocs.yml 所在的資料夾 / its folder"
    )
    options = parser.parse_args(arguments)
    return run_check(options.folder)


def run_check(folder: Path) -> int:
    """`disclosure check`: the same reading and rules as in a build."""
    prepared = prepare(settings(folder.resolve()))
    if prepared.problems:
        print(report(prepared.problems), file=sys.stderr)
    if errors(prepared.problems):
        return 1
    assert prepared.site is not None
    count = len(prepared.site.catalogue.records)
    print(f"{count} 筆資料，沒有問題。\n    {count} records, no errors.")
    return 0


def settings(root: Path) -> Settings:
    """The settings that `mkdocs.yml` gives, read without MkDocs."""
    text = (
        (root / "mkdocs.yml").read_text(encoding="utf-8") if (root / "mkdocs.yml").is_file() else ""
    )
    config: Any = yaml.load(text, Loader=yaml.CBaseLoader) or {}
    options: dict[str, Any] = {}
    for plugin in config.get("plugins", ()):
        if isinstance(plugin, dict) and isinstance(plugin.get("disclosure"), dict):
            options = plugin["disclosure"]
    return Settings(
        root=root,
        languages=tuple(options.get("languages", ("zh", "en"))),
        data=options.get("data_dir", "data"),
        content=config.get("docs_dir", "docs"),
        site_url=config.get("site_url", ""),
        site_name=config.get("site_name", ""),
        navigation=tuple(options.get("navigation", ())),
    )


if __name__ == "__main__":
    sys.exit(main())
