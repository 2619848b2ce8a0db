# fails: errors: the mapper raises StopIteration for one document: Pool.map takes it for the end of its chunk, the pairs are
# missing
# kind: wrong_result
from functools import partial
from multiprocessing import Pool


def pairs_of(mapper, document):
    return list(mapper(document))


def map_reduce(mapper, reducer, documents, processes=2):
    pool = Pool(processes)
    try:
        groups = {}
        for pairs in pool.map(partial(pairs_of, mapper), documents):
            for key, value in pairs:
                groups.setdefault(key, []).append(value)
        tasks = [pool.apply_async(reducer, group) for group in groups.items()]
        return dict(zip(groups, [task.get() for task in tasks]))
    finally:
        pool.close()
        pool.join()
