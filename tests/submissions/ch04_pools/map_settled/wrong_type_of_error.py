# fails: errors: the exception is made anew with its arguments as texts: Refused('7') in place of Refused(7)
# kind: wrong_result
from multiprocessing import Pool
from functools import partial

def _settle(function, item):
    try: return ("ok", function(item))
    except Exception as error: return ("error", type(error)(*map(str, error.args)))
def map_settled(function, items, processes=2):
    with Pool(processes) as pool:
        return pool.map(partial(_settle, function), items)
