# fails: basics: the equal items 1, True and 1.0 share one entry (and a list is no key)
# kind: wrong_result|exception
from concurrent.futures import ProcessPoolExecutor


def map_settled(function, items, processes=2):
    items = list(items)
    settled = {}
    with ProcessPoolExecutor(processes) as executor:
        futures = {item: executor.submit(function, item) for item in items}
        for item, future in futures.items():
            try:
                settled[item] = ("ok", future.result())
            except Exception as error:
                settled[item] = ("error", error)
    return [settled[item] for item in items]
