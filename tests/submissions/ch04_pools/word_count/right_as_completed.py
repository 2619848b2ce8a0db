# right: typed; futures are merged as they come; what has not begun is cancelled after a failure
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor, as_completed


def count_text(text: str) -> Counter[str]:
    return Counter(text.lower().split())


def count_words(texts: Iterable[str], processes: int = 2) -> dict[str, int]:
    total: Counter[str] = Counter()
    executor = ProcessPoolExecutor(processes)
    try:
        futures: list[Future[Counter[str]]] = [executor.submit(count_text, text) for text in texts]
        for future in as_completed(futures):
            total += future.result()
    finally:
        executor.shutdown(wait=True, cancel_futures=True)
    return dict(total)
