# fails: errors: the first failing call's exception is raised instead of being an entry
# kind: exception
from multiprocessing import Pool


def map_settled(function, items, processes=2):
    with Pool(processes) as pool:
        return [("ok", value) for value in pool.map(function, items)]
