# fails: basics: the caller looks every hundredth of a second whether all answers are ready
# kind: livelock
import time
from multiprocessing import Pool


def map_settled(function, items, processes=2):
    settled = []
    with Pool(processes) as pool:
        pending = [pool.apply_async(function, (item,)) for item in items]
        while not all(answer.ready() for answer in pending):
            time.sleep(0.01)
        for answer in pending:
            try:
                settled.append(("ok", answer.get()))
            except Exception as error:
                settled.append(("error", error))
    return settled
