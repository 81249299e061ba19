"""What the audit of the built site has measured (`audit.json`, written by `make audit`).

The accessibility statement says nothing that is not in here. Results that a later audit writes
beside these are passed over.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from disclosure.model.dates import Date
from disclosure.model.text import Text


class Measured(BaseModel):
    """A value of the audit's own file. Unlike an editor's file it may know more than we do."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class Finding(Measured):
    """A rule that did not hold on some pages, or could not be decided there."""

    rule: str
    pages: int = Field(ge=0)
    nodes: int = Field(0, ge=0)
    reason: Text | None = None


class AuditCheck(Measured):
    """One tool's run over the site."""

    id: str
    tool: str
    version: str = ""
    pages: int = Field(ge=0)
    failures: int = Field(ge=0)
    rules: int = Field(0, ge=0)
    views: tuple[str, ...] = ()
    found: tuple[Finding, ...] = ()
    undecided: tuple[Finding, ...] = ()
    scores: dict[str, int] = Field(default_factory=dict)


class RuleResult(Measured):
    """One rule: on how many pages it applied, and on which it did not hold."""

    pages: int = Field(ge=0)
    failed: dict[str, int] = Field(default_factory=dict)


class Audit(Measured):
    """`audit.json`."""

    made: Date
    commit: str
    dirty: bool = False
    pages: int = Field(ge=0)
    checks: tuple[AuditCheck, ...] = ()
    rules: dict[str, dict[str, RuleResult]] = Field(default_factory=dict)

    def shows(self, name: str) -> bool:
        """Was it tested and found without fault? `name` is a check or, as `check/rule`, one rule
        of it, which must have applied somewhere."""
        check, _, rule = name.partition("/")
        if rule:
            result = self.rules.get(check, {}).get(rule)
            return result is not None and result.pages > 0 and not result.failed
        return any(one.id == check and one.pages and not one.failures for one in self.checks)
