# fails: order: calls 2 and 1 end between two wait(): call 1 is looked at first
# kind: wrong_result
from concurrent.futures import FIRST_COMPLETED, wait


def first_success(executor, calls):
    futures = [executor.submit(call) for call in calls]
    if not futures:
        raise ValueError("no calls")
    pending = set(futures)
    while pending:
        done, pending = wait(pending, return_when=FIRST_COMPLETED)
        for future in futures:
            if future in done and future.exception() is None:
                for other in pending:
                    other.cancel()
                return future.result()
    raise ExceptionGroup("all failed", [f.exception() for f in futures])
