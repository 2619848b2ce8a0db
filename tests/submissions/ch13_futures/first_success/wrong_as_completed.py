# fails: order: A, then B succeed before as_completed looks: it hands out those already done in any order, maybe B first
# kind: wrong_result|race
from concurrent.futures import as_completed


def first_success(executor, calls):
    futures = [executor.submit(call) for call in calls]
    if not futures:
        raise ValueError("no calls")
    for future in as_completed(futures):
        if future.exception() is None:
            for other in futures:
                other.cancel()
            return future.result()
    raise ExceptionGroup("all failed", [future.exception() for future in futures])
