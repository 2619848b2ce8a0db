# fails: basics: an executor that runs the call in submit: the callback runs at once and wants the lock that submit is in
# kind: deadlock|hang
import threading


def first_success(executor, calls):
    lock = threading.Lock()
    changed = threading.Condition(lock)
    finished, futures = [], []

    def note(future):
        with lock:
            finished.append(future)
            changed.notify()

    with lock:
        for call in calls:
            futures.append(executor.submit(call))
            futures[-1].add_done_callback(note)
    if not futures:
        raise ValueError("no calls")
    seen = 0
    while seen < len(futures):
        with lock:
            changed.wait_for(lambda: len(finished) > seen)
            future = finished[seen]
        seen += 1
        if future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
    raise ExceptionGroup("all failed", [future.exception() for future in futures])
