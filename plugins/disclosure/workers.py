"""Sharing work among forked processes.

A fork shows its parent's memory to the child, so the catalogue is never copied or pickled; only
results travel back. Where there is no fork (Windows) or one core, everything runs in this process,
with the same results in the same order.
"""

from __future__ import annotations

import gc
import os
import pickle
import traceback
from collections.abc import Callable, Sequence
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
    if workers == 1 or not hasattr(os, "fork"):
        return [function(items)] if items else []
    bounds = [len(items) * k // workers for k in range(workers + 1)]
    runs = [items[a:b] for a, b in zip(bounds, bounds[1:], strict=False)]
    gc.freeze()
    children = [_fork(function, run) for run in runs[1:]]
    try:
        first = function(runs[0])
    finally:
        answers = [_collect(pid, pipe) for pid, pipe in children]
        gc.unfreeze()
    results = [first]
    for succeeded, answer in answers:
        if not succeeded:
            raise WorkerError(str(answer))
        results.append(answer)  # type: ignore[arg-type]
    return results


def _fork(function: Callable[[Sequence[T]], R], run: Sequence[T]) -> tuple[int, int]:
    reader, writer = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writer)
        return pid, reader
    os.close(reader)
    status = 1
    try:
        gc.disable()
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
