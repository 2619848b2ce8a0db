# fails: errors: the reducer raises in the second pool, which is then left behind
# kind: leak
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
    pool = Pool(processes)
    results = dict(zip(groups, pool.starmap(reducer, groups.items())))
    pool.close(); pool.join()
    return results
