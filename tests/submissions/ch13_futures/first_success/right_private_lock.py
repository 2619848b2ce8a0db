# right: two plain locks: a mutex, and a gate that the first success or the last failure opens once
from threading import Lock


def first_success(executor, calls):
    calls = [*calls]
    if not calls:
        raise ValueError("at least one call")
    gate, mutex = Lock(), Lock()
    gate.acquire()
    winners, failures = [], []

    def done(future):
        with mutex:
            if winners or len(failures) == len(calls):
                return
            if future.exception() is None:
                winners.append(future)
                gate.release()
            else:
                failures.append(future)
                if len(failures) == len(calls):
                    gate.release()

    futures = []
    for call in calls:
        futures.append(executor.submit(call))
        futures[-1].add_done_callback(done)
    gate.acquire()
    if not winners:
        raise ExceptionGroup("", [future.exception() for future in futures])
    for future in futures:
        future.cancel()
    return winners[0].result()
