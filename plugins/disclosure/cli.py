"""The command `disclosure`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, Field

from disclosure import clock
from disclosure.build import prepare
from disclosure.model.settings import Settings
from disclosure.problems import Problem, errors, report
from disclosure.scaffold import NewFaq, new_faq


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
    new = commands.add_parser("new", help="開始寫一筆新資料 / begin a new record")
    kinds = new.add_subparsers(dest="kind", required=True)
    faq = kinds.add_parser("faq", help="常見問題 / a question")
    faq.add_argument("category", help="類別，例如 visiting / its category")
    faq.add_argument("name", help="檔名，會成為網址，例如 children-count / file name and address")
    faq.add_argument("title", nargs="+", help="題目 / the question itself")
    options = parser.parse_args(arguments)
    folder = options.folder if options.command == "check" else Path()
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
    if options.command == "new":
        return run_new_faq(known, options.category, options.name, " ".join(options.title))
    return run_check(known)


def run_new_faq(known: Settings, category: str, name: str, title: str) -> int:
    """`disclosure new faq`: begin the file of a question."""
    begun = new_faq(known, category, name, title, clock.today())
    if not isinstance(begun, NewFaq):
        print(report(begun), file=sys.stderr)
        return 1

    def shown(path: Path) -> str:
        return path.relative_to(known.root).as_posix()

    print(f"已建立 {shown(begun.path)}（{begun.mark}），請打開它寫答案；譯文放在：")
    print(f"    Created {shown(begun.path)}: write the answer there. Translations go to:")
    for path in begun.translations:
        print(f"    {shown(path)}")
    return 0


def run_check(known: Settings) -> int:
    """`disclosure check`: the same reading and rules as in a build."""
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
        footer=options.footer,
        palette=options.palette,
        today=clock.today(),
    )


def _words(value: object) -> str:
    """Text; nothing for what MkDocs will take from the environment (`!ENV [NAME, …]`)."""
    return value if isinstance(value, str) else ""


class _Options(BaseModel):
    languages: Annotated[tuple[str, ...], Field(min_length=1)] = ("zh", "en")
    data_dir: str = "data"
    navigation: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    palette: dict[str, dict[str, Any]] = {}


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
