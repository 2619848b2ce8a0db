# fails: basics: the nested function cannot be pickled for the workers
# kind: exception
from multiprocessing import Pool


def map_settled(function, items, processes=2):
    def settle(item):
        try:
            return ("ok", function(item))
        except Exception as error:
            return ("error", error)

    with Pool(processes) as pool:
        return pool.map(settle, items)
