# fails: basics: calls is a generator: it is counted first, then nothing is left to submit
# kind: deadlock|hang|wrong_result|exception
import queue


def first_success(executor, calls):
    count = sum(1 for _ in calls)
    finished = queue.SimpleQueue()
    futures = []
    for call in calls:
        future = executor.submit(call)
        futures.append(future)
        future.add_done_callback(finished.put)
    if not count:
        raise ValueError("no calls")
    for _ in range(count):
        future = finished.get()
        if future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
    raise ExceptionGroup("all calls failed", [future.exception() for future in futures])
