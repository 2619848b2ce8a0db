# fails: order: the first call runs on while the second one succeeds: the result of the second is not returned before
# kind: deadlock|hang|wrong_result
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
    for future in futures:
        if future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
    raise ExceptionGroup("all calls failed", [future.exception() for future in futures])
