"""Parts of packed documents: ODF and Office files are ZIP archives, a PDF holds packed streams."""

from __future__ import annotations

import contextlib
import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import islice

#: What unpacking a damaged archive may raise.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
_MOST = 1_000_000  # of a part that describes a document, which takes a few thousand characters
_MOST_STREAMS = 2_000
_PACKED = re.compile(rb"/Type\s*/(?:ObjStm|Metadata)\b[^>]{0,400}>>\s*stream\r?\n")


def unpacked(archive: bytes, name: str) -> bytes:
    """A part of a packed document; nothing when it is not there or cannot be read."""
    try:
        with zipfile.ZipFile(BytesIO(archive)) as parts, parts.open(name) as part:
            return part.read(_MOST)
    except DAMAGED:
        return b""


def packed_objects(pdf: bytes) -> Iterator[bytes]:
    """The packed objects of a PDF, among which its information may stand."""
    whole = memoryview(pdf)
    for match in islice(_PACKED.finditer(pdf), _MOST_STREAMS):
        with contextlib.suppress(zlib.error):  # a damaged part, or one that is not packed
            packed = whole[match.end() : match.end() + _MOST]
            yield zlib.decompressobj().decompress(packed, _MOST // 10)
