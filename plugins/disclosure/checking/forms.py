"""Files can be opened without one maker's office suite (ME1320200C, I-01)."""

from __future__ import annotations

from disclosure.checking.checker import Check
from disclosure.reading.downloads import files_of

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


RULES = (office_files_have_an_open_twin,)
