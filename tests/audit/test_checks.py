"""Every check passes on a good site and fails on a bad one, rule by rule where it has several."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from audit import axe, lighthouse, links, moda, styles
from audit.axe import VIEWS
from audit.checks import CHECKS, Check, set_up
from audit.results import Result
from audit.server import serve
from audit.site import Site
from audit.tools import Stop
from tests.audit import faults
from tests.audit.faults import URL, Fault, planted, style

#: Lighthouse is installed for the audit alone; its verdicts are tested below, on reports.
HERE = [check for check in CHECKS if check.id != "lighthouse"]
#: Behaviour has tests of its own, rule by rule.
ONCE = [check for check in HERE if check.id != "behaviour"]


def run(check: Check, folder: Path, work: Path, views: list[str] | None = None) -> Result:
    site = Site(folder, URL)
    with set_up(site, site.pages, work, views or [view.id for view in VIEWS], 1) as bench:
        return check.run(bench)


def by_id(name: str) -> Check:
    return next(check for check in CHECKS if check.id == name)


def test_every_check_has_a_bad_page() -> None:
    assert sorted(faults.CHECKS) == sorted(check.id for check in HERE)
    assert sorted(faults.LINKS) == sorted(rule.id for rule in links.RULES)
    assert sorted(faults.STYLES) == sorted(rule.id for rule in styles.RULES)


@pytest.fixture(autouse=True)
def _no_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reasons of the demo site excuse nothing here."""
    monkeypatch.setattr(moda, "reasons", dict)


@pytest.mark.parametrize("check", ONCE, ids=lambda check: check.id)
def test_a_good_site_passes(check: Check, tmp_path: Path) -> None:
    result = run(check, planted(tmp_path), tmp_path)
    assert [str(one) for one in result.failures] == []
    assert result.judged


@pytest.mark.parametrize("check", ONCE, ids=lambda check: check.id)
def test_a_bad_site_fails(check: Check, tmp_path: Path) -> None:
    result = run(check, planted(tmp_path, faults.CHECKS[check.id]), tmp_path, ["desktop-light"])
    assert result.wrong


@pytest.mark.parametrize("rule", faults.LINKS)
def test_each_rule_about_links(rule: str, tmp_path: Path) -> None:
    fault = faults.LINKS[rule]
    result = run(by_id("links"), planted(tmp_path, fault), tmp_path)
    assert result.broken == {rule} | fault.also


@pytest.mark.parametrize("rule", faults.STYLES)
def test_each_rule_about_styles(rule: str, tmp_path: Path) -> None:
    result = run(by_id("styles"), planted(tmp_path, faults.STYLES[rule]), tmp_path)
    assert result.broken == {rule}


PALE = ".answer { color: #999; background: #fff; }"
IN_VIEW: dict[str, Fault] = {
    "desktop-light": style(
        "@media (min-width: 50rem) { .lead { color: #aaa; background: #fff; } }"
    ),
    "mobile-light": style("@media (max-width: 24rem) { .lead { color: #aaa; background: #fff; } }"),
    "unfolded-mobile": style(f"@media (max-width: 24rem) {{ {PALE} }}"),
    "mobile-dark": style(
        "@media (max-width: 24rem) and (prefers-color-scheme: dark)"
        " { .lead { color: #333; background: #111; } }"
    ),
    "reflow": style("@media (max-width: 20rem) { .lead { color: #aaa; background: #fff; } }"),
    "unfolded-desktop": style(f"@media (min-width: 50rem) {{ {PALE} }}"),
    "desktop-dark": style(
        "@media (min-width: 50rem) and (prefers-color-scheme: dark)"
        " { .lead { color: #333; background: #111; } }"
    ),
    "forced-colours": style(
        "@media (forced-colors: active) { .lead { color: #aaa; background: #fff;"
        " forced-color-adjust: none; } }"
    ),
    "no-script": Fault(
        "</footer>",
        "</footer><noscript><p class='lead'><img src='site.css'></p></noscript>",
    ),
}


