# fails: basics: an item that is a tuple is taken for a list of arguments
# kind: exception|wrong_result
from multiprocessing import Pool
from functools import partial
def _settle(function, item):
    try:
        return ("ok", function(item))
    except Exception as error:
        return ("error", error)

def map_settled(function, items, processes=2):
    with Pool(processes) as pool:
        return pool.starmap(partial(_settle, function), ((i if isinstance(i, tuple) else (i,)) for i in items))
