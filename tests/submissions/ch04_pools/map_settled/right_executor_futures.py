# right: a future per item; exception() tells a raised exception from a returned one
from concurrent.futures import ProcessPoolExecutor


def map_settled(function, items, processes=2):
    with ProcessPoolExecutor(max_workers=processes) as executor:
        futures = [executor.submit(function, item) for item in items]
    settled = []
    for future in futures:
        error = future.exception()
        settled.append(("ok", future.result()) if error is None else ("error", error))
    return settled
