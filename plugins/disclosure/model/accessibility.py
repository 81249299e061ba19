"""What an agency says itself in its accessibility statement (`accessibility.yml`).

What was measured is not said here: it comes from the results of the audit (`model/audit.py`).
"""

from __future__ import annotations

from pydantic import Field

from disclosure.model.base import Line, Model
from disclosure.model.dates import Date
from disclosure.model.text import Text


class Effort(Model):
    """Something that the site does for its readers, and the tests that have shown it."""

    says: Text
    rests_on: tuple[Line, ...] = Field(
        min_length=1,
        description="Checks of the audit, or rules of one: `axe`, `behaviour/skip-link`",
    )


class Accessibility(Model):
    """`accessibility.yml`: aims, known limits, and whom to tell of a barrier."""

    published: Date
    reviewed: Date
    efforts: tuple[Effort, ...] = ()
    offers: tuple[Text, ...] = Field((), description="What else there is; no results of tests")
    limits: tuple[Text, ...] = ()
    untested: tuple[Text, ...] = ()
    complaint: Text
