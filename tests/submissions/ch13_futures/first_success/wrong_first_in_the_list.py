# fails: order: B succeeds and rings, A succeeds before the waiter looks: it takes the first future of the list that has a result
# kind: wrong_result|race
import threading


def first_success(executor, calls):
    rung = threading.Event()
    lock = threading.Lock()
    futures = []
    left = 1

    def finished(future):
        nonlocal left
        with lock:
            left -= 1
            if left == 0 or (future is not None and not future.cancelled() and future.exception() is None):
                rung.set()

    for call in calls:
        with lock:
            left += 1
        futures.append(executor.submit(call))
        futures[-1].add_done_callback(finished)
    if not futures:
        raise ValueError("no calls")
    finished(None)
    rung.wait()
    for future in futures:
        if future.done() and future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
    raise ExceptionGroup("all failed", [future.exception() for future in futures])
