# fails: order: one queue for all calls of first_success: a late finisher of an earlier call is taken for one of this
# kind: wrong_result|race|exception|deadlock|hang
import queue

finished = queue.SimpleQueue()


def first_success(executor, calls):
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
    raise ExceptionGroup("all calls failed", [future.exception() for future in futures])
