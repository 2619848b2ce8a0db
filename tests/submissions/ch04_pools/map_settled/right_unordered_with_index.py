# right: imap_unordered of numbered items, put in order by the number
from multiprocessing import Pool
from operator import itemgetter


class Settled:
    def __init__(self, function):
        self.function = function

    def __call__(self, numbered):
        number, item = numbered
        try:
            return number, ("ok", self.function(item))
        except Exception as error:
            return number, ("error", error)


def map_settled(function, items, processes=2):
    with Pool(processes) as pool:
        rows = list(pool.imap_unordered(Settled(function), enumerate(items)))
    rows.sort(key=itemgetter(0))
    return [pair for _, pair in rows]
