"""The plugin's options in `mkdocs.yml`."""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path
from typing import Any

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from pydantic import TypeAdapter, ValidationError

from disclosure import workers
from disclosure.admin import packages
from disclosure.model.admin import Admin, AdminOption
from disclosure.model.settings import Settings
from disclosure.site import urls

_CODE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")


class LanguageCodes(c.ListOfItems[str]):
    """Language codes, each once; they become folders of the site."""

    def run_validation(self, value: object) -> list[str]:
        """At least one code, none twice, nothing that is no code."""
        codes: list[str] = super().run_validation(value)
        wrong = [code for code in codes if not _CODE.fullmatch(code)]
        if not codes or wrong or len(set(codes)) < len(codes):
            raise base.ValidationError(
                "languages 至少要有一種語言，每種一次，寫成 zh、en、pt-br 這樣的代碼。 / "
                "At least one language, each once, as a code such as zh, en or pt-br."
            )
        for code in urls.RESERVED.intersection(codes):
            raise base.ValidationError(
                f"languages 的「{code}」與網站自己的 /{code}/ 相同，請加上地區，例如 id-id。 / "
                f'The language "{code}" would take the place of the site\'s own /{code}/: add a '
                "region, such as id-id."
            )
        return codes


class Colours(c.Type[dict[str, Any]]):
    """Groups of colours, each a name and a colour; which are known is checked with the data."""

    def run_validation(self, value: object) -> dict[str, Any]:
        """Two levels of words: `{light: {brand: "#7a1f2b"}}`."""
        groups: dict[str, Any] = super().run_validation(value)
        for group in groups.values():
            if not isinstance(group, dict) or not all(isinstance(one, str) for one in group):
                raise base.ValidationError(
                    'palette 要寫成 {light: {brand: "#7a1f2b"}} 這樣。 / '
                    'palette is written as {light: {brand: "#7a1f2b"}}.'
                )
        return groups


class Severities(c.Type[dict[str, Any]]):
    """A weight for each rule; which there are is checked with the data."""

    def run_validation(self, value: object) -> dict[str, str]:
        """Words; YAML's `off` is false until it is read as the word that it is."""
        weights: dict[str, Any] = super().run_validation(value)
        return {str(rule): "off" if one is False else str(one) for rule, one in weights.items()}


class AdminSettings(c.Type[Any]):
    """`false`, or where the editor in the browser saves to."""

    def run_validation(self, value: object) -> Admin | None:
        """The same model as for the commands."""
        try:
            return TypeAdapter(AdminOption).validate_python(super().run_validation(value))
        except ValidationError as error:
            told = "; ".join(f"{one['loc'] or 'admin'}: {one['msg']}" for one in error.errors())
            raise base.ValidationError(f"admin 的寫法不對 / `admin` is not right: {told}") from None

    def post_validation(self, config: base.Config, key_name: str) -> None:
        """Its JavaScript has to be there before a build begins."""
        if config[key_name] is not None and config.config_file_path:
            try:
                packages.ready(Path(config.config_file_path).resolve().parent)
            except packages.PackageError as error:
                raise base.ValidationError(str(error)) from None


class DisclosureConfig(base.Config):  # type: ignore[no-untyped-call]
    """Options below `plugins: - disclosure:`. Every one has a default."""

    languages = LanguageCodes(c.Type(str), default=["zh", "en"])
    """Language codes. The first is the main language: its text is required everywhere, its pages
    stand at the root of the site. `data/translations/<code>.yml` brings the interface of a
    language that the package does not know.

        languages: [zh, en, vi]
    """

    data_dir = c.Type(str, default="data")
    """Folder of the data files, from the folder of `mkdocs.yml`."""

    navigation = c.ListOfItems(c.Type(str), default=[])
    """The main menu: `faq`, `services`, `transparency`, `forms`, `disclosure`, `plans`, `units`,
    `browse`, and paths of pages such as `about/index.md`. Left empty: the indexes that exist,
    then the top pages.

        navigation: [faq, services, forms, units, about/index.md]
    """

    footer = c.ListOfItems(c.Type(str), default=[])
    """The links at the foot of every page: paths of pages such as `about/privacy.md`, and
    `accessibility`, `sitemap`, `glossary`, `changes`. Left empty: those of privacy, security, open
    data, accessibility and glossary that exist, then `changes` and `sitemap`.

        footer: [about/privacy.md, about/security.md, about/open-data.md, accessibility]
    """

    palette = Colours(dict, default={})
    """Colours of the agency's own, for light and for dark screens; see
    `disclosure.model.palette.COLOURS` for the names. Too little contrast stops the build.

        palette:
          light: {brand: "#7a1f2b", rule: "#7a1f2b"}
    """

    map_search = c.Type(str, default="https://www.google.com/maps/search/?api=1&query={place}")
    """Where an address leads to: a map's search, with `{place}` for the words of the address.
    Nothing is loaded from there. Empty: addresses are plain words."""

    qr_codes = c.Type(bool, default=True)
    """A QR code of the page's address at its end, on paper only. Needs `site_url`."""

    history = c.Type(bool, default=False)
    """The days on which records were changed are taken from git, where their files name none.
    Needs the whole history: a shallow clone is refused."""

    severities = Severities(dict, default={})
    """How much rules weigh, by their names: `error`, `warning` or `off`.

        severities: {no-remedy: off, unused-unit: error}
    """

    admin = AdminSettings(bool | dict, default=False)  # type: ignore[arg-type]
    """The editor in the browser at `/admin/`, and the repository that it saves to; see
    `disclosure.model.admin.Admin`. Left out or `false`: there is none.

        admin: {service: gitlab, repository: agency/website, application: 4f1c…}
    """

    cache_dir = c.Type(str, default=".cache/disclosure")
    """Folder that remembers which pages of the last build can be taken over; empty turns that
    off. May be deleted at any time."""

    workers = c.Type(int, default=0)
    """How many processes write pages; 0 means one for each core."""

    def settings(self, config: MkDocsConfig, today: dt.date, *, preview: bool) -> Settings:
        """One build's configuration, free of MkDocs."""
        root = Path(config.config_file_path).resolve().parent
        return Settings(
            root=root,
            languages=tuple(self.languages),
            data=self.data_dir,
            content=os.path.relpath(config.docs_dir, root),
            site_url=config.site_url or "",
            site_name=config.site_name,
            navigation=tuple(self.navigation),
            footer=tuple(self.footer),
            palette=self.palette,
            map_search=self.map_search,
            qr_codes=self.qr_codes,
            history=self.history,
            admin=self.admin,
            workers=self.workers or workers.available(),
            drafts=preview,
            severities=self.severities,
            today=today,
        )
