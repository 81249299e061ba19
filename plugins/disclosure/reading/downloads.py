"""What can be read off the files to download: size, checksum, and the day that they bear.

The day comes from the document itself (ODF's `meta.xml`, a PDF's information), never from the file
system: a copy of the repository must give the same pages.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator

from disclosure.model.disclosure_item import DisclosureItem
from disclosure.model.file import ODF, File, FileFacts
from disclosure.model.form import Form
from disclosure.model.record import Record
from disclosure.model.settings import Settings
from disclosure.problems import Problem
from disclosure.reading.documents import packed_objects, unpacked
from disclosure.reading.files import is_readable, relative, walk
from disclosure.reading.locator import Locator
from disclosure.reading.places import Location
from disclosure.suggest import guess_words, nearest

_PDF_DATE = re.compile(rb"/(ModDate|CreationDate)\s*\(D:(\d{4})(\d{2})(\d{2})")
_XMP_DATE = re.compile(rb"<xmp:(ModifyDate|CreateDate)>(\d{4})-(\d{2})-(\d{2})")
_ODF_DATE = re.compile(rb"<(dc:date|meta:creation-date)>(\d{4})-(\d{2})-(\d{2})")
#: How a file of a format begins. A renamed file does not open on a citizen's computer.
_BEGINNINGS = {"pdf": b"%PDF-", "docx": b"PK", "xlsx": b"PK", "pptx": b"PK", "zip": b"PK"}
_ODF_TYPE = b"application/vnd.oasis.opendocument."
#: Programs that know no date write one of these years.
_SINCE = 1990


def files_of(record: Record) -> Iterator[tuple[Location, File]]:
    """Every file that a record offers, with its place in the record."""
    if isinstance(record, Form | DisclosureItem):
        yield from ((("files", number), file) for number, file in enumerate(record.files))
    if isinstance(record, DisclosureItem):
        for at, report in enumerate(record.reports):
            for number, file in enumerate(report.files):
                yield ("reports", at, "files", number), file


def read_downloads(
    records: Iterable[tuple[Record, str]], settings: Settings, problems: list[Problem]
) -> dict[str, FileFacts]:
    """The facts of every file that a record offers, by its path below `content/`."""
    found: dict[str, FileFacts] = {}
    locator = Locator(settings.root)
    for record, source in records:
        for location, file in files_of(record):
            path = settings.content_folder / file.path
            told: tuple[str, str, str] | None = None
            if not path.is_file() or not is_readable(path):
                told = _missing(file, settings)
            else:
                content = path.read_bytes()
                if not _is_what_it_says(content, file):
                    told = _not_what_it_says(file)
                else:
                    checksum = hashlib.sha256(content).hexdigest()
                    found[file.path] = FileFacts(len(content), checksum, _date(content, file))
            if told:
                line, column = locator.place(source, (*location, "path"))
                problems.append(Problem(source, line, column, *told))
    return found


def _missing(file: File, settings: Settings) -> tuple[str, str, str]:
    folder = settings.content_folder
    known = [relative(path, folder) for path in walk(folder, settings.root, [])]
    zh, en = guess_words(nearest(file.path, [one for one in known if not one.endswith(".md")]))
    return (
        "missing-file",
        f"找不到檔案 {settings.content}/{file.path}{zh}",
        f"There is no file {settings.content}/{file.path}{en}",
    )


def _not_what_it_says(file: File) -> tuple[str, str, str]:
    return (
        "file-format",
        f"{file.path} 的內容不是 {file.extension.upper()}：請用原本的軟體另存成這個格式，"
        "不要只改副檔名。",
        f"{file.path} is no {file.extension.upper()} file inside: save it in that format "
        "instead of renaming it.",
    )


def _is_what_it_says(content: bytes, file: File) -> bool:
    if file.extension in ODF:
        return unpacked(content, "mimetype").startswith(_ODF_TYPE)
    return bool(content) and content.startswith(_BEGINNINGS.get(file.extension, b""))


def _date(content: bytes, file: File) -> dt.date | None:
    if file.extension == "pdf":
        plain = b"".join((content, *packed_objects(content)))
        return _newest(_PDF_DATE.findall(plain) + _XMP_DATE.findall(plain))
    if file.extension in ODF:
        return _newest(_ODF_DATE.findall(unpacked(content, "meta.xml")))
    return None


def _newest(found: list[tuple[bytes, bytes, bytes, bytes]]) -> dt.date | None:
    days: list[dt.date] = []
    for _, year, month, day in found:
        try:
            days.append(dt.date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return max((day for day in days if day.year >= _SINCE), default=None)
