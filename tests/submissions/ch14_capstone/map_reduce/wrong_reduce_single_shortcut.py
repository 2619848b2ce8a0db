# fails: basics: a key with one value is never reduced
# kind: wrong_result
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

def map_reduce(mapper, reducer, documents, processes=2):
    with Pool(processes) as pool:
        groups = _group(pool.map(partial(_map, mapper), documents))
        many = {k: v for k, v in groups.items() if len(v) > 1}
        out = {k: v[0] for k, v in groups.items() if len(v) == 1}
        out.update(zip(many, pool.starmap(reducer, many.items())))
    return out
