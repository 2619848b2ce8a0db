# fails: basics: each worker reduces its document's values already, the results are reduced again: right for sums only
# kind: wrong_result|exception
from multiprocessing import Pool


def pairs_of(mapper, reducer, document):
    groups = {}
    for key, value in mapper(document):
        groups.setdefault(key, []).append(value)
    return [(key, reducer(key, values)) for key, values in groups.items()]


def map_reduce(mapper, reducer, documents, processes=2):
    pool = Pool(processes)
    try:
        groups = {}
        for task in [pool.apply_async(pairs_of, (mapper, reducer, document)) for document in documents]:
            for key, value in task.get():
                groups.setdefault(key, []).append(value)
        tasks = [pool.apply_async(reducer, group) for group in groups.items()]
        return dict(zip(groups, [task.get() for task in tasks]))
    finally:
        pool.close()
        pool.join()
