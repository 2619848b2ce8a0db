# fails: basics: the reducer is called with key= and values=, names that its parameters do not have
# kind: exception
from multiprocessing import Pool
from functools import partial
def _map(mapper, document):
    return list(mapper(document))

def _group(parts):
    groups = {}
    for part in parts:
        for key, value in part:
            groups.setdefault(key, []).append(value)
    return groups

def _red(reducer, k, vs): return reducer(key=k, values=vs)
def map_reduce(mapper, reducer, documents, processes=2):
    with Pool(processes) as pool:
        groups = _group(pool.map(partial(_map, mapper), documents))
        return dict(zip(groups, pool.starmap(partial(_red, reducer), groups.items())))
