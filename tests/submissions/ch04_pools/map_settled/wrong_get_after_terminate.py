# fails: basics: the with block has terminated the pool before get() is called: a call not finished by then is never answered
# kind: deadlock|hang|race
from multiprocessing import Pool


def map_settled(function, items, processes=2):
    with Pool(processes) as pool:
        pending = [pool.apply_async(function, (item,)) for item in items]
    settled = []
    for answer in pending:
        try:
            settled.append(("ok", answer.get()))
        except Exception as error:
            settled.append(("error", error))
    return settled
