# fails: errors: the first call has failed before the second is submitted: the callback counts 1 of 1 failed and gives up
# kind: exception|race|wrong_result
import threading


def first_success(executor, calls):
    changed = threading.Condition()
    futures, order, failed, over = [], [], [], []

    def finished(future):
        with changed:
            if future.cancelled():
                return
            (order if future.exception() is None else failed).append(future)
            if order or len(failed) == len(futures):
                over.append(True)
                changed.notify_all()

    for call in calls:
        future = executor.submit(call)
        with changed:
            futures.append(future)
        future.add_done_callback(finished)
    if not futures:
        raise ValueError("no calls")
    with changed:
        changed.wait_for(lambda: over)
        winner = order[0] if order else None
        errors = [future.exception() for future in futures if future.done()]
    for future in futures:
        future.cancel()
    if winner is not None:
        return winner.result()
    raise ExceptionGroup("all failed", errors)
