# fails: basics: a document with the same key twice: dict() in the worker keeps the last value only
# kind: wrong_result
from multiprocessing import Pool
from functools import partial

def _group(parts):
    groups = {}
    for part in parts:
        for key, value in part:
            groups.setdefault(key, []).append(value)
    return groups

def _map(mapper, d): return dict(mapper(d)).items()
def map_reduce(mapper, reducer, documents, processes=2):
    with Pool(processes) as pool:
        groups = _group(map(dict.items, pool.map(partial(_pairs, mapper), documents)))
        return dict(zip(groups, pool.starmap(reducer, groups.items())))
def _pairs(mapper, d): return dict(mapper(d))
