"""`audit.json`, and the statement that claims nothing beyond it."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from audit.record import record
from audit.record import text as written
from audit.results import Done, Result, Rule
from disclosure.model.accessibility import Accessibility
from disclosure.model.audit import Audit
from disclosure.reading.audit import read_audit
from disclosure.site import accessibility
from disclosure.site.spec import PageSpec
from tests.unit.builders import LANGUAGES, Project, place, plan, rules, voice

FILE = "data/audit.json"
MADE = dt.date(2026, 3, 1)
OWN = {
    "published": "2026-01-05",
    "reviewed": "2026-02-05",
    "efforts": [
        {"says": {"zh": "能用鍵盤操作。", "en": "By keyboard."}, "rests_on": ["behaviour/skip"]},
        {"says": {"zh": "沒有規則失敗。", "en": "No rule failed."}, "rests_on": ["axe", "html"]},
    ],
    "complaint": {"zh": "請打電話。", "en": "Call us."},
}


def check(name: str, failures: int = 0, **fields: Any) -> dict[str, Any]:
    return {"id": name, "tool": f"tool of {name}", "pages": 9, "failures": failures, **fields}


def results(*checks: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {
        "made": MADE.isoformat(),
        "commit": "0123456789abcdef",
        "pages": 9,
        "checks": list(checks),
        **fields,
    }


ALL = tuple(check(name) for name in ("axe", "html", "moda-aa", "behaviour"))


def write(project: Project, data: object) -> None:
    project.write(FILE, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def audit(*checks: dict[str, Any], **fields: Any) -> Audit:
    return Audit.model_validate(results(*checks, **fields), context={"languages": LANGUAGES})


def statement(found: Audit | None, language: str = "zh") -> PageSpec:
    own = Accessibility.model_validate(OWN, context={"languages": LANGUAGES})
    return accessibility.page(voice(language, plan(), accessibility=own, audit=found))


# -- the file --------------------------------------------------------------------------------------


def test_without_the_file_nothing_is_known(project: Project) -> None:
    assert read_audit(project.settings(), []) is None
    assert project.problems() == []


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("", "JSON"),
        ("{", "JSON"),
        ("[]", ""),
        ('{"made": "2026-03-01"', "JSON"),
        ("null", ""),
        (json.dumps(results(*ALL) | {"made": "113-03-01"}), "made"),
        (json.dumps(results(*ALL) | {"pages": -1}), "pages"),
        (json.dumps(results(*ALL) | {"commit": None}), "commit"),
        (json.dumps(results({"id": "axe"})), "checks.0.tool"),
        (json.dumps(results(check("axe", failures="many"))), "checks.0.failures"),
        (json.dumps(results(check("a", found=[{"rule": "x", "pages": "?"}]))), "found.0.pages"),
    ],
)
def test_a_damaged_file_is_told_and_not_believed(project: Project, words: str, where: str) -> None:
    project.write(FILE, words)
    problem = project.only_problem()
    assert place(problem) == (FILE, 0, 0, "audit-unreadable")
    assert problem.severity == "error"
    assert "make audit" in problem.zh
    assert where in problem.en or where == "JSON"


def test_a_file_that_is_no_text_is_told(project: Project) -> None:
    (project.root / FILE).write_bytes(b"\xff\xfe{}")
    assert project.only_problem().rule == "not-utf8"


def test_what_a_later_audit_writes_beside_it_is_passed_over(project: Project) -> None:
    write(project, results(*ALL, check("new", facts=1), colour="blue") | {"format": 9})
    found = read_audit(project.settings(), [])
    assert found is not None
    assert [one.id for one in found.checks][-1] == "new"
    assert project.problems() == []


def test_the_file_that_the_audit_writes_can_be_read(project: Project) -> None:
    """The two sides of the file are two programs."""
    rule = Rule("skip", "A", ("2.4.1",), "跳過", "skip")
    kept = Rule("kept", "AAA", (), "守", "kept")
    found = Result.of([rule, kept])
    found.judge("kept", "/a/")
    found.fail("skip", "/a/", "a.skip", "is no link")
    found.doubt("kept", "/b/", "svg", "cannot tell")
    found.facts = {"views": ["mobile"], "scores": {"seo": 100}}
    excused = Result.of([rule])
    excused.fail("skip", "/b/", "a")
    excused.reasons = {"skip": {"zh": "理由", "en": "reason"}}
    site = type("Site", (), {"pages": []})()
    done = [Done("axe", "axe-core", "4", found, 1.0), Done("aaa", "moda", "", excused, 1.0)]
    told = written(record(site, done, made="2026-03-01", commit="abc", dirty=True))
    project.write(FILE, told)
    problems: list[Any] = []
    read = read_audit(project.settings(), problems)
    assert problems == []
    assert read is not None
    axe, aaa = read.checks
    assert (axe.failures, axe.found[0].rule, axe.found[0].reason) == (1, "skip", None)
    assert (axe.undecided[0].rule, axe.views, axe.scores) == ("kept", ("mobile",), {"seo": 100})
    assert aaa.failures == 0
    assert aaa.found[0].reason is not None
    assert not read.shows("axe/skip")
    assert read.shows("axe/kept")
    assert read.dirty


def test_results_are_old_after_ninety_days(project: Project) -> None:
    write(project, results(*ALL))
    assert project.problems(today=MADE + dt.timedelta(days=90)) == []
    problem = project.only_problem(today=MADE + dt.timedelta(days=91))
    assert place(problem) == (FILE, 2, 0, "audit-old")
    assert problem.severity == "warning"
    assert "2026-03-01" in problem.zh
    assert "2026-03-01" in problem.en


# -- what may be claimed ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("axe", True),
        ("html", False),  # it failed
        ("lighthouse", False),  # it did not run
        ("weight", False),  # it looked at no page
        ("behaviour/skip", True),
        ("behaviour/keys", False),  # it failed somewhere
        ("behaviour/idle", False),  # it applied nowhere
        ("behaviour/other", False),
        ("nothing/skip", False),
        ("", False),
    ],
)
def test_a_claim_needs_a_result_without_fault(name: str, shown: bool) -> None:
    judged = {
        "skip": {"pages": 3},
        "keys": {"pages": 3, "failed": {"1": 2}},
        "idle": {"pages": 0},
    }
    idle = check("weight") | {"pages": 0}
    found = audit(check("axe"), check("html", 2), idle, rules={"behaviour": judged})
    assert found.shows(name) is shown


def test_an_effort_without_a_result_is_told(project: Project) -> None:
    project.write("data/accessibility.yml", json.dumps(OWN, ensure_ascii=False, indent=1))
    assert project.problems() == []  # nothing was measured, and the page says so
    write(project, results(*ALL, rules={"behaviour": {"skip": {"pages": 1}}}))
    assert project.problems() == []
    write(project, results(check("axe"), check("html", 1)))
    found = project.problems()
    assert rules(found) == ["unproven-effort", "unproven-effort"]
    assert {one.severity for one in found} == {"warning"}
    assert ["behaviour/skip" in found[0].en, '"html"' in found[1].en] == [True, True]


def test_without_results_the_statement_claims_nothing() -> None:
    view = statement(None).view
    assert view["audit"] is None
    assert view["efforts"] == []


def test_only_efforts_that_rest_on_results_are_listed() -> None:
    said = [one["source"] for one in statement(audit(*ALL)).view["efforts"]]
    assert said == ["沒有規則失敗。"]
    view = statement(audit(*ALL, rules={"behaviour": {"skip": {"pages": 2}}}), "en").view
    assert [one["source"] for one in view["efforts"]] == ["By keyboard.", "No rule failed."]


@pytest.mark.parametrize("missing", range(len(ALL)))
def test_no_verdict_rests_on_a_part_of_the_tests(missing: int) -> None:
    view = statement(audit(*(one for at, one in enumerate(ALL) if at != missing))).view
    assert "部分測試" in view["audit"]["verdict"]


@pytest.mark.parametrize("pages", [0, 1, 8])
@pytest.mark.parametrize("name", ["axe", "html", "moda-aa"])
def test_no_verdict_on_the_whole_site_rests_on_a_part_of_its_pages(name: str, pages: int) -> None:
    checks = (one | {"pages": pages} if one["id"] == name else one for one in ALL)
    assert "部分測試" in statement(audit(*checks)).view["audit"]["verdict"]


def test_the_verdict_counts_the_faults_of_levels_a_and_aa() -> None:
    clean = statement(audit(*ALL, check("moda-aaa", 7))).view["audit"]["verdict"]
    assert "沒有發現" in clean
    assert "不代表完全沒有障礙" in clean
    faulty = statement(audit(*ALL[:-1], check("behaviour", 2))).view["audit"]["verdict"]
    assert "2 個問題" in faulty


def test_every_result_is_told() -> None:
    found = [
        {"rule": "contrast", "pages": 2, "nodes": 5},
        {"rule": "title", "pages": 9, "nodes": 9, "reason": {"zh": "理由", "en": "reason"}},
    ]
    doubt = [{"rule": "image", "pages": 1, "nodes": 1}]
    view = statement(
        audit(
            check("axe", 5, found=found, undecided=doubt, version="4.14.1", rules=104),
            check("lighthouse", scores={"seo": 100, "newer": 7}),
            check("later"),
            dirty=True,
        )
    ).view["audit"]
    axe, lighthouse, later = view["checks"]
    assert (axe["tool"], axe["rules"], axe["failures"]) == ("tool of axe 4.14.1", 104, 5)
    assert axe["said"] == "5 個問題"
    assert lighthouse["said"] == "沒有問題"
    assert lighthouse["scores"] == ["搜尋引擎 100 分", "newer 7 分"]
    assert later["name"] == "later"  # no word for it yet
    assert [one["rule"] for one in view["found"]] == ["contrast"]
    assert [(one["rule"], one["reason"]["source"]) for one in view["reasoned"]] == [
        ("title", "理由")
    ]
    assert [one["rule"] for one in view["undecided"]] == ["image"]
    assert (view["commit"], view["dirty"], view["made"]["iso"]) == (
        *("0123456789ab", True, "2026-03-01"),
    )
