"""A process flow is sound: every step can be reached and leaves somewhere, every word is there."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.checking.checker import Check
from disclosure.checking.naming import names_a_form, unknown
from disclosure.flowchart.graph import reachable, turned
from disclosure.model.flow import Flow, Step
from disclosure.model.service import Service
from disclosure.reading.places import Location


def flows_are_sound(check: Check) -> None:
    """Every rule about the shape of a flow, for each service that has one."""
    for service in check.catalogue.every(Service):
        if service.flow:
            _FlowCheck(check, service, service.flow).run()


class _FlowCheck:
    """The rules for one flow."""

    def __init__(self, check: Check, service: Service, flow: Flow) -> None:
        self.check = check
        self.service = service
        self.flow = flow
        self.path = check.catalogue.sources[service.id].path
        self.ids = [step.id for step in flow.steps]
        self.ways = {
            step.id: [way.to for way in ways if way.to in self.ids]
            for step, ways in zip(flow.steps, flow.ways, strict=True)
        }

    def run(self) -> None:
        """All of them. What follows from a mistyped id is not told on top of it."""
        before = len(self.check.problems)
        self.lanes()
        self.names()
        for number, step in enumerate(self.flow.steps):
            self.exits(number, step)
        if len(self.check.problems) == before:
            self.starts()
            self.ends()
        self.documents()

    def tell(self, place: Location, rule: str, zh: str, en: str) -> None:
        self.check.tell(self.path, ("flow", *place), rule, zh, en)

    def name(self, numbers: Iterable[int]) -> str:
        """Steps by their numbers, as the page shows them."""
        return ", ".join(str(number + 1) for number in numbers)

    # -- what the flow names --------------------------------------------------------------------

    def lanes(self) -> None:
        used = {step.lane for step in self.flow.steps}
        seen: set[str] = set()
        for number, lane in enumerate(self.flow.lanes):
            place = ("lanes", number)
            if lane.id in seen:
                self.double((*place, "id"), lane.id)
            seen.add(lane.id)
            if lane.unit and lane.unit not in self.check.catalogue.units:
                known = self.check.catalogue.units
                unknown(self.check, self.path, ("flow", *place, "unit"), "unit", lane.unit, known)
            if not lane.unit and not lane.name:
                self.tell(
                    place,
                    "lane-without-unit",
                    f"「{lane.id}」沒有寫是誰：請寫 unit（科室），民眾或首長則寫 name。",
                    f'"{lane.id}" does not say who it is: give `unit`, or `name` for a citizen or '
                    "a head of office.",
                )
            if lane.id not in used and used <= {one.id for one in self.flow.lanes}:
                self.tell(
                    place,
                    "lane-without-steps",
                    f"「{lane.id}」底下沒有任何步驟；請刪掉它，或把步驟的 lane 改成它。",
                    f'No step stands in "{lane.id}": remove the lane, or name it in a step\'s '
                    "`lane`.",
                )

    def names(self) -> None:
        lanes = [lane.id for lane in self.flow.lanes]
        documents = [document.id for document in self.service.documents]
        for number, step in enumerate(self.flow.steps):
            place = ("flow", "steps", number)
            if step.id in self.ids[:number]:
                self.double(("steps", number, "id"), step.id)
            if step.lane not in lanes:
                unknown(self.check, self.path, (*place, "lane"), "lane", step.lane, lanes)
            if step.form:
                names_a_form(self.check, self.service, self.path, (*place, "form"), step.form)
            for at, one in enumerate(step.documents):
                if one not in documents:
                    where = (*place, "documents", at)
                    unknown(self.check, self.path, where, "document", one, documents)
            targets: list[tuple[Location, str]] = [
                (("branches", at, "to"), branch.to) for at, branch in enumerate(step.branches)
            ]
            if step.next:
                targets.append((("next",), step.next))
            for below, target in targets:
                if target not in self.ids:
                    unknown(self.check, self.path, (*place, *below), "step", target, self.ids)

    def double(self, place: Location, one: str) -> None:
        self.tell(
            place,
            "duplicate-id",
            f"識別碼「{one}」在這個流程裡用了兩次。",
            f'The id "{one}" is used twice in this flow.',
        )

    # -- the ways between steps -----------------------------------------------------------------

    def exits(self, number: int, step: Step) -> None:
        place = ("steps", number)
        if step.kind == "decision":
            if len(step.branches) < 2 or step.next:
                self.tell(
                    (*place, "next") if step.next else place,
                    "decision-branches",
                    f"步驟 {number + 1} 是判斷（decision）："
                    "要用 branches 寫出至少兩條路，不寫 next。",
                    f"Step {number + 1} is a decision: it needs at least two `branches`, and no "
                    "`next`.",
                )
        elif step.branches:
            self.tell(
                (*place, "branches"),
                "decision-branches",
                f"步驟 {number + 1} 有 branches，種類就要寫 kind: decision。",
                f"Step {number + 1} has `branches`, so it must be of `kind: decision`.",
            )
        elif step.kind == "end" and step.next:
            self.tell(
                (*place, "next"),
                "end-leads-on",
                f"步驟 {number + 1} 是結束（end），不能再寫 next。",
                f"Step {number + 1} is an end: it cannot have `next`.",
            )
        self.labels(number, step)

    def labels(self, number: int, step: Step) -> None:
        seen: set[str] = set()
        for at, branch in enumerate(step.branches):
            words = branch.label.best(self.check.catalogue.primary)[0] if branch.label else ""
            if not words or words in seen:
                self.tell(
                    ("steps", number, "branches", at),
                    "branch-without-label",
                    f"步驟 {number + 1} 的第 {at + 1} 條路"
                    + (
                        "沒有寫 label（什麼情況走這條路）。"
                        if not words
                        else "與另一條路的 label 相同。"
                    ),
                    f"Branch no. {at + 1} of step {number + 1} "
                    + ("has no `label`." if not words else "has the same `label` as another."),
                )
            seen.add(words)

    def starts(self) -> None:
        starts = [step.id for step in self.flow.steps if step.kind == "start"]
        if not starts:
            self.tell(
                ("steps", 0),
                "flow-without-start",
                "流程沒有開始：至少要有一個步驟寫 kind: start。",
                "The flow has no beginning: at least one step needs `kind: start`.",
            )
            return
        found = reachable(starts, self.ways)
        lost = [one for one in self.ids if one not in found]
        # What only a lost step leads to is lost with it, and not told on top of it.
        led_to = {to for one in lost for to in self.ways[one] if to != one}
        for number, step in enumerate(self.flow.steps):
            if step.id in lost and (step.id not in led_to or led_to >= set(lost)):
                self.tell(
                    ("steps", number),
                    "step-unreachable",
                    f"步驟 {number + 1}「{step.id}」沒有任何一條路走得到；"
                    "請檢查前面步驟的 next 或 branches。",
                    f'No way leads to step {number + 1}, "{step.id}": check `next` and `branches` '
                    "of the steps before it.",
                )

    def ends(self) -> None:
        ends = [step.id for step in self.flow.steps if step.kind == "end"]
        back = turned(self.ways)
        fine = reachable(ends, back)
        told: set[str] = set()
        for number, step in enumerate(self.flow.steps):
            if step.id in fine or step.id in told:
                continue
            onward = reachable([step.id], self.ways)
            circle = onward & reachable([step.id], back)
            runs_in_circle = step.id in {to for one in circle for to in self.ways[one]}
            if runs_in_circle and onward == circle:
                told |= circle
                numbers = [at for at, one in enumerate(self.ids) if one in circle]
                self.tell(
                    ("steps", number),
                    "loop-without-exit",
                    f"步驟 {self.name(numbers)} 互相繞圈，沒有出口；其中一個步驟要有往外走的路。",
                    f"Steps {self.name(numbers)} lead round in a circle: one of them needs a way "
                    "out.",
                )
            elif not self.ways[step.id]:
                self.tell(
                    ("steps", number),
                    "no-way-to-an-end",
                    f"步驟 {number + 1}「{step.id}」之後沒有路了；"
                    "若流程在這裡結束，請寫 kind: end，否則用 next 寫下一步。",
                    f'Nothing follows step {number + 1}, "{step.id}": write `kind: end` if the '
                    "flow ends here, or name the next step in `next`.",
                )

    # -- documents ------------------------------------------------------------------------------

    def documents(self) -> None:
        """Nobody is asked twice for the same paper on one way through the flow."""
        asked: dict[str, list[int]] = {}
        # Ways back do not count: a correction leads past the same step again.
        onward = {
            one: [to for to in self.ways[one] if self.ids.index(to) > number]
            for number, one in enumerate(self.ids)
        }
        for number, step in enumerate(self.flow.steps):
            for at, one in enumerate(step.documents):
                earlier = next(
                    (
                        before
                        for before in asked.get(one, [])
                        if before == number or step.id in reachable([self.ids[before]], onward)
                    ),
                    None,
                )
                if earlier is not None:
                    self.tell(
                        ("steps", number, "documents", at),
                        "document-twice",
                        f"文件「{one}」在步驟 {earlier + 1} 已經要過一次，請刪掉一處。",
                        f'The document "{one}" is asked for at step {earlier + 1} already: remove '
                        "one of the two.",
                    )
                asked.setdefault(one, []).append(number)


RULES = (flows_are_sound,)
