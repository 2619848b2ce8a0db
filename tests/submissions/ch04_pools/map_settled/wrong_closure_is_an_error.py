# fails: basics: the lambda cannot be pickled, and each item's entry is that PicklingError
# kind: wrong_result|exception
from concurrent.futures import ProcessPoolExecutor


def map_settled(function, items, processes=2):
    settled = []
    with ProcessPoolExecutor(processes) as executor:
        futures = [executor.submit(lambda item: function(item), item) for item in items]
        for future in futures:
            try:
                settled.append(("ok", future.result()))
            except Exception as error:
                settled.append(("error", error))
    return settled
