"""Sharing work among forked processes."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from disclosure import workers
from disclosure.workers import WorkerError, share


def doubled(run: Sequence[int]) -> list[int]:
    return [2 * one for one in run]


@pytest.mark.parametrize("count", [1, 2, 3, 7, 50])
def test_results_are_in_order_whatever_the_number_of_workers(count: int) -> None:
    parts = share(doubled, range(20), count)
    assert [one for part in parts for one in part] == doubled(range(20))
    assert len(parts) == min(count, 20)
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


def test_nothing_to_do_gives_nothing() -> None:
    assert share(doubled, [], 4) == []


def test_without_fork_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert share(doubled, range(4), 4) == [[0, 2, 4, 6]]
    assert workers.available() == 1


def test_the_runs_but_the_first_are_done_elsewhere() -> None:
    here, *others = share(lambda run: os.getpid(), range(3), 3)
    assert here == os.getpid()
    assert os.getpid() not in others
    assert len(set(others)) == 2


def test_large_results_come_back_whole() -> None:
    first, second = share(lambda run: bytes(run) * 1_000_000, [1, 2], 2)
    assert (first, second) == (b"\1" * 1_000_000, b"\2" * 1_000_000)


def fails_on_three(run: Sequence[int]) -> int:
    if 3 in run:
        raise ValueError("三 is not allowed")
    return len(run)


def test_a_failure_elsewhere_is_told_with_its_traceback() -> None:
    with pytest.raises(WorkerError) as failure:
        share(fails_on_three, range(4), 2)
    told = str(failure.value)
    assert told.startswith("Traceback")
    assert "in fails_on_three" in told
    assert told.rstrip().endswith("ValueError: 三 is not allowed")


def children() -> set[str]:
    """The processes that this one has started and not yet seen end; other tests may have some."""
    tasks = Path("/proc/self/task").glob("*/children")
    return {pid for task in tasks for pid in task.read_text().split()}


def test_a_failure_here_is_the_failure_itself_and_leaves_no_child() -> None:
    before = children()
    with pytest.raises(ValueError, match="三"):
        share(fails_on_three, [3, 2, 1, 0], 4)
    assert children() == before


def test_a_worker_that_dies_is_told() -> None:
    def dies(run: Sequence[int]) -> int:
        if 1 in run:
            os._exit(3)
        return 0

    with pytest.raises(WorkerError, match=r"worker \d+ ended without an answer"):
        share(dies, [0, 1], 2)


def test_a_result_that_cannot_travel_is_told() -> None:
    with pytest.raises(WorkerError, match="pickle"):
        share(lambda run: lambda: run, [0, 1], 2)


def test_garbage_is_collected_again_afterwards() -> None:
    assert gc.isenabled()
    share(doubled, range(2), 1)
    assert gc.isenabled()
    with pytest.raises(ValueError, match="三"):
        share(fails_on_three, [3], 1)
    assert gc.isenabled()


def test_this_machine_has_a_worker() -> None:
    assert 1 <= workers.available() <= (os.cpu_count() or 1)
