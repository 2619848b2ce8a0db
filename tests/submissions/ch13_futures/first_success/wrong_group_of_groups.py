# fails: errors: the group holds one group per exception
# kind: wrong_result|exception
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
            for other in futures:
                other.cancel()
            return future.result()
    raise ExceptionGroup("all calls failed", [ExceptionGroup("call", [future.exception()]) for future in futures])
