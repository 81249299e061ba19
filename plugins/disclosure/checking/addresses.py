"""Two sources of one address are a problem: one of the two pages would silently be lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from disclosure.addressing.moves import short_links
from disclosure.model.page import Page
from disclosure.problems import Problem
from disclosure.reading.files import relative, walk
from disclosure.searching.index import PARTS
from disclosure.site import urls
from disclosure.site.pages import Planned
from disclosure.site.voice import Site
from disclosure.suggest import guess_words, nearest


def collisions(site: Site, planned: Iterable[Planned]) -> list[Problem]:
    """Addresses that two pages claim; upper and lower case count as the same."""
    catalogue, settings = site.catalogue, site.settings
    made = {(urls.prefix(one.language, settings) + one.path).casefold() for one in planned}
    made |= set(short_links(catalogue))
    made |= {urls.ADMIN} if settings.admin else set()
    taken: dict[str, str] = {}
    problems: list[Problem] = []
    for page in catalogue.of(Page):
        path = catalogue.sources[page.id].path
        for language in settings.languages:
            address = urls.prefix(language, settings) + urls.record(page)
            key = address.casefold()
            zh = en = taken.get(key, "")
            if not zh and key in made:
                zh, en = "資料自動產生的頁面", "a page made from data"
            if zh:
                problems.append(
                    Problem(
                        path,
                        0,
                        0,
                        "address-taken",
                        f"網址 /{address} 已經由{zh}使用，請改檔名或移到別的資料夾。",
                        f"The address /{address} is taken by {en}: rename or move this file.",
                    )
                )
                break
            taken[key] = path
    return problems + _assets(site, {*made, *taken})


def _assets(site: Site, addresses: set[str]) -> list[Problem]:
    """Files of `content/` that would take the place of a page."""
    settings = site.settings
    files = {f"{address}index.html" for address in addresses}
    files |= {"404.html", "sitemap.xml", "sitemap.xml.gz", "assets/site.css", "assets/icon.svg"}
    indexes = [urls.prefix(one, settings) + urls.SEARCH for one in settings.languages]
    files |= {f"{index}index.json" for index in indexes}
    # Folders of which nobody knows beforehand what they will hold.
    ours = ["assets/search/", *(f"{index}{part}/" for index in indexes for part in PARTS)]
    if settings.admin:
        ours.append(urls.ADMIN)
    folders = {above for file in files for above in _above(file)}
    problems: list[Problem] = []
    for path in walk(settings.content_folder, settings.root, []):
        if path.suffix == ".md":
            continue
        name = path.relative_to(settings.content_folder).as_posix()
        plain = name.casefold()
        is_ours = plain in files or plain in folders or f"{plain}/".startswith(tuple(ours))
        if is_ours:
            problems.append(
                Problem(
                    relative(path, settings.root),
                    0,
                    0,
                    "address-taken",
                    f"網站的 /{name} 是產生出來的，請改檔名或移到別的資料夾。",
                    f"/{name} of the site is made from data: rename or move this file.",
                )
            )
    return problems


def _above(file: str) -> Iterator[str]:
    """The folders in which a file stands."""
    while folder := file.rpartition("/")[0]:
        yield folder
        file = folder


def unknown_menu_entries(site: Site) -> list[Problem]:
    """Entries of the options `navigation` and `footer` that name nothing to lead to."""
    catalogue, settings = site.catalogue, site.settings
    menu = [*urls.menu(catalogue), *(page.path for page in catalogue.pages)]
    return [
        *_unknown("navigation", "unknown-menu-entry", settings.navigation, menu),
        *_unknown(
            "footer", "unknown-footer-entry", settings.footer, [*menu, *urls.foot(catalogue)]
        ),
    ]


def _unknown(option: str, rule: str, entries: Iterable[str], known: list[str]) -> Iterator[Problem]:
    for entry in entries:
        if entry not in known:
            zh, en = guess_words(nearest(entry, known))
            yield Problem(
                "mkdocs.yml",
                0,
                0,
                rule,
                f"{option} 的「{entry}」不是目錄，也不是頁面{zh}",
                f'"{entry}" in `{option}` is neither an index nor a page{en}',
            )
