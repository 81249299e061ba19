"""All rules across records, and a run of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from disclosure.checking import (
    accessibility,
    agency,
    classification,
    content_links,
    disclosure,
    faqs,
    flows,
    forms,
    freshness,
    glossary,
    history,
    ledger,
    named_links,
    notices,
    numbers,
    palette,
    personal_data,
    placeholders,
    plan_duties,
    record_prose,
    references,
    search_words,
    services,
    table_captions,
    terms,
    time_limits,
    translations,
    withdrawals,
)
from disclosure.checking.checker import Check
from disclosure.model.catalogue import Catalogue
from disclosure.model.settings import Settings
from disclosure.problems import Problem
from disclosure.reading.strings import Strings

Rule = Callable[[Check], None]

RULES: tuple[Rule, ...] = (
    *classification.RULES,
    *references.RULES,
    *faqs.RULES,
    *numbers.RULES,
    *services.RULES,
    *flows.RULES,
    *time_limits.RULES,
    *forms.RULES,
    *disclosure.RULES,
    *freshness.RULES,
    *plan_duties.RULES,
    *notices.RULES,
    *history.RULES,
    *named_links.RULES,
    *record_prose.RULES,
    *table_captions.RULES,
    *content_links.RULES,
    *palette.RULES,
    *search_words.RULES,
    *agency.RULES,
    *glossary.RULES,
    *accessibility.RULES,
    *translations.RULES,
    *terms.RULES,
    *personal_data.RULES,
    *placeholders.RULES,
    *withdrawals.RULES,
    *ledger.RULES,
)


def check(
    catalogue: Catalogue, settings: Settings, strings: Mapping[str, Strings]
) -> list[Problem]:
    """All problems across records."""
    run = Check(catalogue, settings, strings)
    for rule in RULES:
        rule(run)
    return run.problems
