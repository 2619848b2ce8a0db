# fails: basics: the function itself returns a tuple that begins with "error": it is taken for the mark of a failure
# kind: wrong_result
from functools import partial
from multiprocessing import Pool


def _call(function, item):
    try:
        return function(item)
    except Exception as error:
        return ("error", error)


def map_settled(function, items, processes=2):
    settled = []
    with Pool(processes) as pool:
        for value in pool.imap(partial(_call, function), items):
            if isinstance(value, tuple) and value[:1] == ("error",):
                settled.append(value)
            else:
                settled.append(("ok", value))
    return settled
