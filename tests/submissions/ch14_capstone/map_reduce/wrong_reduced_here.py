# fails: in_workers: the reducer runs in the caller's process
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
        return {key: reducer(key, values) for key, values in groups.items()}
    finally:
        pool.close()
        pool.join()
