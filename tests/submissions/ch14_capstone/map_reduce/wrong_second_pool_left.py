# fails: basics: the pool of the second phase is closed but never joined
# kind: leak
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
        reducing = Pool(processes)
        tasks = [reducing.apply_async(reducer, group) for group in groups.items()]
        reducing.close()
        return dict(zip(groups, [task.get() for task in tasks]))
    finally:
        pool.close()
        pool.join()
