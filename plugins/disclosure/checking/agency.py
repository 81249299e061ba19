"""What every page shows of the agency: its pictures are there, and its badge is still good."""

from __future__ import annotations

from disclosure.checking.checker import Check
from disclosure.reading.files import relative, walk
from disclosure.reading.places import Location
from disclosure.suggest import guess_words, nearest

_FILE = "agency.yml"


def pictures_are_files(check: Check) -> None:
    """The logo and the picture of the badge are files of `content/`."""
    agency = check.catalogue.agency
    named: list[tuple[Location, str | None]] = [(("logo",), agency.logo)]
    if agency.badge:
        named.append((("badge", "picture"), agency.badge.picture))
    folder = check.settings.content_folder
    files: list[str] = []
    for location, path in named:
        if path is None:
            continue
        # By the folder's own list: on some disks `Logo.svg` opens `logo.svg`, on the server not.
        files = files or [relative(one, folder) for one in walk(folder, check.settings.root, [])]
        if path not in files:
            zh, en = guess_words(nearest(path, files))
            check.tell(
                check.data_path(_FILE),
                location,
                "unknown-picture",
                f"找不到圖檔 {check.settings.content}/{path}{zh}",
                f"There is no picture {check.settings.content}/{path}{en}",
            )


def badge_is_good(check: Check) -> None:
    """The accessibility badge ends after three years; then it may not be shown (B-24)."""
    agency = check.catalogue.agency
    badge = agency.badge
    if badge and agency.badge_on(check.settings.today) is None:
        check.tell(
            check.data_path(_FILE),
            ("badge", "until"),
            "badge-expired",
            f"無障礙標章到 {badge.until} 為止：請換發後改成新的標章，或刪除 badge，不要繼續顯示。",
            f"The accessibility badge was good until {badge.until}: enter the new one, or remove "
            "`badge` so that it is no longer shown.",
            "warning",
        )


RULES = (pictures_are_files, badge_is_good)
