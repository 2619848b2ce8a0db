# fails: basics: the default list keeps the futures of earlier calls of first_success: their errors are in the next group too
# kind: wrong_result|deadlock|hang|exception
import queue


def first_success(executor, calls, futures=[]):
    finished = queue.SimpleQueue()
    before = len(futures)
    for call in calls:
        future = executor.submit(call)
        futures.append(future)
        future.add_done_callback(finished.put)
    if len(futures) == before:
        raise ValueError("no calls")
    for _ in range(before, len(futures)):
        future = finished.get()
        if future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
    raise ExceptionGroup("all calls failed", [future.exception() for future in futures])
