# right: starmap, and a fresh worker for every task; still no more than the pool's number at a time
from itertools import repeat
from multiprocessing import Pool


def settle(function, item):
    try:
        value = function(item)
    except Exception as error:
        return "error", error
    else:
        return "ok", value


def map_settled(function, items, processes=2):
    with Pool(processes, maxtasksperchild=1) as pool:
        return pool.starmap(settle, zip(repeat(function), items), chunksize=1)
