# fails: errors: without calls nothing ever comes out of the queue
# kind: deadlock|hang
import queue


def first_success(executor, calls):
    finished = queue.SimpleQueue()
    futures = []
    for call in calls:
        future = executor.submit(call)
        futures.append(future)
        future.add_done_callback(finished.put)
    missing = len(futures)
    while True:
        future = finished.get()
        if future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
        missing -= 1
        if not missing:
            break
    raise ExceptionGroup("all calls failed", [future.exception() for future in futures])
