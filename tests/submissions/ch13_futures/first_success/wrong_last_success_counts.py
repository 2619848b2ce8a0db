# fails: order: two calls succeed before the caller wakes up: the second overwrites the first
# kind: race|wrong_result
import threading


def first_success(executor, calls):
    calls = list(calls)
    if not calls:
        raise ValueError
    event = threading.Event()
    lock = threading.Lock()
    winner, failed = None, 0

    def ended(f):
        nonlocal failed, winner
        if f.cancelled():
            return
        with lock:
            if f.exception() is None:
                winner = f
                event.set()
            else:
                failed += 1
                if failed == len(calls):
                    event.set()
    futures = []
    for c in calls:
        futures.append(executor.submit(c))
        futures[-1].add_done_callback(ended)
    event.wait()
    for f in futures:
        f.cancel()
    if winner:
        return winner.result()
    raise ExceptionGroup("all failed", [f.exception() for f in futures])
