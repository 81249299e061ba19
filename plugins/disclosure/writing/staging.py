"""A site is made beside the published one and swapped in when it is whole."""

from __future__ import annotations

import shutil
from pathlib import Path


def staging_folder(site: Path) -> Path:
    """Where the next version of `site` is made: on the same volume, so that swapping is a rename."""
    return site.with_name(f".{site.name}.next")


def swap(staging: Path, site: Path) -> None:
    """Put the finished site in the place of the published one."""
    last = site.with_name(f".{site.name}.last")
    if last.exists():
        shutil.rmtree(last)
    if site.exists():
        site.rename(last)
    staging.rename(site)
    if last.exists():
        shutil.rmtree(last)


def discard(staging: Path) -> None:
    """Throw away an unfinished site."""
    shutil.rmtree(staging, ignore_errors=True)
