# right: Executor.map with repeat(function) and chunks of three
from multiprocessing import Pool
from functools import partial
def _settle(function, item):
    try:
        return ("ok", function(item))
    except Exception as error:
        return ("error", error)

from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
def map_settled(function, items, processes=2):
    items = list(items)
    with ProcessPoolExecutor(processes) as ex:
        return list(ex.map(_settle, repeat(function), items, chunksize=3))
