# right: a condition, a list in the order of finishing; the waiter wakes at every end
import threading


def first_success(executor, calls):
    changed = threading.Condition()
    finished = []

    def note(future):
        with changed:
            finished.append(future)
            changed.notify_all()

    futures = []
    for call in calls:
        future = executor.submit(call)
        futures.append(future)
        future.add_done_callback(note)
    if not futures:
        raise ValueError("nothing to call")

    winner = None
    with changed:
        looked_at = 0
        while winner is None and looked_at < len(futures):
            while looked_at == len(finished):
                changed.wait()
            candidate = finished[looked_at]
            looked_at += 1
            if candidate.exception() is None:
                winner = candidate
    if winner is None:
        raise ExceptionGroup("every call failed", [future.exception() for future in futures])
    for future in futures:
        future.cancel()
    return winner.result()
