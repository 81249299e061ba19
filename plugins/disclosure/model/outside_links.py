"""`links.yml`: links to other sites that `disclosure links --external` passes over, and why."""

from __future__ import annotations

from disclosure.model.base import Line, Model
from disclosure.model.citation import Url


class PassedOver(Model):
    """An address, and all that begin with it."""

    address: Url
    reason: Line


class OutsideLinks(Model):
    """`links.yml`. Only the command reads it; no build does."""

    passed_over: tuple[PassedOver, ...] = ()
