"""Files written beside themselves first: whoever reads or interrupts never meets half a file."""

from __future__ import annotations

from pathlib import Path


def store(path: Path, content: bytes) -> None:
    """Put a file in the place of the one that stands there, at once; its folder is made if need
    be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(content)
    beside.replace(path)
