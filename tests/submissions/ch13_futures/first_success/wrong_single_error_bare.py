# fails: errors: if one call was given and failed, its exception is raised without a group
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
        if future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
    if len(futures) == 1:
        raise futures[0].exception()
    raise ExceptionGroup("all calls failed", [future.exception() for future in futures])
