"""The rules about the shape of a process flow, and about its times."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from disclosure.checking.checker import Check
from disclosure.checking.flows import flows_are_sound
from disclosure.checking.time_limits import steps_fit_the_limit
from disclosure.model.catalogue import Source
from disclosure.model.service import Service
from disclosure.model.settings import Settings
from disclosure.problems import Problem
from tests.unit.builders import (
    SERVICE,
    SERVICE_FILE,
    Project,
    catalogue,
    place,
    rules,
    service,
    text,
)

#: Stands in the fixture where the problem must be told.
HERE = "¶"


def broken(project: Project, *edits: str) -> tuple[list[Problem], list[tuple[int, int]]]:
    """What is told of the service with `old, new` replaced in turn; and where `HERE` stands."""
    words = dedent(SERVICE).lstrip("\n")
    for old, new in zip(edits[::2], edits[1::2], strict=True):
        assert words.count(old) == 1, f"{words.count(old)} times: {old}"
        words = words.replace(old, new)
    places = []
    while HERE in words:
        before, _, after = words.partition(HERE)
        places.append((before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1))
        words = before + after
    project.write(SERVICE_FILE, words)
    return project.problems(), places


def test_a_faultless_flow_gives_nothing(project: Project) -> None:
    """Two ways in, a join, a correction loop, two ends."""
    assert broken(project) == ([], [])


COMPLETE = "{label: {zh: 齊全, en: Complete}, to: issue}"
INCOMPLETE = "{label: {zh: 缺件, en: Incomplete}, to: correct}"
REFUSED = "{label: {zh: 不符, en: Not entitled}, to: refuse}"
BRANCHES = f"""\
      branches:
        - {COMPLETE}
        - {INCOMPLETE}
        - {REFUSED}
"""
NEW_STEP = """\
    - id: file
      lane: back
      kind: end
      action: {zh: 歸檔, en: File}
"""
HAND_OVER = """\
    - id: hand-over
      lane: front
      kind: end
