# fails: basics: groupby without sorting: a key that comes again later starts a new group, the first one is lost
# kind: wrong_result
from itertools import groupby
from multiprocessing import Pool
from operator import itemgetter


def pairs_of(mapper, document):
    return list(mapper(document))


def map_reduce(mapper, reducer, documents, processes=2):
    pool = Pool(processes)
    try:
        tasks = [pool.apply_async(pairs_of, (mapper, document)) for document in documents]
        pairs = sum([task.get() for task in tasks], [])
        groups = {key: [value for _, value in group] for key, group in groupby(pairs, key=itemgetter(0))}
        tasks = [pool.apply_async(reducer, group) for group in groups.items()]
        return dict(zip(groups, [task.get() for task in tasks]))
    finally:
        pool.close()
        pool.join()
