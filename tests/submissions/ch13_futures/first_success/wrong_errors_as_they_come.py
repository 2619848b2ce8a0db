# fails: errors: the exceptions are in the order of finishing
# kind: wrong_result|race
import queue


def first_success(executor, calls):
    finished = queue.SimpleQueue()
    futures = []
    errors = []
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
            return future.result()
        errors.append(future.exception())
    raise ExceptionGroup("all calls failed", errors)