"""

#: The rule, what is changed, the words of the Chinese and of the English line.
CASES: dict[str, tuple[str, tuple[str, ...], str, str]] = {
    "a step that nothing leads to": (
        "step-unreachable",
        ("    - id: hand-over", f"{NEW_STEP.replace('id', f'{HERE}id', 1)}    - id: hand-over",
         "{number: 5, unit: calendar-days}",
         "{number: 5, unit: calendar-days}\n      next: hand-over"),
        "步驟 8「file」沒有任何一條路走得到；請檢查前面步驟的 next 或 branches。",
        'No way leads to step 8, "file": check `next` and `branches` of the steps before it.',
    ),
    "a last step that is no end": (
        "no-way-to-an-end",
        ("    - id: hand-over", f"    - {HERE}id: hand-over",
         "      kind: end\n      action: {zh: 領取", "      action: {zh: 領取"),
        "步驟 8「hand-over」之後沒有路了；若流程在這裡結束，請寫 kind: end，否則用 next 寫下一步。",
        'Nothing follows step 8, "hand-over": write `kind: end` if the flow ends here, or name the',
    ),
    "a circle": (
        "loop-without-exit",
        ("    - id: issue", f"    - {HERE}id: issue",
         "      kind: end\n      action: {zh: 領取", "      next: issue\n      action: {zh: 領取"),
        "步驟 7, 8 互相繞圈，沒有出口；其中一個步驟要有往外走的路。",
        "Steps 7, 8 lead round in a circle: one of them needs a way out.",
    ),
    "a step that leads to itself": (
        "loop-without-exit",
        (HAND_OVER, f"    - {HERE}id: hand-over\n      lane: front\n      next: hand-over\n"),
        "步驟 8 互相繞圈，沒有出口",
        "Steps 8 lead round in a circle",
    ),
    "a branch without a label": (
        "branch-without-label",
        (INCOMPLETE, f"{HERE}{{to: correct}}"),
        "步驟 4 的第 2 條路沒有寫 label（什麼情況走這條路）。",
        "Branch no. 2 of step 4 has no `label`.",
    ),
    "two branches with one label": (
        "branch-without-label",
        ("{label: {zh: 缺件", f"{HERE}{{label: {{zh: 齊全"),
        "步驟 4 的第 2 條路與另一條路的 label 相同。",
        "Branch no. 2 of step 4 has the same `label` as another.",
    ),
    "a decision with one branch": (
        "decision-branches",
        ("    - id: complete", f"    - {HERE}id: complete",
         f"        - {COMPLETE}\n        - {INCOMPLETE}\n", ""),
        "步驟 4 是判斷（decision）：要用 branches 寫出至少兩條路，不寫 next。",
        "Step 4 is a decision: it needs at least two `branches`, and no `next`.",
    ),
    "a decision without branches": (
        "decision-branches",
        ("    - id: complete", f"    - {HERE}id: complete", BRANCHES, ""),
        "步驟 4 是判斷（decision）：要用 branches 寫出至少兩條路，不寫 next。",
        "Step 4 is a decision: it needs at least two `branches`, and no `next`.",
    ),
    "a decision with `next`": (
        "decision-branches",
        (BRANCHES, f"{BRANCHES}      next: {HERE}issue\n"),
        "步驟 4 是判斷（decision）",
        "Step 4 is a decision",
    ),
    "branches without a decision": (
        "decision-branches",
        ("      kind: decision\n", "",
         "        - {label: {zh: 齊全", f"        {HERE}- {{label: {{zh: 齊全"),
        "步驟 4 有 branches，種類就要寫 kind: decision。",
        "Step 4 has `branches`, so it must be of `kind: decision`.",
    ),
    "an end that leads on": (
        "end-leads-on",
        ("      action: {zh: 領取", f"      next: {HERE}issue\n      action: {{zh: 領取"),
        "步驟 8 是結束（end），不能再寫 next。",
        "Step 8 is an end: it cannot have `next`.",
    ),
    "a lane without steps": (
        "lane-without-steps",
        ("    - {id: back, unit: guard}\n",
         f"    - {{id: back, unit: guard}}\n    - {HERE}{{id: idle, unit: guard}}\n"),
        "「idle」底下沒有任何步驟；請刪掉它，或把步驟的 lane 改成它。",
        'No step stands in "idle": remove the lane, or name it in a step\'s `lane`.',
    ),
    "a lane that does not say who": (
        "lane-without-unit",
        ("{id: back, unit: guard}", f"{HERE}{{id: back}}"),
        "「back」沒有寫是誰：請寫 unit（科室），民眾或首長則寫 name。",
        '"back" does not say who it is: give `unit`, or `name` for a citizen or a head of office.',
    ),
    "a step's id twice": (
        "duplicate-id",
        ("id: issue", f"id: {HERE}refuse", "to: issue", "to: refuse"),
        "識別碼「refuse」在這個流程裡用了兩次。",
        'The id "refuse" is used twice in this flow.',
    ),
    "a lane's id twice": (
        "duplicate-id",
        ("    - {id: back, unit: guard}\n",
         f"    - {{id: back, unit: guard}}\n    - {{id: {HERE}back, unit: guard}}\n"),
        "識別碼「back」在這個流程裡用了兩次。",
        'The id "back" is used twice in this flow.',
    ),
    "a lane that is not there": (
        "unknown-lane",
        ("lane: back", f"lane: {HERE}bakc", "    - {id: back, unit: guard}\n", ""),
        "沒有「bakc」這個欄位（lanes）。",
        'There is no lane "bakc".',
    ),
    "a next step that is not there": (
        "unknown-step",
        ("      documents: [identity]\n      next: receive",
         f"      documents: [identity]\n      next: {HERE}recieve"),
        "沒有「recieve」這個步驟，是否為「receive」？",
        'There is no step "recieve"; did you mean "receive"?',
    ),
    "a branch to a step that is not there": (
        "unknown-step",
        ("to: correct", f"to: {HERE}corect"),
        "沒有「corect」這個步驟，是否為「correct」？",
        'There is no step "corect"; did you mean "correct"?',
    ),
    "a document that is not the service's": (
        "unknown-document",
        ("documents: [identity]", f"documents: [{HERE}identiy]"),
        "沒有「identiy」這個文件（documents），是否為「identity」？",
        'There is no document "identiy"; did you mean "identity"?',
    ),
    "a form that is not there": (
        "unknown-form",
        ("      documents: [identity]\n", f"      documents: [identity]\n      form: {HERE}zzz\n"),
        "沒有「zzz」這個表單（登記在 data/forms）。",
        'There is no form "zzz" (registered in data/forms).',
    ),
    "a unit that is not there": (
        "unknown-unit",
        ("unit: secretary", f"unit: {HERE}secretry"),
        "沒有「secretry」這個科室（登記在 data/units.yml），是否為「secretary」？",
        'There is no unit "secretry" (registered in data/units.yml); did you mean "secretary"?',
    ),
    "a document asked for at two steps on one way": (
        "document-twice",
        ("documents: [letter]", f"documents: [letter, {HERE}identity]"),
        "文件「identity」在步驟 1 已經要過一次，請刪掉一處。",
        'The document "identity" is asked for at step 1 already: remove one of the two.',
    ),
    "a document asked for twice at one step": (
        "document-twice",
        ("documents: [identity]", f"documents: [identity, {HERE}identity]"),
        "文件「identity」在步驟 1 已經要過一次",
        'The document "identity" is asked for at step 1 already',
    ),
    "a document that the service lists twice, by its id": (
        "document-twice",
        ("{id: letter, name", f"{{id: {HERE}identity, name",
         "documents: [letter]", "documents: []"),
        "文件「委託書」已經列過一次，請刪掉一處。",
        'The document "identity" is listed already: remove one of the two.',
    ),
    "a document that the service lists twice, by its name": (
        "document-twice",
        ("name: {zh: 委託書", f"name: {HERE}{{zh: 身分證件"),
        "文件「身分證件」已經列過一次，請刪掉一處。",
        'The document "letter" is listed already: remove one of the two.',
    ),
    "steps that take longer than the limit": (
        "steps-beyond-limit",
        ("{number: 7,", f"{HERE}{{number: 5,"),
        "步驟 3、7 的時間加起來超過這裡寫的時限；請檢查是時限還是步驟寫錯。",
        "Steps 3, 7 together take longer than this limit: check which of them is wrong.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_broken_flow_is_told_once_at_its_place(project: Project, case: str) -> None:
    rule, edits, zh, en = CASES[case]
    found, places = broken(project, *edits)
    assert [place(problem) for problem in found] == [
        (SERVICE_FILE, line, column, rule) for line, column in places
    ]
    (problem,) = found
    assert problem.severity == "error"
    assert zh in problem.zh
    assert en in problem.en


def test_a_flow_without_a_start_is_told_at_its_first_step(project: Project) -> None:
    found, places = broken(
        project,
        *("    - id: come\n      lane: citizen\n      kind: start\n",
          f"    - {HERE}id: come\n      lane: citizen\n"),
        *("    - id: write\n      lane: citizen\n      kind: start\n",
          "    - id: write\n      lane: citizen\n"),
    )  # fmt: skip
    assert [place(problem)[1:] for problem in found] == [(*places[0], "flow-without-start")]
    assert found[0].zh == "流程沒有開始：至少要有一個步驟寫 kind: start。"
    assert found[0].en == "The flow has no beginning: at least one step needs `kind: start`."


def test_every_rule_of_a_flow_has_a_case() -> None:
    """The rules are read off the program, so that a new one asks for its case."""
    source = Path(flows_are_sound.__code__.co_filename).read_text(encoding="utf-8")
    source += Path(steps_fit_the_limit.__code__.co_filename).read_text(encoding="utf-8")
    told = {rule for rule, *_ in CASES.values()} | {"flow-without-start"}
    assert {rule for rule in told if not rule.startswith("unknown-")} == {
        word
        for word in dedent(source).replace('"', "\n").split("\n")
        if "-" in word and word.replace("-", "").isalpha() and word.islower()
    } - {"calendar-days", "working-days"}


def test_what_follows_from_a_mistyped_id_is_not_told_on_top_of_it(project: Project) -> None:
    """Without the way to it, `issue` and `hand-over` cannot be reached: but that is an echo."""
    found, places = broken(project, "to: issue", f"to: {HERE}isue")
    assert [place(problem)[1:] for problem in found] == [(*places[0], "unknown-step")]


def test_all_faults_of_a_flow_are_told_at_once(project: Project) -> None:
    found, _ = broken(
        project,
        *("to: issue", "to: isue"),
        *("lane: back", "lane: bakc"),
        *("unit: secretary", "unit: zzz"),
        *("{label: {zh: 缺件, en: Incomplete}, ", "{"),
        *("documents: [letter]", "documents: [letter, identity]"),
    )
    assert rules(found) == [
        *("branch-without-label", "document-twice", "unknown-lane", "unknown-step"),
        "unknown-unit",
    ]


LOST = """\
    - {id: file, lane: back, action: {zh: 歸檔, en: File}}
    - {id: seal, lane: back, action: {zh: 封存, en: Seal}}
    - {id: destroy, lane: back, kind: end, action: {zh: 銷毀, en: Destroy}}
