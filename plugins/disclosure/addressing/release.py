"""A release: the addresses of the site as it is are added to the ledger, for good."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from disclosure.addressing.places import places
from disclosure.model.catalogue import Catalogue
from disclosure.model.ledger import Released, written


@dataclass(frozen=True)
class Release:
    """The addresses that the ledger did not have, and what it holds with them."""

    new: tuple[Released, ...]
    known: int
    ledger: str


def release(catalogue: Catalogue, today: dt.date) -> Release:
    """What releasing the site today would add. Lines that stand there already stay as they are."""
    known = {entry.address for entry in catalogue.released}
    new = tuple(
        Released(place.path, kind, name, today)
        for (kind, name), place in places(catalogue).items()
        if place.path not in known
    )
    return Release(new, len(known), written([*catalogue.released, *new]))
