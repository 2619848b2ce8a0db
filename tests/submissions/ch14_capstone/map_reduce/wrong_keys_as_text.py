# fails: basics: the groups are kept by str(key): 1 and "1" are one group
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
                groups.setdefault(str(key), (key, []))[1].append(value)
        tasks = [(key, pool.apply_async(reducer, (key, values))) for key, values in groups.values()]
        return {key: task.get() for key, task in tasks}
    finally:
        pool.close()
        pool.join()
