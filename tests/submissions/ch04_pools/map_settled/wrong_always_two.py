# fails: pool: always two workers: with processes=1 two calls run at once
# kind: wrong_result|overlap
from multiprocessing import Pool
from functools import partial
def _settle(function, item):
    try:
        return ("ok", function(item))
    except Exception as error:
        return ("error", error)

def map_settled(function, items, processes=2):
    with Pool(2) as pool:
        return pool.map(partial(_settle, function), items)
