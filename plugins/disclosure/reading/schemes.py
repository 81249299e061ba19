"""The classification schemes: the site's own lists, or those of the package."""

from __future__ import annotations

from pathlib import Path

from disclosure.model.catalogue import FILED_SCHEMES
from disclosure.model.classification import Scheme, Tree
from disclosure.model.settings import Settings
from disclosure.model.text import Text
from disclosure.problems import Problem
from disclosure.reading.data_file import load
from disclosure.reading.files import is_there, relative, walk
from disclosure.resources import classification_folder
from disclosure.suggest import guess_words, nearest

_EMPTY = Scheme.model_construct(scheme="", name=Text.model_construct(root={}), terms=())


def read_schemes(settings: Settings, problems: list[Problem]) -> dict[str, Tree]:
    """Every scheme by its name; one that cannot be read is empty."""
    own = settings.data_folder / "classification"
    trees: dict[str, Tree] = {}
    for name in FILED_SCHEMES:
        path = own / f"{name}.yml"
        scheme: Scheme | None
        if not is_there(path):
            scheme = _packaged_scheme(classification_folder() / f"{name}.yml")
        else:
            scheme = load(path, settings, Scheme, problems)
        if scheme is None:
            scheme = _EMPTY
        trees[name] = Tree(scheme)
    for path in walk(own, settings.root, problems):
        if path.stem not in FILED_SCHEMES or path.suffix != ".yml":
            zh, en = guess_words(nearest(path.name, [f"{name}.yml" for name in FILED_SCHEMES]))
            problems.append(
                Problem(
                    relative(path, settings.root),
                    0,
                    0,
                    "unknown-file",
                    f"沒有這個分類表{zh}",
                    f"There is no such classification{en}",
                )
            )
    return trees


def _packaged_scheme(path: Path) -> Scheme:
    problems: list[Problem] = []
    # Packaged terms name the languages that the package knows; a site may know others.
    scheme = load(path, Settings(root=path.parent, languages=()), Scheme, problems)
    if scheme is None:
        raise RuntimeError(f"the installation is damaged: {problems[0]}")
    return scheme
