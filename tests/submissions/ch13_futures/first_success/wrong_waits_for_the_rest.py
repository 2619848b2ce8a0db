# fails: order: after the success it waits for the calls still running: one that runs on holds the result back
# kind: deadlock|hang|wrong_result
import queue
from concurrent.futures import wait


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
            for other in futures:
                other.cancel()
            wait(futures)
            return future.result()
    raise ExceptionGroup("all calls failed", [future.exception() for future in futures])
