"""Run a program to its end; how long it took and how much memory it needed. Linux only."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

#: A look at the whole tree may cost this share of one core, no more: it waits 50 times as long.
_PAUSES_PER_LOOK = 50
_SHORTEST_PAUSE = 0.05


class BuildFailedError(Exception):
    """A build that ended badly, or whose result is not what it should be."""


@dataclass(frozen=True)
class Cost:
    """What one run cost.

    `largest` is the greatest resident set of any one process, exact, from the kernel. `tree` is the
    greatest sum of the proportional sets of all processes, seen at intervals: short peaks between
    two looks are missed, so it can lie below `largest`.
    """

    seconds: float
    cpu: float
    largest: int
    tree: int
    looks: int
    load: float


def run(command: Sequence[str], folder: Path, log: Path, timeout: float) -> Cost:
    """Run `command` as a session of its own, wait for all of it, fail if it failed."""
    load = os.getloadavg()[0]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    with log.open("wb") as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        watch = _Watch(process.pid)
        alarm = threading.Timer(timeout, os.killpg, (process.pid, signal.SIGKILL))
        alarm.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - started
        except BaseException:  # Ctrl-C does not reach a session of its own
            os.killpg(process.pid, signal.SIGKILL)
            raise
        finally:
            alarm.cancel()
            watch.stop()
    process.returncode = os.waitstatus_to_exitcode(status)
    _check(process.returncode, process.pid, command, log)
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(seconds, cpu, usage.ru_maxrss * 1024, watch.highest, watch.looks, load)


def _check(code: int, group: int, command: Sequence[str], log: Path) -> None:
    if code != 0:
        tail = "\n".join(log.read_text("utf-8", "replace").splitlines()[-20:])
        raise BuildFailedError(f"exit code {code}: {' '.join(command)}\n{tail}\n(all of it: {log})")
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return
    raise BuildFailedError(f"processes were left behind, so the time is not whole: {command[0]}")


class _Watch:
    """Looks at the memory of a process and its descendants until told to stop."""

    def __init__(self, root: int) -> None:
        self.highest = 0
        self.looks = 0
        self._root = root
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._look_on, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._end.set()
        self._thread.join()

    def _look_on(self) -> None:
        pause = _SHORTEST_PAUSE
        while not self._end.wait(pause):
            began = time.thread_time()
            seen = sum(_proportional(process) for process in _tree(self._root))
            pause = max(_SHORTEST_PAUSE, (time.thread_time() - began) * _PAUSES_PER_LOOK)
            self.highest = max(self.highest, seen)
            self.looks += 1


def _tree(root: int) -> Iterator[int]:
    """A process and all its descendants. Those that end meanwhile are left out."""
    yield root
    try:
        children = [path.read_text() for path in Path(f"/proc/{root}/task").glob("*/children")]
    except OSError:
        return
    for child in " ".join(children).split():
        yield from _tree(int(child))


def _proportional(process: int) -> int:
    """Resident bytes of a process, each shared page divided by the number of its users."""
    try:
        with open(f"/proc/{process}/smaps_rollup") as file:
            return next(int(line.split()[1]) * 1024 for line in file if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0
