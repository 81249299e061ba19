"""Work on many pages, shared out among processes; each has a browser for a while."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import partial
from typing import Any

from audit.results import Result

#: A new browser after so many pages: it takes half a second, and none grows old and big.
CHUNK = 25


def in_parts(
    work: Callable[..., Result], items: Sequence[Any], workers: int, *rest: Any, size: int = CHUNK
) -> list[Result]:
    """`work(items, *rest)` for parts of `items`; the results stand in the order of the parts.

    `work` has to be a function of a module, since it runs in another process.
    """
    # Evenly filled parts, so that none is left over at the end.
    count = -(-len(items) // size)
    parts = [items[at::count] for at in range(count)]
    if workers == 1:
        return [work(part, *rest) for part in parts]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        task = partial(_run, work, rest)
        waiting = {pool.submit(task, part): at for at, part in enumerate(parts)}
        done: dict[int, Result] = {}
        try:
            for future in as_completed(waiting):
                done[waiting[future]] = future.result()
                _progress(len(done), len(parts))
        except BaseException:
            # What has not begun is not begun any more: a failure is told at once.
            pool.shutdown(cancel_futures=True)
            raise
    return [done[at] for at in range(len(parts))]


def _run(work: Callable[..., Result], rest: Sequence[Any], part: Sequence[Any]) -> Result:
    return work(part, *rest)


def _progress(done: int, all_: int) -> None:
    if sys.stderr.isatty():
        print(f"\r  {done}/{all_} ", end="" if done < all_ else "\n", file=sys.stderr, flush=True)
