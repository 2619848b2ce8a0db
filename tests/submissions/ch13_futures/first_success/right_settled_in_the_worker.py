# right: a module-level function runs the call in the worker and returns what happened, so no future ever fails
from __future__ import annotations

import queue
from concurrent.futures import Executor
from functools import partial
from typing import Any, Callable, Iterable


def _settle(index: int, call: Callable[[], Any]) -> tuple[int, bool, Any]:
    try:
        return index, True, call()
    except Exception as error:
        return index, False, error


def first_success(executor: Executor, calls: Iterable[Callable[[], Any]]) -> Any:
    outcomes: queue.Queue = queue.Queue()
    futures = []
    for index, call in enumerate(calls):
        futures.append(executor.submit(partial(_settle, index, call)))
        futures[-1].add_done_callback(outcomes.put_nowait)
    if not futures:
        raise ValueError("no calls")
    errors: list = [None] * len(futures)
    for _ in futures:
        index, succeeded, value = outcomes.get().result()
        if succeeded:
            for future in reversed(futures):
                future.cancel()
            return value
        errors[index] = value
    raise ExceptionGroup("all calls failed", errors)
