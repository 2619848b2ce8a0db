# fails: basics: the second item's call finishes first and stands first
# kind: race|wrong_result
from functools import partial
from multiprocessing import Pool


def _settle(function, item):
    try:
        return ("ok", function(item))
    except Exception as error:
        return ("error", error)


def map_settled(function, items, processes=2):
    with Pool(processes) as pool:
        return list(pool.imap_unordered(partial(_settle, function), items))
