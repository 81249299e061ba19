"""The plugin's options in `mkdocs.yml`."""

from __future__ import annotations

from mkdocs.config import base
from mkdocs.config import config_options as c


class DisclosureConfig(base.Config):  # type: ignore[no-untyped-call]
    """Options below `plugins: - disclosure:`. Every one has a default."""

    languages = c.ListOfItems(c.Type(str), default=["zh", "en"])
    """Language codes. The first is the main language: its text is required everywhere, its pages
    stand at the root of the site. `data/translations/<code>.yml` brings the interface of a
    language that the package does not know.

        languages: [zh, en, vi]
    """

    data_dir = c.Type(str, default="data")
    """Folder of the data files, from the folder of `mkdocs.yml`."""

    navigation = c.ListOfItems(c.Type(str), default=[])
    """The main menu: `plans`, `faq`, `units`, `browse`, and paths of pages such as
    `about/index.md`. Left empty: the indexes that exist, then the top pages.

        navigation: [plans, units, browse, about/index.md]
    """

    cache_dir = c.Type(str, default=".cache/disclosure")
    """Folder that remembers which pages of the last build can be taken over; empty turns that
    off. May be deleted at any time."""

    workers = c.Type(int, default=0)
    """How many processes write pages; 0 means one for each core."""
