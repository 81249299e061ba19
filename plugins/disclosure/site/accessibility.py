"""無障礙聲明: what was tested, what was found, what is not known, and whom to tell.

Everything that is said of tests comes from the audit's results: a tool without a result is not
named, and nothing is called free of faults that was found to have some.
"""

from __future__ import annotations

from disclosure.model.accessibility import Effort
from disclosure.model.audit import Audit, AuditCheck, Finding
from disclosure.model.catalogue import Catalogue
from disclosure.reading.strings import Strings
from disclosure.site import urls
from disclosure.site.index_page import index_page
from disclosure.site.spec import PageSpec, View
from disclosure.site.voice import Voice

#: The checks that together look for faults at levels A and AA.
_OF_AA = frozenset(("axe", "moda-aa", "html", "behaviour"))


def page(voice: Voice) -> PageSpec:
    """The statement."""
    s, catalogue = voice.strings, voice.site.catalogue
    own = catalogue.accessibility
    assert own is not None
    view: View = {
        "intro": s["accessibility_intro"],
        "no_badge": catalogue.agency.badge_on(voice.site.settings.today) is None,
        "published": voice.date(own.published),
        "reviewed": voice.date(own.reviewed),
        "efforts": [voice.prose(one.says) for one in own.efforts if _shown(catalogue, one)],
        "offers": [voice.prose(one) for one in own.offers],
        "limits": [voice.prose(one) for one in own.limits],
        "untested": [voice.prose(one) for one in own.untested],
        "complaint": voice.prose(own.complaint),
        "audit": _audit(voice, catalogue.audit) if catalogue.audit else None,
    }
    return index_page(
        voice,
        urls.ACCESSIBILITY,
        "accessibility",
        s["accessibility_title"],
        s["accessibility_intro"],
        ((s["home"], urls.HOME),),
        view,
        catalogue.shown,
        section="accessibility",
        untranslated=voice.fell_back,
    )


def _shown(catalogue: Catalogue, effort: Effort) -> bool:
    """A claim stands only on results."""
    audit = catalogue.audit
    return audit is not None and all(audit.shows(name) for name in effort.rests_on)


def _audit(voice: Voice, audit: Audit) -> View:
    s = voice.strings
    # Behaviour is tried on one page of each kind and language, everything else on every page.
    ran = {
        check.id
        for check in audit.checks
        if check.pages and (check.id == "behaviour" or check.pages == audit.pages)
    }
    faults = sum(check.failures for check in audit.checks if check.id in _OF_AA)
    if not ran >= _OF_AA:
        verdict = s["audit_incomplete"]
    elif faults:
        verdict = s.say("audit_faults", count=faults)
    else:
        verdict = s["audit_no_faults"]
    return {
        "made": voice.date(audit.made),
        "commit": audit.commit[:12],
        "dirty": audit.dirty,
        "pages": s.say("audit_pages", count=audit.pages),
        "verdict": verdict,
        "checks": [_check(voice, check) for check in audit.checks],
        "found": [
            _finding(voice, check, one)
            for check in audit.checks
            for one in check.found
            if one.reason is None
        ],
        "reasoned": [
            _finding(voice, check, one)
            for check in audit.checks
            for one in check.found
            if one.reason is not None
        ],
        "undecided": [
            _finding(voice, check, one) for check in audit.checks for one in check.undecided
        ],
    }


def _check(voice: Voice, check: AuditCheck) -> View:
    s = voice.strings
    return {
        "name": _named(s, f"audit_{check.id}", check.id),
        "tool": f"{check.tool} {check.version}".strip(),
        "pages": check.pages,
        "rules": check.rules,
        "failures": check.failures,
        "said": s["audit_passed"]
        if not check.failures
        else s.say("audit_failed", count=check.failures),
        "scores": [
            s.say("audit_score", name=_named(s, f"score_{name}", name), score=score)
            for name, score in check.scores.items()
        ],
    }


def _named(strings: Strings, key: str, otherwise: str) -> str:
    """The name of a check or score; that of a newer audit may have none yet."""
    return strings[key] if key in strings else otherwise  # noqa: SIM401 (not a dictionary)


def _finding(voice: Voice, check: AuditCheck, finding: Finding) -> View:
    return {
        "rule": finding.rule,
        "tool": check.tool,
        "pages": finding.pages,
        "nodes": finding.nodes,
        "reason": voice.prose(finding.reason),
    }
