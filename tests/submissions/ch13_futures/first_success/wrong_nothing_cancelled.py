# fails: cancelling: the calls that have not begun are begun after the success
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
            return future.result()
    raise ExceptionGroup("all calls failed", [future.exception() for future in futures])
