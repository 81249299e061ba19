"""Personal data of nobody, and the files in which such data hide.

Numbers are made here with right check digits by the textbook's way, a table of letters, which is
not the way of the program.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

LETTERS = {
    **{"A": 10, "B": 11, "C": 12, "D": 13, "E": 14, "F": 15, "G": 16, "H": 17, "I": 34, "J": 18},
    **{"K": 19, "L": 20, "M": 21, "N": 22, "O": 35, "P": 23, "Q": 24, "R": 25, "S": 26, "T": 27},
    **{"U": 28, "V": 29, "W": 32, "X": 30, "Y": 31, "Z": 33},
}


def numbered(start: str) -> str:
    """An ID or residence number from its first nine characters: the check digit is added."""
    first = LETTERS[start[0]]
    total = first // 10 + first % 10 * 9
    for weight, one in zip(range(8, 0, -1), start[1:], strict=True):
        total += weight * (int(one) if one.isdigit() else LETTERS[one] % 10)
    return f"{start}{-total % 10}"


def wrong(number: str) -> str:
    """The same with another check digit."""
    return number[:-1] + str((int(number[-1]) + 1) % 10)


def exif(latitude: tuple[int, int, int] | None, order: str = "<") -> bytes:
    """An Exif block, as a camera writes it, with a place or with none."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    make = struct.pack(order + "HHI4s", 0x010F, 2, 4, b"Cam\0")
    if latitude is None:
        return mark + struct.pack(order + "IH", 8, 1) + make + bytes(4)
    places = 8 + 2 + 2 * 12 + 4  # behind the first directory
    numbers = places + 2 + 4 * 12 + 4
    first = struct.pack(order + "H", 2) + make + struct.pack(order + "HHII", 0x8825, 4, 1, places)
    where = struct.pack(order + "H", 4)
    where += struct.pack(order + "HHI4s", 1, 2, 2, b"N\0\0\0")
    where += struct.pack(order + "HHII", 2, 5, 3, numbers)
    where += struct.pack(order + "HHI4s", 3, 2, 2, b"E\0\0\0")
    where += struct.pack(order + "HHII", 4, 5, 3, numbers + 24)
    degrees, minutes, seconds = latitude
    fractions = struct.pack(order + "6I", degrees, 1 if degrees else 0, minutes, 1, seconds, 1)
    fractions += struct.pack(order + "6I", 121, 1, 15, 1, 3600, 100)
    return mark + struct.pack(order + "I", 8) + first + bytes(4) + where + bytes(4) + fractions


def jpeg(block: bytes, xmp: str = "") -> bytes:
    """A JPEG file with an Exif block, and an XMP block if wanted; no picture."""
    made = b"\xff\xd8"
    for inside in (b"Exif\0\0" + block, b"http://ns.adobe.com/xap/1.0/\0" + xmp.encode()):
        made += b"\xff\xe1" + struct.pack(">H", len(inside) + 2) + inside
    return made + b"\xff\xd9"


def _chunk(name: bytes, inside: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(name + inside))
    return struct.pack(">I", len(inside)) + name + inside + checksum


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG of one dot with further chunks."""
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    made = [(b"IHDR", head), *chunks, (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*one) for one in made)


def png_profile(block: bytes) -> tuple[bytes, bytes]:
    """The chunk in which ImageMagick keeps an Exif block."""
    digits = (b"Exif\0\0" + block).hex()
    words = f"\nexif\n{len(digits) // 2:8}\n{digits}\n"
    return b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(words.encode())


def webp(block: bytes) -> bytes:
    """A WebP file with an Exif block; no picture."""
    inside = b"WEBP" + b"EXIF" + struct.pack("<I", len(block)) + block
    return b"RIFF" + struct.pack("<I", len(inside)) + inside


def heic(block: bytes) -> bytes:
    """The beginning of a HEIC file, and its Exif block as it stands in the file's data."""
    kind = b"ftypheic" + bytes(4) + b"mif1heic"
    data = b"mdat" + struct.pack(">I", 6) + b"Exif\0\0" + block
    return b"".join(struct.pack(">I", len(one) + 4) + one for one in (kind, data))


def pdf(*inside: bytes) -> bytes:
    """A PDF that holds these objects."""
    return b"\n".join([b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", *inside, b"%%EOF\n"])


def pdf_text(words: str) -> bytes:
    """A string of a PDF in UTF-16, in hexadecimal digits."""
    return b"<" + (b"\xfe\xff" + words.encode("utf_16_be")).hex().encode() + b">"


def packed(inside: bytes, kind: str = "ObjStm") -> bytes:
    """Objects of a PDF, packed."""
    stream = zlib.compress(inside)
    head = f"<< /Type /{kind} /Filter /FlateDecode /Length {len(stream)} >>".encode()
    return head + b"\nstream\n" + stream + b"\nendstream"


def xmp_creator(name: str) -> bytes:
    """The part of an XMP block that names an author."""
    words = f"<dc:creator><rdf:Seq><rdf:li>{name}</rdf:li></rdf:Seq></dc:creator>"
    return b"<x:xmpmeta>" + words.encode() + b"</x:xmpmeta>"


def archive(**parts: str | bytes) -> bytes:
    """A packed document; `__` in a name stands for a slash and `_` for a dot."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packing:
        for name, inside in parts.items():
            packing.writestr(name.replace("__", "/").replace("_", "."), inside)
    return made.getvalue()


def xml(*inside: str) -> str:
    """An XML part of a document."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n<root>' + "".join(inside) + "</root>"
