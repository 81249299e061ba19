"""The command `disclosure`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, Field

from disclosure.build import prepare
from disclosure.model.settings import Settings
from disclosure.problems import Problem, errors, report


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
    try:
        known = settings(folder.resolve())
    except ValueError as error:
        problem = Problem(
            "mkdocs.yml",
            0,
            0,
            "mkdocs-yml",
            "設定檔無法解讀，請檢查縮排、冒號與選項的寫法。",
            f"The configuration cannot be read: {' '.join(str(error).split())}",
        )
        print(report([problem]), file=sys.stderr)
        return 1
    prepared = prepare(known)
    if prepared.problems:
        print(report(prepared.problems), file=sys.stderr)
    if errors(prepared.problems):
        return 1
    assert prepared.site is not None
    count = len(prepared.site.catalogue.records)
    print(f"{count} 筆資料，沒有錯誤。\n    {count} records, no errors.")
    return 0


def settings(root: Path) -> Settings:
    """The settings that `mkdocs.yml` gives, read without MkDocs. Raises `ValueError`."""
    path = root / "mkdocs.yml"
    try:
        config = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)
    except FileNotFoundError:
        config = {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise ValueError(str(error)) from error
    config = _Config.model_validate(config or {})
    options = config.options
    return Settings(
        root=root,
        languages=options.languages,
        data=options.data_dir,
        content=config.docs_dir,
        site_url=_words(config.site_url),
        site_name=_words(config.site_name),
        navigation=options.navigation,
    )


def _words(value: object) -> str:
    """Text; nothing for what MkDocs will take from the environment (`!ENV [NAME, …]`)."""
    return value if isinstance(value, str) else ""


class _Options(BaseModel):
    languages: Annotated[tuple[str, ...], Field(min_length=1)] = ("zh", "en")
    data_dir: str = "data"
    navigation: tuple[str, ...] = ()


class _Config(BaseModel):
    """What the checks need of `mkdocs.yml`; all else is MkDocs's."""

    docs_dir: str = "docs"
    site_url: Any = ""
    site_name: Any = ""
    plugins: list[str | dict[str, Any]] | dict[str, Any] = []

    @property
    def options(self) -> _Options:
        """The plugin's own options, in either form that MkDocs takes."""
        plugins = self.plugins
        for plugin in [plugins] if isinstance(plugins, dict) else plugins:
            if isinstance(plugin, dict) and plugin.get("disclosure"):
                return _Options.model_validate(plugin["disclosure"])
        return _Options()


if __name__ == "__main__":
    sys.exit(main())
