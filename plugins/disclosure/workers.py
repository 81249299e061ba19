"""Sharing work among forked processes.

A fork shows its parent's memory to the child, so the catalogue is never copied or pickled; only
results travel back. Where there is no fork (Windows) or one core, everything runs in this process,
with the same results in the same order.
"""

from __future__ import annotations

import gc
import itertools
import os
import pickle
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


class WorkerError(RuntimeError):
    """A worker failed; the message is its traceback."""


def available() -> int:
    """How many workers this machine can use: its cores, or 1 without fork."""
    if not hasattr(os, "fork"):
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def share(function: Callable[[Sequence[T]], R], items: Sequence[T], workers: int) -> list[R]:
    """`function` of each of `workers` equal runs of `items`; the results in the items' order."""
    workers = max(1, min(workers, len(items)))
    if not hasattr(os, "fork"):
        workers = 1
    bounds = [len(items) * k // workers for k in range(workers + 1)]
    runs = [items[a:b] for a, b in itertools.pairwise(bounds)]
    with _seldom_collection():
        children = [_fork(function, run) for run in runs[1:]]
        try:
            first = function(runs[0]) if items else None
        finally:
            answers = [_collect(pid, pipe) for pid, pipe in children]
    if first is None:
        return []
    results = [first]
    for succeeded, answer in answers:
        if not succeeded:
            raise WorkerError(str(answer))
        results.append(answer)  # type: ignore[arg-type]
    return results


@contextmanager
def _seldom_collection() -> Iterator[None]:
    """Records are many and long-lived: looking for garbage among them again and again costs more
    than the work itself, and would copy the memory that forks share. What is there is left out of
    the search; what the work leaves behind (templates make cycles) is searched now and then."""
    thresholds = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(50_000, 20, 1_000)
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*thresholds)


def _fork(function: Callable[[Sequence[T]], R], run: Sequence[T]) -> tuple[int, int]:
    reader, writer = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writer)
        return pid, reader
    os.close(reader)
    status = 1
    try:
        try:
            answer = pickle.dumps((True, function(run)), pickle.HIGHEST_PROTOCOL)
        except BaseException:
            answer = pickle.dumps((False, traceback.format_exc()))
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(answer)
        status = 0
    finally:
        os._exit(status)


def _collect(pid: int, reader: int) -> tuple[bool, object]:
    with os.fdopen(reader, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(pid, 0)
    if not answer:
        return False, f"worker {pid} ended without an answer"
    result: tuple[bool, object] = pickle.loads(answer)
    return result
