# fails: errors: two failing calls end together, both callbacks read the same count: the last failure is never noticed
# kind: deadlock|race|hang|lost_wakeup
import threading


def first_success(executor, calls):
    calls = list(calls)
    if not calls:
        raise ValueError("no calls")
    rung = threading.Event()
    order = []
    failed = 0

    def finished(future):
        nonlocal failed
        if future.cancelled():
            return
        if future.exception() is None:
            order.append(future)
            rung.set()
        else:
            failed += 1
            if failed == len(calls):
                rung.set()

    futures = []
    for call in calls:
        futures.append(executor.submit(call))
        futures[-1].add_done_callback(finished)
    rung.wait()
    for future in futures:
        future.cancel()
    if order:
        return order[0].result()
    raise ExceptionGroup("all failed", [future.exception() for future in futures])
