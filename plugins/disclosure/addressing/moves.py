"""From the ledger and the site of today: which addresses lead elsewhere, and which are lost.

What was renamed is looked up once and never twice: a former id names nothing any more, a present
one does, so that no way leads in a circle, and every former address leads straight to the last one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from disclosure.addressing.places import Place, former, places, with_a_page
from disclosure.model.catalogue import Catalogue
from disclosure.model.ledger import Kind, Released
from disclosure.model.record import Record
from disclosure.site import urls


@dataclass
class Moves:
    """What has become of the released addresses at which nothing stands today."""

    #: `address → where it leads`, below the root of each language
    redirects: dict[str, Place] = field(default_factory=dict)
    lost: list[Released] = field(default_factory=list)


def moves(catalogue: Catalogue) -> Moves:
    """Follow every released address."""
    found = Moves()
    if not catalogue.released:
        return found
    standing = places(catalogue)
    renamed = former(catalogue)
    taken = {place.path for place in standing.values()} | set(urls.indexes(catalogue).values())
    for entry in catalogue.released:
        if entry.address in taken:
            continue
        key: tuple[Kind, str] = (entry.kind, entry.id)
        key = key if key in standing else renamed.get(key, key)
        place = standing.get(key)
        if place is None and entry.kind == "sheet":  # its service was withdrawn
            place = standing.get(("record", key[1]))
        if place is None:
            found.lost.append(entry)
        else:
            found.redirects[entry.address] = place
    return found


def short_links(catalogue: Catalogue) -> dict[str, Record]:
    """`/id/<id>/ → record`, also for the ids that it had before."""
    found = {urls.short(record.id): record for record in with_a_page(catalogue)}
    for old, new in catalogue.renamed.items():
        record = found.get(urls.short(new))
        if record is not None:
            found.setdefault(urls.short(old), record)
    return found
