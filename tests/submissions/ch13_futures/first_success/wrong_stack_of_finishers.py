# fails: order: A and then B succeed before the waiter looks: a LifoQueue hands out B first
# kind: wrong_result|race
import queue


def first_success(executor, calls):
    finished = queue.LifoQueue()
    futures = []
    for call in calls:
        futures.append(executor.submit(call))
        futures[-1].add_done_callback(finished.put)
    if not futures:
        raise ValueError("no calls")
    for _ in futures:
        future = finished.get()
        if future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
    raise ExceptionGroup("all failed", [future.exception() for future in futures])
