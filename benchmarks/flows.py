"""How long a flow diagram takes: its layout and its SVG, for a few hundred random flows.

    .venv/bin/python benchmarks/flows.py --flows 300 --rounds 3

Times differ between machines, so the last column divides them by the time of one fixed piece of
work in the same run (hashing and sorting, nothing of this project).
"""

from __future__ import annotations

import argparse
import hashlib
import random
import statistics
import time
from collections.abc import Callable
from itertools import groupby

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from disclosure.flowchart.graph import Edge, Graph, Node, NodeKind
from disclosure.flowchart.layout import layout
from disclosure.resources import template_folder

SEED = 20261121
LANES = (
    "申請人",
    "收發室",
    "研究發展考核科",
    "業務單位",
    "機關首長",
    "Civil Service Ethics Office",
)
ACTIONS = (
    "提出申請",
    "收文登錄並分案",
    "資料是否齊全？",
    "通知補正（7 日內）",
    "會同相關單位現場勘查，並製作紀錄",
    "Notify the family to collect belongings within 30 days",
)
LABELS = ("是", "否", "資料不齊", "No, transfer")


def flow(rnd: random.Random, count: int) -> Graph:
    """A flow that goes on step by step, now and then decides, jumps or goes back."""
    lanes = rnd.randint(2, len(LANES))
    nodes, edges = [], []
    for number in range(count):
        kind: NodeKind = "step"
        if number in (0, count - 1):
            kind = "end" if number else "start"
        elif rnd.random() < 0.2:
            kind = "decision"
        nodes.append(Node(str(number), rnd.randrange(lanes), kind, rnd.choice(ACTIONS)))
        if number == count - 1:
            break
        edges.append(Edge(str(number), str(number + 1), "是" if kind == "decision" else ""))
        if kind == "decision":
            edges.append(Edge(str(number), str(rnd.randrange(count)), rnd.choice(LABELS)))
    return Graph(LANES[:lanes], tuple(nodes), tuple(edges))


def drawer() -> Callable[[Graph], str]:
    """Layout and template in one."""
    environment = Environment(
        loader=FileSystemLoader(template_folder()), autoescape=True, undefined=StrictUndefined
    )
    template = environment.from_string(
        '{% from "flow-drawing.html" import drawing %}{{ drawing(d) }}'
    )

    def draw(graph: Graph) -> str:
        named = {"uid": "flow", "title": "流程", "desc": "流程"}
        return template.render(d=layout(graph).as_dict() | named)

    return draw


def reference() -> None:
    """A fixed piece of work, a few milliseconds long."""
    digests = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(3000)]
    sorted(digests, key=lambda one: one[::-1])


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """The shortest of some runs: the others waited for something."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return min(times)


def size(count: int) -> str:
    """The line of the table to which a flow belongs."""
    return "4-9 steps" if count < 10 else "10-19 steps" if count < 20 else "20-30 steps"


def line(name: str, times: list[float], unit: float) -> str:
    """One line of the table."""
    median = statistics.median(times)
    late = sorted(times)[int(len(times) * 0.95)]
    shown = "".join(f"{one:>11.2f}" for one in (median, late, max(times), median / unit))
    return f"{name:<14}{len(times):>6}{shown}"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--flows", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()

    rnd = random.Random(SEED)
    counts = sorted(rnd.randint(4, 30) for _ in range(options.flows))
    draw = drawer()
    draw(flow(rnd, 5))
    unit = milliseconds(reference, 20)
    times = []
    for count in counts:
        graph = flow(rnd, count)
        times.append((count, milliseconds(lambda graph=graph: draw(graph), options.rounds)))

    print(f"reference work: {unit:.2f} ms")
    print(f"{'':<14}{'flows':>6}{'median ms':>11}{'p95':>11}{'longest':>11}{'x ref.':>11}")
    for name, group in groupby(times, key=lambda one: size(one[0])):
        print(line(name, [took for _, took in group], unit))
    print(line("all", [took for _, took in times], unit))


if __name__ == "__main__":
    main()
