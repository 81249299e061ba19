"""Where a picture was taken: the coordinates that cameras and phones write into it.

JPEG, PNG, WebP, HEIC, AVIF and TIFF all carry the same block (Exif, which is a TIFF file in
small), each in an envelope of its own, and so do pictures within a PDF. The block is looked for by
its first four bytes wherever they stand, so that an envelope unknown to this module hides nothing.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from itertools import islice

from disclosure.personal.kinds import Find

_BYTE_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_FIRST_BYTES = re.compile(rb"II\*\0|MM\0\*")
_MOST_BLOCKS, _MOST_ENTRIES = 10_000, 500  # more is no picture
_GPS_BLOCK, _LATITUDE, _LONGITUDE = 0x8825, 2, 4
_RATIONAL = 5
#: The same as XMP (text): `exif:GPSLatitude="24,59.1N"`, or between tags.
_XMP = re.compile(
    rb"exif:GPS(Latitude|Longitude)(?:\s*=\s*[\"']|>)\s*"
    rb"(\d{1,3}),(\d{1,2}(?:\.\d+)?)(?:,(\d{1,2}(?:\.\d+)?))?"
)
#: ImageMagick keeps Exif in a PNG as packed text, in hexadecimal digits.
_PNG_PROFILE = re.compile(rb"zTXtRaw profile type (?:exif|APP1)\0\0")
_MOST = 1_000_000


def location(picture: bytes) -> Find | None:
    """The place that a picture names, to a tenth of a degree: finding it must not tell it."""
    for block in _blocks(picture):
        place = _place_of(block)
        if place:
            return _found(*place)
    xmp = {
        name: int(degrees) + float(minutes) / 60 + float(seconds or 0) / 3600
        for name, degrees, minutes, seconds in _XMP.findall(picture)
    }
    if len(xmp) == 2:
        return _found(xmp[b"Latitude"], xmp[b"Longitude"])
    return None


def _found(latitude: float, longitude: float) -> Find:
    coarse = f"{latitude:.1f}, {longitude:.1f}"
    return Find("location", coarse, coarse, 0, "照片的位置資訊", "the position within the picture")


def _blocks(picture: bytes) -> Iterator[bytes | memoryview]:
    whole = memoryview(picture)
    for match in islice(_FIRST_BYTES.finditer(picture), _MOST_BLOCKS):
        yield whole[match.start() :]
    for match in _PNG_PROFILE.finditer(picture):
        try:
            packed = picture[match.end() : match.end() + _MOST]
            text = zlib.decompressobj().decompress(packed, _MOST)
            block = bytes.fromhex("".join(text.decode("latin-1").split()[2:]))
        except (zlib.error, ValueError):  # damaged: it names no place to anybody
            continue
        yield block.removeprefix(b"Exif\0\0")


def _place_of(block: bytes | memoryview) -> tuple[float, float] | None:
    """Latitude and longitude of an Exif block that has both."""
    order = _BYTE_ORDERS.get(bytes(block[:4]))
    if order is None:
        return None
    try:
        (first,) = struct.unpack_from(order + "I", block, 4)
        directory = _entries(block, order, first)
        (gps,) = struct.unpack(order + "I", directory[_GPS_BLOCK][1])
        found = _entries(block, order, gps)
        latitude, longitude = (_degrees(block, order, found[n]) for n in (_LATITUDE, _LONGITUDE))
    except (struct.error, KeyError, ZeroDivisionError):
        return None  # it names no place, or is damaged and tells it to nobody
    # No degrees at all, off Africa in the sea, is what some cameras write until they know better.
    return (latitude, longitude) if latitude or longitude else None


def _entries(block: bytes | memoryview, order: str, at: int) -> dict[int, tuple[int, bytes]]:
    """`tag → (type, four bytes: the value, or where it stands)` of one directory."""
    (count,) = struct.unpack_from(order + "H", block, at)
    found: dict[int, tuple[int, bytes]] = {}
    for number in range(min(count, _MOST_ENTRIES)):
        tag, kind, _, value = struct.unpack_from(order + "HHI4s", block, at + 2 + 12 * number)
        found[tag] = kind, value
    return found


def _degrees(block: bytes | memoryview, order: str, entry: tuple[int, bytes]) -> float:
    """Degrees, minutes and seconds, each a fraction."""
    kind, value = entry
    if kind != _RATIONAL:
        raise KeyError(kind)
    (at,) = struct.unpack(order + "I", value)
    parts = struct.unpack_from(order + "6I", block, at)
    # 0/0 degrees is what a camera writes that does not know where it is; 0/0 seconds, one that
    # counts fractions of minutes.
    degrees: float = parts[0] / parts[1]
    minutes, seconds = (a / b if b else 0.0 for a, b in (parts[2:4], parts[4:6]))
    return degrees + minutes / 60 + seconds / 3600
