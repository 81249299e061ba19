"""The plugin's options in `mkdocs.yml`."""

from __future__ import annotations

import re

from mkdocs.config import base
from mkdocs.config import config_options as c

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
        return codes


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

    cache_dir = c.Type(str, default=".cache/disclosure")
    """Folder that remembers which pages of the last build can be taken over; empty turns that
    off. May be deleted at any time."""

    workers = c.Type(int, default=0)
    """How many processes write pages; 0 means one for each core."""