@pytest.mark.parametrize("view", [view.id for view in VIEWS])
def test_each_view_shows_its_own_faults(view: str, tmp_path: Path) -> None:
    folder = planted(tmp_path, IN_VIEW[view])
    with serve(folder) as address, serve(folder, change=axe.without_scripts) as bare:
        result = axe.examine(["/"], (address, bare), [view])
    assert {one.view for one in result.failures} == {view}
    assert result.facts["view_pages"] == {view: 1}


def test_what_axe_cannot_decide_is_counted_apart(tmp_path: Path) -> None:
    picture = "linear-gradient(90deg, #fff, #000)"
    fault = style(f".lead {{ color: #555; background: {picture}; }}")
    result = run(by_id("axe"), planted(tmp_path, fault), tmp_path, ["desktop-light"])
    assert "color-contrast" in {one.rule for one in result.undecided}
    assert result.failures == []


def test_all_rules_of_axe_are_applied(tmp_path: Path) -> None:
    with serve(planted(tmp_path)) as address, axe.launch() as browser:
        told = {rule.id: rule for rule in axe.rules(browser, address)}
    assert len(told) >= 100
    assert told["color-contrast-enhanced"].level == "AAA"
    assert told["color-contrast-enhanced"].criteria == ("1.4.6",)
    assert told["target-size"].criteria == ("2.5.8",)
    assert told["region"].level == "best-practice"
    assert told["image-alt"].zh != told["image-alt"].en


def failing(*rules: str) -> Result:
    result = Result.of(moda.rules())
    for rule in rules:
        result.fail(rule, "/", "a")
    return result


WORDS = {"zh": "理由", "en": "a reason"}


def test_a_failure_at_level_aaa_needs_a_reason() -> None:
    result = failing("HM3240900C", "H309204")
    moda.explain(result, {"HM3240900C": WORDS})
    assert [one.rule for one in result.wrong] == ["H309204"]


def test_a_reason_that_nothing_needs_is_refused() -> None:
    with pytest.raises(Stop, match="HM3240900C"):
        moda.explain(failing(), {"HM3240900C": WORDS})


@pytest.fixture
def scored(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Result]]:
    """Lighthouse with given scores, one after the other."""

    def scores(*given: dict[str, float]) -> Result:
        reports = iter(report(one) for one in given)
        monkeypatch.setattr(lighthouse, "measure", lambda url, work: next(reports))
        return lighthouse.run(["/"], "http://127.0.0.1/", Path("."))

    return scores


def report(scores: dict[str, float]) -> dict[str, Any]:
    audit = {"score": 0, "scoreDisplayMode": "binary"}
    return {
        "audits": {"one": audit},
        "categories": {
            name: {"score": scores.get(name, 1), "auditRefs": [{"id": "one", "weight": 1}]}
            for name in lighthouse.LIMITS
        },
    }


def test_lighthouse_passes(scored: Callable[..., Result]) -> None:
    result = scored({"performance": 0.99})
    assert result.failures == []
    assert result.facts["scores"]["performance"] == 99


@pytest.mark.parametrize("category", ["accessibility", "best-practices", "seo"])
def test_a_low_score_fails(category: str, scored: Callable[..., Result]) -> None:
    (failure,) = scored({category: 0.99}).failures
    assert (failure.rule, failure.target, failure.what) == (category, "99", "one")


def test_slowness_is_measured_three_times(scored: Callable[..., Result]) -> None:
    slow, quick = {"performance": 0.9}, {"performance": 1.0}
    assert scored(slow, quick, quick).failures == []
    assert scored(slow, slow, quick).broken == {"performance"}


def test_no_score_at_all_fails(scored: Callable[..., Result]) -> None:
    assert scored({"seo": 0}).broken == {"seo"}
