# right: a generator hands out the futures as they end; the last ones are cancelled first
import contextlib
import queue
from collections import deque


def _as_they_end(futures):
    ended = queue.SimpleQueue()
    for future in futures:
        future.add_done_callback(ended.put)
    for _ in range(len(futures)):
        yield ended.get()


def first_success(executor, calls):
    futures = deque(executor.submit(call) for call in calls)
    if not futures:
        raise ValueError(calls)
    errors = {}
    with contextlib.closing(_as_they_end(futures)) as ending:
        for future in ending:
            error = future.exception()
            if error is None:
                break
            errors[future] = error
        else:
            raise ExceptionGroup("failed", [errors[future] for future in futures])
    while futures:
        futures.pop().cancel()
    return future.result()
