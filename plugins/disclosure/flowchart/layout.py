"""Placeholder of the lead, to be overwritten by the owner of the layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from disclosure.flowchart.graph import Graph


@dataclass(frozen=True)
class Drawing:
    """Nothing yet."""

    def as_dict(self) -> dict[str, Any]:
        """Nothing yet."""
        return {}


def layout(graph: Graph) -> Drawing:
    """Nothing yet."""
    return Drawing()
