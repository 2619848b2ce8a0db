# fails: errors: a call raises StopIteration: next() of the results passes it on, and the loop takes it for the end
# kind: wrong_result
from multiprocessing import Pool


def map_settled(function, items, processes=2):
    settled = []
    with Pool(processes) as pool:
        values = pool.imap(function, items)
        while True:
            try:
                settled.append(("ok", next(values)))
            except StopIteration:
                break
            except Exception as error:
                settled.append(("error", error))
    return settled
