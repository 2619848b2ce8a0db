# fails: order: B and then A succeed before wait looks: both are in `done`, a set, and A comes first when sorted by calls
# kind: wrong_result|race
from concurrent.futures import FIRST_COMPLETED, wait


def first_success(executor, calls):
    futures = [executor.submit(call) for call in calls]
    if not futures:
        raise ValueError("no calls")
    pending = set(futures)
    while pending:
        done, pending = wait(pending, return_when=FIRST_COMPLETED)
        for future in sorted(done, key=futures.index):
            if future.exception() is None:
                for other in pending:
                    other.cancel()
                return future.result()
    raise ExceptionGroup("all failed", [future.exception() for future in futures])
