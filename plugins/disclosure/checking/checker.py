"""The rules across records: what one file says must fit what the others say."""

from __future__ import annotations

from collections.abc import Mapping

from disclosure.model.catalogue import Catalogue
from disclosure.model.record import Record
from disclosure.model.settings import Settings
from disclosure.problems import Problem, Severity
from disclosure.reading.locator import Locator
from disclosure.reading.places import Location
from disclosure.reading.strings import Strings


class Check:
    """One run of the rules: the catalogue, the interface words, and where problems go."""

    def __init__(
        self,
        catalogue: Catalogue,
        settings: Settings,
        strings: Mapping[str, Strings] | None = None,
    ) -> None:
        self.catalogue = catalogue
        self.settings = settings
        self.strings = strings or {}
        self.locator = Locator(settings.root)
        self.problems: list[Problem] = []

    def tell(
        self,
        path: str,
        location: Location | int,
        rule: str,
        zh: str,
        en: str,
        severity: Severity = "error",
    ) -> None:
        """Add a problem at a field of a file (its location) or at a line."""
        if isinstance(location, int):
            line, column = location, 0
        else:
            line, column = self.locator.place(path, location)
        self.problems.append(Problem(path, line, column, rule, zh, en, severity))

    def tell_missing(
        self,
        record: Record,
        name: str,
        rule: str,
        zh: str,
        en: str,
        severity: Severity = "error",
    ) -> None:
        """Add a problem where a field that a record lacks would stand."""
        path = self.catalogue.sources[record.id].path
        line, column = self.locator.place_missing(path, type(record), name)
        self.problems.append(Problem(path, line, column, rule, zh, en, severity))

    def data_path(self, name: str) -> str:
        """The path of a file of the data folder as editors write it."""
        return f"{self.settings.data}/{name}"
