# fails: errors: the reducer raises StopIteration: Pool.starmap takes it for the end of its chunk, its key is missing
# kind: wrong_result
from multiprocessing import Pool


def pairs_of(mapper, document):
    return list(mapper(document))


def map_reduce(mapper, reducer, documents, processes=2):
    pool = Pool(processes)
    try:
        groups = {}
        for task in [pool.apply_async(pairs_of, (mapper, document)) for document in documents]:
            for key, value in task.get():
                groups.setdefault(key, []).append(value)
        return dict(zip(groups, pool.starmap(reducer, groups.items(), chunksize=1)))
    finally:
        pool.close()
        pool.join()
