# fails: errors: executor.map's generator is at its end after the first exception: the items behind it have no entry
# kind: wrong_result
from concurrent.futures import ProcessPoolExecutor


def map_settled(function, items, processes=2):
    settled = []
    with ProcessPoolExecutor(processes) as executor:
        values = executor.map(function, items)
        while True:
            try:
                settled.append(("ok", next(values)))
            except StopIteration:
                break
            except Exception as error:
                settled.append(("error", error))
    return settled
