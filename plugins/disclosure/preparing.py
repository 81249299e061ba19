"""Reading and checking a site: all that happens before the first page is made.

A build and `disclosure check` do the same here. Nothing of this needs what writes pages, so that a
check does not load it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from disclosure.checking.addresses import collisions, unknown_menu_entries
from disclosure.checking.rules import check
from disclosure.model.settings import Settings
from disclosure.personal.kinds import KINDS
from disclosure.problems import Problem, errors
from disclosure.reading.site import read_site
from disclosure.severities import weighed, wrong_severities
from disclosure.site.pages import Planned, record_pages
from disclosure.site.voice import Site


@dataclass
class Prepared:
    """A site that was read and checked. `site` is None when an error stops the build."""

    site: Site | None
    problems: list[Problem]
    planned: list[Planned] = field(default_factory=list)


def prepare(settings: Settings) -> Prepared:
    """Read and check everything; every problem of every file at once."""
    reading = read_site(settings)
    unread = weighed(reading.problems, settings)
    problems = [*wrong_severities(settings), *unread]
    if reading.catalogue is None or len(reading.strings) < len(settings.languages):
        return Prepared(None, problems)
    # Rules across records run on what could be read, so that an editor sees all problems in one
    # run, less the mere echoes of a file that could not be read.
    echoes = _echoes(unread, settings)
    found = check(reading.catalogue, settings, reading.strings)
    problems += weighed((one for one in found if one.rule not in echoes), settings)
    site = Site(reading.catalogue, reading.strings, settings)
    if errors(problems):
        return Prepared(None, problems)
    planned = record_pages(site)
    problems += weighed([*collisions(site, planned), *unknown_menu_entries(site)], settings)
    return Prepared(None if errors(problems) else site, problems, planned)


def _echoes(problems: list[Problem], settings: Settings) -> set[str]:
    """Rules that would complain of what only a damaged file makes missing."""
    damaged = {problem.path for problem in errors(problems)}
    echoes: set[str] = set()
    if damaged:
        echoes |= {"unknown-record", "unknown-form", "empty-category"}
        echoes |= {"unused-unit", "unused-agency"}
    for name, rule in (("units", "unit"), ("agencies", "agency"), ("faq", "category")):
        if f"{settings.data}/{name}.yml" in damaged:
            echoes.add(f"unknown-{rule}")
    if f"{settings.data}/personal-data.yml" in damaged:  # nothing is an exception now
        echoes |= {kind.rule for kind in KINDS.values()}
    return echoes
