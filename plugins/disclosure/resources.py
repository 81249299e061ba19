"""Files that come with the package: the shell, the vocabularies, the translations.

A wheel carries `overrides/` and `data/classification/` inside the package; in a checkout of the
project they stand at the top, where the demo site uses them.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_PROJECT = _PACKAGE.parents[1]


def _first(*candidates: Path) -> Path:
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"the installation is incomplete: {candidates[0]} is missing")


def shell_folder() -> Path:
    """The page shell: Jinja templates, partials and assets."""
    return _first(_PACKAGE / "overrides", _PROJECT / "overrides")


def classification_folder() -> Path:
    """The vocabularies that a site uses unless it brings its own."""
    return _first(_PACKAGE / "classification", _PROJECT / "data" / "classification")


def translation_folder() -> Path:
    """One YAML file of interface words a language."""
    return _PACKAGE / "translations"


def terms_folder() -> Path:
    """Lists of words that are not used in Taiwan."""
    return _PACKAGE / "terms"


def template_folder() -> Path:
    """The templates of record pages' bodies."""
    return _PACKAGE / "templates"
