# fails: basics: as_completed gives the futures in the order of finishing
# kind: race|wrong_result
from concurrent.futures import ProcessPoolExecutor, as_completed


def map_settled(function, items, processes=2):
    settled = []
    with ProcessPoolExecutor(processes) as executor:
        for future in as_completed([executor.submit(function, item) for item in items]):
            if future.exception() is None:
                settled.append(("ok", future.result()))
            else:
                settled.append(("error", future.exception()))
    return settled
