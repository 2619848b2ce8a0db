# fails: basics: the keys 1 and '1' cannot be sorted
# kind: exception
from multiprocessing import Pool
from functools import partial
def _map(mapper, document):
    return list(mapper(document))

from itertools import groupby, chain
def map_reduce(mapper, reducer, documents, processes=2):
    with Pool(processes) as pool:
        pairs = sorted(chain.from_iterable(pool.map(partial(_map, mapper), documents)), key=lambda p: p[0])
        groups = {k: [v for _, v in g] for k, g in groupby(pairs, key=lambda p: p[0])}
        return dict(zip(groups, pool.starmap(reducer, groups.items())))
