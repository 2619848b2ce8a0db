# fails: errors: an empty generator is true: it passes the check, and None comes back instead of a ValueError
# kind: exception|wrong_result
import queue


def first_success(executor, calls):
    if not calls:
        raise ValueError("no calls")
    finished = queue.SimpleQueue()
    futures = []
    for call in calls:
        future = executor.submit(call)
        futures.append(future)
        future.add_done_callback(finished.put)
    for _ in futures:
        future = finished.get()
        if future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
    errors = [future.exception() for future in futures]
    if errors:
        raise ExceptionGroup("all calls failed", errors)
