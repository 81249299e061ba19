"""Two sources of one address are a problem: one of the two pages would silently be lost."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.model.page import Page
from disclosure.problems import Problem
from disclosure.site import urls
from disclosure.site.pages import Planned
from disclosure.site.voice import Site


def collisions(site: Site, planned: Iterable[Planned]) -> list[Problem]:
    """Addresses that two pages claim; upper and lower case count as the same."""
    catalogue = site.catalogue
    taken: dict[str, str] = {}
    problems: list[Problem] = []
    made = {one.path.casefold() for one in planned}
    for page in catalogue.of(Page):
        address = urls.record(page)
        path = catalogue.sources[page.id].path
        key = address.casefold()
        other = taken.get(key, "")
        if not other and key in made:
            other = "資料自動產生的頁面 (a page made from data)"
        if other:
            problems.append(
                Problem(
                    path,
                    0,
                    0,
                    "address-taken",
                    f"網址 /{address} 已經由{other}使用，請改檔名或移到別的資料夾。",
                    f"The address /{address} is taken by {other}: rename or move this file.",
                )
            )
        taken[key] = path
    return problems
