"""Files can be opened without one maker's office suite (ME1320200C, I-01)."""

from __future__ import annotations

from collections.abc import Collection

from disclosure.checking.checker import Check
from disclosure.problems import Problem
from disclosure.reading.downloads import files_of
from disclosure.reading.locator import Locator
from disclosure.site.voice import Site

#: Formats that only one maker's office suite is sure to open, and the open one of each.
_SAME = {"doc": "odt", "docx": "odt", "xls": "ods", "xlsx": "ods", "ppt": "odp", "pptx": "odp"}


def office_files_have_an_open_twin(check: Check) -> None:
    """Beside a Word, Excel or PowerPoint file the same record offers the open format."""
    for record in check.catalogue.records.values():
        offered = list(files_of(record))
        formats = {file.extension for _, file in offered}
        for location, file in offered:
            wanted = _SAME.get(file.extension)
            if wanted and wanted not in formats:
                check.tell(
                    check.catalogue.sources[record.id].path,
                    (*location, "path"),
                    "office-only",
                    f"{file.path} 只有特定軟體能開：請再提供開放格式（{wanted.upper()}），"
                    f"例如 {file.path.rpartition('.')[0]}.{wanted}。",
                    f"Only one maker's software is sure to open {file.path}: offer the open format "
                    f"{wanted.upper()} as well.",
                )


def unpublished(site: Site, published: Collection[str]) -> list[Problem]:
    """Files that records offer, but that are not among those which go on the site."""
    problems: list[Problem] = []
    for record in site.catalogue.shown:
        for location, file in files_of(record):
            if file.path not in published:
                path = site.catalogue.sources[record.id].path
                line, column = Locator(site.settings.root).place(path, (*location, "path"))
                problems.append(
                    Problem(
                        path,
                        line,
                        column,
                        "file-left-out",
                        f"{file.path} 不會放上網站（mkdocs.yml 的 exclude_docs，"
                        "或在 templates 資料夾），請換個位置。",
                        f"{file.path} is kept off the site by mkdocs.yml (`exclude_docs`, or a "
                        "folder `templates`): put it elsewhere.",
                    )
                )
    return problems


RULES = (office_files_have_an_open_twin,)
