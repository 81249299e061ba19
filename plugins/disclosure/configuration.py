"""What `mkdocs.yml` says, read without MkDocs: for every command but the build."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, Field, ValidationError

from disclosure.model.admin import AdminOption
from disclosure.model.settings import Settings
from disclosure.problems import Problem
from disclosure.reading.yaml_reader import read_yaml


class DamagedConfiguration(ValueError):
    """`mkdocs.yml` cannot be read or is not there; `problem` tells an editor why."""

    def __init__(self, reason: Exception, text: str = "") -> None:
        super().__init__(str(reason))
        line = 0
        zh = "設定檔無法解讀，請檢查縮排、冒號與選項的寫法。"
        en = f"The configuration cannot be read: {' '.join(str(reason).split())}"
        if isinstance(reason, FileNotFoundError):
            folder = Path(reason.filename).parent
            zh = f"這裡（{folder}）沒有 mkdocs.yml，請 cd 到網站的資料夾，或用 -C 指定。"
            en = f"There is none in {folder}: `cd` to the folder of the site, or name it with -C."
        elif isinstance(reason, yaml.YAMLError):  # told as of any other file
            for found in read_yaml(text, "mkdocs.yml").problems[:1]:
                line = found.line
                zh = f"設定檔無法解讀：{found.zh}"
                en = f"The configuration cannot be read: {found.en}"
        self.problem = Problem("mkdocs.yml", line, 0, "mkdocs-yml", zh, en)


def read_settings(root: Path, today: dt.date) -> Settings:
    """The settings of the site in the folder `root`. Raises `DamagedConfiguration`."""
    path = root / "mkdocs.yml"
    text = ""
    try:
        text = path.read_text("utf-8")
        config = yaml.load(text, Loader=yaml.CBaseLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise DamagedConfiguration(error, text) from error
    try:
        config = _Config.model_validate(config or {})
        options = config.options
    except ValidationError as error:
        raise DamagedConfiguration(error) from error
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
        history=options.history,
        admin=options.admin,
        severities=options.severities,
        today=today,
    )


def _words(value: object) -> str:
    """Text; nothing for what MkDocs will take from the environment (`!ENV [NAME, …]`)."""
    return value if isinstance(value, str) else ""


class Options(BaseModel):
    """The plugin's options that matter apart from a build; `config.py` explains each."""

    languages: Annotated[tuple[str, ...], Field(min_length=1)] = ("zh", "en")
    data_dir: str = "data"
    navigation: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    palette: dict[str, dict[str, Any]] = {}
    history: bool = False
    admin: AdminOption = None
    severities: dict[str, str] = {}


class _Config(BaseModel):
    """What the checks need of `mkdocs.yml`; all else is MkDocs's."""

    docs_dir: str = "docs"
    site_url: Any = ""
    site_name: Any = ""
    plugins: list[str | dict[str, Any]] | dict[str, Any] = []

    @property
    def options(self) -> Options:
        """The plugin's own options, in either form that MkDocs takes."""
        plugins = self.plugins
        for plugin in [plugins] if isinstance(plugins, dict) else plugins:
            if isinstance(plugin, dict) and plugin.get("disclosure"):
                return Options.model_validate(plugin["disclosure"])
        return Options()
