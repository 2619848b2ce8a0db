# fails: order: the pairs are sorted for groupby, which sorts the values of a key too
# kind: wrong_result|exception
from itertools import groupby
from multiprocessing import Pool
from operator import itemgetter


def pairs_of(mapper, document):
    return list(mapper(document))


def map_reduce(mapper, reducer, documents, processes=2):
    pool = Pool(processes)
    try:
        tasks = [pool.apply_async(pairs_of, (mapper, document)) for document in documents]
        pairs = sorted(sum([task.get() for task in tasks], []))
        groups = {key: [value for _, value in group] for key, group in groupby(pairs, key=itemgetter(0))}
        tasks = [pool.apply_async(reducer, group) for group in groups.items()]
        return dict(zip(groups, [task.get() for task in tasks]))
    finally:
        pool.close()
        pool.join()
