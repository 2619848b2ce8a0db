# fails: cancelling: cancel() runs the callback of the cancelled future, which wants the lock that the caller holds
# kind: deadlock
import threading


def first_success(executor, calls):
    calls = list(calls)
    if not calls:
        raise ValueError
    cond = threading.Condition(threading.Lock())
    ended = []

    def note(f):
        with cond:
            ended.append(f)
            cond.notify()

    futures = []
    for c in calls:
        futures.append(executor.submit(c))
        futures[-1].add_done_callback(note)
    with cond:
        for i in range(len(futures)):
            while len(ended) <= i:
                cond.wait()
            if ended[i].exception() is None:
                for f in futures:
                    f.cancel()
                return ended[i].result()
    raise ExceptionGroup("all failed", [f.exception() for f in futures])
