"""What the tests know about the demo site: its languages, its address, its files."""

from __future__ import annotations

from pathlib import Path

from audit.links import Links
from audit.markup import Page
from audit.site import load_yaml as load
from audit.site import site_url

__all__ = [
    "INDEXES",
    "ROOT",
    "SCHEMES",
    "TREES",
    "Links",
    "index_of",
    "load",
    "site_url",
    "tree_of",
]

ROOT = Path(__file__).resolve().parents[2]

#: The part of the site that each language has, and what `<html lang>` says there.
TREES = {"": "zh-Hant-TW", "en/": "en"}


def index_of(scheme: str) -> str:
    """The index of a classification; that of Article 7 is a catalogue of its own."""
    return "disclosure/" if scheme == "disclosure" else f"browse/{scheme}/"


#: The indexes that every site has, in each language.
SCHEMES = ("theme", "cake", "service", "audience", "year", "disclosure")
INDEXES = (*(index_of(scheme) for scheme in SCHEMES), "units/")


def tree_of(page: Page) -> str:
    """The part of the site that a page stands in: `""` or `en/`."""
    return next(
        (tree for tree in TREES if tree and page.path.startswith(tree)),
        "",
    )
