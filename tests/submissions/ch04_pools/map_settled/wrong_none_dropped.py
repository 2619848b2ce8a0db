# fails: basics: a call that returns None has no entry
# kind: wrong_result
from concurrent.futures import ProcessPoolExecutor


def map_settled(function, items, processes=2):
    settled = []
    with ProcessPoolExecutor(processes) as executor:
        futures = [executor.submit(function, item) for item in items]
        for future in futures:
            error = future.exception()
            if error is not None:
                settled.append(("error", error))
            elif future.result() is not None:
                settled.append(("ok", future.result()))
    return settled
