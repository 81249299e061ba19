"""What a build is told, apart from the records: folders, languages, address."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from disclosure.model.admin import Admin


@dataclass(frozen=True)
class Settings:
    """The configuration of one build, free of MkDocs.

    `languages[0]` is the primary language; its pages stand at the root of the site, those of the
    others below `<code>/`. `site_url` ends with a slash, or is empty when the address of the site
    is not known. What is overdue is measured against `today`; without it nothing is.
    """

    root: Path
    languages: tuple[str, ...] = ("zh", "en")
    data: str = "data"
    content: str = "content"
    site_url: str = ""
    site_name: str = ""
    navigation: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    palette: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    map_search: str = ""
    qr_codes: bool = False
    workers: int = 1
    drafts: bool = False
    history: bool = False
    admin: Admin | None = None
    severities: Mapping[str, str] = field(default_factory=dict)
    today: dt.date | None = None

    @property
    def primary(self) -> str:
        """The language at the root of the site."""
        return self.languages[0]

    @property
    def data_folder(self) -> Path:
        """The folder of data files."""
        return self.root / self.data

    @cached_property
    def content_folder(self) -> Path:
        """The folder of Markdown files."""
        return Path(os.path.normpath(self.root / self.content))
