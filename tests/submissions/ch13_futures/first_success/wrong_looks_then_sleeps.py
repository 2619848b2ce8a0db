# fails: order: the waiter sees no winner and lets go of the lock; the only success notifies nobody; the waiter goes to sleep
# kind: deadlock|lost_wakeup|hang
import threading


def first_success(executor, calls):
    changed = threading.Condition()
    finished, futures = [], []

    def note(future):
        with changed:
            finished.append(future)
            changed.notify_all()

    for call in calls:
        futures.append(executor.submit(call))
        futures[-1].add_done_callback(note)
    if not futures:
        raise ValueError("no calls")
    for index in range(len(futures)):
        if len(finished) <= index:
            with changed:
                changed.wait()
        future = finished[index]
        if future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
    raise ExceptionGroup("all failed", [future.exception() for future in futures])
