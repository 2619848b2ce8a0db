# right: typed; add_done_callback settles each future; the executor's with block ends after all of them
from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any

Pair = tuple[str, Any]


def map_settled(function: Callable[[Any], Any], items: Iterable[Any], processes: int = 2) -> list[Pair]:
    settled: list[Pair | None] = []

    def settle(index: int, future: Future[Any]) -> None:
        error = future.exception()
        settled[index] = ("ok", future.result()) if error is None else ("error", error)

    with ProcessPoolExecutor(processes) as executor:
        for index, item in enumerate(items):
            settled.append(None)
            executor.submit(function, item).add_done_callback(lambda future, index=index: settle(index, future))
    return [pair for pair in settled if pair is not None]
