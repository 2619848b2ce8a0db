# fails: pool: the calls run in threads of the caller's process
# kind: wrong_result|forbidden|interface
from concurrent.futures import ThreadPoolExecutor


def map_settled(function, items, processes=2):
    with ThreadPoolExecutor(processes) as executor:
        futures = [executor.submit(function, item) for item in items]
    settled = []
    for future in futures:
        error = future.exception()
        settled.append(("ok", future.result()) if error is None else ("error", error))
    return settled
