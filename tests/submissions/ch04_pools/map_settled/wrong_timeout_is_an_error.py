# fails: basics: a slow call: get(60) raises TimeoutError, and that becomes the entry
# kind: wrong_result
from multiprocessing import Pool


def map_settled(function, items, processes=2):
    settled = []
    with Pool(processes) as pool:
        for answer in [pool.apply_async(function, (item,)) for item in items]:
            try:
                settled.append(("ok", answer.get(60)))
            except Exception as error:
                settled.append(("error", error))
    return settled
