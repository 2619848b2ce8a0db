# right: each worker groups its document's pairs, the caller puts the groups together in order
from multiprocessing import Pool
from functools import partial

def _combine(mapper, document):
    local = {}
    for k, v in mapper(document): local.setdefault(k, []).append(v)
    return local
def map_reduce(mapper, reducer, documents, processes=2):
    with Pool(processes) as pool:
        groups = {}
        for local in pool.map(partial(_combine, mapper), documents):
            for k, vs in local.items():
                groups.setdefault(k, []).extend(vs)
        return {k: v for k, v in zip(groups, pool.starmap(reducer, groups.items()))}
