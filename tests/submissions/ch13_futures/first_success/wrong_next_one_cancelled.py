# fails: cancelling: only the call behind the winner is cancelled, those after it still run
# kind: wrong_result
import queue


def first_success(executor, calls):
    finished = queue.SimpleQueue()
    futures = []
    for call in calls:
        future = executor.submit(call)
        futures.append(future)
        future.add_done_callback(finished.put)
    if not futures:
        raise ValueError("no calls")
    for _ in futures:
        future = finished.get()
        if future.exception() is None:
            for other in futures[futures.index(future) + 1:][:1]:
                other.cancel()
            return future.result()
    raise ExceptionGroup("all calls failed", [future.exception() for future in futures])
