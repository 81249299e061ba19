"""Who wrote a document, as the document itself says: in a PDF, in XMP, in ODF and Office files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from disclosure.reading.documents import packed_objects

#: Where a name was found, in Chinese and in English, and the name.
Named = tuple[str, str, str]

#: What stands behind a backslash in a PDF's string; anything else stands for itself.
_ESCAPES = {110: b"\n", 114: b"\r", 116: b"\t", 98: b"\b", 102: b"\f"}
_OCTAL = re.compile(rb"[0-7]{1,3}")
_PDF_AUTHOR = re.compile(rb"/Author\s*(?=\(|<(?!<)|(\d+)\s+(\d+)\s+R)")
_LONGEST = 2_000
_CREATOR = re.compile(rb"<dc:creator\b[^>]*>(.{0,2000}?)</dc:creator>", re.DOTALL)
_LISTED = re.compile(rb"<rdf:li\b[^>]*>([^<]*)</rdf:li>")
#: Elements and attributes of ODF and Office that name a person, and what editors know them as.
_ELEMENTS = {
    b"creator": ("最後修改者或註解的作者", "last author, or author of a comment"),
    b"initial-creator": ("建立者", "first author"),
    b"printed-by": ("列印者", "printed by"),
    b"lastModifiedBy": ("最後修改者", "last author"),
    b"Manager": ("主管", "manager"),
    b"author": ("註解的作者", "author of a comment"),
}
#: Whichever prefix a program has chosen for them.
_ELEMENT = re.compile(
    rb"<(?:[A-Za-z][\w.-]{0,20}:)?(" + b"|".join(_ELEMENTS) + rb")(?:\s[^>]*)?>([^<]{1,500})</"
)
_ATTRIBUTE = re.compile(
    rb"""(?:\bw\d*:author|\bdisplayName|<p:cmAuthor\b[^>]*\bname)\s*=\s*(["'])(.{1,500}?)\1"""
)
#: Who wrote a comment on a page of a PDF, and the comments that tell; fields of forms have a name
#: of this kind too, which is no person's.
_COMMENTER = re.compile(rb"/T\s*(?=\(|<(?!<))")
_COMMENT = re.compile(
    rb"/Subtype\s*/(?:Text|FreeText|Highlight|Underline|StrikeOut|Squiggly|Ink|Stamp|Caret|Line"
    rb"|Square|Circle|Polygon|PolyLine|FileAttachment|Redact)\b"
)
_NEXT = re.compile(rb"\bendobj\b|>>\s*<<")
_NEAR = 4_000


def in_pdf(pdf: bytes) -> Iterator[Named]:
    """Names in the information of a PDF and in its XMP block, packed or not."""
    # What is written in an encrypted one is a cipher; the document is told to be unreadable.
    is_plain = b"/Encrypt" not in pdf
    for part in (pdf, *packed_objects(pdf)):
        for match in _PDF_AUTHOR.finditer(part) if is_plain else ():
            at = match.end()
            if match[1]:  # the name stands in an object of its own
                own = re.search(rb"(?<!\d)" + match[1] + rb"\s+" + match[2] + rb"\s+obj\s*", pdf)
                if own is None:
                    continue
                yield "PDF 的作者", "the PDF's author", _string(pdf, own.end())
            else:
                yield "PDF 的作者", "the PDF's author", _string(part, at)
        for match in _COMMENTER.finditer(part) if is_plain else ():
            if _COMMENT.search(_around(part, match.start())):
                yield "PDF 註解的作者", "author of a comment in the PDF", _string(part, match.end())
        for match in _CREATOR.finditer(part):
            for name in _LISTED.findall(match[1]):
                yield "PDF 的 dc:creator", "the PDF's dc:creator", _words(name)


def in_xml(part: bytes) -> Iterator[Named]:
    """Names in one XML part of an ODF or Office file."""
    for element, name in _ELEMENT.findall(part):
        yield *_ELEMENTS[element], _words(name)
    for _, name in _ATTRIBUTE.findall(part):
        yield "追蹤修訂或註解的作者", "author of a tracked change", _words(name)


def _around(part: bytes, at: int) -> bytes:
    """The object of a PDF around a place in it, as far as it is near."""
    before = _NEXT.split(part[max(at - _NEAR, 0) : at])[-1]
    return before + _NEXT.split(part[at : at + _NEAR], maxsplit=1)[0]


def _words(raw: bytes) -> str:
    return " ".join(unescape(raw.decode("utf-8", "replace")).split())


def _string(pdf: bytes, at: int) -> str:
    """The text of the string that begins at a place of a PDF."""
    raw = _hexadecimal(pdf, at) if pdf[at : at + 1] == b"<" else _literal(pdf, at)
    if raw.startswith((b"\xfe\xff", b"\xff\xfe")):
        words = raw.decode("utf_16", "replace")
    elif raw.startswith(b"\xef\xbb\xbf"):
        words = raw[3:].decode("utf_8", "replace")
    else:
        words = raw.decode("latin-1")
    return " ".join(words.replace("\0", "").split())


def _hexadecimal(pdf: bytes, at: int) -> bytes:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", pdf[at : pdf.find(b">", at, at + _LONGEST)])
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _literal(pdf: bytes, at: int) -> bytes:
    """Between brackets: those within are balanced or escaped, and so are odd bytes."""
    made = bytearray()
    depth = 0
    end = min(len(pdf), at + _LONGEST)
    while at < end:
        one = pdf[at]
        at += 1
        if one == 0x5C:  # \
            octal = _OCTAL.match(pdf, at)
            if octal:
                made.append(int(octal[0], 8) & 0xFF)
                at = octal.end()
            else:
                made += _ESCAPES.get(pdf[at], pdf[at : at + 1]) if at < end else b""
                at += 1
            continue
        depth += (one == 0x28) - (one == 0x29)
        if depth == 0:
            break
        if depth > 1 or one != 0x28:
            made.append(one)
    return bytes(made)
