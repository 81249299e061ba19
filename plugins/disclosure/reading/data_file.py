"""One data file as a model."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from disclosure.model.base import Model
from disclosure.model.settings import Settings
from disclosure.problems import Problem
from disclosure.reading.files import read_text, relative
from disclosure.reading.validation import validate
from disclosure.reading.yaml_reader import read_yaml

ModelT = TypeVar("ModelT", bound=Model)


def load(
    path: Path, settings: Settings, model: type[ModelT], problems: list[Problem]
) -> ModelT | None:
    """One data file as a model, or None with the reasons added to `problems`."""
    text = read_text(path, settings.root, problems)
    if text is None:
        return None
    document = read_yaml(text, relative(path, settings.root))
    value = validate(model, document, settings.languages)
    problems += document.problems
    return value