"""


def test_a_chain_that_nothing_leads_to_is_told_once_at_its_first_step(project: Project) -> None:
    found, places = broken(
        project,
        *("    - id: refuse", f"{LOST.replace('{id', HERE + '{id', 1)}    - id: refuse"),
    )
    assert [place(problem)[1:] for problem in found] == [(*places[0], "step-unreachable")]
    assert "步驟 6「file」" in found[0].zh


def test_two_chains_that_nothing_leads_to_are_told_each(project: Project) -> None:
    """The second begins behind an end; both run into the same last step."""
    more = "    - {id: burn, lane: back, next: destroy, action: {zh: 燒, en: Burn}}\n"
    lost = LOST.replace("{id: file", f"{HERE}{{id: file").replace(
        "    - {id: destroy", f"{more.replace('{id', HERE + '{id', 1)}    - {{id: destroy"
    )
    lost = lost.replace(
        "lane: back, action: {zh: 封存", "lane: back, next: destroy, action: {zh: 封存"
    )
    found, places = broken(project, "    - id: refuse", f"{lost}    - id: refuse")
    assert [place(problem)[1:] for problem in found] == [
        (*one, "step-unreachable") for one in places
    ]
    assert len(found) == 2


def test_a_circle_that_nothing_leads_to_is_not_passed_over(project: Project) -> None:
    """Each of its steps is led to, but only by the other."""
    circle = (
        "    - {id: file, lane: back, kind: decision, action: {zh: 歸檔, en: File}, branches: "
        "[{label: {zh: 甲}, to: seal}, {label: {zh: 乙}, to: refuse}]}\n"
        "    - {id: seal, lane: back, next: file, action: {zh: 封存, en: Seal}}\n"
    )
    found, _ = broken(project, "    - id: refuse", f"{circle}    - id: refuse")
    assert set(rules(found)) == {"step-unreachable"}


def test_a_lane_that_is_empty_because_of_a_mistyped_one_is_not_told(project: Project) -> None:
    """`back` has no steps only because its one step names `bakc`."""
    found, places = broken(project, "lane: back", f"lane: {HERE}bakc")
    assert [place(problem)[1:] for problem in found] == [(*places[0], "unknown-lane")]


def test_a_document_asked_for_again_behind_a_way_back_is_no_second_time(project: Project) -> None:
    """Step 5 asks for what was missing and leads back: only so does one come from it to step 7."""
    issue = "      action: {zh: 製作證明"
    assert broken(project, issue, f"      documents: [letter]\n{issue}") == ([], [])


def test_a_document_asked_for_before_a_correction_and_in_it_is_told(project: Project) -> None:
    receive = "      action: {zh: 收件"
    found, places = broken(
        project,
        *(receive, f"      documents: [letter]\n{receive}"),
        *("補正, en: Supply what is missing}\n      documents: [letter]",
          f"補正, en: Supply what is missing}}\n      documents: [{HERE}letter]"),
    )  # fmt: skip
    assert [place(problem)[1:] for problem in found] == [(*places[0], "document-twice")]


def test_one_document_on_two_ways_that_never_meet_is_fine(project: Project) -> None:
    """Whoever comes does not write: nobody is asked twice."""
    apply = "      action: {zh: 寫信申請"
    assert broken(project, apply, f"      documents: [identity]\n{apply}") == ([], [])


# -- what stays within the limit -----------------------------------------------------------------


def timed(limit: str, *times: str, lane: str = "agency") -> Service:
    """A service that promises `limit`, with steps one after the other that take `times`."""
    lanes = [
        {"id": "agency", "unit": "guard"},
        {"id": "citizen", "name": text(zh="申請人"), "citizen": True},
    ]
    steps: list[dict[str, Any]] = [
        {"id": f"s{number}", "lane": lane, "action": text(zh="辦"), "time": _time(one)}
        for number, one in enumerate(times)
    ]
    steps[0]["kind"], steps[-1]["kind"] = "start", "end"
    return service(time_limit={"time": _time(limit)}, flow={"lanes": lanes, "steps": steps})


def _time(words: str) -> dict[str, str] | None:
    number, _, unit = words.partition(" ")
    return {"number": number, "unit": unit} if unit else None


def over(made: Service) -> bool:
    run = Check(catalogue(made), Settings(root=Path("/nonexistent")))
    steps_fit_the_limit(run)
    assert rules(run.problems) in ([], ["steps-beyond-limit"])
    return bool(run.problems)


@pytest.mark.parametrize(
    ("limit", "times"),
    [
        ("7 calendar-days", ["3 calendar-days", "4 calendar-days"]),
        ("1 hours", ["20 minutes", "40 minutes"]),
        ("1 days", ["12 hours", "12 hours"]),
        ("1 working-days", ["24 hours", ""]),
        ("7 calendar-days", ["", ""]),
        # What a month has at least and at most.
        ("30 calendar-days", ["1 months", ""]),
        ("1 months", ["31 calendar-days", ""]),
        ("2 months", ["1 months", "1 months"]),
        # A week has five working days, and a month some twenty.
        ("5 working-days", ["7 calendar-days", ""]),
        ("10 working-days", ["7 calendar-days", "7 calendar-days"]),
        ("7 calendar-days", ["5 working-days", ""]),
        ("22 working-days", ["1 months", ""]),
        ("1 months", ["20 working-days", ""]),
        # Days of which nobody says which they are may be either.
        ("5 working-days", ["7 days", ""]),
        ("5 days", ["7 calendar-days", ""]),
        ("7 calendar-days", ["5 days", ""]),
        ("7 calendar-days", ["7 days", ""]),
        ("5 days", ["5 working-days", ""]),
        ("10 days", ["7 calendar-days", "7 calendar-days"]),
        ("7 working-days", ["4 days", "4 calendar-days"]),
    ],
)
def test_what_may_be_within_the_limit_is_not_told(limit: str, times: list[str]) -> None:
    assert not over(timed(limit, *times))


@pytest.mark.parametrize(
    ("limit", "times"),
    [
        ("7 calendar-days", ["4 calendar-days", "4 calendar-days"]),
        ("7 working-days", ["4 working-days", "4 working-days"]),
        ("5 days", ["6 days", ""]),
        ("1 hours", ["20 minutes", "41 minutes"]),
        ("30 minutes", ["1 hours", ""]),
        ("1 days", ["25 hours", ""]),
        ("1 months", ["32 calendar-days", ""]),
        ("1 months", ["2 months", ""]),
        ("27 calendar-days", ["1 months", ""]),
        ("5 working-days", ["14 calendar-days", ""]),
        ("5 working-days", ["1 months", ""]),
        ("7 calendar-days", ["8 working-days", ""]),
        ("10 working-days", ["2 months", ""]),
        # In whichever way the days are counted.
        ("5 working-days", ["8 days", ""]),
        ("5 days", ["8 calendar-days", ""]),
        ("5 days", ["6 working-days", ""]),
        ("7 calendar-days", ["8 days", ""]),
    ],
)
def test_what_is_beyond_the_limit_in_any_case_is_told(limit: str, times: list[str]) -> None:
    assert over(timed(limit, *times))


def test_the_time_of_citizens_does_not_count() -> None:
    times = ("30 calendar-days", "30 calendar-days")
    assert over(timed("7 calendar-days", *times))
    assert not over(timed("7 calendar-days", *times, lane="citizen"))


def test_a_step_is_not_counted_again_after_a_way_back(project: Project) -> None:
    """Receiving takes a day, issuing five; a correction leads back to receiving."""
    assert broken(project, "{number: 7,", "{number: 6,") == ([], [])


def test_the_longest_of_several_ways_counts(project: Project) -> None:
    """Refusing takes longer here than issuing."""
    refuse = "      action: {zh: 函復不符"
    time = "      time: {number: 9, unit: calendar-days}\n"
    found, places = broken(project, refuse, time + refuse, "{number: 7,", f"{HERE}{{number: 7,")
    assert [place(problem)[1:] for problem in found] == [(*places[0], "steps-beyond-limit")]
    assert "步驟 3、6 的" in found[0].zh


@pytest.mark.parametrize("limit", ["", "time_limit:\n  text: {zh: 依個案}\n"])
def test_without_a_limit_in_numbers_nothing_is_told(project: Project, limit: str) -> None:
    numbers = "time_limit:\n  time: {number: 7, unit: calendar-days}\n"
    assert broken(project, numbers, limit) == ([], [])


# -- random flows --------------------------------------------------------------------------------

Plain = dict[str, Any]


def told(root: Path, flow: Plain) -> list[Problem]:
    """What the rules say of a flow. Its file is there, for the lines of the problems."""
    data = {
        **{"id": "certificate", "title": {"zh": "甲", "en": "A"}, "published": "2026-01-05"},
        "classification": {"theme": ["330"], "cake": ["634"], "service": ["I00"]},
        "documents": [{"id": f"d{n}", "name": {"zh": f"件{n}"}} for n in range(5)],
        "flow": flow,
    }
    (root / "a.yml").write_text(json.dumps(data, indent=1), encoding="utf-8")
    made = service(**{**data, "title": {"zh": "甲"}})
    known = catalogue(made, sources={"certificate": Source("a.yml")})
    run = Check(known, Settings(root=root))
    flows_are_sound(run)
    steps_fit_the_limit(run)
    for problem in run.problems:
        assert (problem.path, problem.line > 1, problem.column > 0) == ("a.yml", True, True)
    return run.problems


def made_of(kinds: list[str], ways: list[list[int]], random_: random.Random) -> Plain:
    """A flow of steps of these kinds, with these ways out; all names and labels are right."""
    lanes = [{"id": "a", "unit": "guard"}, {"id": "b", "name": {"zh": "申請人"}, "citizen": True}]
    steps: list[Plain] = []
    for number, (kind, targets) in enumerate(zip(kinds, ways, strict=True)):
        step: Plain = {
            "id": f"s{number}",
            "lane": random_.choice("ab") if number > 1 else "ab"[number],
            "kind": kind,
            "action": {"zh": f"第 {number} 步"},
        }
        if kind == "decision":
            step["branches"] = [
                {"label": {"zh": f"路 {at}"}, "to": f"s{to}"} for at, to in enumerate(targets)
            ]
        elif targets and (targets != [number + 1] or random_.random() < 0.5):
            step["next"] = f"s{targets[0]}"
        steps.append(step)
    return {"lanes": lanes, "steps": steps}


def sound(random_: random.Random) -> Plain:
    """A tree of ways from one or two starts, its leaves the ends; then joins and loops."""
    count = random_.randint(2, 14)
    starts = {0} | ({random_.randrange(count)} if count > 3 and random_.random() < 0.4 else set())
    ways: list[list[int]] = [[] for _ in range(count)]
    for number in range(count):
        if number not in starts:
            above = [one for one in range(number) if one not in starts or not ways[one]]
            ways[random_.choice(above)].append(number)
    for start in starts:
        if not ways[start]:
            ways[start].append(random_.choice([one for one in range(count) if one not in starts]))
    for _ in range(random_.randint(0, 4)):
        number = random_.randrange(count)
        if number not in starts and ways[number]:  # a join, or a way back
            ways[number].append(random_.randrange(count))
    kinds = []
    for number, targets in enumerate(ways):
        several = "decision" if len(targets) > 1 else "step" if targets else "end"
        kinds.append("start" if number in starts else several)
    flow = made_of(kinds, ways, random_)
    for document in range(random_.randint(0, 5)):
        random_.choice(flow["steps"]).setdefault("documents", []).append(f"d{document}")
    return flow


@pytest.mark.parametrize("seed", range(60))
def test_a_random_sound_flow_gives_nothing(tmp_path: Path, seed: int) -> None:
    random_ = random.Random(seed)
    for _ in range(5):
        flow = sound(random_)
        assert told(tmp_path, flow) == [], flow


def _some(flow: Plain, random_: random.Random, kind: str) -> Plain:
    found = [step for step in flow["steps"] if step["kind"] == kind]
    if not found:  # at least two branches
        found = [flow["steps"][-1]]
        found[0].pop("next", None)
        found[0] |= {"kind": kind}
        if kind == "decision":
            found[0]["branches"] = [
                {"label": {"zh": one}, "to": flow["steps"][0]["id"]} for one in "甲乙"
            ]
    step: Plain = random_.choice(found)
    return step


def _lead_nowhere(flow: Plain, random_: random.Random) -> None:
    _some(flow, random_, "start")["next"] = "nowhere"


def _take_the_labels(flow: Plain, random_: random.Random) -> None:
    for branch in _some(flow, random_, "decision")["branches"]:
        branch.pop("label", None)


def _make_the_labels_the_same(flow: Plain, random_: random.Random) -> None:
    for branch in _some(flow, random_, "decision")["branches"]:
        branch["label"] = {"zh": "同"}


def _take_the_starts(flow: Plain, random_: random.Random) -> None:
    for step in flow["steps"]:
        if step["kind"] == "start":
            step["kind"] = "step"


def _lead_on_from_an_end(flow: Plain, random_: random.Random) -> None:
    _some(flow, random_, "end")["next"] = flow["steps"][0]["id"]


def _add_a_step_that_nothing_leads_to(flow: Plain, random_: random.Random) -> None:
    last = flow["steps"][-1]
    if last["kind"] in ("start", "step") and "next" not in last:  # an earlier breakage
        last["next"] = last["id"]
    more = {"id": f"more-{len(flow['steps'])}", "lane": flow["steps"][0]["lane"], "kind": "end"}
    flow["steps"].append(more | {"action": {"zh": "多"}})


def _run_in_a_circle(flow: Plain, random_: random.Random) -> None:
    step = _some(flow, random_, "end")
    branches = [{"label": {"zh": one}, "to": step["id"]} for one in "甲乙"]
    step |= {"kind": "decision", "branches": branches}


def _use_an_id_twice(flow: Plain, random_: random.Random) -> None:
    flow["steps"][-1]["id"] = flow["steps"][0]["id"]


def _add_an_idle_lane(flow: Plain, random_: random.Random) -> None:
    flow["lanes"].append({"id": f"idle-{len(flow['lanes'])}", "unit": "guard"})


def _stand_in_no_lane(flow: Plain, random_: random.Random) -> None:
    random_.choice(flow["steps"])["lane"] = "nowhere"


def _do_not_say_who(flow: Plain, random_: random.Random) -> None:
    lane = random_.choice(flow["lanes"])
    lane.pop("unit", None)
    lane.pop("name", None)


def _name_an_unknown_unit(flow: Plain, random_: random.Random) -> None:
    random_.choice(flow["lanes"])["unit"] = "nobody"


def _leave_one_branch(flow: Plain, random_: random.Random) -> None:
    del _some(flow, random_, "decision")["branches"][1:]


def _ask_for_what_is_not_listed(flow: Plain, random_: random.Random) -> None:
    random_.choice(flow["steps"])["documents"] = ["nothing"]


def _ask_twice(flow: Plain, random_: random.Random) -> None:
    random_.choice(flow["steps"])["documents"] = ["d0", "d0"]


def _ask_for_an_unknown_form(flow: Plain, random_: random.Random) -> None:
    random_.choice(flow["steps"])["form"] = "nothing"


BREAKAGES: list[Callable[[Plain, random.Random], None]] = [
    *(_lead_nowhere, _take_the_labels, _make_the_labels_the_same, _take_the_starts),
    *(_lead_on_from_an_end, _add_a_step_that_nothing_leads_to, _run_in_a_circle),
    *(_use_an_id_twice, _add_an_idle_lane, _stand_in_no_lane, _do_not_say_who),
    *(_name_an_unknown_unit, _leave_one_branch, _ask_for_what_is_not_listed, _ask_twice),
    _ask_for_an_unknown_form,
]


@pytest.mark.parametrize("break_it", BREAKAGES, ids=lambda one: one.__name__)
def test_a_random_flow_with_one_breakage_is_told(
    tmp_path: Path, break_it: Callable[[Plain, random.Random], None]
) -> None:
    random_ = random.Random(break_it.__name__)
    for _ in range(20):
        flow = sound(random_)
        break_it(flow, random_)
        assert told(tmp_path, flow), flow


@pytest.mark.parametrize("seed", range(30))
def test_a_random_flow_with_many_breakages_is_told_without_a_traceback(
    tmp_path: Path, seed: int
) -> None:
    random_ = random.Random(seed)
    for _ in range(5):
        flow = sound(random_)
        for break_it in random_.sample(BREAKAGES, random_.randint(2, 6)):
            break_it(flow, random_)
        assert told(tmp_path, flow), flow


def _small_graphs() -> Iterator[tuple[list[str], list[list[int]]]]:
    """Every flow of three steps, however senseless its ways."""
    pairs = [list(one) for one in itertools.product(range(3), repeat=2)]
    outs = [("end", []), ("step", [0]), ("step", [1]), ("step", [2]), ("start", [0])]
    outs += [("start", [1]), ("start", [2]), *(("decision", pair) for pair in pairs)]
    for one in itertools.product(outs, repeat=3):
        yield [kind for kind, _ in one], [targets for _, targets in one]


def test_a_flow_is_told_exactly_when_a_step_is_cut_off(tmp_path: Path) -> None:
    """Compared with the plain definition: each step can be reached, and reaches an end."""
    random_ = random.Random(1)
    graphs = random_.sample(list(_small_graphs()), 400)
    for _ in range(200):
        count = random_.randint(4, 9)
        kinds = random_.choices(["start", "step", "decision", "end"], [1, 4, 3, 2], k=count)
        outs = {"start": 1, "step": 1, "decision": 2, "end": 0}
        graphs.append((kinds, [random_.choices(range(count), k=outs[kind]) for kind in kinds]))
    verdicts = set()
    for kinds, ways in graphs:
        count = len(kinds)
        reach = [[a == b or b in ways[a] for b in range(count)] for a in range(count)]
        for middle, a, b in itertools.product(range(count), repeat=3):
            reach[a][b] = reach[a][b] or (reach[a][middle] and reach[middle][b])
        starts = [one for one in range(count) if kinds[one] == "start"]
        ends = [one for one in range(count) if kinds[one] == "end"]
        fine = bool(starts) and all(
            any(reach[start][one] for start in starts) and any(reach[one][end] for end in ends)
            for one in range(count)
        )
        found = told(tmp_path, made_of(kinds, ways, random_))
        assert bool(found) != fine, (kinds, ways, [str(one) for one in found])
        verdicts.add(fine)
    assert verdicts == {True, False}
