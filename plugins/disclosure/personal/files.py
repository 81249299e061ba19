"""Personal data in a file of any kind: a text, a picture, a document and all that is in it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape, unescape
from io import BytesIO

from disclosure.personal import authors, pictures, texts
from disclosure.personal.kinds import Find
from disclosure.personal.masking import masked
from disclosure.reading.documents import DAMAGED

_ZIP, _PDF, _OLD_OFFICE = b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_LARGEST = 50_000_000  # of a part of an archive, unpacked
_MOST_PARTS = 5_000
_DEEPEST = 3  # archives within archives
#: Elements that end a run of words; all others stand within words.
_BREAKS = re.compile(
    rb"</?(?:text:(?:p|h|tab|line-break)|table:table-cell|w:(?:p|tab|br)|a:(?:p|br)|si|c|row|v|t"
    rb"|title|text|desc|tspan)(?:\s[^>]*)?/?>"
)
_BLANK = re.compile(rb"<text:s(?:\s[^>]*)?/>")
_TAG = re.compile(rb"<[^>]*>")
_PACKED_WORDS = re.compile(rb"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
#: Attributes that hold an address: links of ODF and Office, and who is who in a workbook.
_ADDRESS = re.compile(
    rb"""(?:\b(?:Target|href)\s*=\s*["'](?:mailto|tel|sms):|\buserId\s*=\s*["'])([^"'<>]{1,500})"""
)
_XML_NAMES = (".xml", ".rels")
#: Numbers of a drawing, and files packed into words: long rows of digits that mean nothing.
_DRAWN = re.compile(
    r"""\b(?:d|points|transform|values|viewBox)\s*=\s*("[^"]*"|'[^']*')|base64,[A-Za-z0-9+/=\s]+"""
)

#: Why a document cannot be looked into, in Chinese and in English.
Unread = tuple[str, str]
ENCRYPTED: Unread = ("檔案有加密", "it is encrypted")
DAMAGED_FILE: Unread = ("檔案已損壞", "it is damaged")
OLD_FORMAT: Unread = ("舊版 Office 格式（.doc、.xls、.ppt）", "it is in an old Office format")
TOO_LARGE: Unread = ("檔案太大或包了太多層", "it is too large, or packed too often")

#: Does this name of an author stand for a person?
IsPerson = Callable[[str], bool]


def search(content: bytes, is_person: IsPerson, depth: int = 0) -> Iterator[Find | Unread]:
    """Everything in a file that looks like personal data, and what could not be looked into."""
    if content.startswith(_ZIP):
        yield from _archive(content, is_person, depth)
        return
    if content.startswith(_OLD_OFFICE):
        yield OLD_FORMAT
        return
    # A PDF may have other bytes in front; a text may be about PDFs.
    is_pdf = _PDF in content[:1024]
    begins_as_pdf = content[:1024].lstrip().startswith(_PDF)
    if content.startswith(_UTF_16) or (b"\0" not in content[:8192] and not begins_as_pdf):
        yield from texts.find(_drawings_blanked(as_text(content)))
        if not is_pdf:
            return
    found = pictures.location(content)
    if found:
        yield found
    if is_pdf:
        if b"/Encrypt" in content:
            yield ENCRYPTED
        yield from _named(authors.in_pdf(content), is_person)


def in_name(path: str) -> Iterator[Find]:
    """What the name of a file tells."""
    for one in texts.find(path):
        yield replace(one, start=0, within_zh="檔名", within_en="the name of the file")


def as_text(content: bytes) -> str:
    """The words of a plain file: UTF-8, UTF-16 as Windows saves it, or else Big5.

    >>> as_text("王小明".encode("cp950"))
    '王小明'
    """
    if content.startswith(_UTF_16):
        return content.decode("utf_16", "replace")
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("cp950", "replace")


def _drawings_blanked(text: str) -> str:
    """A drawing's words without its numbers; every place stays where it is."""
    if not text.lstrip("\ufeff \n\r\t").startswith("<"):
        return text
    return _DRAWN.sub(lambda match: re.sub(r"[^\n]", "_", match[0]), text)


def _archive(content: bytes, is_person: IsPerson, depth: int) -> Iterator[Find | Unread]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            if depth == _DEEPEST or len(parts) > _MOST_PARTS:
                yield TOO_LARGE
                return
            for part in parts:
                if part.flag_bits & 1:
                    yield ENCRYPTED
                elif part.file_size > _LARGEST:
                    yield TOO_LARGE
                elif not part.is_dir():
                    for one in _part(part.filename, archive.read(part), is_person, depth):
                        yield _within(part.filename, one)
    except DAMAGED:
        yield DAMAGED_FILE


def _part(name: str, content: bytes, is_person: IsPerson, depth: int) -> Iterator[Find | Unread]:
    xml = _as_utf_8(content)
    start = xml.lstrip(b"\xef\xbb\xbf \r\n")
    if start.startswith(b"<?xml") or (name.endswith(_XML_NAMES) and start.startswith(b"<")):
        yield from _in_xml(xml, is_person)
    else:
        yield from search(content, is_person, depth + 1)


def _as_utf_8(content: bytes) -> bytes:
    return as_text(content).encode() if content.startswith(_UTF_16) else content


def _in_xml(content: bytes, is_person: IsPerson) -> Iterator[Find]:
    content = _PACKED_WORDS.sub(
        lambda match: escape(match[1].decode("latin-1"), False).encode("latin-1"), content
    )
    yield from _named(authors.in_xml(content), is_person)
    words = _TAG.sub(b"", _BREAKS.sub(b"\n", _BLANK.sub(b" ", content)))
    seen: set[tuple[str, str]] = set()
    for one in texts.find(unescape(as_text(words))):
        seen.add((one.kind, one.value))
        yield one
    for address in dict.fromkeys(_ADDRESS.findall(content)):
        for one in texts.find(unescape(as_text(address)).replace("::", " ")):
            if (
                one.kind,
                one.value,
            ) not in seen:  # a link mostly shows the address that it leads to
                seen.add((one.kind, one.value))
                yield one


def _within(part: str, one: Find | Unread) -> Find | Unread:
    """A find of a part, with the part's name and no place in a text that editors cannot see."""
    if not isinstance(one, Find):
        return one
    zh, en = one.within_zh or "內文", one.within_en or "the text"
    return replace(one, start=0, within_zh=f"{part} › {zh}", within_en=f"{part} › {en}")


def _named(named: Iterator[authors.Named], is_person: IsPerson) -> Iterator[Find]:
    for zh, en, name in dict.fromkeys(named):
        if name and is_person(name):
            yield Find("author", name, masked("author", name), 0, zh, en)
