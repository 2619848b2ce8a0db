# fails: errors: the first call to finish failed: its exception is raised although another call would succeed
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
        for other in futures:
            other.cancel()
        return future.result()
    raise ExceptionGroup("all calls failed", [future.exception() for future in futures])
