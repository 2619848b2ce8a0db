# fails: errors: a call fails with an exception of its own class: it is not among those caught and comes out bare
# kind: exception|wrong_result
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
        try:
            value = future.result()
        except (ArithmeticError, AttributeError, LookupError, OSError, RuntimeError, TypeError, ValueError):
            continue
        for other in futures:
            other.cancel()
        return value
    raise ExceptionGroup("all calls failed", [future.exception() for future in futures])
