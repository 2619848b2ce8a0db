# fails: pool: shutdown(wait=False) returns while the workers are still ending
# kind: leak
from concurrent.futures import ProcessPoolExecutor


def map_settled(function, items, processes=2):
    executor = ProcessPoolExecutor(processes)
    futures = [executor.submit(function, item) for item in items]
    settled = []
    for future in futures:
        try:
            settled.append(("ok", future.result()))
        except Exception as error:
            settled.append(("error", error))
    executor.shutdown(wait=False)
    return settled
