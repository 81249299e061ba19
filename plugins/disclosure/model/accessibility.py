"""What an agency says itself in its accessibility statement (`accessibility.yml`).

What was measured is not said here: it comes from the results of the audit (`model/audit.py`).
"""

from __future__ import annotations

from disclosure.model.base import Model
from disclosure.model.dates import Date
from disclosure.model.text import Text


class Accessibility(Model):
    """`accessibility.yml`: aims, known limits, and whom to tell of a barrier."""

    published: Date
    reviewed: Date
    efforts: tuple[Text, ...] = ()
    limits: tuple[Text, ...] = ()
    untested: tuple[Text, ...] = ()
    complaint: Text
